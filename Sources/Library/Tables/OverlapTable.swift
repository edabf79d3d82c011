import Kinds
import Ledger
import STIX
import Storage

/// Which records look like which, as far as one reader may know, and which of these pairs somebody found to be different.
struct OverlapTable: LedgerTable {
    let ledger: GatewayLedger

    /// Most that are looked at for one record: those that begin last.
    static let most = 60

    /// A record in the same country about the same topic at about the same time.
    struct Candidate: Sendable {
        let id: String
        let grounds: OverlapGrounds
    }

    /// Records that look like one of these grounds, those that begin last first.
    ///
    /// - Parameters:
    ///   - versions: the identifiers of the kind.
    ///   - id: of the record itself, which looks like no other; nil before it is said.
    func candidates(
        for grounds: OverlapGrounds, by fields: OverlapFields, of versions: [String], but id: String?,
        for reader: Reader
    ) async throws -> [Candidate] {
        let quarter = grounds.quarter.bounds
        let before = max(quarter.next, grounds.last.next.description)
        return try await reader.read { session, readable in
            func holds(_ names: [String], _ values: [String]) -> SQL {
                """
                EXISTS (SELECT 1 FROM record_value v WHERE v.kind IN (\(list: versions)) AND v.field IN (\(list: names))
                    AND v.collection = b.collection AND v.value IN (\(list: values.sorted())) AND v.line = b.line)
                """
            }
            let found = try session.rows(
                """
                SELECT b.line, r.id FROM record_value b JOIN record r ON r.collection = b.collection AND r.line = b.line
                WHERE b.kind IN (\(list: versions)) AND b.field = \(fields.start) AND b.collection IN (\(list: readable))
                AND b.value < \(before) AND r.id <> \(id ?? "") AND (b.value >= \(quarter.first)
                    OR EXISTS (SELECT 1 FROM record_value e WHERE e.line = b.line AND e.collection = b.collection
                        AND e.field = \(fields.end) AND e.value >= \(grounds.first.description)))
                AND \(holds(fields.countries, Array(grounds.countries)))
                AND \(holds(fields.topics, grounds.topics.map(\.value)))
                ORDER BY b.value DESC, r.id, b.line LIMIT \(Self.most)
                """
            ) { (line: try $0.get(0, as: Int.self), id: try $0.get(1, as: String.self)) }
            let rows = try session.rows(
                """
                SELECT v.line, v.field, v.value FROM record_value v WHERE v.line IN (\(list: found.map(\.line)))
                AND v.collection IN (\(list: readable)) AND v.field IN (\(list: fields.names)) ORDER BY v.line, v.part
                """
            ) {
                (
                    line: try $0.get(0, as: Int.self),
                    said: (field: try $0.get(1, as: String.self), value: try $0.get(2, as: String.self))
                )
            }
            let said = Dictionary(grouping: rows, by: \.line).mapValues { $0.map(\.said) }
            var seen: Set<String> = []
            return found.compactMap { row in
                guard let grounds = OverlapGrounds(said[row.line] ?? [], by: fields), seen.insert(row.id).inserted
                else { return nil }
                return Candidate(id: row.id, grounds: grounds)
            }
        }
    }

    /// What was said of a record and these others, by the others' identifiers and by the grounds; the latest counts.
    func dismissals(of id: String, and others: [String], for reader: Reader) async throws -> [String: [String:
        OverlapDismissal]]
    {
        guard !others.isEmpty else { return [:] }
        return try await reader.read { session, readable in
            var found: [String: [String: OverlapDismissal]] = [:]
            let columns: SQL = "grounds, author, account, reason, made, collection FROM overlap_dismissal"
            let rows = try session.rows(
                """
                SELECT other, \(columns) WHERE one = \(id) AND other IN (\(list: others)) AND collection IN (\(list: readable))
                UNION ALL
                SELECT one, \(columns) WHERE other = \(id) AND one IN (\(list: others)) AND collection IN (\(list: readable))
                ORDER BY 6, 7
                """
            ) { row in
                (
                    other: try row.get(0, as: String.self), grounds: try row.get(1, as: String.self),
                    said: OverlapDismissal(
                        author: try row.get(2), account: try row.get(3), reason: try row.get(4),
                        made: Timestamp(clamping: try row.get(5)), collection: try row.get(6))
                )
            }
            for row in rows { found[row.other, default: [:]][row.grounds] = row.said }
            return found
        }
    }

    /// Writes down that two records are different, for the readers of these collections.
    func dismiss(
        _ id: String, _ other: String, grounds: String, reason: String, by person: Person,
        in collections: [LogCollection]
    ) async throws {
        let pair = [id, other].sorted()
        let now = ledger.surroundings.now().microseconds
        try await write { session in
            for collection in collections {
                try session.run(
                    """
                    INSERT INTO overlap_dismissal (collection, one, other, grounds, reason, author, account, made)
                    VALUES (\(collection.number), \(pair[0]), \(pair[1]), \(grounds), \(reason), \(person.organisation.author),
                        \(person.account), \(now))
                    ON CONFLICT (one, other, collection) DO UPDATE SET grounds = excluded.grounds, reason = excluded.reason,
                        author = excluded.author, account = excluded.account, made = excluded.made
                    """)
            }
        }
    }

    /// What was said of an object that is erased goes with it.
    static func forget(_ id: String, in session: Session) throws {
        try session.run("DELETE FROM overlap_dismissal WHERE one = \(id) OR other = \(id)")
    }
}
