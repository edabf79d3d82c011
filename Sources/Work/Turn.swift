import Ledger
import STIX
import Storage

/// What one who works writes to the table: which rows are theirs, and what became of them.
struct Turn: Sendable {
    let holder: String
    let surroundings: Surroundings

    /// For so long nobody else begins what is held; it is said anew while it goes on.
    static let lease: Int64 = 60 * 1_000_000

    /// What became of a row.
    struct Result: Sendable {
        let row: WorkRow
        let end: End
    }

    enum End: Sendable {
        case went(WorkOutcome)
        case failed(WorkFailure)
        /// It was called off in good order, as though it had not been begun.
        case handedBack
    }

    /// Rows of a kind that may be begun, those that wait longest first.
    func due(_ kind: String, atMost most: Int, in session: Session) throws -> [WorkRow] {
        try session.rows(
            """
            SELECT \(WorkRow.columns) FROM work
            WHERE kind = \(kind) AND stopped = 0 AND due <= \(surroundings.now().microseconds) AND holder IS NULL
            ORDER BY due, key LIMIT \(most)
            """, WorkRow.init)
    }

    /// When the next row of these kinds is due; nil where none waits.
    func next(of kinds: [String], in session: Session) throws -> Timestamp? {
        var next: Int64?
        for kind in kinds {
            let due: Int64? = try session.value(
                "SELECT due FROM work WHERE kind = \(kind) AND stopped = 0 AND holder IS NULL ORDER BY due LIMIT 1")
            if let due { next = min(next ?? due, due) }
        }
        return next.map { Timestamp(clamping: $0) }
    }

    /// Takes a row, as it is now; nil where somebody else has it, or it is gone or put off.
    func take(_ row: WorkRow, in session: Session) throws -> WorkRow? {
        let now = surroundings.now().microseconds
        try session.run(
            """
            UPDATE work SET holder = \(holder), lease = \(now + Self.lease), attempts = attempts + 1
            WHERE kind = \(row.kind) AND key = \(row.key) AND holder IS NULL AND stopped = 0 AND due <= \(now)
            """)
        guard session.changes == 1 else { return nil }
        return try session.first(
            "SELECT \(WorkRow.columns) FROM work WHERE kind = \(row.kind) AND key = \(row.key)", WorkRow.init)
    }

    /// Says of these that they go on.
    func renew(_ rows: some Sequence<WorkRow>, in session: Session) throws {
        let lease = surroundings.now().microseconds + Self.lease
        for row in rows {
            try session.run(
                """
                UPDATE work SET lease = \(lease) WHERE kind = \(row.kind) AND key = \(row.key) AND holder = \(holder)
                """)
        }
    }

    /// Writes down what became of a row; nothing where it is somebody else's meanwhile.
    func settle(_ result: Result, in session: Session) throws {
        let (row, now) = (result.row, surroundings.now().microseconds)
        try session.run(
            """
            UPDATE work SET holder = NULL, lease = NULL, ends = 0
            WHERE kind = \(row.kind) AND key = \(row.key) AND holder = \(holder)
            """)
        guard session.changes == 1 else { return }
        // Asked for again while it went on, it is done again.
        let isSame: SQL = "kind = \(row.kind) AND key = \(row.key) AND revision = \(row.revision)"
        switch result.end {
        case .went(let outcome):
            try outcome.also?(session)
            if let next = outcome.next {
                try session.run("UPDATE work SET due = \(next.microseconds), asked = \(now) WHERE \(isSame)")
            } else {
                try session.run("DELETE FROM work WHERE \(isSame)")
            }
            try session.run(
                """
                UPDATE work SET attempts = 0, failing_since = NULL, problem = NULL
                WHERE kind = \(row.kind) AND key = \(row.key)
                """)
        case .failed(let failure):
            try failure.also?(session)
            let next = failure.next ?? Backoff(surroundings).next(failures: row.attempts)
            try session.run(
                """
                UPDATE work SET problem = \(failure.sentence), failing_since = coalesce(failing_since, \(now))
                WHERE kind = \(row.kind) AND key = \(row.key)
                """)
            try session.run(
                """
                UPDATE work SET due = \(next.microseconds), asked = \(now), stopped = \(failure.passes ? 0 : 1)
                WHERE \(isSame)
                """)
        case .handedBack:
            try session.run(
                "UPDATE work SET attempts = attempts - 1 WHERE kind = \(row.kind) AND key = \(row.key)")
        }
    }

    /// Frees what is held by those who are gone: a process that ended, or one that has said nothing for too long.
    ///
    /// - Parameter isGone: whether a holder is known to be; nil where nobody can tell, and its lease decides.
    /// - Returns: a sentence for each row that stops, because the process ended in the middle of it too often.
    func free(_ handlers: [any WorkHandler], isGone: (String) -> Gone?, in session: Session) throws -> [String] {
        let now = surroundings.now().microseconds
        let held = try session.rows(
            "SELECT \(WorkRow.columns), ends FROM work WHERE holder IS NOT NULL AND holder <> \(holder)"
        ) { (row: try WorkRow($0), ends: try $0.get(11, as: Int.self)) }
        var told: [String] = []
        for (row, ends) in held {
            guard let holder = row.holder, let handler = handlers.first(where: { $0.kind == row.kind }) else {
                continue
            }
            var gone = isGone(holder)
            if gone == nil, row.lease.map({ $0.microseconds <= now }) ?? true { gone = .ended }
            guard let gone else { continue }
            let ends = ends + (gone == .ended ? 1 : 0)
            let stops = ends >= handler.mostEnds
            let problem = "the gateway ended while it did this, and might again; look into its log first"
            try session.run(
                """
                UPDATE work SET holder = NULL, lease = NULL, ends = \(ends), due = \(now), asked = \(now)
                WHERE kind = \(row.kind) AND key = \(row.key)
                """)
            guard stops else { continue }
            try session.run(
                """
                UPDATE work SET stopped = 1, problem = \(problem), failing_since = coalesce(failing_since, \(now))
                WHERE kind = \(row.kind) AND key = \(row.key)
                """)
            told.append("\(row.kind) \(row.key): \(problem)")
        }
        return told
    }

    /// How somebody who held a row went.
    enum Gone: Sendable {
        /// With the machine: nobody's fault.
        case withTheMachine
        case ended
    }

    /// What was put off on a clock that has been set back since is due now.
    func mendClock(in session: Session) throws {
        let now = surroundings.now().microseconds
        try session.run("UPDATE work SET due = \(now), asked = \(now) WHERE asked > \(now) AND holder IS NULL")
    }
}
