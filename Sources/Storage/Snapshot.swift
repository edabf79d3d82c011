import Dispatch
import Synchronization

/// The moment at which a task reads.
///
/// It goes along with the task: what is read within `Database.atOneMoment` is read in it, whoever reads.
final class Moment: Sendable {
    /// That of the task that asks.
    @TaskLocal static var current: Moment?

    private let engine: any Engine
    private let begin: @Sendable () -> Snapshot
    private let state = Mutex<(snapshot: Snapshot?, isOver: Bool)>((nil, false))

    init(of engine: any Engine, _ begin: @escaping @Sendable () -> Snapshot) {
        (self.engine, self.begin) = (engine, begin)
    }

    func isOf(_ other: any Engine) -> Bool { engine === other }

    /// Reads when its turn comes; false where it is over.
    func read(_ work: @escaping Snapshot.Work) -> Bool {
        let first = state.withLock { state -> Snapshot? in
            guard !state.isOver else { return nil }
            state.snapshot = state.snapshot ?? begin()
            return state.snapshot
        }
        guard let first else { return false }
        if first.read(work) { return true }
        // It was kept for somebody who read nothing for long.
        let next = state.withLock { state -> Snapshot? in
            guard !state.isOver else { return nil }
            if state.snapshot === first { state.snapshot = begin() }
            return state.snapshot
        }
        return next?.read(work) ?? false
    }

    /// What is read from here on is of a later moment.
    func pass() { take(isOver: false)?.end() }

    func end() { take(isOver: true)?.end() }

    private func take(isOver: Bool) -> Snapshot? {
        state.withLock { state in
            defer { state = (nil, state.isOver || isOver) }
            return state.snapshot
        }
    }
}

/// One moment of the database, in which several reads see the same.
///
/// It takes a connection at its first read, keeps it for the others, and gives it back when it ends.
final class Snapshot: Sendable {
    typealias Work = @Sendable (Swift.Result<Connection, any Error>) -> Void

    private struct State {
        var waiting: [Work] = []
        var isBegun = false
        var isOver = false
    }

    private let patience: Duration?
    private let counter: Counter
    private let engine: any Engine
    private let state = Mutex(State())
    /// Counts what waits to be read, and the end.
    private let called = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - patience: for so long a connection is kept for somebody who reads nothing.
    ///   - counter: counts it once it is read.
    init(of engine: any Engine, patience: Duration?, counted counter: Counter) {
        (self.engine, self.patience, self.counter) = (engine, patience, counter)
    }

    /// Reads when its turn comes; false where the snapshot is over.
    ///
    /// - Parameter work: gets an error where there is no connection.
    func read(_ work: @escaping Work) -> Bool {
        let isFirst: Bool? = state.withLock { state in
            guard !state.isOver else { return nil }
            defer { state.isBegun = true }
            state.waiting.append(work)
            return !state.isBegun
        }
        guard let isFirst else { return false }
        called.signal()
        // On the queue of the connection, whose thread is nobody else's.
        guard isFirst else { return true }
        counter.add()
        engine.read { [self] in while let work = next() { work($0) } }
        return true
    }

    /// Ends it once all that was asked is answered: what is read from here on is of a later moment.
    func end() {
        let isHeld = state.withLock { state in
            defer { state.isOver = true }
            return state.isBegun && !state.isOver
        }
        if isHeld { called.signal() }
    }

    private func next() -> Work? {
        let end = patience.map { DispatchTime.now() + .nanoseconds(Int($0 / .nanoseconds(1))) } ?? .distantFuture
        let isLate = called.wait(timeout: end) == .timedOut
        return state.withLock { state in
            // Somebody may have asked between the end of that time and now.
            if state.waiting.isEmpty { state.isOver = true } else if isLate { called.wait() }
            return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
    }
}

/// Counts what any task does.
final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add() { count.add(1, ordering: .relaxed) }
}
