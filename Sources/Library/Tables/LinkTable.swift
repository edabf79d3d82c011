import Ledger
import Outside
import STIX
import Storage

/// Which links stand here, and what was found at them.
struct LinkTable: LedgerTable {
    let ledger: GatewayLedger

    /// A link that is to be followed, in one collection that everybody reads.
    struct Due: Sendable {
        let collection: Int
        let hash: String
        let link: String
        /// What was found before; nil where nobody has looked yet.
        let before: CheckedLink?
    }

    /// A dead link in a record.
    struct Dead: Sendable {
        let record: String
        let link: String
        let since: Timestamp
        let finding: LinkFinding
    }

    private static let state: SQL = "c.looked, c.finding, c.failing, c.dead, c.due"
    /// No wait is longer: what is due beyond it was written down while a clock was ahead.
    private static let longestWait: Int64 = 7 * 86_400 * 1_000_000

    /// The fields, each behind the identifier of its kind, in which something that everybody reads has an address.
    func fields() async throws -> [(kind: String, field: String)] {
        try await Reader.everyone(of: ledger).read { session, readable in
            try session.rows(
                """
                SELECT DISTINCT kind, field FROM record_link WHERE collection IN (\(list: readable)) ORDER BY kind, field
                LIMIT 5000
                """
            ) { (kind: try $0.get(0), field: try $0.get(1)) }
        }
    }

    /// The links in these fields, of what everybody reads, that are to be followed now; those that wait longest first.
    func due(at now: Timestamp, in fields: [(kind: String, field: String)], atMost most: Int) async throws -> [Due] {
        let named = fields.map { "\($0.kind) \($0.field)" }
        return try await Reader.everyone(of: ledger).read { session, readable in
            try session.rows(
                """
                SELECT l.collection, l.hash, min(l.link), \(Self.state) FROM record_link l
                LEFT JOIN checked_link c ON c.hash = l.hash AND c.collection = l.collection
                WHERE l.collection IN (\(list: readable)) AND l.kind || ' ' || l.field IN (\(list: named))
                AND (c.due IS NULL OR c.due <= \(now.microseconds) OR c.due > \(now.microseconds + Self.longestWait))
                GROUP BY l.collection, l.hash, \(Self.state) ORDER BY coalesce(c.due, 0), l.hash, l.collection LIMIT \(most)
                """
            ) { row in
                Due(
                    collection: try row.get(0), hash: try row.get(1), link: try row.get(2),
                    before: try row.get(3, as: Int64?.self) == nil ? nil : CheckedLink(row, from: 3))
            }
        }
    }

    /// The records of a collection that name one of these links, by their identifiers.
    func records(naming hashes: [String], in collection: Int, atMost most: Int) async throws -> [String] {
        try await Reader.everyone(of: ledger).read { session, readable in
            guard readable.contains(collection) else { return [] }
            return try session.rows(
                """
                SELECT DISTINCT r.id FROM record_link l JOIN record r ON r.collection = l.collection AND r.line = l.line
                WHERE l.hash IN (\(list: hashes)) AND l.collection = \(collection) ORDER BY r.id LIMIT \(most)
                """
            ) { try $0.get(0) }
        }
    }

    /// Which of these links are dead, and since when, as far as a reader may know.
    func dead(_ links: [String], for reader: Reader) async throws -> [String: Timestamp] {
        guard !links.isEmpty else { return [:] }
        let hashes = Dictionary(links.map { (LinkHash.of($0), $0) }) { first, _ in first }
        return try await reader.read { session, readable in
            var dead: [String: Timestamp] = [:]
            let rows = try session.rows(
                """
                SELECT c.hash, \(Self.state) FROM checked_link c
                WHERE c.hash IN (\(list: hashes.keys.sorted())) AND c.collection IN (\(list: readable)) ORDER BY c.looked
                """
            ) { (hash: try $0.get(0, as: String.self), state: try CheckedLink($0, from: 1)) }
            // In several collections, what was found last.
            for row in rows {
                guard let link = hashes[row.hash] else { continue }
                dead[link] = row.state.isDead ? row.state.failing : nil
            }
            return dead
        }
    }

    /// The dead links of what a reader reads, those that died last first.
    func dead(for reader: Reader, atMost most: Int) async throws -> [Dead] {
        try await reader.read { session, readable in
            try session.rows(
                """
                SELECT r.id, l.link, c.failing, c.finding FROM checked_link c
                JOIN record_link l ON l.hash = c.hash AND l.collection = c.collection
                JOIN record r ON r.collection = l.collection AND r.line = l.line
                WHERE c.collection IN (\(list: readable)) AND c.dead = 1
                GROUP BY r.id, l.link, c.failing, c.finding ORDER BY c.failing DESC, r.id, l.link LIMIT \(most)
                """
            ) {
                Dead(
                    record: try $0.get(0), link: try $0.get(1), since: Timestamp(clamping: try $0.get(2)),
                    finding: LinkFinding(rawValue: try $0.get(3)) ?? .undecided)
            }
        }
    }

    /// Writes down what was found; nothing where no record names the link there any more.
    static func keep(_ state: CheckedLink, at link: Due, in session: Session) throws {
        let named: Int? = try session.value(
            "SELECT 1 FROM record_link WHERE hash = \(link.hash) AND collection = \(link.collection) LIMIT 1")
        guard named != nil else { return }
        try session.run(
            """
            INSERT INTO checked_link (collection, hash, looked, finding, failing, dead, due)
            VALUES (\(link.collection), \(link.hash), \(state.looked.microseconds), \(state.finding.rawValue),
                \((state.failing?.microseconds).sql), \(state.isDead ? 1 : 0), \(state.due.microseconds))
            ON CONFLICT (hash, collection) DO UPDATE SET looked = excluded.looked, finding = excluded.finding,
                failing = excluded.failing, dead = excluded.dead, due = excluded.due
            """)
    }
}

extension CheckedLink {
    fileprivate init(_ row: Row, from column: Int) throws {
        self.init(
            looked: Timestamp(clamping: try row.get(column)),
            finding: LinkFinding(rawValue: try row.get(column + 1)) ?? .undecided,
            failing: try row.get(column + 2, as: Int64?.self).map { Timestamp(clamping: $0) },
            isDead: try row.get(column + 3), due: Timestamp(clamping: try row.get(column + 4)))
    }
}
