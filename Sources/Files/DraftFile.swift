import Foundation
import Synchronization

/// A file while its bytes come in: nobody looks for it until it is given a place, and it goes with whoever writes it.
///
/// The kernel holds its lock, so what was left by a process that ended is known from what somebody writes now
/// (``removeLeft(in:)``). It waits for the disk: nothing that answers others calls it on a thread of theirs.
package final class DraftFile: Sendable {
    private let path: String
    private let descriptor: Int32
    private let lock: ProcessLock
    private let isGone = Atomic(false)

    /// - Throws: `alreadyExists` where another writes under this name, `unwritable`.
    package init(_ path: String) throws(FileError) {
        guard let held = try ProcessLock(path) else { throw FileError(.alreadyExists, "another writes \(path)") }
        // Not made here: where somebody has tidied up since, its lock would hold off nobody.
        let opened = open(path, O_WRONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw FileError(.unwritable, "couldn't open \(path): \(String(cString: strerror(errno)))")
        }
        (self.path, descriptor, lock) = (path, opened, held)
    }

    deinit {
        close(descriptor)
        discard()
    }

    /// Removes it, unless it was given a place: for who can't wait until nobody holds it, because the process ends before.
    package func discard() {
        guard !isGone.exchange(true, ordering: .relaxed) else { return }
        unlink(path)
    }

    package func write(_ bytes: [UInt8]) throws(FileError) { try Durable.put(bytes, into: descriptor, at: path) }

    /// Makes what was written durable.
    package func flush() throws(FileError) { try Durable.flush(descriptor, at: path) }

    /// Gives it its name, over whatever stands there; the folder still has to be made durable.
    package func place(at target: String) throws(FileError) {
        guard rename(path, target) == 0 else {
            throw FileError(.unwritable, "couldn't rename over \(target): \(String(cString: strerror(errno)))")
        }
        isGone.store(true, ordering: .relaxed)
    }

    /// Removes what processes that ended have left in a folder of drafts.
    package static func removeLeft(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            // Whoever gets the lock of another learns that they are gone.
            guard let lock = try? ProcessLock("\(folder)/\(name)") else { continue }
            withExtendedLifetime(lock) { _ = unlink("\(folder)/\(name)") }
        }
    }
}
