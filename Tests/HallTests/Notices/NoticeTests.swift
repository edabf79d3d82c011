import Ledger
import STIX
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import Work

@testable import Hall

@Suite struct NoticeTests {
    @Test func `one happening is one notice, with what belongs to the reader`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.notify()
        #expect(try await gateway.unseen().isEmpty)
        try await gateway.work()
        let notice = try #require(try await gateway.unseen().first)
        #expect(notice.kind == "bell" && notice.subject == "the <pier>" && notice.times == 1 && notice.told == nil)
        #expect(notice.place == "/notices" && notice.urgency == .soon && notice.made == gateway.clock.now)
        for other in ["admin", "member"] { #expect(try await gateway.unseen(other).isEmpty) }
    }

    @Test func `what happens again is counted until it is seen, and is new afterwards`() async throws {
        let gateway = try await NoticeGateway()
        for _ in 0..<3 {
            try await gateway.notify()
            try await gateway.pass(.seconds(60))
        }
        let first = try #require(try await gateway.unseen().first)
        #expect(first.times == 3)
        #expect(try await gateway.unseen().count == 1)
        try await gateway.notify(key: "2")
        try await gateway.work()
        try await gateway.see([first.number])
        #expect(try await gateway.unseen().map(\.key) == ["2"])
        try await gateway.notify()
        try await gateway.work()
        let again = try #require(try await gateway.unseen().first { $0.key == "1" })
        #expect(again.times == 1 && again.number > first.number)
    }

    @Test func `what happened after somebody looked is not seen by them`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.notify()
        try await gateway.notify(key: "2")
        try await gateway.work()
        let (numbers, looked) = (try await gateway.unseen().map(\.number), gateway.clock.now)
        gateway.clock.pass(.seconds(1))
        try await gateway.notify(key: "2")
        try await gateway.notify(key: "3")
        try await gateway.work()
        try await gateway.table.see(numbers + [99], asOf: looked, of: "analyst")
        #expect(try await Set(gateway.unseen().map(\.key)) == ["2", "3"])
    }

    @Test func `the most pressing stands first, and pressing more makes it new`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.addProgram()
        try await gateway.notify(.account("analyst"), .soon, key: "a")
        try await gateway.notify(.account("analyst"), .digest, key: "b")
        try await gateway.work()
        #expect(gateway.rings().count == 1)
        try await gateway.notify(.account("analyst"), .urgent, key: "b")
        try await gateway.work()
        #expect(try await gateway.unseen().map(\.key) == ["b", "a"])
        // It is told once more, because it presses more now, and at once.
        #expect(gateway.rings().count == 1)
        // Pressing less again changes nothing.
        try await gateway.notify(.account("analyst"), .digest, key: "b")
        try await gateway.work()
        #expect(try await gateway.unseen().first?.urgency == .urgent)
        #expect(gateway.rings().isEmpty)
    }

    @Test func `who may do something is told, of a collection only who may do it there`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.notify(.whoMay(.administer), key: "all")
        try await gateway.notify(.whoMay(.discuss), key: "there", in: gateway.desk)
        try await gateway.notify(.whoMay(.decide), key: "nowhere", in: gateway.open)
        try await gateway.work()
        #expect(try await Set(gateway.unseen("admin").map(\.key)) == ["all", "there", "nowhere"])
        #expect(try await Set(gateway.unseen("analyst").map(\.key)) == ["there", "nowhere"])
        #expect(try await gateway.unseen("member").isEmpty)
    }

    @Test func `nobody is told of what they do not read, nor who has no account any more`() async throws {
        let gateway = try await NoticeGateway()
        try await gateway.notify(.account("member"), in: gateway.desk)
        try await gateway.notify(.account("member"), key: "2", in: gateway.open)
        try await gateway.notify(.account("nobody"), key: "3")
        gateway.closed.set(["analyst"])
        try await gateway.notify(.account("analyst"), key: "4")
        try await gateway.work()
        #expect(try await gateway.unseen("member").map(\.key) == ["2"])
        for other in ["analyst", "nobody"] { #expect(try await gateway.unseen(other).isEmpty) }
    }

    @Test func `a notice and what causes it are both there or neither`() async throws {
        struct Undone: Error {}
        let gateway = try await NoticeGateway()
        let now = gateway.clock.now
        await #expect(throws: Undone.self) {
            try await gateway.table.write { session in
                try session.notify(NoticeDraft("bell", "1", .urgent, to: .account("analyst"), at: .notices), now: now)
                throw Undone()
            }
        }
        try await gateway.work()
        #expect(try await gateway.unseen().isEmpty)
    }

    @Test func `whoever watches a collection is told that it grew, nobody else`() async throws {
        let gateway = try await NoticeGateway()
        let readable: Set<String> = [gateway.open.id, gateway.desk.id]
        try await gateway.table.watch([gateway.open.id, "nothing"], of: readable, by: "member")
        try await gateway.table.watch([gateway.desk.id], of: readable, by: "analyst")
        #expect(try await gateway.table.watched(by: "member") == [gateway.open.id])
        for (number, alias) in ["public", "desk"].enumerated() {
            let object = """
                {"type": "identity", "spec_version": "2.1", "id": "identity--00000000-0000-4000-8000-00000000000\(number)",
                "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-01T00:00:00.000Z", "name": "Harbour"}
                """
            _ = try await gateway.ledger.admit(MemorySource(Array(object.utf8)), into: alias, source: "feed")
        }
        try await gateway.work()
        #expect(try await gateway.unseen("member").isEmpty)
        try await gateway.pass(.seconds(60))
        #expect(try await gateway.unseen("member").map(\.subject) == ["Public"])
        #expect(try await gateway.unseen("analyst").map(\.subject) == ["Harbour case"])
        #expect(try await gateway.unseen("admin").isEmpty)
        // Who chooses among what they read leaves the rest as it is.
        try await gateway.table.watch([], of: [gateway.open.id], by: "analyst")
        #expect(try await gateway.table.watched(by: "analyst") == [gateway.desk.id])
    }

    @Test func `so many are kept, and the oldest go`() async throws {
        let gateway = try await NoticeGateway()
        let now = gateway.clock.now
        try await gateway.table.write { session in
            for number in 0..<1_010 {
                let draft = NoticeDraft("bell", "\(number)", .digest, to: .account("analyst"), at: .notices)
                try session.enter(draft, for: "analyst", now: now)
            }
        }
        #expect(try await gateway.table.unseen("analyst") == 1_000)
        let kept = try await gateway.table.read { session in
            try session.value("SELECT min(number) FROM notice WHERE account = \("analyst")", as: Int.self)
        }
        #expect(kept == 11)
    }

    @Test(arguments: [
        NoticeDraft.Addressee.account("8b0c"), .whoMay(.decide), .watchers,
    ]) func `a draft comes back from its row as it was`(_ to: NoticeDraft.Addressee) async throws {
        let gateway = try await NoticeGateway()
        let draft = NoticeDraft("bell", "k/\"1", .urgent, to: to, about: "a\nb", in: gateway.open.id, at: .work)
        let now = gateway.clock.now
        try await gateway.table.write { try $0.notify(draft, now: now) }
        let row = try #require(try await WorkTable(gateway.ledger).rows(of: "notice", limit: 9).first)
        #expect(try NoticeDraft(stored: row.payload) == draft)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"kind":"a","key":"b","urgency":"loud","place":"/"}"#,
        #"{"kind":"a","key":"b","urgency":"soon","place":"/","act":"fly"}"#,
    ])
    func `a row that says nothing known stops, and is seen`(_ payload: String) async throws {
        let gateway = try await NoticeGateway()
        let now = gateway.clock.now
        try await gateway.table.write { try $0.ask("notice", for: "x", payload: payload, at: now, now: now) }
        try await gateway.work()
        #expect(try await WorkTable(gateway.ledger).row("notice", for: "x")?.isStopped == true)
    }

    @Test func `work that stops or is late is told to who administers, once`() async throws {
        let gateway = try await NoticeGateway()
        struct Stone: WorkHandler {
            let kind = "stone"
            func known(in collections: [LogCollection]) -> KnownRows { .all }
            func perform(_ row: WorkRow) -> WorkOutcome { .done() }
        }
        let alarm = WorkAlarm(ledger: gateway.ledger, handlers: [Stone()])
        func round() async throws {
            let worker = try Worker(gateway.ledger, handlers: [alarm], pause: .milliseconds(5))
            await worker.run(until: .idle) { Issue.record("\($0)") }
            try await gateway.work()
        }
        try await round()
        #expect(try await gateway.unseen("admin").isEmpty)
        let now = gateway.clock.now
        try await gateway.table.write { session in
            try session.ask("stone", for: "1", at: now, now: now)
            try session.stop("stone", for: "1", because: "heavy", now: now)
        }
        gateway.clock.pass(.seconds(300))
        try await round()
        #expect(try await gateway.unseen("admin").map(\.kind) == ["work"])
        #expect(try await gateway.unseen("analyst").isEmpty)
        try await gateway.seeAll("admin")
        gateway.clock.pass(.seconds(300))
        try await round()
        #expect(try await gateway.unseen("admin").isEmpty)
        // One more is worse.
        let later = gateway.clock.now
        try await gateway.table.write { try $0.ask("stone", for: "2", at: later, now: later) }
        gateway.clock.pass(.seconds(3_700))
        try await round()
        #expect(try await gateway.unseen("admin").map(\.kind) == ["work"])
    }
}
