@testable import Ledger
import STIX
import Storage
import Synchronization
import Testing

@testable import Exchange
@testable import Outside
@testable import Work

/// A source that ends the process does so once.
@Suite struct SetAsideTests {
    private struct Looking: Feed {
        let look: @Sendable (Poll) async throws -> Void
        func poll(_ poll: Poll) async throws { try await look(poll) }
    }

    private func run(_ gateway: FeedGateway, _ look: @escaping @Sendable (Poll) async throws -> Void) -> PollRun {
        PollRun(gateway.sources, feeds: [.taxii: Looking(look: look)]) { _, body in
            try await body(try PeerClient(FakeTAXII().transport))
        }
    }

    /// As it stands when the process ends in the middle of a visit.
    private func endAmid(_ gateway: FeedGateway) async throws {
        let ending = run(gateway) { _ in throw CancellationError() }
        _ = try? await ending.visit("ISAC")
        let id = try await gateway.sources.named("ISAC").settings.id
        let holder = "\(Holder.machine)/\(gateway.ledger.surroundings.uuid())"
        try await gateway.ledger.database.write { session in
            try session.run("UPDATE work SET holder = \(holder), lease = 0, attempts = 1 WHERE key = \(id)")
        }
    }

    @Test func `a visit in whose middle the process ended sets its source aside, said aloud, until it is resumed`()
        async throws
    {
        let gateway = try await FeedGateway()
        try await gateway.add()
        try await gateway.add("Other")
        try await endAmid(gateway)
        let visits = Mutex<[String]>([])
        let look = run(gateway) { poll in visits.withLock { $0.append(poll.settings.name) } }
        let sentences = try await gateway.round(look)
        #expect(sentences.count == 1 && sentences[0].contains("the gateway ended while it did this"))
        #expect(visits.withLock(\.self) == ["Other"])
        let source = try await gateway.sources.named("ISAC")
        #expect(source.isStopped && source.next == nil && source.problem?.code == .endedHere)
        #expect(source.failingSince == gateway.clock.now && source.failures == 1)
        // Once told, it is no more.
        #expect(try await gateway.round(look).isEmpty)

        try await gateway.sources.resume("ISAC")
        #expect(try await gateway.visit(FakeTAXII(FakeObjects.items(2))).problem == nil)
        let mended = try await gateway.sources.named("ISAC")
        #expect(!mended.isStopped && mended.problem == nil && mended.failingSince == nil && mended.failures == 0)
    }

    @Test func `whatever ends in order leaves nothing held, and says when it is asked again`() async throws {
        let gateway = try await FeedGateway()
        let id = try await gateway.add().settings.id
        let work = WorkTable(gateway.ledger)
        let held = Mutex<[Bool]>([])
        let outcomes: [@Sendable () async throws -> Void] = [{}, { throw ExchangeError(.malformed, "odd") }]
        for outcome in outcomes {
            let look = run(gateway) { _ in
                let isHeld = try await work.row("source", for: id)?.isHeld ?? false
                held.withLock { $0.append(isHeld) }
                try await outcome()
            }
            #expect(try await gateway.round(look).isEmpty)
            let row = try #require(await work.row("source", for: id))
            #expect(!row.isHeld && row.due > gateway.clock.now)
            #expect(try await gateway.sources.named("ISAC").next == row.due)
            gateway.clock.move(100_000)
        }
        #expect(held.withLock(\.self) == [true, true])
        #expect(try await work.row("source", for: id)?.problem == "odd")
    }

    @Test func `a power cut, a visit that goes on elsewhere and a command are no reason`() async throws {
        let gateway = try await FeedGateway()
        let id = try await gateway.add().settings.id
        try await endAmid(gateway)
        try await gateway.ledger.database.write { session in
            try session.run("UPDATE work SET holder = 'the start before/x' WHERE key = \(id)")
        }
        #expect(try await gateway.round(run(gateway) { _ in }).isEmpty)
        #expect(try await gateway.sources.named("ISAC").succeeded != nil)

        gateway.clock.move(100_000)
        do {
            let elsewhere = try PollLock(id, in: gateway.ledger.directory)
            #expect(try await gateway.round(run(gateway) { _ in Issue.record("visited") }).isEmpty)
            withExtendedLifetime(elsewhere) {}
        }
        let soon = try #require(await gateway.sources.named("ISAC").next).microseconds - gateway.clock.now.microseconds
        #expect((1...60_000_000).contains(soon))
    }

    @Test func `a source that was visited in another year is asked again once the clock is right`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        gateway.clock.move(10 * 365 * 86_400)
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(1)))
        gateway.clock.move(-10 * 365 * 86_400)
        try await gateway.round(gateway.run(FakeTAXII(FakeObjects.items(2))))
        #expect(try await gateway.sources.due().isEmpty)
        #expect(try await gateway.ids() == FakeObjects.ids(2))
    }
}
