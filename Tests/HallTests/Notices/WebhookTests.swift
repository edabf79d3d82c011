import Crypto
import Foundation
import Ledger
import Mail
import Outside
import STIX
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import Work

@testable import Hall

@Suite struct WebhookTests {
    /// What a receiver that knows nothing of this code checks: Standard Webhooks 1.0.
    private func isSigned(_ request: String, by shown: String) throws -> Bool {
        func header(_ name: String) -> String? {
            request.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ":") }.map {
                $0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
            }
        }
        let key = try #require(Data(base64Encoded: String(shown.dropFirst("whsec_".count))))
        let body = try #require(request.firstRange(of: "\r\n\r\n").map { request[$0.upperBound...] })
        let (id, time) = (try #require(header("webhook-id")), try #require(header("webhook-timestamp")))
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(id).\(time).\(body)".utf8), using: SymmetricKey(data: key))
        return header("webhook-signature") == "v1," + Data(code).base64EncodedString()
    }

    @Test func `a webhook gets one signed message, the same one until it is taken`() async throws {
        let gateway = try await NoticeGateway()
        let server = try LoopbackServer(answering: [
            LoopbackServer.answer([], status: "503 Service Unavailable"), LoopbackServer.answer([]),
        ])
        let (way, signing) = try await gateway.hall.addWay(
            .ordered(server.address + "ring?to=1", reach: .anywhere), for: "analyst", least: .soon)
        try await gateway.settle()
        try await gateway.notify()
        try await gateway.work()
        #expect(try await gateway.table.way(way.id)?.problem == "it answered 503")
        try await gateway.pass(.seconds(3_600))
        #expect(try await gateway.table.way(way.id)?.problem == nil)
        let shown = try #require(signing)
        #expect(server.received.count == 2 && server.received.allSatisfy { $0.hasPrefix("POST /ring?to=1 HTTP/1.1") })
        for request in server.received { #expect(try isSigned(request, by: shown)) }
        let ids = server.received.compactMap { $0.split(separator: "\r\n").first { $0.hasPrefix("webhook-id") } }
        #expect(Set(ids).count == 1)
        #expect(try !isSigned(server.received[0].replacing("A bell", with: "A ball"), by: shown))
    }

    @Test(.timeLimit(.minutes(15))) func `a receiver that hangs has failed, and its owner is told why`() async throws {
        let gateway = try await NoticeGateway()
        let server = try LoopbackServer(connections: 1) { _, _ in Thread.sleep(forTimeInterval: 3) }
        gateway.patience.withLock { $0.1 = .milliseconds(500) }
        let way = try await gateway.hall.addWay(
            .ordered(server.address, reach: .anywhere), for: "analyst", least: .urgent
        ).way
        try await gateway.settle()
        try await gateway.notify(.account("analyst"), .urgent)
        try await gateway.work()
        #expect(try await gateway.table.way(way.id)?.problem?.contains("longer") == true)
        #expect(try await WorkTable(gateway.ledger).row("notice-way", for: way.id)?.problem == "too-slow")
    }

    @Test func `a receiver that has gone is taken away, and its owner told`() async throws {
        let gateway = try await NoticeGateway()
        let server = try LoopbackServer(answering: [LoopbackServer.answer([], status: "410 Gone")])
        let way = try await gateway.add(.ordered(server.address, reach: .anywhere))
        try await gateway.notify()
        try await gateway.work()
        #expect(try await gateway.table.way(way.id) == nil)
        #expect(try await Set(gateway.unseen().map(\.kind)) == ["bell", "way-ended"])
        // Its address may be a secret: it stands on the page alone.
        #expect(try await gateway.page("analyst", "/notices").contains(server.address))
        try await gateway.addProgram()
        try await gateway.notify(key: "2")
        try await gateway.work()
        #expect(gateway.rings().allSatisfy { !$0.contains(server.address) })
    }

    @Test(arguments: [
        "http://hook.example/", "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "ftp://a.example/",
        "program:/bin/sh",
        "not an address", "a@b@c", "",
    ]) func `what somebody may not enter on a page is refused`(_ text: String) {
        #expect { try NoticeWay.Place.entered(text) } throws: { ($0 as? NoticeError)?.code == .badAddress }
    }

    @Test(arguments: ["program:bin/sh", "program:", "program:/a\nb", "http://a b/"])
    func `nor some of it by an operator`(_ text: String) {
        #expect { try NoticeWay.Place.ordered(text, reach: .anywhere) } throws: {
            ($0 as? NoticeError)?.code == .badAddress
        }
    }
}
