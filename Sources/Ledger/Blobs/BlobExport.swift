import Files
import Storage

/// Files in an exported log: members called after their SHA-256 (docs/log-format.md).
enum BlobMember {
    private static let prefix = "blob/"

    static func name(of hash: BlobHash) -> String { prefix + hash.description }

    /// The file that a member is; nil for any other name.
    static func hash(of name: String) -> BlobHash? {
        guard name.hasPrefix(prefix), let hash = BlobHash(hex: name.dropFirst(prefix.count)),
            Self.name(of: hash) == name
        else { return nil }
        return hash
    }
}

extension GatewayLedger {
    /// Writes the files that readers of the collection may have and that are wanted, one after the other.
    ///
    /// Each is read through before it is begun: one that is lost or was altered is left out and told, and holds up no other.
    func exportBlobs(
        of collection: LogCollection, to write: ([UInt8]) async throws -> Void, where isWanted: (BlobHash) -> Bool,
        lost: (BlobHash) -> Void
    ) async throws {
        var after: BlobHash?
        while true {
            let page = try await database.read { [after] in
                try $0.blobs(in: collection.number, after: after, limit: 500)
            }
            guard let last = page.last else { return }
            for blob in page where isWanted(blob.hash) {
                guard let stored = try await whole(blob) else {
                    // What was erased since the page was read is not lost.
                    if try await database.read({ try $0.isReadable(blob.hash, in: collection.number) }) {
                        lost(blob.hash)
                    }
                    continue
                }
                try await write(Tar.header(BlobMember.name(of: blob.hash), blob.size))
                try await stored.read(0..<blob.size, to: write)
                try await write(Tar.padding(blob.size))
            }
            after = last.hash
        }
    }

    /// The bytes of a file, looked through; nil where they are lost, or are not what they were.
    private func whole(_ blob: Blob) async throws -> StoredBlob? {
        do {
            guard let stored = try await blobs.open(blob.hash, size: blob.size) else { return nil }
            return try await stored.isSound() ? stored : nil
        } catch let error as StorageError where [.damaged, .notFound].contains(error.code) {
            return nil
        } catch let error as FileError where error.code == .unreadable || error.code == .notAFile {
            return nil
        }
    }
}
