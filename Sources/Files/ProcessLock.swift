import Foundation

/// Something that one process does at a time: a lock on a file, which the kernel releases with its holder.
package final class ProcessLock: Sendable {
    private let descriptor: Int32

    /// Nil where another holds it.
    package init?(_ path: String) throws(FileError) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw FileError(.unwritable, "couldn't open \(path): \(String(cString: strerror(errno)))")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            return nil
        }
        // Only now: `deinit` runs for what is whole, also where its initialiser fails, and would close the descriptor again,
        // which may be somebody else's connection by then.
        descriptor = opened
    }

    /// Whether the file that is locked still has this name: otherwise who locks that name now does not see this lock.
    package func isAt(_ path: String) -> Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_dev == named.st_dev
            && own.st_ino == named.st_ino
    }

    deinit {
        // A program that is being started has a copy of the descriptor for a moment, which would keep the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
