package import STIX
import Storage

/// Which input brought which entries: what an operator looks at when a source breaks, and undoes where it brought rubbish.
struct ImportLog {
    let session: Session
    let collection: Int
    let source: Int
    let account: String?

    /// Writes that an import has begun; returns its number.
    func begin(_ id: String, at now: Timestamp) throws -> Int {
        try session.inserted(
            """
            INSERT INTO import (id, collection, source, account, started, objects, placed, quarantined)
            VALUES (\(id), \(collection), \(source), \(account.sql), \(now.microseconds), 0, 0, 0)
            RETURNING number
            """)
    }

    /// What one transaction of it did.
    func note(_ report: AdmissionReport, placed: Range<Int>) throws {
        guard let number = report.number else { return }
        try session.run(
            """
            UPDATE import SET objects = \(report.read), placed = \(report.placed), quarantined = \(report.quarantinedCount)
            WHERE number = \(number)
            """)
        guard !placed.isEmpty else { return }
        try session.run(
            """
            INSERT INTO import_range (import, first, next) VALUES (\(number), \(placed.lowerBound), \(placed.upperBound))
            """)
    }

    /// Writes that it has ended, and where it broke; an input without any object is an import too.
    func end(_ report: AdmissionReport, id: String, at now: Timestamp) throws {
        let number = try report.number ?? begin(id, at: now)
        try session.run(
            """
            UPDATE import SET ended = \(now.microseconds), broken = \((report.broken?.description).sql)
            WHERE number = \(number)
            """)
    }
}

/// An input that was read into a collection.
package struct ImportSummary: Sendable {
    /// For commands: counts all imports here.
    package let number: Int
    /// UUID, for pages.
    package let id: String
    /// Alias of the collection.
    package let collection: String
    package let source: Source
    /// UUID of the account; nil for a command or a program.
    package let account: String?
    package let started: Timestamp
    /// Nil while it goes on, or where it was cut off.
    package let ended: Timestamp?
    package let objects: Int
    package let placed: Int
    package let quarantined: Int
    /// Why it was not read to its end.
    package let broken: String?
    package let undone: Timestamp?
    /// UUID of the account that undid it; nil for a command.
    package let undoneBy: String?

    static let columns: SQL = """
        i.number, i.id, c.alias, s.name, i.account, i.started, i.ended, i.objects, i.placed, i.quarantined, i.broken, i.undone,
        i.undone_by
        """
    static let tables: SQL =
        "import i JOIN collection c ON c.number = i.collection JOIN source s ON s.number = i.source"

    init(_ row: Row) throws {
        number = try row.get(0)
        id = try row.get(1)
        collection = try row.get(2)
        source = try row.get(3)
        account = try row.get(4)
        started = try Timestamp(stored: row.get(5))
        ended = try row.get(6, as: Int64?.self).map(Timestamp.init(stored:))
        objects = try row.get(7)
        placed = try row.get(8)
        quarantined = try row.get(9)
        broken = try row.get(10)
        undone = try row.get(11, as: Int64?.self).map(Timestamp.init(stored:))
        undoneBy = try row.get(12)
    }
}

extension GatewayLedger {
    /// What was read into these collections, newest first; for their operators only.
    package func imports(into collections: [LogCollection], limit: Int) async throws -> [ImportSummary] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(ImportSummary.columns) FROM \(ImportSummary.tables)
                WHERE i.collection IN (\(list: collections.map(\.number))) ORDER BY i.number DESC LIMIT \(limit)
                """, ImportSummary.init)
        }
    }

    /// The sources whose last input into one of these collections broke, newest first.
    package func brokenSources(in collections: [LogCollection], limit: Int) async throws -> [ImportSummary] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(ImportSummary.columns) FROM \(ImportSummary.tables)
                WHERE i.number IN (SELECT max(number) FROM import
                    WHERE collection IN (\(list: collections.map(\.number))) GROUP BY collection, source)
                AND i.broken IS NOT NULL ORDER BY i.number DESC LIMIT \(limit)
                """, ImportSummary.init)
        }
    }

    /// An import, by its number.
    package func importSummary(_ number: Int) async throws -> ImportSummary? {
        try await importSummary(where: "i.number = \(number)")
    }

    /// An import, by its UUID.
    package func importSummary(id: String) async throws -> ImportSummary? {
        try await importSummary(where: "i.id = \(id)")
    }

    private func importSummary(where condition: SQL) async throws -> ImportSummary? {
        try await database.read { session in
            try session.first(
                "SELECT \(ImportSummary.columns) FROM \(ImportSummary.tables) WHERE \(condition)", ImportSummary.init)
        }
    }

    /// Withdraws everything that an import placed and that still stands; returns how many versions.
    ///
    /// It can be called again where it was cut off. What was withdrawn meanwhile stays withdrawn for its own reason.
    ///
    /// - Throws: `unknownImport`, or `needsReason` where the reason is empty.
    package func undoImport(
        _ number: Int, reason: String, by hand: Hand, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Int {
        try Removal.check(reason, of: "undoing an import")
        guard let summary = try await importSummary(number) else {
            throw LedgerError(.unknownImport, "there is no import \(number)")
        }
        var withdrawn = 0
        while true {
            let count = try await write { session in
                var log = try LogAppender(
                    session.collection(summary.collection), in: session, surroundings: surroundings, by: hand)
                let standing = try session.rows(
                    """
                    SELECT e.collection, e.position, e.object, e.body, e.ended, e.version, e.sha256
                    FROM import_range r JOIN entry e ON e.number >= \(Numbering.number(0, in: log.collection.number)) + r.first
                        AND e.number < \(Numbering.number(0, in: log.collection.number)) + r.next
                    WHERE r.import = \(number) AND e.collection = \(log.collection.number) AND e.kind = \(EntryKind.place)
                    AND e.object IS NOT NULL AND e.ended IS NULL ORDER BY e.number LIMIT \(Self.undoneAtOnce)
                    """, PlacedEntry.init)
                var projections = try projections(of: log.collection, in: session)
                for placement in standing {
                    let position = try log.append(.withdraw(position: placement.position, reason: reason))
                    try session.end(placement, by: position, &projections)
                }
                try projections.finish()
                if standing.isEmpty {
                    try session.run(
                        """
                        UPDATE import SET undone = \(surroundings.now().microseconds), undone_by = \(hand.account.sql)
                        WHERE number = \(number)
                        """)
                    return (0, [])
                }
                return (standing.count, [try log.finish()])
            }
            guard count > 0 else { return withdrawn }
            withdrawn += count
            progress(withdrawn)
        }
    }

    /// One transaction of it: other writers take turns in between.
    private static let undoneAtOnce = 5_000
}
