import Ledger
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
    /// In which start of the machine a visit began that nobody watches and that has not ended; nil where none has.
    let visiting: String?
    /// Microseconds that the last visit took.
    package let lasted: Int

    /// When it is asked next; nil where somebody must resume it first.
    package var next: Timestamp? { isPaused || isStopped ? nil : due }

    static let columns: SQL = """
        id, name, kind, address, credentials, authority, collection, default_marking, reliability, seconds, created, paused,
        stopped, cursor, state, tried, succeeded, failing_since, failures, failed, placed, problem, problem_code, due,
        visiting, lasted, corrections
        """

    init(_ row: Row) throws {
        func time(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).map { Timestamp(clamping: $0) }
        }
        settings = SourceSettings(
            id: try row.get(0), name: try row.get(1), kind: try row.get(2), address: try row.get(3),
            credentials: PeerCredentials(stored: try row.get(4)), authority: try row.get(5), collection: try row.get(6),
            defaultMarking: try row.get(7), reliability: try row.get(8), corrections: try row.get(26),
            interval: try row.get(9))
        created = Timestamp(clamping: try row.get(10))
        isPaused = try row.get(11)
        isStopped = try row.get(12)
        cursor = try row.get(13)
        state = try row.get(14)
        tried = try time(15)
        succeeded = try time(16)
        failingSince = try time(17)
        failures = try row.get(18)
        failed = try row.get(19)
        placed = try row.get(20)
        let code = try row.get(22, as: String?.self).flatMap(ExchangeError.Code.init)
        problem = try code.map { ExchangeError($0, try row.get(21, as: String?.self) ?? "") }
        due = Timestamp(clamping: try row.get(23))
        visiting = try row.get(24)
        lasted = try row.get(25)
    }
}
