import Dispatch
import Synchronization

/// Connections that are lent to one user at a time, made when they are first needed.
final class PostgreSQLPool: Sendable {
    typealias Work = @Sendable (Result<PostgreSQLConnection, any Error>) -> Void

    private struct State {
        var idle: [PostgreSQLConnection] = []
        /// Those at work, and those being made.
        var busy = 0
        var waiting: [Work] = []
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let address: String
    private let most: Int
    private let state = Mutex(State())

    init(_ address: String, atMost most: Int) { (self.address, self.most) = (address, most) }

    /// Gives `work` a connection on a thread of its own when its turn comes, or says why there is none.
    func lend(_ work: @escaping Work) {
        let begins: Bool = state.withLock { state in
            guard state.busy < most else {
                state.waiting.append(work)
                return false
            }
            state.busy += 1
            return true
        }
        if begins { PostgreSQLEngine.threads.async { [self] in serve(work) } }
    }

    /// Lends to whoever waits, one after the other, on one thread.
    private func serve(_ first: @escaping Work) {
        var next: Work? = first
        var connection: PostgreSQLConnection?
        while let work = next {
            do {
                let lent = try connection ?? take()
                work(.success(lent))
                connection = lent.isAlive && !lent.isSpoilt ? lent : nil
            } catch {
                connection = nil
                work(.failure(error))
            }
            next = state.withLock { state in
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                state.busy -= 1
                if let connection, !state.isClosed { state.idle.append(connection) }
                return nil
            }
        }
        let over = state.withLock { state in
            guard state.isClosed, state.busy == 0 else { return [] as [CheckedContinuation<Void, Never>] }
            defer { state.closing = [] }
            return state.closing
        }
        for each in over { each.resume() }
    }

    /// An idle connection that answers, or a new one.
    func take() throws -> PostgreSQLConnection {
        while let idle = state.withLock({ $0.idle.popLast() }) {
            // The server may have been started anew since.
            if (try? idle.execute("SELECT 1")) != nil { return idle }
        }
        return try PostgreSQLConnection(to: address)
    }

    func giveBack(_ connection: PostgreSQLConnection) {
        guard connection.isAlive, !connection.isSpoilt else { return }
        state.withLock { state in if !state.isClosed { state.idle.append(connection) } }
    }

    /// Ends all connections once what was asked is answered.
    func close() async {
        await withCheckedContinuation { (over: CheckedContinuation<Void, Never>) in
            let isOver = state.withLock { state in
                state.isClosed = true
                state.idle = []
                if state.busy > 0 { state.closing.append(over) }
                return state.busy == 0
            }
            if isOver { over.resume() }
        }
    }
}
