import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Storage
import Web

/// The objects of kinds, as one reader may see them.
struct RecordTable {
    let reader: Reader
    let shelf: KindShelf
    /// Into which language rows are translated, where a translation stands; nil for the words of their authors.
    var language: String?

    /// What a page of a list holds, and what programs get at once.
    static let page = 50
    static let mostAtOnce = 1_000
    /// What a feed has.
    static let entries = 50
    /// How many may come before what is asked for.
    static let mostBefore = 10_000
    /// How many are looked at one by one, where no table tells what is asked.
    static let mostLookedAt = 1_000

    struct Found: Sendable {
        let line: Int
        let id: String
    }

    /// Objects of a kind, newest arrivals first.
    func find(_ question: RecordQuestion, of kind: Kind, from offset: Int = 0, limit: Int = page, today: FullDate)
        async throws -> RecordsFound
    {
        let versions = try await shelf.versions(of: kind, for: reader)
        let lines: Set<Int>? =
            question.text.allSatisfy(\.isWhitespace)
            ? nil : try await reader.lines(of: SearchQuestion(question.text, type: kind.noun.type))
        let dates = Set(kind.fields.filter { $0.type == .date }.map(\.name))
        let terms = try await TermTable(ledger: shelf.ledger).map()
        let facetsOf = FacetReading(kind: kind, versions: versions, dates: dates, terms: terms)
        let (found, facets) = try await reader.read { session, readable in
            let found = try Self.lines(of: facetsOf, question, in: session, readable)
                .filter { lines?.contains($0.line) ?? true }
            let facets = try Self.facets(facetsOf, Set(found.map(\.line)), in: session, readable)
            return (found, facets)
        }
        guard question.looksCloser else {
            let page = Array(found.dropFirst(offset).prefix(limit))
            let isMore = found.count > Amount.most
            return RecordsFound(
                rows: try await rows(page, of: kind, today: today).map(\.row),
                total: isMore ? .moreThan(Amount.most) : .exactly(found.count), facets: facets,
                states: try await states(of: found, of: kind), offset: offset)
        }
        // Where something stands in its life, and whether it is late, no table says: so many are looked at one by one.
        guard found.count <= Self.mostLookedAt else {
            return RecordsFound(rows: [], total: .exactly(0), facets: facets, isTooMuch: true, offset: 0)
        }
        let all = try await rows(found, of: kind, today: today)
        // More steps than a list reads: then it is known of none.
        guard all.allSatisfy({ $0.row.kind.life == nil || $0.row.state != nil }) else {
            return RecordsFound(rows: [], total: .exactly(0), facets: facets, isTooMuch: true, offset: 0)
        }
        let fitting = all.filter { question.fits($0.row) }
        let narrowed = try await reader.read { session, readable in
            try Self.facets(facetsOf, Set(fitting.map(\.line)), in: session, readable)
        }
        return RecordsFound(
            rows: fitting.dropFirst(offset).prefix(limit).map(\.row), total: .exactly(fitting.count), facets: narrowed,
            states: kind.life == nil ? nil : Self.counted(fitting.compactMap(\.row.state)), offset: offset)
    }

    /// The objects of a kind whose date in a field lies between two days, the first included, the earliest first.
    func dated(_ kind: Kind, by field: String, from first: String, before last: String, limit: Int, today: FullDate)
        async throws -> [RecordRow]
    {
        let versions = try await shelf.versions(of: kind, for: reader)
        let lines = try await reader.read { session, readable in
            let rows = try session.rows(
                """
                SELECT v.line, r.id FROM record_value v JOIN record r ON r.collection = v.collection AND r.line = v.line
                WHERE v.kind IN (\(list: versions)) AND v.field = \(field) AND v.collection IN (\(list: readable))
                AND v.value >= \(first) AND v.value < \(last) ORDER BY v.value, r.id, r.added DESC LIMIT \(limit * 2)
                """
            ) { Found(line: try $0.get(0), id: try $0.get(1)) }
            return Array(Self.once(rows).prefix(limit))
        }
        return try await rows(lines, of: kind, today: today).map(\.row)
    }

    /// How many objects of each kind there are, and how many with each value of a field; each object once.
    ///
    /// - Returns: by the names of the kinds.
    func counts(of kinds: [Kind], by field: String) async throws -> [String: (all: Int, values: [String: Int])] {
        let names = try await names(of: kinds)
        let terms = try await TermTable(ledger: shelf.ledger).map()
        // How a term of each kind is called now; where nothing changed, counting by value is enough.
        let vocabularies = Dictionary(
            kinds.compactMap { kind in kind.field(field).flatMap(kind.vocabulary).map { (kind.name, $0) } }
        ) { first, _ in first }.filter { terms.touches($0.value) }
        return try await reader.read { session, readable in
            let ids = names.keys.sorted()
            let ofKinds: SQL = "r.kind IN (\(list: ids)) AND r.collection IN (\(list: readable))"
            var counts: [String: (all: Int, values: [String: Int])] = [:]
            let totals = try session.rows(
                "SELECT r.kind, count(DISTINCT r.id) FROM record r WHERE \(ofKinds) GROUP BY r.kind"
            ) { (try $0.get(0, as: String.self), try $0.get(1, as: Int.self)) }
            for (kind, count) in totals { counts[names[kind] ?? "", default: (0, [:])].all += count }
            let changed = ids.filter { vocabularies[names[$0] ?? ""] != nil }
            if !changed.isEmpty {
                var seen: Set<String> = []
                let rows = try session.rows(
                    """
                    SELECT v.kind, v.value, r.id FROM record_value v
                    JOIN record r ON r.collection = v.collection AND r.line = v.line
                    WHERE v.kind IN (\(list: changed)) AND v.field = \(field) AND v.collection IN (\(list: readable))
                    """
                ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self), try $0.get(2, as: String.self)) }
                for (kind, value, id) in rows {
                    guard let name = names[kind], let vocabulary = vocabularies[name] else { continue }
                    // What has the old term and the new one counts once.
                    let now = terms.now(value, in: vocabulary)
                    if seen.insert("\(name) \(now) \(id)").inserted {
                        counts[name, default: (0, [:])].values[now, default: 0] += 1
                    }
                }
            }
            // Where nothing stands in two collections, lines are objects, and the index of values is enough.
            let isTwice: Int? = try session.value(
                "SELECT 1 FROM record r WHERE \(ofKinds) GROUP BY r.id HAVING count(*) > 1 LIMIT 1")
            let ofValues: SQL =
                "v.kind IN (\(list: ids)) AND v.field = \(field) AND v.collection IN (\(list: readable)) GROUP BY v.kind, v.value"
            let values: SQL =
                isTwice == nil
                ? "SELECT v.kind, v.value, count(*) FROM record_value v WHERE \(ofValues)"
                : """
                SELECT v.kind, v.value, count(DISTINCT r.id) FROM record_value v
                JOIN record r ON r.collection = v.collection AND r.line = v.line WHERE \(ofValues)
                """
            let rows = try session.rows(values) {
                (try $0.get(0, as: String.self), try $0.get(1, as: String.self), try $0.get(2, as: Int.self))
            }
            for (kind, value, count) in rows where vocabularies[names[kind] ?? ""] == nil {
                counts[names[kind] ?? "", default: (0, [:])].values[value, default: 0] += count
            }
            return counts
        }
    }

    /// The objects of these kinds that came last, newest first.
    func newest(of kinds: [Kind], limit: Int, today: FullDate) async throws -> [RecordRow] {
        guard let first = kinds.first else { return [] }
        let names = try await names(of: kinds)
        let lines = try await reader.read { session, readable in
            var newest: [(added: Int64, found: Found)] = []
            for collection in readable {
                newest += try session.rows(
                    """
                    SELECT r.added, r.line, r.id, r.kind FROM record r WHERE r.collection = \(collection)
                    ORDER BY r.added DESC, r.line DESC LIMIT \(limit * 4)
                    """
                ) {
                    (
                        added: try $0.get(0, as: Int64.self), found: Found(line: try $0.get(1), id: try $0.get(2)),
                        kind: try $0.get(3, as: String.self)
                    )
                }.filter { names[$0.kind] != nil }.map { (added: $0.added, found: $0.found) }
            }
            newest.sort { ($0.added, $0.found.line) > ($1.added, $1.found.line) }
            return Array(Self.once(newest.map(\.found)).prefix(limit))
        }
        return try await rows(lines, of: first, today: today).map(\.row)
    }

    /// The name of each kind by the identifiers of all its versions that are known to the reader.
    func names(of kinds: [Kind]) async throws -> [String: String] {
        var names: [String: String] = [:]
        for kind in kinds {
            for version in try await shelf.versions(of: kind, for: reader) { names[version] = kind.name }
        }
        return names
    }

    // MARK: One snapshot

    /// The lines that answer, newest first, of each object one.
    private static func lines(
        of reading: FacetReading, _ question: RecordQuestion, in session: Session, _ readable: [Int]
    ) throws -> [Found] {
        let versions = reading.versions
        var conditions: SQL = "r.kind IN (\(list: versions)) AND r.collection IN (\(list: readable))"
        for (field, value) in question.chosen {
            // Of a date it is the year that is chosen; digits are in one order in every collation.
            let year = reading.dates.contains(field) && value.utf8.count == 4 ? Int(value) : nil
            let matches: SQL =
                year.map { "v.value >= \(value) AND v.value < \(String($0 + 1))" }
                ?? "v.value IN (\(list: reading.all(value, of: field)))"
            conditions = """
                \(conditions) AND EXISTS (SELECT 1 FROM record_value v WHERE v.kind IN (\(list: versions)) AND v.field = \(field)
                    AND v.collection = r.collection AND v.line = r.line AND \(matches))
                """
        }
        let rows = try session.rows(
            """
            SELECT r.line, r.id FROM record r WHERE \(conditions) ORDER BY r.added DESC, r.line DESC LIMIT \(Amount.most + 1)
            """
        ) { Found(line: try $0.get(0), id: try $0.get(1)) }
        return once(rows)
    }

    /// An object that stands in several collections counts once.
    private static func once(_ rows: [Found]) -> [Found] {
        var seen: Set<String> = []
        return rows.filter { seen.insert($0.id).inserted }
    }

    private static func facets(
        _ reading: FacetReading, _ lines: Set<Int>, in session: Session, _ readable: [Int]
    ) throws -> [String: [(value: String, count: Int)]] {
        let (versions, fields) = (reading.versions, reading.kind.facets)
        guard !fields.isEmpty, !lines.isEmpty else { return [:] }
        var counts: [String: [String: Set<Int>]] = [:]
        let rows = try session.rows(
            """
            SELECT v.field, v.value, v.line FROM record_value v WHERE v.kind IN (\(list: versions))
            AND v.field IN (\(list: fields)) AND v.collection IN (\(list: readable))
            """
        ) {
            (
                field: try $0.get(0, as: String.self), value: try $0.get(1, as: String.self),
                line: try $0.get(2, as: Int.self)
            )
        }
        for row in rows where lines.contains(row.line) {
            let value = reading.shown(row.value, of: row.field)
            counts[row.field, default: [:]][value, default: []].insert(row.line)
        }
        return counts.mapValues { values in
            values.map { (value: $0.key, count: $0.value.count) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
        }
    }
}
