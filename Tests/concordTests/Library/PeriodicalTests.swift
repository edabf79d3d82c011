import Foundation
import Hall
import Ledger
import Mail
import Outside
import STIX
import Storage
import Testing
import Web
import Work

@testable import concord

/// The weekly letter.
struct PeriodicalTests {
    @Test func `L3: a letter names what everyone reads and counts the rest, in text and HTML, until one click`()
        async throws
    {
        let records = try await Records(showing: ["lesson", "event"])
        let world = records.world
        let account = try #require(try await world.compose.door.people.whoMay(.discuss).first { $0.name == "Al" })
            .account
        try await MailTable(world.ledger).set(
            MailServer("sendmail", sender: Mailbox(MailAddress("concord@valdoria.example"))))
        _ = try await world.compose.hall.addWay(
            .mail(MailAddress("al@alpha.example")), for: account, least: .digest, isAgreed: true)
        #expect(try await records.page("/letter").contains("Nothing came"))
        _ = try records.follow(
            try await world.ask("/letter", session: records.member, form: [(name: "language", value: "fr")]))
        records.turn(1)
        func lesson(_ name: String, into alias: String) async throws {
            try await records.say(
                "lesson",
                [
                    ("name", name), ("context", "A."), ("done", "B."), ("actions_taken", "B."), ("what_was_done", "B."),
                    ("result", "C."), ("again", "yes"), ("would_repeat", "yes"), ("work_areas", "technical"),
                ], into: alias)
        }
        try await lesson("Write first <b>", into: "public")
        try await lesson("Among ourselves", into: "g")
        try await lesson("Of the desk", into: "desk")
        // What everyone reads has another name where fewer read it.
        let id = try #require(try await records.json("/learn/lesson.json")["items"]?[0]?["id"]?.string)
        let standing = try #require(try await Reader.machine(of: world.ledger).standing(of: id)?.current)
        let body = try #require(try await Reader.machine(of: world.ledger).body(of: standing))
        var inner = try #require(try Composer(changing: JSON.parse(body), marking: .green))
        inner.set("name", "Among ourselves: the harbour")
        inner.set("modified", "2026-01-01T00:05:00.000Z")
        records.turn(60)
        _ = await Step.says([String(decoding: try inner.bytes(), as: UTF8.self)], collection: "g", source: "feed")
            .happen(
                in: world)
        records.turn(2)
        #expect(try await records.page("/letter").contains("Write first &lt;b&gt;"))
        #expect(try await !records.page("/letter").contains("Among ourselves"))
        #expect(try await records.page("/letter", as: records.member).contains("It goes to"))
        // Monday morning.
        world.turn(to: 40_000, isHidden: false)
        let handler = try #require(world.compose.handlers.first { $0.kind == "periodical" })
        try await handler.begin()
        world.turn(to: 110_000, isHidden: false)
        let worker = try Worker(world.ledger, handlers: [handler], pause: .milliseconds(5))
        await worker.run(until: .idle) { Issue.record("\($0)") }
        func letters() async throws -> [(to: String, text: String)] {
            try await NoticeTable(world.ledger).read { session in
                try session.rows("SELECT recipient, bytes FROM letter WHERE bytes IS NOT NULL ORDER BY made, id") {
                    (to: try $0.get(0), text: String(decoding: try $0.get(1, as: [UInt8].self), as: UTF8.self))
                }
            }
        }
        let letter = try #require(try await letters().first)
        #expect(try await letters().count == 1)
        #expect(letter.to == "al@alpha.example")
        let text = letter.text.replacing("=\r\n", with: "").replacing("=3D", with: "=").replacing("=C3=A9", with: "é")
        #expect(
            text.contains("Write first") && !text.contains("mong ourselves") && !text.contains("harbour")
                && !text.contains("Of the desk"))
        #expect(text.contains("Content-Type: text/plain") && text.contains("Content-Type: text/html"))
        #expect(!text.contains("<b></a>") && text.contains("&lt;b&gt;"))
        #expect(
            text.contains("Une autre, que tous ne peuvent pas lire"), "it counts one, of the group; nothing of the desk"
        )
        let stop = try #require(text.firstMatch(of: /List-Unsubscribe:\s*<https?:\/\/[^\/]*(\/letter\/[^>]*)>/)?.1)
        #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        // Looking ends nothing; one click does, and twice is as well as once.
        #expect(try await world.ask(String(stop), session: nil).status == 200)
        func readers() async throws -> Int? {
            try await NoticeTable(world.ledger).read { try $0.value("SELECT count(*) FROM subscription") }
        }
        #expect(try await readers() == 1)
        for _ in 0..<2 {
            let answer = try await world.ask(
                String(stop), session: nil, form: [(name: "List-Unsubscribe", value: "One-Click")])
            #expect(answer.status == 200)
        }
        #expect(try await readers() == 0)
        world.turn(to: 180_000, isHidden: false)
        await worker.run(until: .idle) { Issue.record("\($0)") }
        #expect(try await letters().count == 1)
    }

    @Test func `K6: the summary is counted each night, and each number leads to its query`()
        async throws
    {
        let records = try await Records(showing: ["initiative", "lesson"])
        let world = records.world
        #expect(try await records.page("/summary").contains("Nothing has been counted yet"))
        try await records.say("initiative", RecordStoryTests.initiative)
        try await records.say("initiative", RecordStoryTests.initiative, into: "g")
        let handler = try #require(world.compose.handlers.first { $0.kind == "summary" })
        try await handler.begin()
        let worker = try Worker(world.ledger, handlers: [handler], pause: .milliseconds(5))
        func night(_ turn: Int) async {
            world.turn(to: turn, isHidden: false)
            await worker.run(until: .idle) { Issue.record("\($0)") }
        }
        await night(100)
        let page = try await records.page("/summary")
        func number(_ address: String, in page: String) -> Int? {
            page.firstMatch(of: try! Regex("href=\"\(NSRegularExpression.escapedPattern(for: address))\">([0-9]+)<"))?
                .output[1].substring.flatMap { Int($0) }
        }
        for (path, count) in [("/learn/initiative", 1), ("/learn/initiative?late=1", 1), ("/agenda", 7)] {
            #expect(number(path, in: page) == count, "\(path)")
        }
        let late = try await records.json("/learn/initiative.json?late=1")
        #expect(late["count"]?.number?.value == 1)
        // In between nothing is counted; the night after a week it is, and says what changed.
        try await records.say("initiative", RecordStoryTests.initiative)
        #expect(try await number("/learn/initiative", in: records.page("/summary")) == 1)
        await night(70_000)
        let later = try await records.page("/summary")
        #expect(number("/learn/initiative", in: later) == 2 && later.contains("+1"))
    }
}
