import Dispatch
import Synchronization

/// Connections that are lent to one user at a time, made when they are first needed.
final class PostgreSQLPool: Sendable {
    typealias Work = @Sendable (Result<PostgreSQLConnection, any Error>) -> Void

    private struct State {
        /// Threads on which nobody works.
        var threads: [DispatchQueue]
        var idle: [PostgreSQLConnection] = []
        /// Connections at work, and those being made.
        var busy = 0
        var waiting: [Work] = []
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let address: String
    private let schema: String
    private let state: Mutex<State>

    init(_ address: String, schema: String, atMost most: Int) {
        (self.address, self.schema) = (address, schema)
        // A queue each, which has a thread of its own: those that many queues share are those on which everybody's tasks run.
        state = Mutex(State(threads: (0..<most).map { DispatchQueue(label: "concord.postgresql.\($0)") }))
    }

    /// Gives `work` a connection on a thread of its own when its turn comes, or says why there is none.
    func lend(_ work: @escaping Work) {
        let thread: DispatchQueue? = state.withLock { state in
            guard let thread = state.threads.popLast() else {
                state.waiting.append(work)
                return nil
            }
            state.busy += 1
            return thread
        }
        thread?.async { [self] in serve(work, on: thread) }
    }

    /// Lends to whoever waits, one after the other, on one thread.
    private func serve(_ first: @escaping Work, on thread: DispatchQueue?) {
        var next: Work? = first
        var connection: PostgreSQLConnection?
        while let work = next {
            do {
                let lent = try connection ?? take()
                work(.success(lent))
                connection = isFit(lent) ? lent : nil
            } catch {
                connection = nil
                work(.failure(error))
            }
            next = state.withLock { state in
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                state.busy -= 1
                if let thread { state.threads.append(thread) }
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
        do { return try PostgreSQLConnection(to: address, schema: schema) } catch let error as StorageError {
            // Whoever asks may come again: it was there when this process began.
            throw StorageError(.busy, error.sentence)
        }
    }

    /// Whether somebody else can have it: what was left undone, or is to be broken off, would be theirs.
    private func isFit(_ connection: PostgreSQLConnection) -> Bool {
        connection.isAlive && !connection.isSpoilt && connection.isIdle
    }

    func giveBack(_ connection: PostgreSQLConnection) {
        guard isFit(connection) else { return }
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
