import STIX
import Storage

/// What others say of an object in a list: its translations, its steps.
package struct ListedRemarks: Sendable {
    /// One of them.
    package struct Remark: Sendable {
        package let id: String
        /// Its exact bytes.
        package let body: [UInt8]
        package let authorship: Authorship?
    }

    /// Who says the object, as it is listed.
    package let original: Authorship?
    /// Newest first.
    package let remarks: [Remark]
}

extension Reader {
    /// Most that one list reads of them, and of one object: those of its author first, so that nobody crowds them out.
    private static let mostOfList = 4_000
    private static let mostOfObject = 24

    /// Identifiers of the `language-content` of an object.
    package func translations(of id: String) async throws -> [String] {
        guard let standing = try await standing(of: id) else { return [] }
        return try await remarks(on: standing, types: ["language-content"], limit: 2_000, ownFirst: true).remarks.map(
            \.id)
    }

    /// What objects of a type say of listed objects, which they name in `object_ref` or `object_refs`.
    ///
    /// - Parameter listed: the lines of the objects, by their identifiers.
    /// - Returns: by the objects' identifiers; nil where there is more than a list reads.
    package func remarks(ofType type: String, on listed: [String: Int]) async throws -> [String: ListedRemarks]? {
        guard !listed.isEmpty else { return [:] }
        let desk = Source.organisation(ledger.gateway.id)
        return try await read { session, readable in
            var authors = try Authors(among: readable, in: session)
            guard
                let found = try Self.remarks(
                    ofType: type, on: listed.keys.sorted(), among: readable, by: &authors, of: desk, in: session)
            else { return nil }
            var whole: [String: ListedRemarks] = [:]
            for (id, remarks) in found {
                guard let line = listed[id] else { continue }
                let collection = Numbering.collection(of: line)
                let position: Int?? =
                    readable.contains(collection)
                    ? try session.first(
                        "SELECT l.position FROM line l WHERE l.collection = \(collection) AND l.number = \(line)"
                    ) { try $0.get(0, as: Int?.self) } : nil
                guard let position, let position else { continue }
                whole[id] = ListedRemarks(
                    original: try authors.authorship(at: position, of: collection), remarks: remarks)
            }
            return whole
        }
    }

    /// The same, of objects whose own author is not asked.
    package func remarks(ofType type: String, on ids: [String]) async throws -> [String: [ListedRemarks.Remark]]? {
        guard !ids.isEmpty else { return [:] }
        let desk = Source.organisation(ledger.gateway.id)
        return try await read { session, readable in
            var authors = try Authors(among: readable, in: session)
            return try Self.remarks(
                ofType: type, on: ids, among: readable, by: &authors, of: desk, in: session)
        }
    }

    private static func remarks(
        ofType type: String, on ids: [String], among readable: [Int], by authors: inout Authors, of desk: Source,
        in session: Session
    ) throws -> [String: [ListedRemarks.Remark]]? {
        var found: [String: [ListedRemarks.Remark]] = [:]
        var left = mostOfList
        for ids in ids.parts(of: 500) {
            // CROSS JOIN: from the few objects to what refers to them. What stands in two collections is one remark.
            let rows = try session.rows(
                """
                SELECT thing, collection, position, id, added FROM (
                SELECT o.id AS thing, l.collection, l.position, v.id, l.added,
                    row_number() OVER (PARTITION BY o.id ORDER BY \(SQL.isOwn(desk)) DESC, l.added DESC, l.collection, l.position) AS place
                FROM object o CROSS JOIN link k CROSS JOIN line l CROSS JOIN object v
                WHERE \(SQL.isObject(among: ids)) AND o.collection IN (\(list: readable))
                AND k.collection = o.collection AND k.target = o.number AND k.verb IN ('object_ref', 'object_refs')
                AND l.collection = k.collection AND l.number = k.line AND l.type = \(type)
                AND v.collection = l.collection AND v.number = l.object
                AND l.position IS NOT NULL) r
                WHERE place <= \(mostOfObject) ORDER BY added DESC, collection, position, thing LIMIT \(left + 1)
                """
            ) {
                (
                    of: try $0.get(0, as: String.self), collection: try $0.get(1, as: Int.self),
                    position: try $0.get(2, as: Int.self), id: try $0.get(3, as: String.self)
                )
            }
            guard rows.count <= left else { return nil }
            left -= rows.count
            var seen: Set<String> = []
            for row in rows where seen.insert("\(row.of) \(row.id)").inserted {
                let body = try session.first(
                    """
                    SELECT \(Listing.shortBody) FROM \(Listing.tables)
                    WHERE l.collection = \(row.collection) AND l.position = \(row.position)
                    """
                ) { try $0.get(0, as: [UInt8]?.self) }
                guard let body, let body else { continue }
                found[row.of, default: []].append(
                    .init(
                        id: row.id, body: body,
                        authorship: try authors.authorship(at: row.position, of: row.collection)))
            }
        }
        return found
    }
}
