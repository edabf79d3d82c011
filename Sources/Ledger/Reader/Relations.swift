import STIX
import Storage

/// One thing that is said between an object and another.
package struct Relation: Sendable {
    package enum Direction: Sendable, Equatable {
        /// The object does it to the other.
        case outgoing
        /// The other does it to the object.
        case incoming
    }

    package let direction: Direction
    /// `relationship_type`, or the property that refers.
    package let verb: String
    /// The other end.
    package let otherID: String
    /// What the reader may know of it; nil where it is unknown or not theirs to read.
    package fileprivate(set) var other: (type: String, name: String?)?
    /// The object that says so: the relationship, or the one that refers.
    package let viaID: String
    package let viaType: String
    /// Nil where it is more than a list reads.
    package let viaBody: [UInt8]?
}

extension Reader {
    /// Something that everything refers to has more relations than anybody reads; so many are put in order.
    private static let mostSorted = 2_000

    /// What the reader's collections say between this object and others, and how much there is.
    package func relations(of standing: Standing, limit: Int) async throws -> (relations: [Relation], amount: Amount) {
        try await read { session, readable in
            // CROSS JOIN keeps the link's own index as the way in: without statistics SQLite would walk the collection.
            func find(_ direction: Relation.Direction) throws -> [Relation] {
                let isOutgoing = direction == .outgoing
                let mine: SQL = isOutgoing ? "k.start" : "k.target"
                let theirs: SQL = isOutgoing ? "k.target" : "k.start"
                return try session.rows(
                    """
                    SELECT k.verb, o.id, v.id, k.type, \(Listing.shortBody)
                    FROM (SELECT k.verb, k.start, k.target, l.number, l.object, l.type
                        FROM link k CROSS JOIN line l
                        WHERE l.number = \(LinkProjection.line) AND \(mine) = \(standing.number)
                        AND l.collection IN (\(list: readable))
                        AND l.position IS NOT NULL LIMIT \(Self.mostSorted)) k
                    JOIN object o ON o.number = \(theirs) JOIN object v ON v.number = k.object
                    JOIN entry e ON e.number = k.number JOIN body b ON b.number = e.body
                    LEFT JOIN line t ON t.number = (SELECT min(x.number) FROM line x WHERE x.object = \(theirs)
                        AND x.position IS NOT NULL AND x.collection IN (\(list: readable)))
                    ORDER BY k.verb, t.type NULLS FIRST, t.name NULLS FIRST, o.id LIMIT \(limit)
                    """
                ) { row in
                    Relation(
                        direction: direction, verb: try row.get(0), otherID: try row.get(1), other: nil,
                        viaID: try row.get(2), viaType: try row.get(3), viaBody: try row.get(4))
                }
            }
            let counted: Int =
                try session.value(
                    """
                    SELECT count(*) FROM (SELECT 1 FROM link k CROSS JOIN line l
                    WHERE l.number = \(LinkProjection.line)
                    AND (k.start = \(standing.number) OR k.target = \(standing.number))
                    AND l.collection IN (\(list: readable)) LIMIT \(Amount.most + 1)) AS found
                    """) ?? 0
            var found = try find(.outgoing) + find(.incoming)
            let names = try session.names(of: Set(found.map(\.otherID)).sorted(), among: readable)
            for index in found.indices { found[index].other = names[found[index].otherID] }
            return (found, Amount(counted))
        }
    }
}
