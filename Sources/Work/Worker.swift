package import Ledger
import STIX
import Storage

/// Does the rows of work that are due, so many at once, for as long as it runs.
///
/// Kinds take turns, so that a million rows of one hold up no row of another. What was done is written down together with what
/// is begun next: one transaction for many rows where they are quick.
package struct Worker: Sendable {
    private let ledger: GatewayLedger
    private let handlers: [any WorkHandler]
    private let holder: Holder
    private let pause: Duration
    private let rest: @Sendable (Duration) async throws -> Void

    /// How many rows of all kinds go on at once.
    private static let atOnce = 8
    /// So many are written down together, where that many are done.
    private static let together = 64
    /// How often it says that it goes on, and looks after what those left who are gone.
    private static let round = Duration.seconds(10)

    /// - Parameters:
    ///   - pause: others add rows behind this one's back, so it looks this often.
    ///   - rest: waits while nothing is in hand until the next row is due, but no longer than the pause; a test lets that time
    ///     pass instead.
    package init(
        _ ledger: GatewayLedger, handlers: [any WorkHandler], pause: Duration = .seconds(2),
        rest: (@Sendable (Duration) async throws -> Void)? = nil
    ) throws {
        self.pause = pause
        self.rest = rest ?? { try await Task.sleep(for: min($0, pause)) }
        self.ledger = ledger
        self.handlers = handlers
        holder = try Holder(in: ledger.directory, surroundings: ledger.surroundings)
    }

    private var table: WorkTable { WorkTable(ledger) }
    private var turn: Turn { Turn(holder: holder.name, surroundings: ledger.surroundings) }

    /// When to stop.
    package enum Until: Sendable {
        case cancelled
        /// Nothing is due, and nothing goes on.
        case idle
    }

    /// Works until its task is cancelled; what goes on then is called off and handed back.
    ///
    /// - Parameter tell: hears of rows that stop because the process ended in their middle, and why the table could not be read or
    ///   written; the next turn tries again.
    package func run(until end: Until = .cancelled, tell: @escaping @Sendable (_ sentence: String) -> Void) async {
        for handler in handlers {
            do { try await handler.begin() } catch { tell("couldn't begin with \(handler.kind): \(error)") }
        }
        let bench = Bench(handlers)
        let (bells, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            var ringing = bells.makeAsyncIterator()
            group.addTask {
                while (try? await Task.sleep(for: pause)) != nil { bell.yield() }
            }
            var looked: Duration?
            // The time of day at the beginning of `uptime`: it moves where somebody sets the clock.
            var clock: Int64?
            while !Task.isCancelled {
                var wait = pause
                do {
                    let uptime = ledger.surroundings.uptime()
                    if looked.map({ uptime - $0 >= Self.round }) ?? true {
                        let time = ledger.surroundings.now().microseconds - uptime.microseconds
                        let wasSetBack = clock.map { time < $0 - 1_000_000 } ?? true
                        for sentence in try await lookAround(bench, wasSetBack: wasSetBack) { tell(sentence) }
                        (looked, clock) = (uptime, time)
                    }
                    let outlook = try await takeTurn(bench)
                    for row in bench.begin(atMost: Self.atOnce) {
                        group.addTask {
                            bench.finish(await perform(row))
                            bell.yield()
                        }
                    }
                    switch outlook {
                    case .moved: wait = .zero
                    case .waits(let next):
                        let left = Duration.microseconds(next.microseconds - ledger.surroundings.now().microseconds)
                        // One that is due and not begun, because its handler chose none, is looked at again after a while.
                        if left > .zero { wait = left }
                    case .nothing: break
                    }
                    if end == .idle, bench.isIdle, wait > .zero { break }
                } catch {
                    if !Task.isCancelled { tell("couldn't look after the work: \(error)") }
                }
                if bench.isIdle {
                    if wait > .zero { try? await rest(wait) }
                } else {
                    _ = await ringing.next()
                }
            }
            group.cancelAll()
        }
        do {
            let left = bench.clear()
            guard !left.isEmpty else { return }
            try await table.write { [turn] session in
                for result in left { try turn.settle(result, in: session) }
            }
        } catch {
            tell("couldn't hand back the work: \(error); it is done again later")
        }
    }

    /// Says that what is in hand goes on, and frees what those left who are gone.
    private func lookAround(_ bench: Bench, wasSetBack: Bool) async throws -> [String] {
        let held = bench.held
        return try await table.write { [turn, handlers, holder] session in
            try turn.renew(held, in: session)
            // It looks at every row.
            if wasSetBack { try turn.mendClock(in: session) }
            return try turn.free(handlers, isGone: holder.isGone, in: session)
        }
    }

    /// What there is to do after a turn.
    private enum Outlook {
        /// Rows were written down or taken: it looks again.
        case moved
        /// When the next row is due that nobody has.
        case waits(Timestamp)
        case nothing
    }

    /// Writes down what ended, and takes what is due and there is room for.
    private func takeTurn(_ bench: Bench) async throws -> Outlook {
        let finished = bench.takeFinished(together: Self.together)
        do {
            let chosen = try await choose(bench)
            guard !finished.isEmpty || !chosen.isEmpty else {
                let next = try await table.read { [turn, kinds = handlers.map(\.kind)] session in
                    try turn.next(of: kinds, in: session)
                }
                return next.map { .waits($0) } ?? .nothing
            }
            let taken = try await table.write { [turn] session in
                for result in finished { try turn.settle(result, in: session) }
                return try chosen.compactMap { try turn.take($0, in: session) }
            }
            bench.add(taken)
            return .moved
        } catch {
            // What one row brings along may be what can't be written; it holds up no other.
            try await settleApart(finished, bench)
            throw error
        }
    }

    /// Writes down what ended, a transaction for each row; one whose own part can't be written has failed.
    private func settleApart(_ finished: [Turn.Result], _ bench: Bench) async throws {
        for (index, result) in finished.enumerated() {
            do {
                do {
                    try await table.write { [turn] in try turn.settle(result, in: $0) }
                } catch {
                    let failed = Turn.Result(row: result.row, end: .failed(.passing("\(error)")))
                    try await table.write { [turn] in try turn.settle(failed, in: $0) }
                }
            } catch {
                // Nothing can be written now.
                bench.putBack(Array(finished[index...]))
                throw error
            }
        }
    }

    private func choose(_ bench: Bench) async throws -> [WorkRow] {
        var chosen: [WorkRow] = []
        for handler in handlers {
            let kind = handler.kind
            let held = bench.heldCount(kind)
            // A queue that is still half full is not filled up: fewer transactions, larger ones.
            let room = max(handler.batch, handler.atOnce) - held
            guard room > 0, held * 2 <= max(handler.batch, handler.atOnce) || handler.batch <= handler.atOnce else {
                continue
            }
            let waiting = try await table.read { [turn] session in
                try turn.due(kind, atMost: max(room, handler.considers), in: session)
            }
            guard !waiting.isEmpty else { continue }
            chosen += try await handler.choose(waiting, beside: bench.running(kind)).prefix(room)
        }
        return chosen
    }

    private func perform(_ row: WorkRow) async -> Turn.Result {
        guard let handler = handlers.first(where: { $0.kind == row.kind }) else {
            return Turn.Result(row: row, end: .handedBack)
        }
        do {
            let outcome = try await withThrowingTaskGroup(of: WorkOutcome?.self) { group in
                group.addTask { try await handler.perform(row) }
                group.addTask {
                    try await Task.sleep(for: handler.patience)
                    return nil
                }
                let first = try await group.next() ?? nil
                group.cancelAll()
                return first
            }
            if let outcome { return Turn.Result(row: row, end: .went(outcome)) }
            let seconds = handler.patience.components.seconds
            return Turn.Result(row: row, end: .failed(.passing("it took longer than \(seconds) seconds")))
        } catch let failure as WorkFailure {
            return Turn.Result(row: row, end: .failed(failure))
        } catch {
            if Task.isCancelled { return Turn.Result(row: row, end: .handedBack) }
            return Turn.Result(row: row, end: .failed(.passing("\(error)")))
        }
    }
}
