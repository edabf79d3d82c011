import Foundation
import STIX
import Storage

extension GatewayLedger {
    /// Copies everything but the signed checkpoints into one new file, and files that are not objects into a folder beside it;
    /// remembers where it went.
    ///
    /// The folder is called like the file, with `.blobs` behind. The file appears under its name when both are whole.
    @discardableResult
    package func backUp(to file: String) async throws -> BlobTransfer {
        let path = URL(fileURLWithPath: file).standardizedFileURL.path
        // What an interrupted one has left is replaced, and known by the draft of its database.
        let isInterrupted = FileManager.default.fileExists(atPath: Database.draft(of: path))
        for taken in [path] + (isInterrupted ? [] : BackupFolder.existing(of: path))
        where FileManager.default.fileExists(atPath: taken) {
            throw StorageError(.alreadyExists, "there is a file already: \(taken)")
        }
        // Remembered before it is made: a copy that nobody knows of could not be named when something is erased.
        let made = surroundings.now()
        try await write { session in
            try session.run("DELETE FROM backup WHERE path = \(path)")
            try session.run("INSERT INTO backup (made, path) VALUES (\(made.microseconds), \(path))")
            return ((), [])
        }
        return try await database.copy(to: path) { replacesLeft in
            for folder in BackupFolder.existing(of: path) {
                guard replacesLeft else { throw StorageError(.alreadyExists, "there is a file already: \(folder)") }
                try await BlobStore(folder: folder).removeCopies()
            }
            return try await backUpBlobs(beside: path)
        }
    }

    /// The folders with the files of backups, as far as they are there.
    func copiedFolders(in session: Session) throws -> [String] {
        try session.rows("SELECT path FROM backup GROUP BY path ORDER BY max(made)") {
            BackupFolder.existing(of: try $0.get(0, as: String.self))
        }.flatMap(\.self)
    }

    /// Every file that holds a copy of the database: backups, those made before upgrades, and what was cut off in making one.
    func copies(in session: Session) throws -> [String] {
        let backups = try session.rows("SELECT path FROM backup GROUP BY path ORDER BY max(made)") {
            try $0.get(0, as: String.self)
        }
        let cutOff = backups.map(Database.draft(of:)).filter(FileManager.default.fileExists(atPath:))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.backups)) ?? []
        let restoring = [directory.drafts + "/concord.db"].filter(FileManager.default.fileExists(atPath:))
        return backups + cutOff + restoring + names.sorted().map { "\(directory.backups)/\($0)" }
    }
}
