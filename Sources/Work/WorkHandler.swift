package import Ledger
package import STIX
package import Storage

/// Does what rows of one kind ask for.
///
/// A row may be done twice: where the process ends between doing and writing down that it was done. So a handler either says what
/// belongs to the same transaction (`WorkOutcome`), or does nothing that a second time would spoil.
package protocol WorkHandler: Sendable {
    /// The name of its rows, unique in the gateway.
    var kind: String { get }
    /// How many of them go on at once.
    var atOnce: Int { get }
    /// How many are taken from the table together: more than go on at once where each takes next to no time.
    var batch: Int { get }
    /// How long one may take; what takes longer is cancelled and has failed.
    var patience: Duration { get }
    /// How long after its time a row that nobody has begun is late, which is an alarm.
    var lateAfter: Duration { get }
    /// How often the process may end in the middle of a row before that row is stopped.
    var mostEnds: Int { get }

    /// How many of those that are due are looked at, where the handler chooses among them.
    var considers: Int { get }

    /// Which of these may begin now, the one that waits longest stands first.
    ///
    /// - Parameter running: those of the kind that go on.
    func choose(_ waiting: [WorkRow], beside running: [WorkRow]) async throws -> [WorkRow]

    /// Asks for what nobody has asked for yet; called when somebody begins to work.
    func begin() async throws

    /// What people call what these keys mean; a key without a name stands for itself.
    func names(of keys: Set<String>) async throws -> [String: String]

    /// Which of its rows somebody may know of who reads these collections: a count tells of them.
    func known(in collections: [LogCollection]) async throws -> KnownRows

    /// Does it.
    ///
    /// - Throws: `WorkFailure` to say when to try again, or that trying again is no use; any other error passes by itself.
    func perform(_ row: WorkRow) async throws -> WorkOutcome
}

extension WorkHandler {
    package var atOnce: Int { 2 }
    package var batch: Int { atOnce }
    package var patience: Duration { .seconds(600) }
    package var lateAfter: Duration { .seconds(3_600) }
    package var mostEnds: Int { 3 }
    package var considers: Int { batch }
    package func begin() {}
    package func names(of keys: Set<String>) -> [String: String] { [:] }
    package func choose(_ waiting: [WorkRow], beside running: [WorkRow]) -> [WorkRow] { waiting }
}

/// Which rows of a kind somebody may know of.
package enum KnownRows: Sendable {
    case all
    /// Those of these keys.
    case only(Set<String>)
}

/// What became of a row that went well.
package struct WorkOutcome: Sendable {
    /// When it is to be done again; nil where the row goes.
    let next: Timestamp?
    let also: (@Sendable (Session) throws -> Void)?

    /// - Parameter also: what else belongs to the transaction in which the row goes.
    package static func done(also: (@Sendable (Session) throws -> Void)? = nil) -> WorkOutcome {
        WorkOutcome(next: nil, also: also)
    }

    /// - Parameter also: what else belongs to the transaction in which the row is put off.
    package static func again(_ next: Timestamp, also: (@Sendable (Session) throws -> Void)? = nil) -> WorkOutcome {
        WorkOutcome(next: next, also: also)
    }
}

/// Why a row could not be done.
package struct WorkFailure: Error, CustomStringConvertible {
    package let sentence: String
    /// Whether it may go well later; else the row stops until somebody looks.
    let passes: Bool
    /// When to try again; nil for a wait that grows.
    let next: Timestamp?
    let also: (@Sendable (Session) throws -> Void)?

    /// It may go well later.
    package static func passing(
        _ sentence: String, next: Timestamp? = nil, also: (@Sendable (Session) throws -> Void)? = nil
    ) -> WorkFailure {
        WorkFailure(sentence: sentence, passes: true, next: next, also: also)
    }

    /// Trying again is no use until somebody has looked.
    package static func lasting(
        _ sentence: String, also: (@Sendable (Session) throws -> Void)? = nil
    ) -> WorkFailure {
        WorkFailure(sentence: sentence, passes: false, next: nil, also: also)
    }

    package var description: String { sentence }
}

extension Sequence<any WorkHandler> {
    /// What people call these rows, by kind and key; a row without a name stands for its key.
    package func names(of rows: [WorkRow]) async throws -> [String: [String: String]] {
        var names: [String: [String: String]] = [:]
        for handler in self {
            let keys = Set(rows.filter { $0.kind == handler.kind }.map(\.key))
            if !keys.isEmpty { names[handler.kind] = try await handler.names(of: keys) }
        }
        return names
    }
}
