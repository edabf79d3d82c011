package import STIX
import Storage

/// What somebody says about an object: a note, an opinion, a sighting.
package struct Remark: Sendable {
    package let id: String
    package let type: String
    package let added: Timestamp
    package let marking: TLP
    /// Nil where it is more than a list reads.
    package let body: [UInt8]?
    /// Who says so; nil where that is more than a list reads.
    package let authorship: Authorship?
}

extension Reader {
    /// An object that half the world refers to has more remarks than anybody counts.
    private static let mostRemarks = 2_000

    /// The readable remarks of these types on an object, newest first, and how many there are.
    ///
    /// A remark that stands in two collections is one remark.
    ///
    /// - Parameter ownFirst: those of whoever began the object's line, and of the gateway's own organisation, before all others: where only
    ///   their word counts, nobody crowds it out.
    package func remarks(on standing: Standing, types: [String], limit: Int, ownFirst: Bool = false) async throws -> (
        remarks: [Remark], amount: Int
    ) {
        let desk = Source.organisation(ledger.gateway.id)
        return try await read { session, readable in
            let order: SQL = ownFirst ? "own DESC, added DESC, id" : "added DESC, id"
            // CROSS JOIN: from the object to what refers to it, never through a whole collection.
            let found = try session.rows(
                """
                SELECT id, added, collection, position, marking FROM (
                    SELECT v.id, l.added, l.collection, l.position, l.marking, \(SQL.isOwn(desk)) AS own,
                        row_number() OVER (PARTITION BY v.id ORDER BY l.added DESC, l.collection) AS place
                    FROM object o CROSS JOIN link k CROSS JOIN line l CROSS JOIN object v
                    WHERE \(SQL.isObject(standing.id)) AND o.collection IN (\(list: readable))
                    AND k.collection = o.collection AND k.target = o.number
                    AND l.collection = k.collection AND l.number = k.line
                    AND v.collection = l.collection AND v.number = l.object
                    AND k.verb IN ('object_refs', 'object_ref', 'sighting_of_ref')
                    AND l.type IN (\(list: types)) AND l.position IS NOT NULL) r
                WHERE place = 1 ORDER BY \(order) LIMIT \(Self.mostRemarks)
                """
            ) {
                (
                    added: try $0.get(1, as: Int64.self), collection: try $0.get(2, as: Int.self),
                    position: try $0.get(3, as: Int.self), marking: try $0.get(4, as: TLP.self)
                )
            }
            var authors = try Authors(among: readable, in: session)
            let remarks = try found.prefix(limit).compactMap { row in
                let author = try authors.authorship(at: row.position, of: row.collection)
                return try session.first(
                    """
                    SELECT o.id, l.type, \(Listing.shortBody) FROM \(Listing.tables)
                    WHERE l.collection = \(row.collection) AND l.position = \(row.position)
                    """
                ) {
                    Remark(
                        id: try $0.get(0), type: try $0.get(1), added: try Timestamp(stored: row.added),
                        marking: row.marking, body: try $0.get(2), authorship: author)
                }
            }
            return (remarks, found.count)
        }
    }
}

extension SQL {
    /// 1 for a line `l` that whoever began the line of the object `o`, or the gateway's own organisation, began; else 0.
    static func isOwn(_ desk: Source) -> SQL {
        """
        CASE WHEN l.source = (SELECT m.source FROM line m WHERE m.object = o.number AND m.collection = o.collection)
            OR l.source = (SELECT s.number FROM source s WHERE s.name = \(desk)) THEN 1 ELSE 0 END
        """
    }
}
