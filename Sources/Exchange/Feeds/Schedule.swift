package import Ledger
import STIX

/// Visits the sources that are due, a few at a time, for as long as the gateway serves.
package struct Schedule: Sendable {
    let run: PollRun
    /// Commands add and resume sources behind the server's back, so it looks this often.
    let pause: Duration

    /// A source that needs longer gives way to others and goes on afterwards.
    static let patience = Duration.seconds(1_200)

    package init(_ ledger: GatewayLedger) { self.init(run: PollRun(ledger)) }

    init(run: PollRun, pause: Duration = .seconds(10)) { (self.run, self.pause) = (run, pause) }

    /// Runs until its task is cancelled.
    ///
    /// - Parameter tell: hears of sources that are set aside, and why the table of sources could not be read or written; the
    ///   next round tries again.
    package func run(tell: @Sendable (_ sentence: String) -> Void) async {
        var isBegun = false
        while !Task.isCancelled {
            do {
                if !isBegun {
                    for sentence in try await run.sources.setAside() { tell(sentence) }
                    isBegun = true
                }
                try await round()
            } catch {
                if !Task.isCancelled { tell("couldn't look after the sources: \(error)") }
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Visits each source that is due, once, and goes on with what becomes due until no visit is left.
    ///
    /// What is due is read again whenever a visit ends, and every so often: one that takes its time holds up nobody else.
    func round() async throws {
        try await withThrowingTaskGroup(of: String?.self) { group in
            var turns = Turns()
            // Another process may be at a source, which then stays due.
            var visited: Set<String> = []
            var isWaiting = false
            while true {
                var due = try await run.sources.due().filter { !visited.contains($0.settings.id) }
                while let source = turns.next(of: due) {
                    let id = source.settings.id
                    visited.insert(id)
                    due.removeAll { $0.settings.id == id }
                    turns.begin(source)
                    group.addTask {
                        try await visit(id)
                        return id
                    }
                }
                guard !turns.isEmpty else { break }
                if !isWaiting {
                    isWaiting = true
                    group.addTask {
                        try await Task.sleep(for: pause)
                        return nil
                    }
                }
                let ended: String? = try await group.next() ?? nil
                if let ended {
                    turns.end(ended)
                } else {
                    isWaiting = false
                    visited = turns.visited
                }
            }
            group.cancelAll()
        }
    }

    private func visit(_ id: String) async throws {
        do {
            // What went wrong with the source is written down with it.
            _ = try await run.visit(id, patience: Self.patience, isWatched: false)
        } catch let error as ExchangeError where error.code == .unknownSource {
            // Removed meanwhile.
        }
    }
}
