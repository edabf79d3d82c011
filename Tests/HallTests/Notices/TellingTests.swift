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
        #expect(rung.first?.data.text == "URGENT: It burns. and one more")
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
        try await gateway.see([first.number])
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
        #expect(try await gateway.table.way(way.id)?.problem == "the program ended with 1")
        #expect(
            try await WorkTable(gateway.ledger).row("notice-way", for: way.id)?.problem == "the program ended with 1")
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

    @Test func `what says something else than what was told is told again`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        for subject in ["reader", "administrator", "administrator"] {
            try await gateway.notify(about: subject)
            try await gateway.pass(.seconds(61))
        }
        #expect(gateway.rings().count == 2)
        #expect(try await gateway.unseen().first?.times == 3)
    }

    @Test func `what happens again and was told to nobody is told by a way that came later`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.notify()
        try await gateway.work()
        try await gateway.addProgram()
        try await gateway.notify()
        try await gateway.work()
        #expect(gateway.rings().count == 1)
    }

    @Test func `each try is told`() async throws {
        let gateway = try await NoticeGateway()
        let way = try await gateway.addProgram()
        for _ in 0..<3 {
            try await gateway.hall.tryWay(way.id, of: "analyst")
            try await gateway.work()
        }
        #expect(gateway.rings().count == 3)
    }

    @Test func `a way that is added is told, so that nobody listens in unseen`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        _ = try await gateway.hall.addWay(.entered("https://spy.example/hook"), for: "analyst", least: .digest)
        try await gateway.table.write { try $0.run("UPDATE notice_way SET confirmed = NULL WHERE kind = 'webhook'") }
        try await gateway.work()
        let rung = try gateway.rings().map(event)
        #expect(rung.first?.data.notices.map(\.kind) == ["way-added"] && rung.first?.data.text.contains("spy") == false)
        #expect(try await gateway.page("analyst", "/notices").contains("https://spy.example/hook"))
    }

    @Test func `a failure at the time of the digest puts it off by minutes, not a day`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        gateway.rung.withLock { $0.status = 1 }
        try await gateway.notify(.account("analyst"), .digest)
        try await gateway.pass(.seconds(8 * 3_600))
        #expect(gateway.rings().count == 1)
        // It happens again before it is tried again.
        try await gateway.notify(.account("analyst"), .digest)
        try await gateway.work()
        _ = gateway.rings()
        gateway.rung.withLock { $0.status = 0 }
        try await gateway.pass(.seconds(3_600))
        #expect(!gateway.rings().isEmpty)
        #expect(try await gateway.unseen().first?.told != nil)
    }

    @Test func `after the clock was put back somebody is told all the same`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        gateway.clock.set(by: 300 * 86_400)
        try await gateway.notify()
        try await gateway.work()
        #expect(gateway.rings().count == 1)
        gateway.clock.set(by: -300 * 86_400)
        try await gateway.notify(key: "2")
        try await gateway.work()
        try await gateway.pass(.seconds(61))
        #expect(gateway.rings().count == 1)
    }

    @Test func `a person's ways are told one at a time, and others beside them`() async throws {
        let gateway = try await NoticeGateway()
        for number in 0..<3 { _ = try await gateway.add(.program("/bin/\(number)")) }
        _ = try await gateway.addProgram(for: "admin")
        let now = gateway.clock.now
        try await gateway.table.write { session in
            for account in ["analyst", "admin"] {
                for way in try session.noticeWays(of: account) { try session.askToTell(way, now: now) }
            }
        }
        let rows = try await WorkTable(gateway.ledger).rows(of: "notice-way", limit: 9)
        let telling = gateway.telling
        #expect(rows.count == 4)
        let chosen = telling.choose(rows, beside: [])
        #expect(chosen.map(\.payload).sorted() == ["admin", "analyst"])
        #expect(telling.choose(rows, beside: chosen).isEmpty)
    }

    @Test func `what an operator says is one line that nothing obeys`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        try await gateway.hall.tell("a\u{1B}[31mb\r\nc\u{202E}d", .urgent, to: .account("analyst"))
        try await gateway.work()
        let text = try #require(try gateway.rings().map(event).first).data.text
        #expect(text == "URGENT: a [31mb  c\u{FFFD}d")
    }
}
