import Files
import Foundation
import Ledger

/// One visit to a source at a time, in all processes.
struct PollLock: Sendable {
    private let lock: ProcessLock

    /// Nil where another visit goes on.
    init?(_ source: String, in directory: DataDirectory) throws {
        let folder = directory.path + "/polls"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let lock = try ProcessLock("\(folder)/\(source).lock") else { return nil }
        self.lock = lock
    }
}
