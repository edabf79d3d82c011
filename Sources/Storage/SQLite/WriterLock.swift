import Foundation

/// The one writer of a data directory, across processes: an advisory lock on a file, released by the kernel with its holder.
///
/// It is wider than the database's own lock: what follows a commit (signing, publishing) is inside it too.
struct WriterLock {
    let path: String

    func hold<Result>(_ body: () throws -> Result) throws -> Result {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageError(.system, "couldn't open the lock file \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw StorageError(.system, "couldn't lock \(path): \(String(cString: strerror(errno)))")
            }
        }
        return try body()
    }
}
