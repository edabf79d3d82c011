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

@Suite struct NoticeLetterTests {
    @Test func `a letter says what not everybody reads without its name`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        let place = try NoticeWay.Place.entered("amina@cirt.example")
        let way = try await gateway.add(place)
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
        try await gateway.settle()
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

    @Test func `who said no is asked no more, by nobody`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        let way = try await gateway.hall.addWay(.entered("Amina@cirt.example"), for: "analyst", least: .digest).way
        _ = try await gateway.ask(nil, "/notices/letters/\(way.id)/\(way.secret)", form: [("do", "stop")])
        for person in ["analyst", "member"] {
            await #expect {
                _ = try await gateway.hall.addWay(.entered("amina@CIRT.example"), for: person, least: .soon)
            } throws: {
                ($0 as? NoticeError)?.code == .refused
            }
        }
        #expect(try await gateway.letters().count == 1)
        // An operator may know better. Who has agreed once and then stops may agree again.
        let agreed = try await gateway.add(.entered("amina@cirt.example"))
        _ = try await gateway.ask(nil, "/notices/letters/\(agreed.id)/\(agreed.secret)", form: [("do", "stop")])
        #expect(try await gateway.table.ways(of: "analyst").isEmpty)
    }

    @Test func `an old question agrees to nothing`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.setMail()
        let way = try await gateway.hall.addWay(.entered("a@cirt.example"), for: "analyst", least: .digest).way
        gateway.clock.pass(.seconds(8 * 86_400))
        let path = "/notices/letters/\(way.id)/\(way.secret)"
        #expect(try await gateway.ask(nil, path, form: [("do", "agree")]).status == 404)
        #expect(try await gateway.table.way(way.id)?.confirmed == nil)
    }

    @Test func `letters that can't leave are a problem of the way`() async throws {
        let gateway = try await NoticeGateway()
        await #expect {
            _ = try await gateway.hall.addWay(.entered("a@cirt.example"), for: "analyst", least: .soon)
        } throws: {
            ($0 as? NoticeError)?.code == .noMail
        }
        let way = try await gateway.add(.entered("a@cirt.example"))
        try await gateway.notify()
        try await gateway.work()
        #expect(try await gateway.table.way(way.id)?.problem?.contains("concord mail server") == true)
        try await gateway.setMail()
        try await gateway.pass(.seconds(3_600))
        #expect(try await gateway.letters().count == 1)
        #expect(try await gateway.table.way(way.id)?.problem == nil)
    }
}
