package import Ledger
import STIX

/// Visits the sources that are due, a few at a time, for as long as the gateway serves.
package struct Schedule: Sendable {
    let run: PollRun

    /// Readers come first: no more visits than this go on at once.
    static let atOnce = 2
    /// Commands add and resume sources behind the server's back, so it looks this often.
    static let pause = Duration.seconds(10)
    /// A source that needs longer gives way to others and goes on afterwards.
    static let patience = Duration.seconds(1_200)

    package init(_ ledger: GatewayLedger) { self.init(run: PollRun(ledger)) }

    init(run: PollRun) { self.run = run }

    /// Runs until its task is cancelled.
    ///
    /// - Parameter report: hears why the table of sources could not be read or written; the next round tries again.
    package func run(report: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            do {
                try await round()
            } catch {
                if !Task.isCancelled { report(error) }
            }
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Visits each source that is due now, once.
    func round() async throws {
        let due = try await run.sources.due()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, source) in due.enumerated() {
                if index >= Self.atOnce { try await group.next() }
                group.addTask {
                    do {
                        // What went wrong with the source is written down with it.
                        _ = try await run.visit(source.settings.id, patience: Self.patience)
                    } catch let error as ExchangeError where error.code == .unknownSource {
                        // Removed meanwhile.
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
