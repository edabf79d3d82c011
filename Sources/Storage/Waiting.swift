import Dispatch
import Synchronization

/// How long whoever asks the database waits for their turn; nil: as long as it takes.
package struct Patience: Sendable {
    let reading: Duration?
    let writing: Duration?
    /// For so long a connection is kept for a snapshot in which nobody reads.
    let holding: Duration?

    package init(reading: Duration?, writing: Duration?, holding: Duration? = nil) {
        (self.reading, self.writing, self.holding) = (reading, writing, holding)
    }

    /// A command waits for its turn, however long others take.
    package static let endless = Patience(reading: nil, writing: nil)
    /// A server rather says that it is busy than keep everybody waiting.
    package static let serving = Patience(reading: .seconds(10), writing: .seconds(30), holding: .seconds(5))
}

/// Somebody who waits for the database: the work begins once, or whoever asked has stopped waiting.
///
/// No thread waits with them: work runs on a queue of its connection, which needs no thread of theirs to be free again.
final class Waiting<Result: Sendable>: Expiring {
    private typealias Asker = CheckedContinuation<Result, any Error>

    private enum State {
        /// Stopped before anybody waited.
        case stopped(any Error)
        case new
        case waiting(Asker)
        /// `interrupt` breaks the work off, where it may be.
        case running(Asker, interrupt: (@Sendable () -> Void)?)
        case over
    }

    private let state = Mutex<State>(.new)
    private let isBrokenOff: Bool

    private init(isBrokenOff: Bool) { self.isBrokenOff = isBrokenOff }

    /// Waits for what `start` begins.
    ///
    /// - Parameter isBrokenOff: whether the work ends with the task that asked for it.
    static func forWork(
        within deadlines: Deadlines?, isBrokenOff: Bool, _ start: (Waiting) -> Void
    ) async throws -> Result {
        let waiting = Waiting(isBrokenOff: isBrokenOff)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { asker in
                let stopped: (any Error)? = waiting.state.withLock { state in
                    if case .stopped(let error) = state {
                        state = .over
                        return error
                    }
                    state = .waiting(asker)
                    return nil
                }
                if let stopped { return asker.resume(throwing: stopped) }
                deadlines?.watch(waiting)
                start(waiting)
            }
        } onCancel: {
            if isBrokenOff { waiting.cancel() }
        }
    }

    /// Does the work, unless nobody waits for it any more.
    func perform(on connection: Connection?, _ work: () throws -> Result) {
        let interrupt = isBrokenOff ? connection?.interrupt : nil
        let begins = state.withLock { state in
            guard case .waiting(let asker) = state else { return false }
            state = .running(asker, interrupt: interrupt)
            return true
        }
        guard begins else { return }
        end(Swift.Result { try work() })
    }

    func end(_ result: Swift.Result<Result, any Error>) {
        let asker: Asker? = state.withLock { state in
            switch state {
            case .waiting(let asker), .running(let asker, _):
                state = .over
                return asker
            case .new, .stopped, .over: return nil
            }
        }
        asker?.resume(with: result)
    }

    var isWaiting: Bool {
        state.withLock { if case .waiting = $0 { true } else { false } }
    }

    /// Nobody waits any longer; work that has begun goes on.
    func expire() {
        stop(StorageError(.busy, "the database has too much to do; come again in a few seconds")) { _ in }
    }

    private func cancel() {
        // Under the lock: afterwards the connection may be somebody else's.
        stop(CancellationError()) { interrupt in interrupt?() }
    }

    private func stop(_ error: any Error, running: ((@Sendable () -> Void)?) -> Void) {
        let asker: Asker? = state.withLock { state in
            switch state {
            case .new:
                state = .stopped(error)
                return nil
            case .waiting(let asker):
                state = .over
                return asker
            case .running(_, let interrupt):
                running(interrupt)
                return nil
            case .stopped, .over: return nil
            }
        }
        asker?.resume(throwing: error)
    }
}

/// Something that waits no longer than others do.
protocol Expiring: AnyObject, Sendable {
    var isWaiting: Bool { get }
    func expire()
}

/// Ends waits that last too long.
///
/// Everybody here waits equally long, so who came first is also the first to go.
final class Deadlines: Sendable {
    private struct State {
        var waits: [(end: ContinuousClock.Instant, who: any Expiring)] = []
        var isLookedThrough = false
    }

    private let patience: Duration
    private let state = Mutex(State())
    /// One of its own, which gets a thread whatever else is going on.
    private let queue = DispatchQueue(label: "concord.deadlines")

    init(_ patience: Duration) { self.patience = patience }

    func watch(_ who: any Expiring) {
        let isFirst = state.withLock { state in
            state.waits.append((.now + patience, who))
            defer { state.isLookedThrough = true }
            return !state.isLookedThrough
        }
        if isFirst { lookLater() }
    }

    /// A timer of its own for each would outlive most waits by far.
    private func lookLater() {
        let pause = min(patience / 4, .seconds(1)) / .nanoseconds(1)
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(pause))) { [self] in look() }
    }

    private func look() {
        let now = ContinuousClock.now
        let (late, isEmpty) = state.withLock { state in
            let late = state.waits.prefix { $0.end <= now }.map(\.who)
            state.waits.removeFirst(late.count)
            state.waits.removeAll { !$0.who.isWaiting }
            state.isLookedThrough = !state.waits.isEmpty
            return (late, state.waits.isEmpty)
        }
        for who in late { who.expire() }
        if !isEmpty { lookLater() }
    }
}
