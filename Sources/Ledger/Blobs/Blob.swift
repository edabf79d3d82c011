package import STIX
package import Storage

/// A file that is no object, as one who reads an object that names it may know it.
package struct Blob: Sendable, Equatable {
    package let hash: BlobHash
    package let size: Int
    /// What whoever brought it said it is: a claim.
    package let mediaType: String?
    package let arrived: Timestamp

    static let columns: SQL = "b.sha256, b.size, b.media_type, b.arrived"

    init(_ row: Row) throws {
        hash = try row.get(0)
        size = try row.get(1)
        mediaType = try row.get(2)
        arrived = try Timestamp(stored: row.get(3))
    }
}

/// How much may be brought.
package enum BlobLimits {
    /// Of one file.
    package static let mostBytes = 1 << 30
    /// Of one collection, unless its operator says otherwise.
    package static let collection = 1 << 30
    /// Of the whole gateway, unless its operator says otherwise.
    package static let gateway = 16 << 30
    /// For so long a file waits for an object that names it.
    package static let patience: Int64 = 24 * 3_600 * 1_000_000
}

/// A file that somebody brings, with what they say it is.
package struct Deposit: Sendable {
    package let received: ReceivedBlob
    package let mediaType: String?

    package init(_ received: ReceivedBlob, mediaType: String? = nil) {
        // A claim of somebody's: bounded, and of one line.
        let isPlain = mediaType?.utf8.allSatisfy { 0x21...0x7E ~= $0 || $0 == 0x20 } ?? true
        (self.received, self.mediaType) = (received, isPlain ? mediaType.map { String($0.prefix(127)) } : nil)
    }
}

extension Candidate {
    /// The file whose bytes an observable speaks of (STIX 2.1 §6.1 and §6.7): the SHA-256 among its own hashes.
    ///
    /// - Parameter id: its identifier, which tells its type.
    static func blob(namedBy body: [UInt8], of id: String) -> BlobHash? {
        guard id.hasPrefix("file--") || id.hasPrefix("artifact--"), body.count <= longestNaming,
            let hashes = try? JSON.parse(body)["hashes"]
        else { return nil }
        return hashes["SHA-256"]?.string.flatMap { BlobHash(hex: $0) }
    }

    /// What carries more than that within itself names no file beside it.
    private static let longestNaming = 1 << 20
}
