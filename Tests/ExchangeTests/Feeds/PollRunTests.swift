import Ledger
import STIX
import Synchronization
import Testing

@testable import Exchange
@testable import Outside

@Suite struct PollRunTests {
    @Test func `a failure is told, doubles the wait, and is forgotten by a success`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let broken = FakeTAXII(twist: { _, _ in .init(status: 500, "") })
        let start = gateway.clock.now
        for failures in 1...12 {
            _ = try await gateway.visit(broken)
            let source = try await gateway.sources.named("ISAC")
            #expect(source.failures == failures)
            #expect(source.failingSince == start)
            #expect(source.succeeded == nil)
            let wait = (source.due.microseconds - gateway.clock.now.microseconds) / 1_000_000
            let most = min(Int64(60) << (failures - 1), 21_600)
            #expect((most / 2...most).contains(wait), "\(failures): \(wait)")
            gateway.clock.move(60)
        }
        _ = try await gateway.visit(FakeTAXII(FakeObjects.items(2)))
        let source = try await gateway.sources.named("ISAC")
        #expect((source.failures, source.failed, source.placed) == (0, 12, 2))
        #expect(source.failingSince == nil && source.problem == nil && source.succeeded == gateway.clock.now)
        let wait = (source.due.microseconds - gateway.clock.now.microseconds) / 1_000_000
        #expect((900...990).contains(wait))
    }

    @Test func `Retry-After is obeyed`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let server = FakeTAXII(twist: { _, _ in
            var answer = FakeTAXII.Answer(status: 429, "")
            answer.headers.append(("Retry-After", "7200"))
            return answer
        })
        _ = try await gateway.visit(server)
        let source = try await gateway.sources.named("ISAC")
        #expect(source.due.microseconds == gateway.clock.now.microseconds + 7_200_000_000)
    }

    @Test func `a turn that was set while the clock was ahead has come`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        for ahead in [3_652 * 86_400, 2 * 86_400, 90_000] {
            gateway.clock.move(ahead)
            _ = try await gateway.visit(FakeTAXII(FakeObjects.items(2)))
            #expect(try await gateway.sources.due().isEmpty)
            gateway.clock.move(-ahead)
            let server = FakeTAXII(FakeObjects.items(2))
            try await gateway.round(gateway.run(server))
            #expect(!server.requests.isEmpty, "\(ahead)")
            #expect(try await gateway.sources.due().isEmpty)
        }
        // The longest waits there are: a week's interval, and a day that the server asks for.
        for (interval, asked) in [(604_800, "0"), (60, "86400")] {
            let name = "every \(interval)"
            _ = try await gateway.sources.add(
                name, kind: .taxii, address: FakeTAXII.address, into: "desk", interval: interval)
            _ = try await gateway.visit(
                FakeTAXII(twist: { _, _ in
                    var answer = FakeTAXII.Answer(status: 503, "")
                    answer.headers.append(("Retry-After", asked))
                    return answer
                }), name)
            #expect(try await gateway.sources.due().isEmpty)
            if asked == "0" { _ = try await gateway.visit(FakeTAXII(FakeObjects.items(2)), name) }
            #expect(try await gateway.sources.due().isEmpty)
        }
    }

    @Test func `wrong credentials stop a source until somebody resumes it`() async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        try await gateway.round(gateway.run(FakeTAXII(twist: { _, _ in .init(status: 401, "") })))
        #expect(try await gateway.sources.named("ISAC").next == nil)
        gateway.clock.move(1_000_000)
        #expect(try await gateway.sources.due().isEmpty)
        try await gateway.sources.resume("ISAC")
        #expect(try await gateway.sources.due().count == 1)
    }

    @Test func `what is due is visited, and one that fails hinders no other`() async throws {
        let gateway = try await FeedGateway()
        for name in ["A", "B", "C", "D", "E"] { try await gateway.add(name) }
        try await gateway.sources.pause("C")
        let server = FakeTAXII(FakeObjects.items(2), twist: { number, _ in number == 1 ? .init(status: 503, "") : nil })
        let run = gateway.run(server)
        try await gateway.round(run)
        let all = try await gateway.sources.all()
        #expect(all.map { $0.tried != nil } == [true, true, false, true, true])
        #expect(all.filter { $0.failures == 1 }.count == 1)
        server.forgetRequests()
        try await gateway.round(run)
        #expect(server.requests.isEmpty)
        gateway.clock.move(1_000)
        try await gateway.round(run)
        #expect(server.requests.count == 4)
    }

    /// `A` ends only after `B` was visited twice.
    private final class Slow: Feed {
        let clock: FeedClock
        let visits = Mutex(0)
        init(_ clock: FeedClock) { self.clock = clock }

        func poll(_ poll: Poll) async throws {
            guard poll.settings.name == "A" else { return visits.withLock { $0 += 1 } }
            for _ in 0..<1_000 where visits.withLock({ $0 }) < 2 {
                try await Task.sleep(for: .milliseconds(5))
                if visits.withLock({ $0 }) > 0 { clock.move(100) }
            }
        }
    }

    @Test func `a slow source keeps no other waiting`() async throws {
        let gateway = try await FeedGateway()
        _ = try await gateway.sources.add("A", kind: .taxii, address: "https://slow.example/c/", into: "desk")
        let quick = try await gateway.add("B")
        try await gateway.sources.succeeded(quick.settings.id, placed: 0, due: gateway.clock.now, lasted: 1)
        let slow = Slow(gateway.clock)
        let run = PollRun(gateway.sources, feeds: [.taxii: slow]) { _, body in
            try await body(try PeerClient(FakeTAXII().transport))
        }
        try await gateway.round(run)
        #expect(slow.visits.withLock { $0 } >= 2)
    }

    @Test func `one visit at a time, whoever makes it`() async throws {
        let gateway = try await FeedGateway()
        let source = try await gateway.add()
        let held = try PollLock(source.settings.id, in: gateway.ledger.directory)
        #expect(held != nil)
        guard case .busy = try await gateway.visit(FakeTAXII()) else {
            Issue.record("two visits at once")
            return
        }
        withExtendedLifetime(held) {}
    }

    /// A feed that never ends.
    private struct Endless: Feed {
        let keeps: Bool
        func poll(_ poll: Poll) async throws {
            if keeps { try await poll.keep("somewhere") }
            try await Task.sleep(for: .seconds(600))
        }
    }

    @Test(arguments: [true, false]) func `a visit that takes too long gives way`(_ keeps: Bool) async throws {
        let gateway = try await FeedGateway()
        try await gateway.add()
        let run = PollRun(gateway.sources, feeds: [.taxii: Endless(keeps: keeps)]) { _, body in
            try await body(try PeerClient(FakeTAXII().transport))
        }
        let outcome = try await run.visit("ISAC", patience: .milliseconds(20))
        #expect((outcome.problem == nil) == keeps)
        #expect(try await gateway.sources.named("ISAC").cursor == (keeps ? "somewhere" : nil))
    }

    @Test func `a source that could never place anything is not added`() async throws {
        let gateway = try await FeedGateway()
        func add(
            _ name: String, _ address: String = FakeTAXII.address, into: String = "desk", marking: TLP? = nil,
            credentials: PeerCredentials = .none, interval: Int = 900
        )
            async -> ExchangeError.Code?
        {
            do {
                _ = try await gateway.sources.add(
                    name, kind: .taxii, address: address, credentials: credentials, into: into, defaultMarking: marking,
                    interval: interval)
                return nil
            } catch { return (error as? ExchangeError)?.code }
        }
        #expect(await add("ISAC") == nil)
        #expect(await add("ISAC") == .nameTaken)
        for name in ["", " x", "organisation:0b0e", "Desk", "concord", "a\nb", String(repeating: "x", count: 101)] {
            #expect(await add(name) == .badSource)
        }
        #expect(await add("X", into: "nowhere") == .badSource)
        #expect(await add("X", into: "public", marking: .green) == .badSource)
        #expect(await add("X", interval: 5) == .badSource)
        #expect(await add("X", "http://taxii.example/", credentials: .bearer("k")) == .badSource)
        #expect(await add("X", "https://u:p@taxii.example/") == .badSource)
        try await gateway.sources.remove("ISAC")
        #expect(try await gateway.sources.all().isEmpty)
    }
}
