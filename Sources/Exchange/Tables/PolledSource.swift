import Ledger
import Outside
package import STIX
import Storage

/// A source with all that is known of it: how far it has been read, and how it fares.
package struct PolledSource: Sendable {
    package let settings: SourceSettings
    package let created: Timestamp
    /// Whether somebody wants it left alone.
    package let isPaused: Bool
    /// Whether it broke in a way that asking again does not mend.
    package let isStopped: Bool
    let cursor: String?
    /// How far it is known, for people.
    package let state: String?
    package let tried: Timestamp?
    package let succeeded: Timestamp?
    package let failingSince: Timestamp?
    /// Visits in a row that failed.
    package let failures: Int
    /// Visits that ever failed.
    package let failed: Int
    /// Entries it ever brought.
    package let placed: Int
    package let problem: ExchangeError?
    /// When it is asked next, unless it is paused or stopped.
    package let due: Timestamp
    /// Microseconds that the last visit took.
    package let lasted: Int

    /// When it is asked next; nil where somebody must resume it first.
    package var next: Timestamp? { isPaused || isStopped ? nil : due }

    /// What is read of a source, and of the row of work that it is: `polled_source s`, joined with `work w`.
    static let columns: SQL = """
        s.id, s.name, s.kind, s.address, s.credentials, s.authority, s.collection, s.default_marking, s.reliability,
        s.seconds, s.created, s.paused, s.cursor, s.state, s.tried, s.succeeded, s.failing_since, s.failures, s.failed,
        s.placed, s.problem, s.problem_code, s.lasted, s.corrections, coalesce(w.due, s.created), coalesce(w.stopped, 0),
        coalesce(w.ends, 0), w.problem, w.failing_since, s.inner_network
        """

    /// Where those columns come from.
    static let tables: SQL = "polled_source s LEFT JOIN work w ON w.kind = 'source' AND w.key = s.id"

    init(_ row: Row) throws {
        func time(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).map { Timestamp(clamping: $0) }
        }
        settings = SourceSettings(
            id: try row.get(0), name: try row.get(1), kind: try row.get(2), address: try row.get(3),
            credentials: PeerCredentials(stored: try row.get(4)), reach: Reach(isInnerToo: try row.get(29)),
            authority: try row.get(5), collection: try row.get(6),
            defaultMarking: try row.get(7), reliability: try row.get(8), corrections: try row.get(23),
            interval: try row.get(9))
        created = Timestamp(clamping: try row.get(10))
        isPaused = try row.get(11)
        cursor = try row.get(12)
        state = try row.get(13)
        tried = try time(14)
        succeeded = try time(15)
        failed = try row.get(18)
        placed = try row.get(19)
        lasted = try row.get(22)
        due = Timestamp(clamping: try row.get(24))
        isStopped = try row.get(25)
        // The process ended in the middle of a visit, which could write nothing down any more.
        let endedHere = try isStopped && row.get(26, as: Int.self) > 0
        let code = try row.get(21, as: String?.self).flatMap(ExchangeError.Code.init)
        problem =
            try endedHere
            ? ExchangeError(.endedHere, row.get(27, as: String?.self) ?? "")
            : code.map { ExchangeError($0, try row.get(20, as: String?.self) ?? "") }
        failingSince = try time(16) ?? (endedHere ? time(28) : nil)
        failures = try row.get(17, as: Int.self) + (endedHere ? 1 : 0)
    }
}
