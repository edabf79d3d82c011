import Foundation
import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Work

@testable import Exchange
@testable import Outside

/// A gateway of its own for one test, with the collections `public` (everyone) and `desk`, and a clock that a test moves.
struct FeedGateway: Sendable {
    let ledger: GatewayLedger
    let clock: FeedClock
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        let clock = FeedClock()
        self.clock = clock
        let dice = Mutex<UInt64>(7)
        let surroundings = Surroundings(
            now: { clock.now },
            random: { count in
                dice.withLock { state in
                    (0..<count).map { _ in
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        return UInt8(truncatingIfNeeded: state >> 33)
                    }
                }
            })
        ledger = try await GatewayLedger.create(
            DataDirectory.forTest(folder.path + "/data"), name: "CIRT Valdoria", surroundings: surroundings,
            migrations: workMigrations + exchangeMigrations)
        try await ledger.createCollection(alias: "public", title: "Public", audience: .everyone)
        try await ledger.createCollection(alias: "desk", title: "Desk", audience: ledger.gateway.desk)
    }

    var sources: PolledSources { PolledSources(ledger) }

    /// A source named `ISAC`.
    @discardableResult
    func add(
        _ name: String = "ISAC", into collection: String = "desk", marking: TLP? = nil,
        credentials: PeerCredentials = .none
    ) async throws -> PolledSource {
        try await sources.add(
            name, kind: .taxii, address: FakeTAXII.address, credentials: credentials, into: collection,
            defaultMarking: marking, reliability: .usuallyReliable, interval: 900)
    }

    func run(_ server: FakeTAXII) -> PollRun {
        PollRun(sources, feeds: PollRun.feeds) { settings, body in
            try await body(
                try PeerClient(server.transport, settings.credentials, for: PeerAddress(settings.address)))
        }
    }

    /// Does what is due until nothing is, as `concord serve` does.
    ///
    /// - Returns: what the worker complained of.
    @discardableResult
    func round(_ run: PollRun) async throws -> [String] {
        let told = Mutex<[String]>([])
        let worker = try Worker(ledger, handlers: [SourceVisits(run: run)], pause: .milliseconds(5))
        await worker.run(until: .idle) { sentence in told.withLock { $0.append(sentence) } }
        return told.withLock(\.self)
    }

    /// Visits `ISAC` once.
    func visit(_ server: FakeTAXII, _ name: String = "ISAC") async throws -> PollRun.Outcome {
        try await run(server).visit(name)
    }

    /// The ids that stand in a collection, sorted.
    func ids(in collection: String = "desk") async throws -> [String] {
        let target = try #require(await Reader.machine(of: ledger).collection(collection))
        return try await ledger.outgoing(of: target, from: 0, most: 100_000).map(\.id).sorted()
    }

    func entries(in collection: String = "desk") async throws -> Int {
        try #require(await Reader.machine(of: ledger).collection(collection)).size
    }
}

/// A clock that stands until it is moved.
final class FeedClock: Sendable {
    /// 2026-01-01T00:00:00Z.
    private let time = Mutex<Int64>(1_767_225_600_000_000)
    var now: Timestamp { Timestamp(clamping: time.withLock { $0 }) }
    func move(_ seconds: Int) { time.withLock { $0 += Int64(seconds) * 1_000_000 } }
}

extension PollRun.Outcome {
    var count: PollCount? { if case .done(let count) = self { count } else { nil } }
    var problem: ExchangeError? { if case .failed(let error, _) = self { error } else { nil } }
}

extension PolledSources {
    /// Those that are to be asked now, the one that waits longest first.
    func due() async throws -> [PolledSource] {
        let now = ledger.surroundings.now()
        return try await all().filter { $0.next.map { $0 <= now } ?? false }.sorted {
            ($0.due, $0.settings.name) < ($1.due, $1.settings.name)
        }
    }
}
