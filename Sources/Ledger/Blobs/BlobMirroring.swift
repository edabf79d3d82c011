package import Storage

extension GatewayLedger {
    /// Which of these files objects name that stand in a collection, and were not brought into it yet.
    package func lacking(_ hashes: [BlobHash], in collection: LogCollection) async throws -> [BlobHash] {
        try await database.read { session in
            let number = collection.number
            return try hashes.filter { hash in
                let isHere: Int? = try session.value(
                    "SELECT 1 FROM blob WHERE collection = \(number) AND sha256 = \(hash)")
                guard isHere == nil else { return false }
                let isNamed: Int? = try session.value(
                    """
                    SELECT 1 FROM blob_use u JOIN line l ON l.collection = u.collection AND l.position = u.position
                    WHERE u.collection = \(number) AND u.sha256 = \(hash) LIMIT 1
                    """)
                return isNamed != nil
            }
        }
    }
}
