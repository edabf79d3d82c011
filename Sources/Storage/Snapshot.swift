import Dispatch
import GRDB
import Synchronization

/// One moment of the database, in which several reads see the same.
///
/// It takes a connection at its first read, keeps it for the others, and gives it back when it ends. It goes along with the
/// task: what is read within `Database.atOneMoment` is read in it, whoever reads.
final class Snapshot: Sendable {
    typealias Work = @Sendable (Swift.Result<GRDB.Database, any Error>) -> Void

    private struct State {
        var waiting: [Work] = []
        var isBegun = false
        var isOver = false
    }

    /// That of the task that asks.
    @TaskLocal static var current: Snapshot?

    private let patience: Duration?
    private let pool: DatabasePool
    private let state = Mutex(State())
    /// Counts what waits to be read, and the end.
    private let called = DispatchSemaphore(value: 0)

    /// - Parameter patience: for so long a connection is kept for somebody who reads nothing.
    init(of pool: DatabasePool, patience: Duration?) { (self.pool, self.patience) = (pool, patience) }

    func isOf(_ other: DatabasePool) -> Bool { pool === other }

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
        if isFirst { pool.asyncRead { [self] in while let work = next() { work($0) } } }
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
