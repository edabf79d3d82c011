package import Storage

extension Reader {
    /// A file that an object hands out which is shown in one of the reader's collections.
    ///
    /// Only the reader's own collections are looked at: what others hold costs no time.
    ///
    /// - Parameter collection: id or alias; nil for any that the reader reads.
    /// - Returns: nil where it is hidden or absent.
    package func blob(_ hash: BlobHash, in collection: String? = nil) async throws -> Blob? {
        try await read { session, readable in
            var readable = readable
            if let collection {
                guard let only = try session.collection(collection, for: viewer) else { return nil }
                readable = [only.number]
            }
            return try session.first(
                """
                SELECT \(Blob.columns) FROM collection c CROSS JOIN blob b
                WHERE c.number IN (\(list: readable)) AND b.collection = c.number AND b.sha256 = \(hash)
                AND \(Session.isBlobHandedOut)
                ORDER BY c.number LIMIT 1
                """, Blob.init)
        }
    }

    /// The file that an object names in the version of this placement, where the reader may have it; nil for what was withdrawn.
    package func blob(of placement: Standing.Placement) async throws -> Blob? {
        guard placement.withdrawal == nil else { return nil }
        let named: BlobHash? = try await read { session, readable in
            guard readable.contains(placement.collection.number) else { return nil }
            return try session.value(
                """
                SELECT sha256 FROM blob_use
                WHERE collection = \(placement.collection.number) AND position = \(placement.position)
                """)
        }
        guard let named else { return nil }
        return try await blob(named)
    }

    /// The files of a collection that the reader may have, in the order of their hashes.
    package func blobs(in collection: LogCollection, after: BlobHash? = nil, limit: Int) async throws -> [Blob] {
        try await read { session, readable in
            guard readable.contains(collection.number) else { return [] }
            return try session.blobs(in: collection.number, after: after, limit: limit)
        }
    }

    /// The bytes of a file that was found so; nil where they have been erased since.
    ///
    /// - Throws: `StorageError.damaged` where they are not what they were.
    package func open(_ blob: Blob) async throws -> StoredBlob? {
        try await ledger.blobs.open(blob.hash, size: blob.size)
    }
}

extension Session {
    /// The files that shown objects of a collection hand out, in the order of their hashes.
    func blobs(in collection: Int, after: BlobHash?, limit: Int) throws -> [Blob] {
        let start = after?.bytes ?? []
        return try rows(
            """
            SELECT \(Blob.columns) FROM blob b WHERE b.collection = \(collection) AND b.sha256 > \(start)
            AND \(Session.isBlobHandedOut) ORDER BY b.sha256 LIMIT \(limit)
            """, Blob.init)
    }
}
