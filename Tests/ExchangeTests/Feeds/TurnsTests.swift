import Foundation
import Ledger
import STIX
import Synchronization
import Testing

@testable import Exchange
@testable import Outside

@Suite struct TurnsTests {
    private func source(
        _ gateway: FeedGateway, _ name: String, at address: String, works: Bool = true, fails: Bool = false,
        lasted: Int = 1
    ) async throws {
        let source = try await gateway.sources.add(name, kind: .taxii, address: address, into: "desk")
        let now = gateway.clock.now
        if works {
            try await gateway.sources.succeeded(source.settings.id, placed: 0, due: now, lasted: lasted * 1_000_000)
        }
        if fails {
            let error = ExchangeError(.tooSlow, "slow")
            try await gateway.sources.failed(source.settings.id, error, placed: 0, due: now, lasted: lasted * 1_000_000)
        }
    }

    /// Whom the turns choose one after the other as long as nobody ends.
    private func chosen(_ gateway: FeedGateway) async throws -> [String] {
        var turns = Turns()
        var due = try await gateway.sources.due()
        var names: [String] = []
        while let next = turns.next(of: due) {
            names.append(next.settings.name)
            turns.begin(next)
            due.removeAll { $0.settings.id == next.settings.id }
        }
        return names
    }

    @Test func `who answers well comes first, however long others wait`() async throws {
        let gateway = try await FeedGateway()
        try await source(gateway, "A fails", at: "https://a.example/c/", fails: true)
        try await source(gateway, "B is slow", at: "https://b.example/c/", lasted: 600)
        try await source(gateway, "C is new", at: "https://c.example/c/", works: false)
        gateway.clock.move(60)
        try await source(gateway, "D", at: "https://d.example/c/")
        try await source(gateway, "E", at: "https://e.example/c/")
        #expect(try await chosen(gateway) == ["D", "E"])
        try await gateway.sources.pause("E")
        // One of the doubtful at a time, whatever is free.
        #expect(try await chosen(gateway) == ["D", "A fails"])
        try await gateway.sources.pause("D")
        #expect(try await chosen(gateway) == ["A fails"])
    }

    @Test func `one visit at a server`() async throws {
        let gateway = try await FeedGateway()
        for path in ["1", "2", "3"] { try await source(gateway, path, at: "https://a.example/\(path)/") }
        #expect(try await chosen(gateway) == ["1"])
        try await source(gateway, "4", at: "https://A.example:443/4/")
        try await source(gateway, "5", at: "https://a.example:8443/5/")
        #expect(try await chosen(gateway) == ["1", "5"])
    }

    /// Servers that never answer, beside a good one: visits end only when they are called off.
    private final class Stuck: Feed {
        let visits = Mutex(0)

        func poll(_ poll: Poll) async throws {
            guard poll.settings.name == "Good" else {
                try await Task.sleep(for: .seconds(600))
                return
            }
            visits.withLock { $0 += 1 }
        }
    }

    @Test(.timeLimit(.minutes(15))) func `any number of servers that never answer starve no good one`() async throws {
        let gateway = try await FeedGateway()
        for number in 0..<20 {
            try await source(
                gateway, "Stuck \(number)", at: "https://s\(number).example/c/", works: number % 2 == 0, fails: true)
        }
        try await source(gateway, "Good", at: "https://good.example/c/")
        let stuck = Stuck()
        let run = PollRun(gateway.sources, feeds: [.taxii: stuck]) { _, body in
            try await body(try PeerClient(FakeTAXII().transport))
        }
        let round = Task { try await gateway.round(run) }
        for _ in 0..<100_000 where stuck.visits.withLock({ $0 }) < 10 {
            gateway.clock.move(500)
            try await Task.sleep(for: .milliseconds(2))
        }
        round.cancel()
        _ = await round.result
        #expect(stuck.visits.withLock { $0 } >= 10)
    }
}
