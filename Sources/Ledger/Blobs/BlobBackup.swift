import Files
import Foundation
package import Storage

/// How many files a backup or a restore took, and which it could not.
package struct BlobTransfer: Sendable, Equatable {
    package var copied = 0
    /// Of a backup: they were in the one before, and are files of both.
    package var linked = 0
    /// Rows name them, and their bytes are not there or were altered.
    package var missing: [BlobHash] = []

    package init(copied: Int = 0, linked: Int = 0) { (self.copied, self.linked) = (copied, linked) }

    fileprivate mutating func note(_ copy: BlobCopy, of hash: BlobHash) {
        switch copy {
        case .copied: copied += 1
        case .linked: linked += 1
        case .missing: missing.append(hash)
        }
    }
}

/// The files of a backup stand in a folder beside it.
enum BackupFolder {
    static func path(of backup: String) -> String { backup + ".blobs" }
    /// Until it is whole.
    static func draft(of backup: String) -> String { path(of: backup) + ".part" }

    /// Of these, what is there.
    static func existing(of backup: String) -> [String] {
        [path(of: backup), draft(of: backup)].filter(FileManager.default.fileExists(atPath:))
    }
}

extension GatewayLedger {
    /// Copies every file into a folder beside a backup that is being made; what the backup before it has becomes a file of both.
    ///
    /// Where there is no file at all, no folder is made.
    func backUpBlobs(beside path: String) async throws -> BlobTransfer {
        var transfer = BlobTransfer()
        let (draft, folder) = (BackupFolder.draft(of: path), BackupFolder.path(of: path))
        let copies = BlobStore(folder: draft)
        let earlier = try await database.read { session in
            try session.rows("SELECT path FROM backup GROUP BY path ORDER BY max(made) DESC") {
                BackupFolder.path(of: try $0.get(0, as: String.self))
            }
        }.first { $0 != folder && FileManager.default.fileExists(atPath: $0) }.map { BlobStore(folder: $0) }
        do {
            // Read after the database was copied: nothing that it names is left out, but for what was erased since.
            try await eachBlob { hash, size in
                transfer.note(try await blobs.copy(hash, size: size, to: copies, linking: earlier), of: hash)
            }
            guard FileManager.default.fileExists(atPath: draft) else { return transfer }
            try await blobs.flush()
            try FileManager.default.moveItem(atPath: draft, toPath: folder)
            return transfer
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    /// Puts the files of a backup into their places; those that are here already, and sound, stay.
    func restoreBlobs(of backup: String) async throws -> BlobTransfer {
        var transfer = BlobTransfer()
        let copies = BlobStore(folder: BackupFolder.path(of: backup))
        try await eachBlob { hash, size in
            var copy = try await copies.copy(hash, size: size, to: blobs)
            if case .missing = copy, try await blobs.isSound(hash, size: size) { copy = .copied }
            transfer.note(copy, of: hash)
        }
        try await blobs.flush()
        return transfer
    }

    /// Every file that any collection holds, once.
    func eachBlob(_ body: (_ hash: BlobHash, _ size: Int) async throws -> Void) async throws {
        var after: [UInt8] = []
        while true {
            let page = try await database.read { [after] session in
                try session.rows(
                    """
                    SELECT sha256, min(size) FROM blob WHERE sha256 > \(after)
                    GROUP BY sha256 ORDER BY sha256 LIMIT 1000
                    """
                ) { (hash: try $0.get(0, as: BlobHash.self), size: try $0.get(1, as: Int.self)) }
            }
            guard let last = page.last else { return }
            for (hash, size) in page { try await body(hash, size) }
            after = last.hash.bytes
        }
    }
}
