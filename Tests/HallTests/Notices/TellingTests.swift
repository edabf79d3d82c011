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

@Suite struct TellingTests {
    private struct Event: Decodable {
        struct Told: Decodable, Equatable {
            let kind: String
            let urgency: String
            let text: String
            let url: String
        }
        struct Data: Decodable {
            let gateway: String
            let urgency: String
            let text: String
            let url: String
            let notices: [Told]
            let more: Int
        }
        let type: String
        let timestamp: String
        let data: Data
    }

    private func event(_ text: String) throws -> Event {
        try JSONDecoder().decode(Event.self, from: Data(text.utf8))
    }

    // MARK: - When

    @Test func `what is soon waits for the end of quiet hours, and what is urgent does not`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        // The clock stands at midnight.
        let quiet = NoticeHours.Quiet(from: 22 * 60, until: 7 * 60)
        let hours = try #require(NoticeHours(zone: "UTC", quiet: quiet))
        try await gateway.hall.keep(NoticeSettings(hours: hours), of: "analyst")
        try await gateway.notify(key: "soon")
        try await gateway.pass(.seconds(6 * 3_600))
        #expect(gateway.rings().isEmpty)
        try await gateway.notify(.account("analyst"), .urgent, kind: "fire")
        try await gateway.work()
        let rung = try gateway.rings().map(event)
        // One telling says all that waits, the most pressing first.
        #expect(rung.count == 1 && rung.first?.type == "notice.urgent")
        #expect(rung.first?.data.notices.map(\.kind) == ["fire", "bell"])
        #expect(rung.first?.data.text == "URGENT: It burns at the <pier>. and one more")
        try await gateway.pass(.seconds(2 * 3_600))
        #expect(gateway.rings().isEmpty)
        #expect(try await gateway.unseen().allSatisfy { $0.told != nil })
    }

    @Test func `a digest gathers a day, and who has seen a thing is not told of it`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        for key in 0..<5 {
            try await gateway.notify(.account("analyst"), .digest, key: "\(key)")
            try await gateway.pass(.seconds(3_600))
        }
        #expect(gateway.rings().isEmpty)
        let first = try #require(try await gateway.unseen().first { $0.key == "0" })
        try await gateway.table.see(upTo: first.number, isAlone: true, of: "analyst")
        try await gateway.pass(.seconds(3 * 3_600 - 1))
        #expect(gateway.rings().isEmpty)
        try await gateway.pass(.seconds(1))
        let rung = try gateway.rings().map(event)
        #expect(rung.count == 1 && rung.first?.data.notices.count == 4)
        try await gateway.pass(.seconds(40 * 3_600))
        #expect(gateway.rings().isEmpty)
    }

    @Test func `what does not press is told once a minute at most`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        for key in 0..<5 {
            try await gateway.notify(key: "\(key)")
            try await gateway.pass(.seconds(10))
        }
        #expect(gateway.rings().count == 1)
        try await gateway.pass(.seconds(20))
        let rung = try gateway.rings().map(event)
        #expect(rung.count == 1 && rung.first?.data.notices.count == 4)
    }

    @Test func `a way is told what presses enough for it and is not muted; some can't be muted`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram(least: .soon)
        try await gateway.hall.keep(NoticeSettings(muted: ["bell", "fire"]), of: "analyst")
        try await gateway.notify(.account("analyst"), .urgent, kind: "bell")
        try await gateway.notify(.account("analyst"), .digest, kind: "fire", key: "low")
        try await gateway.pass(.seconds(86_400))
        #expect(gateway.rings().isEmpty)
        #expect(try await gateway.unseen().count == 2)
        try await gateway.notify(.account("analyst"), .soon, kind: "fire", key: "high")
        try await gateway.work()
        let rung = try gateway.rings().map(event)
        #expect(rung.count == 1 && rung.first?.data.notices.map(\.kind) == ["fire"])
    }

    @Test func `what happened before a way was there is not told by it`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.notify()
        try await gateway.work()
        try await gateway.addProgram()
        try await gateway.notify(key: "2")
        try await gateway.work()
        #expect(try gateway.rings().map(event).first?.data.notices.count == 1)
    }

    // MARK: - What does not go well

    @Test func `what can't be told is tried again and told once`() async throws {
        let gateway = try await NoticeGateway()
        let way = try await gateway.addProgram()
        gateway.rung.withLock { $0.status = 1 }
        try await gateway.notify()
        try await gateway.work()
        #expect(gateway.rings().count == 1)
        #expect(try await gateway.table.way(way.id)?.problem == "/bin/ring ended with 1: busy")
        #expect(try await gateway.unseen().first?.told == nil)
        gateway.rung.withLock { $0.status = 0 }
        try await gateway.pass(.seconds(3_600))
        #expect(gateway.rings().count == 1)
        #expect(try await gateway.table.way(way.id)?.problem == nil)
        #expect(try await gateway.unseen().first?.told != nil)
        try await gateway.pass(.seconds(7_200))
        #expect(gateway.rings().isEmpty)
    }

    @Test func `after days nobody expects it any more, and the next is told alone`() async throws {
        let gateway = try await NoticeGateway()
        let way = try await gateway.addProgram()
        gateway.rung.withLock { $0.status = 1 }
        try await gateway.notify()
        for _ in 0..<40 { try await gateway.pass(.seconds(4 * 3_600)) }
        #expect(try await gateway.table.way(way.id)?.problem?.hasPrefix("given up: ") == true)
        #expect(try await WorkTable(gateway.ledger).row("notice-way", for: way.id) == nil)
        _ = gateway.rings()
        gateway.rung.withLock { $0.status = 0 }
        try await gateway.notify(key: "2")
        try await gateway.work()
        #expect(try gateway.rings().map(event).first?.data.notices.count == 1)
    }

    @Test func `who may not read any more, or has no account, is told nothing more`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram(for: "member")
        try await gateway.addProgram()
        let now = gateway.clock.now
        // Entered while they read it.
        let desk = NoticeDraft(
            "bell", "1", .soon, to: .account("member"), about: "secret", in: gateway.desk.id,
            at: .collection(gateway.desk.id))
        try await gateway.table.write { try $0.enter(desk, for: "member", now: now) }
        try await gateway.notify()
        gateway.closed.set(["analyst"])
        try await gateway.work()
        #expect(gateway.rings().isEmpty)
        // On the page stands that there was something, and not what.
        let page = try await gateway.page("member", "/notices")
        #expect(page.contains("A bell rings.") && !page.contains("secret") && !page.contains(gateway.desk.id))
    }

    // MARK: - Letters

    @Test func `a letter says what not everybody reads without its name`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        let place = try NoticeWay.Place.entered("amina@cirt.example")
        let way = try await gateway.hall.addWay(place, for: "analyst", least: .soon, isAgreed: true).way
        try await gateway.notify(.account("analyst"), .soon, key: "1", about: "Harbour case", in: gateway.desk)
        try await gateway.notify(
            .account("analyst"), .urgent, kind: "fire", key: "2", about: "Public", in: gateway.open)
        try await gateway.work()
        let letter = try #require(try await gateway.letters().last)
        #expect(letter.to == "amina@cirt.example")
        let text = letter.text.replacing("=\r\n", with: "").replacing("=3D", with: "=")
        #expect(text.contains("A bell rings.") && !text.contains("Harbour case"))
        #expect(text.contains("URGENT: It burns at Public."))
        #expect(text.contains("https://concord.valdoria.example/collections/\(gateway.desk.id)"))
        #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        #expect(text.contains("https://concord.valdoria.example/notices/letters/\(way.id)/\(way.secret)"))
        #expect(text.contains("Auto-Submitted: auto-generated"))
    }

    @Test func `before whoever reads there has agreed, one letter is written and no more`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        let way = try await gateway.hall.addWay(.entered("amina@cirt.example"), for: "analyst", least: .digest).way
        try await gateway.notify(.account("analyst"), .urgent)
        try await gateway.work()
        #expect(try await gateway.letters().count == 1)
        let path = "/notices/letters/\(way.id)/\(way.secret)"
        let asked = try #require(try await gateway.letters().first)
        #expect(asked.text.replacing("=\r\n", with: "").contains(path))
        // Looking is not agreeing: programs of mail servers look at links.
        #expect(try await gateway.ask(nil, path).status == 200)
        try await gateway.work()
        #expect(try await gateway.letters().count == 1)
        #expect(try await gateway.ask(nil, path, form: [("do", "agree")]).status == 200)
        try await gateway.notify(.account("analyst"), .urgent, key: "2")
        try await gateway.work()
        #expect(try await gateway.letters().count == 2)
        // One click of a mail program ends it (RFC 8058), and twice is as well as once.
        for _ in 0..<2 {
            #expect(try await gateway.ask(nil, path, form: [("List-Unsubscribe", "One-Click")]).status == 200)
        }
        try await gateway.notify(.account("analyst"), .urgent, key: "3")
        try await gateway.work()
        #expect(try await gateway.letters().count == 2)
        #expect(try await gateway.table.ways(of: "analyst").isEmpty)
        #expect(try await gateway.ask(nil, path).status == 404)
    }

    @Test func `nothing is done by a secret of another, and nothing written for it`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        let one = try await gateway.hall.addWay(.entered("a@cirt.example"), for: "analyst", least: .digest).way
        let other = try await gateway.hall.addWay(.entered("b@cirt.example"), for: "member", least: .digest).way
        let hook = try await gateway.hall.addWay(.entered("https://hook.example/"), for: "member", least: .digest).way
        for (id, secret) in [
            (one.id, other.secret), (other.id, one.secret), (hook.id, hook.secret),
            ("00000000-0000-4000-8000-000000000000", one.secret),
        ] {
            let path = "/notices/letters/\(id)/\(secret)"
            #expect(try await gateway.ask(nil, path).status == 404)
            #expect(try await gateway.ask(nil, path, form: [("do", "agree")]).status == 404)
            _ = try await gateway.ask(nil, path, form: [("do", "stop")])
        }
        #expect(try await gateway.table.ways(of: "member").count == 2)
        #expect(try await gateway.table.ways(of: "analyst").first?.confirmed == nil)
    }

    @Test func `who was never asked again in a week is asked no more`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        _ = try await gateway.hall.addWay(.entered("a@cirt.example"), for: "analyst", least: .digest)
        gateway.clock.pass(.seconds(8 * 86_400))
        _ = try await gateway.hall.addWay(.entered("b@cirt.example"), for: "member", least: .digest)
        #expect(try await gateway.table.ways(of: "analyst").isEmpty)
    }

    @Test func `letters that can't leave are a problem of the way`() async throws {
        let gateway = try await NoticeGateway()
        await #expect {
            _ = try await gateway.hall.addWay(.entered("a@cirt.example"), for: "analyst", least: .soon)
        } throws: {
            ($0 as? NoticeError)?.code == .noMail
        }
        let way = try await gateway.hall.addWay(
            .entered("a@cirt.example"), for: "analyst", least: .soon, isAgreed: true
        ).way
        try await gateway.notify()
        try await gateway.work()
        #expect(try await gateway.table.way(way.id)?.problem?.contains("concord mail server") == true)
        try await gateway.setMail()
        try await gateway.pass(.seconds(3_600))
        #expect(try await gateway.letters().count == 1)
        #expect(try await gateway.table.way(way.id)?.problem == nil)
    }

    // MARK: - Webhooks

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
            .ordered(server.address, reach: .anywhere), for: "analyst", least: .soon)
        try await gateway.notify()
        try await gateway.work()
        #expect(try await gateway.table.way(way.id)?.problem == "it answered 503")
        try await gateway.pass(.seconds(3_600))
        #expect(try await gateway.table.way(way.id)?.problem == nil)
        let shown = try #require(signing)
        #expect(server.received.count == 2)
        for request in server.received { #expect(try isSigned(request, by: shown)) }
        let ids = server.received.compactMap { $0.split(separator: "\r\n").first { $0.hasPrefix("webhook-id") } }
        #expect(Set(ids).count == 1)
        #expect(try !isSigned(server.received[0].replacing("A bell", with: "A ball"), by: shown))
    }

    @Test func `a receiver that has gone is taken away, and its owner told`() async throws {
        let gateway = try await NoticeGateway()
        let server = try LoopbackServer(answering: [LoopbackServer.answer([], status: "410 Gone")])
        let way = try await gateway.hall.addWay(
            .ordered(server.address, reach: .anywhere), for: "analyst", least: .soon
        ).way
        try await gateway.notify()
        try await gateway.work()
        #expect(try await gateway.table.way(way.id) == nil)
        #expect(try await Set(gateway.unseen().map(\.kind)) == ["bell", "way-ended"])
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

    @Test func `a real program reads the event from its standard input`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ring"
        try "#!/bin/sh\ncat > '\(folder.path)/heard'\necho rang\nexit 3\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        let (status, said) = try await LocalProgram.run(path, [], Array("ring \u{2603}".utf8), .seconds(20))
        #expect(status == 3 && said == "rang")
        #expect(try String(contentsOfFile: folder.path + "/heard", encoding: .utf8) == "ring \u{2603}")
        await #expect(throws: OutsideError.self) {
            _ = try await LocalProgram.run(folder.path + "/none", [], [], .seconds(5))
        }
    }
}
