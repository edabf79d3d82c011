import Foundation
import Ledger
import NIOHTTP1
import STIX
import Synchronization
import Testing

@testable import Exchange
@testable import Outside

@Suite struct TAXIIPushTests {
    /// A server that takes objects; each POST is answered by a script.
    private final class Taker: Sendable {
        let bodies = Mutex<[[String]]>([])
        let answer: @Sendable (Int, [String]) -> (Int, String)
        let root: String

        init(
            root: String =
                #"{"title":"A","versions":["application/taxii+json;version=2.1"],"max_content_length":10485760}"#,
            _ answer: @escaping @Sendable (Int, [String]) -> (Int, String) = { _, _ in (202, Taker.complete) }
        ) {
            (self.root, self.answer) = (root, answer)
        }

        static let complete =
            #"{"id":"9d","status":"complete","total_count":1,"success_count":1,"failure_count":0,"pending_count":0}"#

        var given: [[String]] { bodies.withLock { $0 } }

        var client: PeerClient {
            get throws {
                try PeerClient(
                    PeerTransport { request in
                        var reply = (200, self.root)
                        if let body = request.body {
                            let ids = try JSON.parse(body)["objects"]?.array?.compactMap { $0["id"]?.string } ?? []
                            let number = self.bodies.withLock {
                                $0.append(ids)
                                return $0.count - 1
                            }
                            reply = self.answer(number, ids)
                        } else if request.address.hasSuffix("/status/9d/") {
                            reply = self.answer(-1, [])
                        } else if request.address == FakeTAXII.address {
                            reply.1 = #"{"id":"5f0c","title":"T","can_read":true,"can_write":true}"#
                        }
                        let (status, text) = reply
                        return PeerAnswer(
                            status: status, headers: ["Content-Type": "application/taxii+json;version=2.1"]
                        ) { try await $0(Array(text.utf8)) }
                    })
            }
        }
    }

    private func gateway(_ count: Int) async throws -> FeedGateway {
        let gateway = try await FeedGateway()
        try await admit(gateway, (0..<count).map { FakeObjects.json($0, marking: TLP.clear.markingID) })
        return gateway
    }

    private func admit(_ gateway: FeedGateway, _ objects: [String], into: String = "desk") async throws {
        let report = try await gateway.ledger.admit(
            MemorySource(Array(objects.joined(separator: "\n").utf8)), into: into, source: "desk")
        #expect(report.placed == objects.count)
    }

    private func push(_ gateway: FeedGateway, _ taker: Taker, upTo: TLP = .clear, again: Bool = false) async throws
        -> TAXIIPush.Outcome
    {
        try await TAXIIPush(gateway.ledger, taker.client, wait: { _ in }).run(
            "desk", to: FakeTAXII.address, upTo: upTo, again: again)
    }

    @Test func `everything is given once, and then what is new`() async throws {
        let gateway = try await gateway(1_203)
        let taker = Taker()
        #expect(try await push(gateway, taker).given == 1_203)
        #expect(taker.given.flatMap(\.self).sorted() == FakeObjects.ids(1_203))
        #expect(taker.given.count == 3)
        #expect(try await push(gateway, taker).given == 0)
        try await admit(gateway, [FakeObjects.json(5_000, marking: TLP.clear.markingID)])
        #expect(try await push(gateway, taker).given == 1)
        #expect(try await push(gateway, taker, again: true).given == 1_204)
    }

    @Test func `what is stricter, or does not say what it is, stays`() async throws {
        let gateway = try await gateway(1)
        try await admit(
            gateway,
            [
                FakeObjects.json(1, marking: TLP.green.markingID), FakeObjects.json(2, marking: TLP.amber.markingID),
                FakeObjects.json(3),
            ])
        let taker = Taker()
        let first = try await push(gateway, taker)
        #expect((first.given, first.kept, first.unmarked) == (1, 3, 0))
        // More may leave now, so what stayed before is looked at again.
        let second = try await push(gateway, taker, upTo: .green)
        #expect((second.given, second.kept, second.unmarked) == (2, 2, 0))
        let third = try await push(gateway, taker, upTo: .amberStrict)
        // The fourth counts as AMBER+STRICT here, and nobody there could know.
        #expect((third.given, third.kept, third.unmarked) == (3, 0, 1))
        #expect(!taker.given.flatMap(\.self).contains(FakeObjects.id(3)))
        await #expect(throws: ExchangeError.self) { try await push(gateway, taker, upTo: .red) }
    }

    @Test func `failures of single objects are told`() async throws {
        let gateway = try await gateway(3)
        let taker = Taker { _, _ in
            (
                202,
                #"{"id":"9d","status":"complete","failure_count":1,"failures":[{"id":"\#(FakeObjects.id(1))","version":"x","message":"no\nthanks"}]}"#
            )
        }
        let outcome = try await push(gateway, taker)
        #expect((outcome.given, outcome.failed) == (2, 1))
        #expect(outcome.failures == [.init(id: FakeObjects.id(1), sentence: "nothanks")])
    }

    @Test func `a status is followed until it is complete`() async throws {
        let gateway = try await gateway(3)
        let asked = Mutex(0)
        let taker = Taker { number, _ in
            let count = asked.withLock {
                if number < 0 { $0 += 1 }; return $0
            }
            return count < 3 ? (202, #"{"id":"9d","status":"pending"}"#) : (200, Taker.complete)
        }
        #expect(try await push(gateway, taker).given == 3)
        #expect(asked.withLock { $0 } == 3)
    }

    @Test func `what the server never finishes is given again the next time`() async throws {
        let gateway = try await gateway(3)
        await #expect { try await push(gateway, Taker { _, _ in (202, #"{"id":"9d","status":"pending"}"#) }) } throws: {
            ($0 as? ExchangeError)?.code == .busy
        }
        await #expect(throws: ExchangeError.self) { try await push(gateway, Taker { _, _ in (500, "") }) }
        #expect(try await push(gateway, Taker()).given == 3)
    }

    @Test func `a server that takes less at once gets less`() async throws {
        let gateway = try await gateway(20)
        let small = Taker(root: #"{"title":"A","versions":[],"max_content_length":1100}"#)
        #expect(try await push(gateway, small).given == 20)
        #expect(small.given.allSatisfy { $0.count <= 4 })
        let choosy = Taker { _, ids in ids.count > 3 ? (413, "") : (202, Taker.complete) }
        #expect(try await push(gateway, choosy, again: true).given == 20)
        // What stays is counted once, however often the same is looked at.
        try await admit(gateway, [FakeObjects.json(50, marking: TLP.green.markingID)])
        try await admit(gateway, (60..<64).map { FakeObjects.json($0, marking: TLP.clear.markingID) })
        let all = try await push(gateway, choosy, again: true)
        #expect((all.given, all.kept) == (24, 1))
    }
}
