import Ledger
import Outside
import Storage
import TestSupport
import Testing

@testable import Exchange

/// Visits over real connections, and what is kept of how a source is reached.
@Suite struct ConnectionTests {
    @Test func `credentials print as what kind they are`() async throws {
        let gateway = try await FeedGateway()
        for secret in [PeerCredentials.basic(user: "amina", password: "s3cret"), .bearer("s3cret")] {
            let source = try await gateway.add("S\(secret)", credentials: secret)
            var dumped = ""
            dump(source.settings, to: &dumped)
            for text in ["\(secret)", "\(source)", String(reflecting: source.settings), dumped] {
                #expect(!text.contains("s3cret"))
            }
            #expect(source.settings.credentials == secret)
        }
    }

    private func response(_ status: String, _ headers: [String] = [], _ body: [UInt8]) -> [UInt8] {
        Array(([status] + headers + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8) + body
    }

    @Test func `a visit over a connection`() async throws {
        let gateway = try await FeedGateway()
        let body = #"{"more":false,"objects":[\#(FakeObjects.json(0))]}"#
        let server = try LoopbackServer(answering: [
            response(
                "HTTP/1.1 200 OK",
                ["Content-Type: application/taxii+json;version=2.1", "Content-Length: \(body.utf8.count)"],
                Array(body.utf8))
        ])
        _ = try await gateway.sources.add(
            "ISAC", kind: .taxii, address: server.address, credentials: .basic(user: "u", password: "p"),
            reach: .anywhere, into: "desk")
        #expect(try await PollRun(gateway.ledger).visit("ISAC").count?.placed == 1)
        #expect(server.received[0].contains("Authorization: Basic dTpw"))
    }

    @Test func `a source of an inner network is visited only where somebody has allowed that`() async throws {
        let gateway = try await FeedGateway()
        let answer = response("HTTP/1.1 200 OK", ["Content-Type: application/taxii+json;version=2.1"], Array("{}".utf8))
        let server = try LoopbackServer(answering: [answer, answer])
        await #expect {
            try await gateway.sources.add("ISAC", kind: .taxii, address: server.address, into: "desk")
        } throws: {
            ($0 as? ExchangeError)?.code == .innerNetwork
        }
        // A name shows where it leads only when it is asked for, at each visit anew.
        let named = server.address.replacing("127.0.0.1", with: "ip6-localhost")
        _ = try await gateway.sources.add("Named", kind: .taxii, address: named, into: "desk")
        let refused = try await PollRun(gateway.ledger).visit("Named")
        #expect([.innerNetwork, .unreachable].contains(refused.problem?.code))
        #expect(server.received.isEmpty)
        // As one of an earlier version: it stands in the table, and nobody has allowed it.
        _ = try await gateway.sources.add("ISAC", kind: .taxii, address: server.address, reach: .anywhere, into: "desk")
        try await gateway.sources.write { try $0.run("UPDATE polled_source SET inner_network = 0 WHERE name = 'ISAC'") }
        let problem = try await PollRun(gateway.ledger).visit("ISAC").problem
        #expect(problem?.code == .innerNetwork && problem?.sentence.contains("--inner-network") == true)
        #expect(server.received.isEmpty)
        try await gateway.sources.resume("ISAC", reach: .anywhere)
        #expect(try await PollRun(gateway.ledger).visit("ISAC").problem == nil)
        try await gateway.sources.resume("ISAC")
        #expect(try await gateway.sources.named("ISAC").settings.reach == .anywhere)
    }
}
