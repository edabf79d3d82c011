import Ledger
import Storage
import Web

/// Files that are not objects, by the texts under which pages and programs know them.
extension Reader {
    /// - Parameter digits: its SHA-256 in hexadecimal digits.
    func blob(digits: String, in collection: String) async throws -> Blob? {
        guard let hash = BlobHash(hex: digits) else { return nil }
        return try await blob(hash, in: collection)
    }

    /// A thousand lines of SHA-256, space and size; nil where `after` is no SHA-256.
    func blobList(of collection: LogCollection, after: String?) async throws -> String? {
        let start = after.flatMap { BlobHash(hex: $0) }
        guard after == nil || start != nil else { return nil }
        return try await blobs(in: collection, after: start, limit: 1_000).map { "\($0.hash) \($0.size)\n" }.joined()
    }

    /// The file opened, to be sent; nil where it has been erased since it was found.
    ///
    /// - Parameters:
    ///   - name: what an object calls it; its SHA-256 otherwise.
    ///   - inParts: looks through it first, so that an altered one is told by the answer's status, and in the log.
    /// - Throws: `StorageError.damaged`.
    func sent(_ blob: Blob, called name: String?, inParts: Bool) async throws -> SentFile? {
        guard let stored = try await open(blob) else { return nil }
        if inParts { try await stored.verify() }
        return SentFile(size: blob.size, fingerprint: "\(blob.hash)", name: name ?? "\(blob.hash)") {
            try await stored.read($0, to: $1)
        }
    }
}
