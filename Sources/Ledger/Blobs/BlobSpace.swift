import STIX
import Storage

/// How much room the files of a collection take, and may take.
package struct BlobSpace: Sendable, Equatable {
    package let blobs: Int
    package let bytes: Int
    package let quota: Int
}

extension GatewayLedger {
    /// The room that the files of each collection take, by its number; and what the gateway has for all of them.
    ///
    /// What several collections hold counts for each of them: what another one holds changes nobody's count.
    package func blobSpaces() async throws -> (byCollection: [Int: BlobSpace], total: BlobSpace) {
        try await database.read { session in
            let spaces = try session.collections().map { ($0.number, try session.blobSpace(of: $0.number)) }
            return (Dictionary(uniqueKeysWithValues: spaces), try session.totalBlobSpace())
        }
    }

    /// Says how many bytes of files a collection may hold, or all collections together; what is here stays.
    ///
    /// - Parameter collection: id or alias; nil for all together.
    package func setBlobQuota(_ bytes: Int, of collection: String?) async throws {
        guard bytes >= 0 else { throw LedgerError(.overQuota, "a quota is no less than 0 bytes") }
        try await write { session in
            if let collection {
                let number = try session.collection(collection).number
                try session.run("UPDATE collection SET blob_quota = \(bytes) WHERE number = \(number)")
            } else {
                try session.run("UPDATE gateway SET blob_quota = \(bytes)")
            }
            return ((), [])
        }
    }
}

extension Session {
    func blobSpace(of collection: Int) throws -> BlobSpace {
        let quota: Int? =
            try value("SELECT blob_quota FROM collection WHERE number = \(collection)", as: Int?.self) ?? nil
        return try first("SELECT blobs, bytes FROM blob_space WHERE collection = \(collection)") {
            BlobSpace(blobs: try $0.get(0), bytes: try $0.get(1), quota: quota ?? BlobLimits.collection)
        } ?? BlobSpace(blobs: 0, bytes: 0, quota: quota ?? BlobLimits.collection)
    }

    func totalBlobSpace() throws -> BlobSpace {
        let quota: Int? = try value("SELECT blob_quota FROM gateway", as: Int?.self) ?? nil
        return try first(
            "SELECT CAST(coalesce(sum(blobs), 0) AS BIGINT), CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM blob_space"
        ) { BlobSpace(blobs: try $0.get(0), bytes: try $0.get(1), quota: quota ?? BlobLimits.gateway) }
            ?? BlobSpace(blobs: 0, bytes: 0, quota: quota ?? BlobLimits.gateway)
    }

    /// How many bytes more a collection may be brought.
    func roomForBlobs(in collection: Int) throws -> Int {
        let (own, all) = (try blobSpace(of: collection), try totalBlobSpace())
        return max(0, min(own.quota - own.bytes, all.quota - all.bytes))
    }

    /// A file is in a collection from now on, brought by this source.
    ///
    /// - Throws: `overQuota` where there is no room for it.
    func add(_ deposit: Deposit, to collection: LogCollection, by source: Source, at now: Timestamp) throws {
        let (hash, size) = (deposit.received.hash, deposit.received.size)
        let isHere: Int? = try value(
            "SELECT 1 FROM blob WHERE collection = \(collection.number) AND sha256 = \(hash)")
        if isHere == nil {
            guard try size <= roomForBlobs(in: collection.number) else {
                throw LedgerError.overQuota(collection.alias)
            }
            try run(
                """
                INSERT INTO blob_space (collection, blobs, bytes) VALUES (\(collection.number), 1, \(size))
                ON CONFLICT (collection) DO UPDATE SET blobs = blob_space.blobs + 1, bytes = blob_space.bytes + excluded.bytes
                """)
        }
        try run(
            """
            INSERT INTO blob (collection, sha256, size, media_type, arrived)
            VALUES (\(collection.number), \(hash), \(size), \(deposit.mediaType.sql), \(now.microseconds))
            ON CONFLICT (collection, sha256) DO UPDATE SET arrived = excluded.arrived
            """)
        try noteBrought(hash, by: number(of: source), into: collection.number)
    }
}

extension LedgerError {
    static func overQuota(_ alias: String) -> LedgerError {
        LedgerError(
            .overQuota,
            """
            there is no room for it among the files of \(alias): `concord blob` says how much there is, and \
            `concord blob quota` gives more
            """)
    }
}
