import Files
import Foundation
import Ledger

/// Who holds rows: one who works, in one process, in one start of the machine.
final class Holder: Sendable {
    /// The start of the machine and the one who works: `BOOT/UUID`.
    let name: String
    private let folder: String
    private let file: String
    private let lock: ProcessLock

    /// Which start of the machine this is: what a power cut ended is nobody's fault.
    ///
    /// Linux says it; elsewhere all starts look the same, and a row is rather stopped than trusted.
    static let machine: String =
        (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
        .trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"

    init(in directory: DataDirectory, surroundings: Surroundings) throws {
        let id = surroundings.uuid()
        name = "\(Self.machine)/\(id)"
        folder = directory.path + "/work"
        file = "\(folder)/\(id).lock"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let lock = try ProcessLock(file) else {
            throw LedgerError(.notPlaced, "somebody works under the name of \(id) already")
        }
        self.lock = lock
    }

    deinit { try? FileManager.default.removeItem(atPath: file) }

    /// Whether a holder is gone; nil where it is not, or nobody can tell.
    func isGone(_ other: String) -> Turn.Gone? {
        let parts = other.split(separator: "/").map(String.init)
        guard parts.count == 2, parts[0] == Self.machine else { return .withTheMachine }
        let path = "\(folder)/\(parts[1]).lock"
        guard Surroundings.isUUID(parts[1]), FileManager.default.fileExists(atPath: path) else { return .ended }
        // Whoever gets the lock of another learns that they are gone.
        guard let lock = try? ProcessLock(path) else { return nil }
        withExtendedLifetime(lock) { try? FileManager.default.removeItem(atPath: path) }
        return .ended
    }
}
