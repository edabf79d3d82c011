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
    package fileprivate(set) var viaBody: [UInt8]?

    /// By verb, then by what the other end is and what it is called; what is not known comes first.
    fileprivate var order: (String, String, String, String, String) {
        (verb, other?.type ?? "", other?.name ?? "", otherID, viaID)
    }
}

extension Reader {
    /// Something that everything refers to has more relations than anybody reads; so many are put in order.
    private static let mostSorted = 2_000

    /// What the reader's collections say between this object and others, and how much there is.
    package func relations(of standing: Standing, limit: Int) async throws -> (relations: [Relation], amount: Amount) {
        try await read { session, readable in
            // CROSS JOIN keeps the identifier as the way in: without statistics SQLite would walk the collection.
            func links(_ mine: SQL, _ theirs: SQL) -> SQL {
                """
                FROM object m CROSS JOIN link k CROSS JOIN line l
                JOIN object o ON o.collection = k.collection AND o.number = \(theirs)
                JOIN object v ON v.collection = l.collection AND v.number = l.object
                WHERE \(SQL.isObject(standing.id, as: "m")) AND m.collection IN (\(list: readable))
                AND k.collection = m.collection AND \(mine) = m.number
                AND l.collection = k.collection AND l.number = k.line AND l.position IS NOT NULL
                """
            }
            func find(_ direction: Relation.Direction, _ links: SQL) throws -> [(line: Int, relation: Relation)] {
                try session.rows(
                    "SELECT k.verb, o.id, v.id, l.type, l.number \(links) LIMIT \(Self.mostSorted)"
                ) { row in
                    (
                        try row.get(4),
                        Relation(
                            direction: direction, verb: try row.get(0), otherID: try row.get(1), other: nil,
                            viaID: try row.get(2), viaType: try row.get(3), viaBody: nil)
                    )
                }
            }
            let (outgoing, incoming) = (links("k.start", "k.target"), links("k.target", "k.start"))
            let counted: Int =
                try session.value(
                    """
                    SELECT count(*) FROM (SELECT 1 \(outgoing) UNION ALL SELECT 1 \(incoming) AND k.start <> k.target
                    LIMIT \(Amount.most + 1)) AS found
                    """) ?? 0
            var found = [try find(.outgoing, outgoing), try find(.incoming, incoming)]
            let names = try session.names(of: Set(found.joined().map(\.relation.otherID)).sorted(), among: readable)
            let body = try session.statement(
                """
                SELECT \(Listing.shortBody.text) FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
                WHERE e.collection = ?1 AND e.number = ?2
                """)
            for direction in found.indices {
                for index in found[direction].indices {
                    found[direction][index].relation.other = names[found[direction][index].relation.otherID]
                }
                found[direction].sort { $0.relation.order < $1.relation.order }
                found[direction] = Array(found[direction].prefix(limit))
                // Bodies of no more than what is shown.
                for (index, (line, _)) in found[direction].enumerated() {
                    found[direction][index].relation.viaBody =
                        try body.first(
                            [Numbering.collection(of: line).sql, line.sql]
                        ) { try $0.get(0, as: [UInt8]?.self) } ?? nil
                }
            }
            return (found.joined().map(\.relation), Amount(counted))
        }
    }
}
