package import Ledger
import Outside
import STIX
import Storage
import Synchronization
import Work

/// Visits sources, and writes down how each visit went; `SourceVisits` and `concord pull` both do it by this.
package struct PollRun: Sendable {
    let sources: PolledSources
    let feeds: [SourceSettings.Kind: any Feed]
    /// Gives a visit a client that says who it is.
    let connect: @Sendable (SourceSettings, @Sendable (PeerClient) async throws -> Void) async throws -> Void

    /// How each kind of source is read.
    static let feeds: [SourceSettings.Kind: any Feed] = [.taxii: TAXIIFeed(), .mirror: MirrorFeed(), .misp: MISPFeed()]

    package enum Outcome: Sendable {
        case done(PollCount)
        case failed(ExchangeError, PollCount)
        /// Another process is at it.
        case busy
    }

    package init(_ ledger: GatewayLedger) {
        self.init(PolledSources(ledger), feeds: Self.feeds) { settings, body in
            try await PeerClient.with(
                settings.credentials, for: settings.address, reach: settings.reach, authority: settings.authority, body)
        }
    }

    init(
        _ sources: PolledSources, feeds: [SourceSettings.Kind: any Feed],
        connect: @escaping @Sendable (SourceSettings, @Sendable (PeerClient) async throws -> Void) async throws -> Void
    ) {
        (self.sources, self.feeds, self.connect) = (sources, feeds, connect)
    }

    private var ledger: GatewayLedger { sources.ledger }

    /// Visits a source once.
    ///
    /// - Parameters:
    ///   - patience: after so long the visit is broken off; what it brought stays, and it goes on at the next.
    ///   - progress: hears of what is durable, as it comes.
    /// - Throws: where this gateway's own data can't be written, or the task is cancelled.
    package func visit(
        _ name: String, patience: Duration? = nil,
        progress: @escaping @Sendable (AdmissionReport) -> Void = { _ in }
    ) async throws -> Outcome {
        let id = try await sources.named(name).settings.id
        guard let lock = try PollLock(id, in: ledger.directory) else { return .busy }
        defer { withExtendedLifetime(lock) {} }
        // Read under the lock: another process may have come further meanwhile.
        let source = try await sources.named(id)
        let meter = PollMeter()
        let backoff = Backoff(ledger.surroundings)
        let start = ContinuousClock.now
        var lasted: Int { Int((ContinuousClock.now - start) / .microseconds(1)) }
        do {
            let isWhole = try await poll(source, patience: patience, meter: meter, progress: progress)
            try await sources.succeeded(
                id, placed: meter.count.placed,
                due: isWhole ? backoff.next(after: source.settings.interval) : ledger.surroundings.now(), lasted: lasted
            )
            return .done(meter.count)
        } catch {
            guard !(error is CancellationError), !Task.isCancelled else { throw CancellationError() }
            let problem = ExchangeError(visiting: error)
            try await sources.failed(
                id, problem, placed: meter.count.placed,
                due: backoff.next(
                    failures: source.failures + 1, of: source.settings.interval, asked: problem.retryAfter),
                lasted: lasted)
            return .failed(problem, meter.count)
        }
    }

    /// False where the visit was broken off after it had come further.
    private func poll(
        _ source: PolledSource, patience: Duration?, meter: PollMeter,
        progress: @escaping @Sendable (AdmissionReport) -> Void
    ) async throws -> Bool {
        let settings = source.settings
        guard let feed = feeds[settings.kind] else {
            throw ExchangeError(.badSource, "this program can't read sources of the kind \(settings.kind.rawValue)")
        }
        let (sources, ledger, connect) = (sources, ledger, connect)
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await connect(settings) { client in
                    try await feed.poll(
                        Poll(
                            settings: settings, client: client, ledger: ledger, cursor: source.cursor,
                            keep: {
                                meter.advance()
                                try await sources.keep($0, of: settings.id)
                            }, say: { try await sources.say($0, of: settings.id) }, progress: progress,
                            admitted: { meter.add($0) }))
                }
                return true
            }
            if let patience {
                group.addTask {
                    try await Task.sleep(for: patience)
                    return false
                }
            }
            guard try await group.next() == false else {
                group.cancelAll()
                return true
            }
            group.cancelAll()
            // Until it has ended it may still write.
            while let _ = try? await group.next() {}
            guard meter.hasAdvanced else {
                throw ExchangeError(.unreachable, "\(settings.name) gives too little in the time that a visit may take")
            }
            return false
        }
    }
}

/// What came of a visit.
package struct PollCount: Sendable, Equatable {
    package var read = 0
    package var placed = 0
    package var known = 0
    package var quarantined = 0

    package init() {}
}

/// Counts what a visit brings.
final class PollMeter: Sendable {
    private let state = Mutex<(count: PollCount, hasAdvanced: Bool)>((PollCount(), false))

    var count: PollCount { state.withLock { $0.count } }
    /// Whether a cursor was kept.
    var hasAdvanced: Bool { state.withLock { $0.hasAdvanced } }

    func advance() { state.withLock { $0.hasAdvanced = true } }

    func add(_ report: AdmissionReport) {
        state.withLock {
            $0.count.read += report.read
            $0.count.placed += report.placed
            $0.count.known += report.known
            $0.count.quarantined += report.quarantinedCount
        }
    }
}

extension ExchangeError {
    /// Any failure of a visit as one of ours: an operator reads it in a list of sources.
    init(visiting error: any Error) {
        switch error {
        case let error as ExchangeError: self = error
        case let error as OutsideError: self.init(error)
        // The collection is gone or a mirror: that does not pass.
        case let error as LedgerError: self.init(.badSource, "\(error)")
        default: self.init(.failed, Self.excerpt("\(error)", most: 400))
        }
    }
}
