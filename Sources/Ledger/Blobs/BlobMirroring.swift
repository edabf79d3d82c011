package import Storage

extension GatewayLedger {
    /// Which of these files objects name that are shown in a mirror, and are not handed out there yet.
    package func lacking(_ hashes: [BlobHash], in collection: LogCollection) async throws -> [BlobHash] {
        try await database.read { session in
            let number = collection.number
            return try hashes.filter { hash in
                guard try !session.isReadable(hash, in: number) else { return false }
                let isNamed: Int? = try session.value(
                    """
                    SELECT 1 FROM blob_use u CROSS JOIN line l WHERE l.collection = u.collection AND l.position = u.position
                    AND u.collection = \(number) AND u.sha256 = \(hash) LIMIT 1
                    """)
                return isNamed != nil
            }
        }
    }

    /// Hands out no more, in a mirror, what its peer does not list any more: the peer knows who brought it there, and the log does not.
    ///
    /// - Parameters:
    ///   - listed: all that the peer lists behind `start`, up to `end`; nil for the first and last of all.
    package func withholdUnlisted(
        _ listed: [BlobHash], after start: BlobHash?, upTo end: BlobHash?, in collection: LogCollection
    ) async throws {
        let number = collection.number
        guard try await !database.read({ try $0.unlisted(listed, after: start, upTo: end, in: number) }).isEmpty else {
            return
        }
        try await database.write { session in
            for hash in try session.unlisted(listed, after: start, upTo: end, in: number) {
                try session.run(
                    """
                    DELETE FROM blob_grant WHERE collection = \(number) AND sha256 = \(hash) AND EXISTS
                        (SELECT 1 FROM line l WHERE l.collection = blob_grant.collection AND l.position = blob_grant.position)
                    """)
                try session.release(hash, in: number)
            }
        }
    }
}

extension Session {
    /// What is handed out in a part of the order of hashes, and not listed.
    fileprivate func unlisted(
        _ listed: [BlobHash], after start: BlobHash?, upTo end: BlobHash?, in collection: Int
    ) throws -> [BlobHash] {
        let (least, most) = (start?.bytes ?? [], end?.bytes ?? [UInt8](repeating: 0xFF, count: 33))
        let held: [BlobHash] = try rows(
            """
            SELECT b.sha256 FROM blob b WHERE b.collection = \(collection) AND b.sha256 > \(least) AND b.sha256 <= \(most)
            AND \(Session.isBlobHandedOut)
            """
        ) { try $0.get(0) }
        return Set(held).subtracting(listed).sorted { $0.description < $1.description }
    }
}
