import STIX
import Storage

/// An object that came into a collection together with another one that names it.
package struct Companion: Sendable, Hashable {
    package let id: String
    package let type: String
    package let name: String?
    /// Id of the collection.
    package let collection: String
    /// Whether a report or grouping that stands in the reader's collections names it too.
    package let isNamedElsewhere: Bool

    /// The words of an object in another language, where they stand.
    package static func translation(_ id: String, in collection: String) -> Companion {
        Companion(id: id, type: "language-content", name: nil, collection: collection, isNamedElsewhere: false)
    }
}

extension Reader {
    /// What was published with an object: what it names there, begun by the same source at the same moment, and still standing.
    ///
    /// - Parameters:
    ///   - named: identifiers that the object names.
    ///   - collections: ids of those to look at.
    package func companions(of id: String, among named: [String], in collections: Set<String>) async throws
        -> [Companion]
    {
        try await read { session, readable in
            var found: [Companion] = []
            for part in named.parts(of: 500) {
                // CROSS JOIN: from the few identifiers to their lines, never the other way round.
                found += try session.rows(
                    """
                    SELECT o.id, l.type, l.name, c.id, EXISTS (
                        SELECT 1 FROM object p CROSS JOIN link k CROSS JOIN line v
                        CROSS JOIN object w
                        WHERE p.key = o.key AND p.id = o.id AND p.collection IN (\(list: readable))
                        AND k.collection = p.collection AND k.target = p.number
                        AND v.collection = k.collection AND v.number = k.line
                        AND w.collection = v.collection AND w.number = v.object AND w.id <> \(id)
                        AND v.type IN ('report', 'grouping') AND v.position IS NOT NULL AND v.revoked_from IS NULL)
                    FROM object o CROSS JOIN line l
                    JOIN collection c ON c.number = l.collection
                    CROSS JOIN object n CROSS JOIN line m
                    WHERE \(SQL.isObject(id, as: "n")) AND n.collection = l.collection
                    AND m.collection = n.collection AND m.object = n.number AND m.source = l.source
                    AND m.position IS NOT NULL AND l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(among: part))
                    AND o.collection IN (\(list: readable))
                    AND l.position IS NOT NULL AND l.created = m.created AND l.object <> m.object
                    AND l.type NOT IN ('identity', 'marking-definition')
                    ORDER BY l.number
                    """
                ) {
                    Companion(
                        id: try $0.get(0), type: try $0.get(1), name: try $0.get(2), collection: try $0.get(3),
                        isNamedElsewhere: try $0.get(4, as: Int.self) != 0)
                }
            }
            return found.filter { collections.contains($0.collection) }
        }
    }
}
