import Foundation
import Ledger

/// One visit to a source at a time, in all processes: a lock on a file, which the kernel releases with its holder.
final class PollLock: Sendable {
    private let descriptor: Int32

    /// Nil where another visit goes on.
    init?(_ source: String, in directory: DataDirectory) throws {
        let folder = directory.path + "/polls"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = "\(folder)/\(source).lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ExchangeError(.failed, "couldn't open \(path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        // A program that is being started has a copy of the descriptor for a moment, which would keep the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
