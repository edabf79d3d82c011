package import Ledger
package import STIX
import Storage

/// The rows of work of a gateway.
package struct WorkTable: LedgerTable {
    package let ledger: GatewayLedger

    package init(_ ledger: GatewayLedger) { self.ledger = ledger }

    private var now: Timestamp { ledger.surroundings.now() }

    /// The rows of a kind, or of all, those that wait longest first.
    ///
    /// - Parameter after: the last row of the page before.
    package func rows(
        of kind: String? = nil, after last: (due: Timestamp, kind: String, key: String)? = nil, limit: Int
    ) async throws -> [WorkRow] {
        var condition: SQL = "1 = 1"
        if let kind { condition = "\(condition) AND kind = \(kind)" }
        if let last {
            condition =
                "\(condition) AND (due, kind, key) > (\(last.due.microseconds), \(last.kind), \(last.key))"
        }
        return try await read { [condition] session in
            try session.rows(
                """
                SELECT \(WorkRow.columns) FROM work WHERE \(condition) ORDER BY due, kind, key LIMIT \(limit)
                """, WorkRow.init)
        }
    }

    package func row(_ kind: String, for key: String) async throws -> WorkRow? {
        try await read { session in
            try session.first(
                "SELECT \(WorkRow.columns) FROM work WHERE kind = \(kind) AND key = \(key)", WorkRow.init)
        }
    }

    /// Somebody has looked: it is done at once; false where there is no such row.
    package func retry(_ kind: String, for key: String) async throws -> Bool {
        let now = now.microseconds
        return try await write { session in
            try session.run(
                """
                UPDATE work SET due = \(now), asked = \(now), stopped = 0, ends = 0, attempts = 0, revision = revision + 1
                WHERE kind = \(kind) AND key = \(key)
                """)
            return session.changes > 0
        }
    }

    /// It is not done any more; false where there is no such row.
    package func drop(_ kind: String, for key: String) async throws -> Bool {
        try await write { session in
            try session.drop(kind, for: key)
            return session.changes > 0
        }
    }

    /// How the rows of one kind fare.
    package struct Tally: Sendable, Equatable {
        package let kind: String
        /// Rows that are to be done, now or later, and those that somebody is at.
        package var waiting = 0
        /// Rows whose time came longer ago than the kind allows, and that nobody is at.
        package var late = 0
        /// Rows whose last attempt failed.
        package var failing = 0
        /// Rows that wait for somebody to look.
        package var stopped = 0
    }

    /// The rows of a handler that somebody may know of who reads these collections; all of them for nil.
    private func which(_ handler: any WorkHandler, in collections: [LogCollection]?) async throws -> SQL {
        guard let collections, case .only(let keys) = try await handler.known(in: collections) else {
            return "kind = \(handler.kind)"
        }
        return "kind = \(handler.kind) AND key IN (\(list: keys.sorted()))"
    }

    /// The rows that somebody may know of who reads these collections: those that need somebody first, then as they are due.
    ///
    /// - Parameter collections: nil for every row.
    package func rows(
        of handlers: [any WorkHandler], in collections: [LogCollection]?, limit: Int
    ) async throws -> [WorkRow] {
        var conditions: [SQL] = []
        for handler in handlers { conditions.append(try await which(handler, in: collections)) }
        return try await read { [conditions] session in
            // Each by an index of its own, so that a million that wait cost nothing.
            let troubled = try conditions.flatMap { which in
                try session.rows(
                    """
                    SELECT \(WorkRow.columns) FROM work WHERE \(which) AND failing_since IS NOT NULL
                    ORDER BY stopped DESC, due, key LIMIT \(limit)
                    """, WorkRow.init)
            }
            let others = try conditions.flatMap { which in
                try session.rows(
                    """
                    SELECT \(WorkRow.columns) FROM work WHERE \(which) AND stopped = 0 AND failing_since IS NULL
                    ORDER BY due, key LIMIT \(limit)
                    """, WorkRow.init)
            }
            func isBefore(_ one: WorkRow, _ other: WorkRow) -> Bool {
                (one.isStopped ? 0 : 1, one.due, one.key) < (other.isStopped ? 0 : 1, other.due, other.key)
            }
            return Array((troubled.sorted(by: isBefore) + others.sorted(by: isBefore)).prefix(limit))
        }
    }

    /// How each kind fares, in the order of these handlers, as far as somebody may know who reads these collections.
    package func tallies(_ handlers: [any WorkHandler], in collections: [LogCollection]?) async throws -> [Tally] {
        let now = now.microseconds
        var asked: [(kind: String, before: Int64, which: SQL)] = []
        for handler in handlers {
            asked.append(
                (handler.kind, now - handler.lateAfter.microseconds, try await which(handler, in: collections)))
        }
        return try await read { [asked] session in
            try asked.map { kind, before, which in
                var tally = Tally(kind: kind)
                let found = try session.first(
                    """
                    SELECT count(*), coalesce(sum(CASE WHEN failing_since IS NOT NULL THEN 1 ELSE 0 END), 0),
                        coalesce(sum(stopped), 0)
                    FROM work WHERE \(which)
                    """
                ) { (try $0.get(0, as: Int.self), try $0.get(1, as: Int.self), try $0.get(2, as: Int.self)) }
                guard let found else { return tally }
                tally.waiting = found.0 - found.2
                tally.failing = found.1
                tally.stopped = found.2
                tally.late =
                    try session.value(
                        """
                        SELECT count(*) FROM work
                        WHERE \(which) AND stopped = 0 AND due <= \(before) AND holder IS NULL
                        """) ?? 0
                return tally
            }
        }
    }
}

extension Duration {
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
