import STIX
import Storage

/// What a `language-content` says of an object in a list, and who says either.
package struct ListedTranslation: Sendable {
    /// Its exact bytes.
    package let body: [UInt8]
    package let authorship: Authorship?
    /// Who says the object, as it is listed.
    package let original: Authorship?
}

extension Reader {
    /// Most of them that a list reads.
    private static let mostTranslations = 400

    /// Identifiers of the `language-content` of an object.
    package func translations(of id: String) async throws -> [String] {
        guard let standing = try await standing(of: id) else { return [] }
        return try await remarks(on: standing, types: ["language-content"], limit: 2_000).remarks.map(\.id)
    }

    /// The `language-content` of listed objects, by the object, newest first.
    package func translations(of listings: [Listing]) async throws -> [String: [ListedTranslation]] {
        guard !listings.isEmpty else { return [:] }
        let listed = Dictionary(listings.map { ($0.id, $0) }) { first, _ in first }
        return try await read { session, readable in
            var found: [String: [ListedTranslation]] = [:]
            var left = Self.mostTranslations
            for ids in listed.keys.sorted().parts(of: 500) where left > 0 {
                // CROSS JOIN: from the few objects to what refers to them.
                let rows = try session.rows(
                    """
                    SELECT o.id, l.collection, l.position FROM object o CROSS JOIN link k CROSS JOIN line l
                    WHERE \(SQL.isObject(among: ids)) AND o.collection IN (\(list: readable))
                    AND k.collection = o.collection AND k.target = o.number AND k.verb = 'object_ref'
                    AND l.collection = k.collection AND l.number = k.line AND l.type = 'language-content'
                    AND l.position IS NOT NULL ORDER BY l.added DESC, l.collection, l.position LIMIT \(left)
                    """
                ) {
                    (
                        id: try $0.get(0, as: String.self), collection: try $0.get(1, as: Int.self),
                        position: try $0.get(2, as: Int.self)
                    )
                }
                guard !rows.isEmpty else { continue }
                left -= rows.count
                var authors = try Authors(among: readable, in: session)
                var originals: [String: Authorship] = [:]
                for row in rows {
                    let body = try session.first(
                        """
                        SELECT \(Listing.shortBody) FROM \(Listing.tables)
                        WHERE l.collection = \(row.collection) AND l.position = \(row.position)
                        """
                    ) { try $0.get(0, as: [UInt8]?.self) }
                    guard let listing = listed[row.id], let body, let body else { continue }
                    if originals[row.id] == nil {
                        originals[row.id] = try authors.authorship(at: listing.position, of: listing.collectionNumber)
                    }
                    found[row.id, default: []].append(
                        ListedTranslation(
                            body: body, authorship: try authors.authorship(at: row.position, of: row.collection),
                            original: originals[row.id]))
                }
            }
            return found
        }
    }
}
