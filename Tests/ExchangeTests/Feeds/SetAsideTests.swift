import Ledger
import STIX
import Synchronization
import Testing

@testable import Exchange

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

    private func told(_ gateway: FeedGateway) async throws -> [String] { try await gateway.sources.setAside() }

    @Test func `a visit that began and never ended sets its source aside, said aloud, until it is resumed`()
        async throws
    {
        let gateway = try await FeedGateway()
        try await gateway.add()
        try await gateway.add("Other")
        let id = try await gateway.sources.named("ISAC").settings.id
        // As it stands when the process ends in the middle.
        try await gateway.sources.begin(id)
        let sentences = try await told(gateway)
        #expect(sentences.count == 1 && sentences[0].hasPrefix("the source ISAC is set aside"))
        let source = try await gateway.sources.named("ISAC")
        #expect(source.isStopped && source.next == nil && source.problem?.code == .endedHere)
        #expect(source.failingSince == gateway.clock.now && source.failures == 1)
        #expect(try await gateway.sources.due().map(\.settings.name) == ["Other"])
        // Once told, it is no more.
        #expect(try await told(gateway).isEmpty)

        try await gateway.sources.resume("ISAC")
        #expect(try await gateway.visit(FakeTAXII(FakeObjects.items(2))).problem == nil)
        let mended = try await gateway.sources.named("ISAC")
        #expect(!mended.isStopped && mended.problem == nil && mended.failingSince == nil)
    }

    @Test func `the schedule marks a visit before it asks, and whatever ends in order leaves no mark`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let sources = gateway.sources
        let marks = Mutex<[Bool]>([])
        let outcomes: [@Sendable () async throws -> Void] = [
            {}, { throw ExchangeError(.malformed, "odd") }, { throw CancellationError() },
        ]
        for outcome in outcomes {
            let look = run(gateway) { _ in
                let mark = try await sources.named("ISAC").visiting != nil
                marks.withLock { $0.append(mark) }
                try await outcome()
            }
            try? await Schedule(run: look).round()
            #expect(try await gateway.sources.named("ISAC").visiting == nil)
            gateway.clock.move(100_000)
        }
        #expect(marks.withLock { $0 } == [true, true, true])
        #expect(try await told(gateway).isEmpty)
    }

    @Test func `the schedule sets aside at its start, and only then visits`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        try await gateway.sources.begin(gateway.sources.named("ISAC").settings.id)
        let visits = Mutex(0)
        let said = Mutex<[String]>([])
        let schedule = Schedule(run: run(gateway) { _ in visits.withLock { $0 += 1 } }, pause: .milliseconds(5))
        let task = Task { await schedule.run { sentence in said.withLock { $0.append(sentence) } } }
        for _ in 0..<2_000 where said.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(2)) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await task.value
        #expect(said.withLock { $0.count } == 1)
        #expect(visits.withLock { $0 } == 0)
    }

    @Test func `a power cut, a visit that goes on elsewhere and a command are no reason`() async throws {
        let gateway = try await FeedGateway()
        let id = try await gateway.add().settings.id
        try await gateway.sources.begin(id, machine: "the start before")
        #expect(try await told(gateway).isEmpty)
        #expect(try await gateway.sources.due().count == 1)

        try await gateway.sources.begin(id)
        do {
            let held = try PollLock(id, in: gateway.ledger.directory)
            #expect(try await told(gateway).isEmpty)
            withExtendedLifetime(held) {}
        }
        try await gateway.sources.leave(id)

        // Whoever types `concord pull` sees how it ends.
        let sources = gateway.sources
        let marks = Mutex<[Bool]>([])
        _ = try await run(gateway) { _ in
            let visiting = try await sources.named("ISAC").visiting
            marks.withLock { $0.append(visiting != nil) }
        }.visit("ISAC")
        #expect(marks.withLock { $0 } == [false])
    }

    @Test func `a source that was visited in another year is asked again once the clock is right`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        gateway.clock.move(10 * 365 * 86_400)
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(1)))
        gateway.clock.move(-10 * 365 * 86_400)
        #expect(try await gateway.sources.due().count == 1)
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(2)))
        #expect(try await gateway.sources.due().isEmpty)
        #expect(try await gateway.ids() == FakeObjects.ids(2))
    }
}
