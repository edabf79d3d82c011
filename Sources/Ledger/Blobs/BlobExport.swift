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
    /// One that is lost is left out, and is `doctor`'s to tell; one that was altered breaks the export off.
    func exportBlobs(
        of collection: LogCollection, to write: ([UInt8]) async throws -> Void, where isWanted: (BlobHash) -> Bool
    ) async throws {
        var after: BlobHash?
        while true {
            let page = try await database.read { [after] in
                try $0.blobs(in: collection.number, after: after, limit: 500)
            }
            guard let last = page.last else { return }
            for blob in page where isWanted(blob.hash) {
                guard let stored = try await blobs.open(blob.hash, size: blob.size) else { continue }
                try await write(Tar.header(BlobMember.name(of: blob.hash), blob.size))
                try await stored.read(0..<blob.size, to: write)
                try await write(Tar.padding(blob.size))
            }
            after = last.hash
        }
    }
}
