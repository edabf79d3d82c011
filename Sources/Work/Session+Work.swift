package import STIX
package import Storage

/// Asking for something to be done later, in the transaction that causes it.
extension Session {
    /// Has something done at a time, or sooner where a row of this key waits for an earlier one.
    ///
    /// A row that had stopped goes on. One that somebody is at is done again afterwards.
    ///
    /// - Parameters:
    ///   - kind: the name of its handler.
    ///   - payload: replaces that of a row that waits.
    package func ask(_ kind: String, for key: String, payload: String = "", at due: Timestamp, now: Timestamp) throws {
        try run(
            """
            INSERT INTO work (kind, key, payload, due, asked, revision, attempts, stopped, ends)
            VALUES (\(kind), \(key), \(payload), \(due.microseconds), \(now.microseconds), 0, 0, 0, 0)
            ON CONFLICT (kind, key) DO UPDATE SET payload = excluded.payload, asked = excluded.asked, stopped = 0, ends = 0,
                revision = work.revision + 1,
                attempts = CASE WHEN work.stopped = 1 THEN 0 ELSE work.attempts END,
                due = CASE WHEN work.due < excluded.due AND work.stopped = 0 AND work.holder IS NULL THEN work.due
                    ELSE excluded.due END
            """)
    }

    /// It is not to be done any more; what somebody is at goes on to its end.
    package func drop(_ kind: String, for key: String) throws {
        try run("DELETE FROM work WHERE kind = \(kind) AND key = \(key)")
    }

    /// Puts off a row that waits or that somebody is at, also to a time before; one that had stopped goes on.
    ///
    /// Nothing happens where there is no such row.
    ///
    /// - Parameter problem: why it could not be done just now; nil where it went well.
    package func putOff(
        _ kind: String, for key: String, until due: Timestamp, because problem: String? = nil, now: Timestamp
    ) throws {
        try run(
            """
            UPDATE work SET due = \(due.microseconds), asked = \(now.microseconds), revision = revision + 1, stopped = 0, ends = 0,
                problem = \(problem.sql), failing_since = CASE WHEN \(problem == nil ? 1 : 0) = 1 THEN NULL
                    ELSE coalesce(failing_since, \(now.microseconds)) END
            WHERE kind = \(kind) AND key = \(key)
            """)
    }

    /// Stops a row that waits or that somebody is at, until somebody has looked.
    package func stop(_ kind: String, for key: String, because problem: String, now: Timestamp) throws {
        try run(
            """
            UPDATE work SET stopped = 1, problem = \(problem), asked = \(now.microseconds), ends = 0, revision = revision + 1,
                failing_since = coalesce(failing_since, \(now.microseconds))
            WHERE kind = \(kind) AND key = \(key)
            """)
    }
}
