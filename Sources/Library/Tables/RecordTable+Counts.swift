import Hall
import Kinds
import Ledger
import STIX
import Storage

extension RecordTable {
    /// Addresses in one sitemap, and most of them.
    private static let sitemapSize = 5_000
    static let mostSitemaps = 200

    /// How many sitemaps hold every object of a kind.
    func sitemapParts() async throws -> Int {
        try await reader.read { session, readable in
            let count = try session.value(
                "SELECT count(*) FROM record r WHERE r.collection IN (\(list: readable))", as: Int.self)
            return min((count ?? 0) / Self.sitemapSize + 1, Self.mostSitemaps)
        }
    }

    /// The objects of a kind in one sitemap, as they came.
    func sitemapPart(_ number: Int) async throws -> [(id: String, added: Timestamp)] {
        try await reader.read { session, readable in
            try session.rows(
                """
                SELECT r.id, r.added FROM record r WHERE r.collection IN (\(list: readable))
                ORDER BY r.collection, r.added, r.line LIMIT \(Self.sitemapSize) OFFSET \(number * Self.sitemapSize)
                """
            ) { (id: try $0.get(0, as: String.self), added: Timestamp(clamping: try $0.get(1, as: Int64.self))) }
        }
    }

    /// The objects of these kinds that are of some countries, newest first: by kind, then by country.
    ///
    /// - Returns: nothing for a kind of which none is; at most 2,000 in all.
    func named(countries: [String], in kinds: [Kind]) async throws -> [String: [String: [Found]]] {
        let names = try await names(of: kinds)
        let fields = Set(kinds.compactMap { $0.countryField?.name }).sorted()
        guard !countries.isEmpty, !fields.isEmpty else { return [:] }
        return try await reader.read { session, readable in
            let rows = try session.rows(
                """
                SELECT v.kind, v.field, v.value, r.line, r.id FROM record_value v
                JOIN record r ON r.collection = v.collection AND r.line = v.line
                WHERE v.kind IN (\(list: names.keys.sorted())) AND v.field IN (\(list: fields)) AND v.value IN (\(list: countries))
                AND v.collection IN (\(list: readable)) ORDER BY r.added DESC, r.line DESC LIMIT 2000
                """
            ) {
                (
                    kind: try $0.get(0, as: String.self), field: try $0.get(1, as: String.self),
                    country: try $0.get(2, as: String.self),
                    found: Found(line: try $0.get(3), id: try $0.get(4))
                )
            }
            var found: [String: [String: [Found]]] = [:]
            var seen: Set<String> = []
            for row in rows {
                guard let name = names[row.kind],
                    kinds.first(where: { $0.name == name })?.countryField?.name == row.field,
                    seen.insert("\(row.country) \(row.found.id)").inserted
                else { continue }
                found[name, default: [:]][row.country, default: []].append(row.found)
            }
            return found
        }
    }

    /// As what each party is named in objects of these kinds, and in how many of them.
    ///
    /// - Parameter area: only in those of a work area.
    func parties(of kinds: [Kind], area: String?) async throws -> [PartiesModel.Deed] {
        let names = try await names(of: kinds)
        // A field that names parties does so in every version of its kind.
        let fields = Set(kinds.flatMap { $0.fields.filter { $0.type == .party }.map(\.name) }).sorted()
        guard !fields.isEmpty else { return [] }
        return try await reader.read { session, readable in
            let isOfArea: SQL =
                area.map {
                    """
                    AND EXISTS (SELECT 1 FROM record_value a WHERE a.collection = v.collection AND a.line = v.line
                        AND a.field = 'work_areas' AND a.value = \($0))
                    """
                } ?? ""
            let rows = try session.rows(
                """
                SELECT v.kind, v.field, v.value, count(DISTINCT r.id) FROM record_value v
                JOIN record r ON r.collection = v.collection AND r.line = v.line
                WHERE v.kind IN (\(list: names.keys.sorted())) AND v.field IN (\(list: fields))
                AND v.collection IN (\(list: readable)) \(isOfArea)
                GROUP BY v.kind, v.field, v.value ORDER BY 4 DESC, v.value, v.field, v.kind LIMIT 2000
                """
            ) {
                (
                    kind: try $0.get(0, as: String.self), field: try $0.get(1, as: String.self),
                    value: try $0.get(2, as: String.self), count: try $0.get(3, as: Int.self)
                )
            }
            var deeds: [String: PartiesModel.Deed] = [:]
            for row in rows {
                guard let kind = names[row.kind], STIXIdentifier.split(row.value)?.type == "identity" else { continue }
                let key = "\(kind) \(row.field) \(row.value)"
                deeds[key] = PartiesModel.Deed(
                    party: row.value, kind: kind, field: row.field, count: row.count + (deeds[key]?.count ?? 0))
            }
            return Array(deeds.values)
        }
    }
}
