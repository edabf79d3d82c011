import STIX
import Storage

extension Reader {
    /// The bytes of which an object that stands in a collection was made, as they arrived.
    ///
    /// - Parameter collection: id or alias; nil for any that the reader may read.
    /// - Returns: nil where it was not converted, or nothing of it is open to this reader.
    package func original(of id: String, in collection: String? = nil) async throws -> [UInt8]? {
        try await read { session, readable in
            let shown = try session.rows(
                """
                SELECT c.number, c.id, c.alias, b.bytes FROM object o CROSS JOIN line l
                JOIN collection c ON c.number = l.collection
                JOIN entry e ON e.collection = l.collection AND e.number = l.number
                JOIN body b ON b.collection = e.collection AND b.number = e.body
                WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(id)) AND o.collection IN (\(list: readable))
                AND l.position IS NOT NULL
                ORDER BY c.number
                """
            ) { row in
                let names: [String] = [try row.get(1), try row.get(2)]
                return (try row.get(0, as: Int.self), names, try row.get(3, as: [UInt8].self))
            }
            for (number, names, body) in shown where collection.map(names.contains) ?? true {
                // What a body says of itself is a claim: the row must be of this object, in this collection.
                for hash in Version20.originals(namedBy: body) {
                    let found: [UInt8]? = try session.value(
                        """
                        SELECT bytes FROM original
                        WHERE collection = \(number) AND sha256 = \(hash) AND object = \(id)
                        """)
                    if let found { return found }
                }
            }
            return nil
        }
    }
}
