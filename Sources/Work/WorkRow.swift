package import STIX
import Storage

/// Something that is to be done later, or again and again: what waits is a row.
package struct WorkRow: Sendable {
    /// What is to be done: the name of its handler.
    package let kind: String
    /// To what; there is one row of a kind for each.
    package let key: String
    /// What the handler needs to know beside the key, in its own words.
    package let payload: String
    /// When it is to be done.
    package let due: Timestamp
    /// How often it was begun since it last went well, this time included.
    package let attempts: Int
    /// Since when each attempt has failed; nil where none has.
    package let failingSince: Timestamp?
    /// Why the last attempt failed, in one sentence.
    package let problem: String?
    /// Whether it waits for somebody to look: asking again does not mend it.
    package let isStopped: Bool
    /// How often it was asked for and put off.
    let revision: Int
    /// Who is at it.
    let holder: String?
    /// Until when nobody else begins it.
    let lease: Timestamp?

    package var isHeld: Bool { lease != nil }

    static let columns: SQL =
        "kind, key, payload, due, attempts, failing_since, problem, stopped, holder, lease, revision"

    init(_ row: Row) throws {
        func time(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).map { Timestamp(clamping: $0) }
        }
        kind = try row.get(0)
        key = try row.get(1)
        payload = try row.get(2)
        due = Timestamp(clamping: try row.get(3))
        attempts = try row.get(4)
        failingSince = try time(5)
        problem = try row.get(6)
        isStopped = try row.get(7)
        holder = try row.get(8)
        lease = try time(9)
        revision = try row.get(10)
    }
}

extension WorkRow {
    /// How a row stands, as people are told.
    package enum State: String, Sendable {
        case begun, stopped, failing, due, waiting
    }

    package func state(at now: Timestamp) -> State {
        if isHeld { return .begun }
        if isStopped { return .stopped }
        if failingSince != nil { return .failing }
        return due <= now ? .due : .waiting
    }
}

/// The key of a row among all kinds.
struct WorkID: Hashable, Sendable {
    let kind: String
    let key: String
}

extension WorkRow {
    var id: WorkID { WorkID(kind: kind, key: key) }
}
