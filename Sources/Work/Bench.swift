import Synchronization

/// What one who works has in hand: rows that are taken, those that go on, and what became of those that ended.
final class Bench: Sendable {
    private struct State {
        /// Taken and not begun, by kind; kinds take turns.
        var queues: [(kind: String, rows: [WorkRow])]
        var running: [WorkID: WorkRow] = [:]
        var finished: [Turn.Result] = []
    }

    private let state: Mutex<State>
    private let atOnce: [String: Int]

    init(_ handlers: [any WorkHandler]) {
        state = Mutex(State(queues: handlers.map { ($0.kind, []) }))
        atOnce = Dictionary(uniqueKeysWithValues: handlers.map { ($0.kind, $0.atOnce) })
    }

    /// Whether nothing is in hand.
    var isIdle: Bool {
        state.withLock { $0.running.isEmpty && $0.finished.isEmpty && $0.queues.allSatisfy(\.rows.isEmpty) }
    }

    /// All that is taken and not yet written down.
    var held: [WorkRow] {
        state.withLock { $0.queues.flatMap(\.rows) + Array($0.running.values) + $0.finished.map(\.row) }
    }

    func running(_ kind: String) -> [WorkRow] { state.withLock { $0.running.values.filter { $0.kind == kind } } }

    /// How many rows of a kind are taken and not yet written down.
    func heldCount(_ kind: String) -> Int {
        state.withLock { state in
            state.queues.filter { $0.kind == kind }.reduce(0) { $0 + $1.rows.count }
                + state.running.values.count { $0.kind == kind } + state.finished.count { $0.row.kind == kind }
        }
    }

    func add(_ rows: [WorkRow]) {
        state.withLock { state in
            for row in rows {
                guard let index = state.queues.firstIndex(where: { $0.kind == row.kind }) else { continue }
                state.queues[index].rows.append(row)
            }
        }
    }

    /// The rows to begin now, where no more than so many go on: a row of each kind in turn.
    func begin(atMost most: Int) -> [WorkRow] {
        state.withLock { state in
            var begun: [WorkRow] = []
            var skipped = 0
            while state.running.count < most, skipped < state.queues.count, !state.queues.isEmpty {
                var queue = state.queues.removeFirst()
                let going = state.running.values.count { $0.kind == queue.kind }
                if !queue.rows.isEmpty, going < atOnce[queue.kind] ?? 0 {
                    let row = queue.rows.removeFirst()
                    state.running[row.id] = row
                    begun.append(row)
                    skipped = 0
                } else {
                    skipped += 1
                }
                state.queues.append(queue)
            }
            return begun
        }
    }

    func finish(_ result: Turn.Result) {
        state.withLock { state in
            state.running[result.row.id] = nil
            state.finished.append(result)
        }
    }

    /// What ended and is not written down, where it is worth a transaction: there is much, or nothing else to begin meanwhile.
    func takeFinished(together many: Int) -> [Turn.Result] {
        state.withLock { state in
            guard state.finished.count >= many || state.queues.allSatisfy(\.rows.isEmpty) else { return [] }
            defer { state.finished = [] }
            return state.finished
        }
    }

    /// It could not be written down, and is tried again.
    func putBack(_ results: [Turn.Result]) { state.withLock { $0.finished = results + $0.finished } }

    /// All that is taken, given up: what ended as it ended, and what was not begun as though it never had been.
    func clear() -> [Turn.Result] {
        state.withLock { state in
            defer {
                state.finished = []
                for index in state.queues.indices { state.queues[index].rows = [] }
            }
            return state.finished + state.queues.flatMap(\.rows).map { Turn.Result(row: $0, end: .handedBack) }
        }
    }
}
