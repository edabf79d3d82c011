import Files
import Foundation

/// A copy of a database while it is made: what an interrupted one has left under its name is replaced, and nothing else is.
///
/// Whoever makes one holds a lock beside it, which the kernel releases with its process: so what was left is known from what is being
/// made. Beside it, and not on it, because SQLite has locks of its own there.
final class CopyDraft: Sendable {
    let path: String
    /// Whether it stands where one was interrupted.
    let replacesLeft: Bool
    private let target: String
    private let lock: ProcessLock?
    private let lockPath: String

    /// - Throws: `alreadyExists` where something stands under the name, another makes a copy there, or what stands under the draft's name is
    ///   no draft.
    init(for target: String) throws {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw StorageError(.alreadyExists, "there is a file already: \(target)")
        }
        (self.target, path) = (target, Database.draft(of: target))
        lockPath = path + ".lock"
        // Whoever had it and ended takes its name away: a lock without it is nobody's.
        let held = try ProcessLock(lockPath)
        lock = held?.isAt(lockPath) == true ? held : nil
        var status = stat()
        let isThere = lstat(path, &status) == 0
        if isThere {
            let whose = "there is a file already: \(path)"
            guard status.st_mode & S_IFMT == S_IFREG, try Self.isOurs(path) else {
                throw StorageError(.alreadyExists, "\(whose); it is no copy of a database: move it away")
            }
            guard lock != nil else {
                throw StorageError(.alreadyExists, "\(whose); a copy is being made there, or this disk knows no locks")
            }
            // Nobody makes it any more, and whoever reads it reads half a database.
            guard unlink(path) == 0 else {
                throw StorageError(.system, "couldn't remove \(path): \(String(cString: strerror(errno)))")
            }
        }
        replacesLeft = isThere
        // An empty file of our own, which SQLite takes for one that is not there.
        try Durable.make(path)
    }

    /// Gives it its name, durably.
    func place() throws {
        try Durable.move(path, to: target)
        unlock()
    }

    func discard() {
        unlink(path)
        unlock()
    }

    /// Its name goes while it is held, so that nobody takes over one that a third has made anew.
    private func unlock() { if lock != nil { unlink(lockPath) } }

    /// Whether it is a database, or the beginning of one before its first page is written.
    private static func isOurs(_ path: String) throws -> Bool {
        let start = try OpenedFile(path).peek(16)
        return start.allSatisfy { $0 == 0 } || start == Array("SQLite format 3\0".utf8)
    }
}

extension CopyDraft {
    /// Keeps a copy of a database as it is before its schema changes.
    static func keep(before first: Migration, in folder: String, _ make: (_ target: String) throws -> CopyDraft) throws
    {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try removeCutOff(in: folder)
        let draft = try make(unused(folder + "/before-\(first.name)"))
        do { try draft.place() } catch {
            draft.discard()
            throw error
        }
    }

    /// What interrupted upgrades have left: copies that are not whole.
    private static func removeCutOff(in folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where name.hasSuffix(Database.draft(of: ".db")) || name.hasSuffix(Database.draft(of: ".db") + ".lock") {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    /// A path that holds no file: an upgrade that was interrupted has left its copy behind.
    private static func unused(_ stem: String) -> String {
        var path = stem + ".db"
        var number = 2
        while FileManager.default.fileExists(atPath: path) {
            path = "\(stem)-\(number).db"
            number += 1
        }
        return path
    }
}
