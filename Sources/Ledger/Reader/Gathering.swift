package import STIX
import Storage

extension Reader {
    /// Goes through all objects of a type that stand in the reader's collections, one after the other, in one snapshot.
    ///
    /// An object is left out where its own source has said a later version, or revoked it, in another collection of the reader's.
    ///
    /// - Parameters:
    ///   - collections: ids of the only collections to look at; nil for all that the reader reads.
    ///   - ceiling: what is marked more strictly is left out.
    ///   - longest: what is longer than so many bytes comes without them.
    package func gather<State: Sendable>(
        _ type: String, in collections: Set<String>?, upTo ceiling: TLP, longest: Int, into state: State,
        _ add: @escaping @Sendable (inout State, _ bytes: [UInt8]?, TLP) -> Void
    ) async throws -> State {
        let chosen = try await self.collections().filter { collections?.contains($0.id) ?? true }.map(\.number)
        return try await read { session, readable in
            var state = state
            // The rights of this snapshot, not those of the line above.
            for collection in chosen where readable.contains(collection) {
                let sql: SQL = """
                    SELECT CASE WHEN length(b.bytes) <= \(longest) THEN b.bytes END, l.marking
                    FROM line l JOIN object o ON o.collection = l.collection AND o.number = l.object
                    JOIN entry e ON e.collection = l.collection AND e.number = l.number
                    JOIN body b ON b.collection = e.collection AND b.number = e.body
                    WHERE l.collection = \(collection) AND l.type = \(type) AND l.position IS NOT NULL
                    AND l.revoked_from IS NULL AND l.marking <= \(ceiling)
                    AND NOT EXISTS (SELECT 1 FROM object p CROSS JOIN line r
                        WHERE p.key = o.key AND p.id = o.id AND p.collection IN (\(list: readable))
                        AND r.collection = p.collection AND r.object = p.number
                        AND r.source = l.source AND r.position IS NOT NULL
                        AND (r.revoked_from IS NOT NULL OR r.version > l.version))
                    ORDER BY l.position
                    """
                try session.walk(sql) { row in
                    add(&state, try row.get(0, as: [UInt8]?.self), try row.get(1))
                    return true
                }
            }
            return state
        }
    }
}
