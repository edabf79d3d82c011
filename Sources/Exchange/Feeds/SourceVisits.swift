package import Ledger
package import Work

/// Visits the sources that are due, a few at a time.
package struct SourceVisits: WorkHandler {
    let run: PollRun

    package init(_ ledger: GatewayLedger) { self.init(run: PollRun(ledger)) }

    init(run: PollRun) { self.run = run }

    package let kind = PolledSources.work
    package let atOnce = Turns.atOnce
    /// A source that needs longer gives way to others before, and goes on afterwards.
    package let patience = Duration.seconds(1_500)
    /// One that ended the process once could do so at each start.
    package let mostEnds = 1
    package let considers = 1_000

    private static let visit = Duration.seconds(1_200)
    /// Another process is at it: so many seconds later it has come further.
    private static let soon: Int64 = 10

    package func choose(_ waiting: [WorkRow], beside running: [WorkRow]) async throws -> [WorkRow] {
        let sources = Dictionary(
            uniqueKeysWithValues: try await run.sources.all().map { ($0.settings.id, $0) })
        var turns = Turns()
        for row in running { if let source = sources[row.key] { turns.begin(source) } }
        var rows = Dictionary(uniqueKeysWithValues: waiting.map { ($0.key, $0) })
        var due = waiting.compactMap { sources[$0.key] }
        var chosen: [WorkRow] = []
        while let source = turns.next(of: due) {
            turns.begin(source)
            due.removeAll { $0.settings.id == source.settings.id }
            if let row = rows.removeValue(forKey: source.settings.id) { chosen.append(row) }
        }
        return chosen
    }

    /// The sources of what somebody reads.
    package func known(in collections: [LogCollection]) async throws -> KnownRows {
        let read = Set(collections.map(\.id))
        return .only(
            Set(try await run.sources.all().filter { read.contains($0.settings.collection) }.map(\.settings.id)))
    }

    package func names(of keys: Set<String>) async throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try await run.sources.all().filter { keys.contains($0.settings.id) }
                .map { ($0.settings.id, $0.settings.name) })
    }

    /// What came of it, and when it is asked next, the visit has written down itself: `concord pull` visits too.
    package func perform(_ row: WorkRow) async throws -> WorkOutcome {
        do {
            switch try await run.visit(row.key, patience: Self.visit) {
            case .done: return .again(row.due)
            case .failed(let error, _): throw WorkFailure.passing(error.sentence)
            case .busy: return .again(run.sources.later(Self.soon))
            }
        } catch let error as ExchangeError where error.code == .unknownSource {
            // Removed meanwhile.
            return .done()
        }
    }
}
