import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Storage
import Testing
import Web
import Work

@testable import concord

/// Where things stand in their life, and what is late, in lists.
struct RecordStateTests {
    private static func risk(_ name: String, review: String = "2027-01-01") -> [(String, String)] {
        [
            ("name", name), ("what_could_happen", "Lights out."), ("likelihood", "medium"), ("impact", "very-high"),
            ("review_on", review), ("work_areas", "technical"),
        ]
    }

    @Test func `Q10: overdue reviews are listed, and what is done about a risk moves it to another state`() async throws
    {
        let records = try await Records(showing: ["risk"])
        let late = try await records.say("risk", Self.risk("Old pumps", review: "2025-06-01"))
        let other = try await records.say("risk", Self.risk("New valves"))
        let page = try await records.page("/learn/risk?late=1")
        #expect(page.contains("Old pumps") && !page.contains("New valves") && page.contains("1 entry"))
        func names(_ query: String) async throws -> [String] {
            try await records.json("/learn/risk.json?\(query)")["items"]?.array?.compactMap { $0["name"]?.string } ?? []
        }
        #expect(try await names("late=1") == ["Old pumps"])
        #expect(try await names("state=open").count == 2)
        #expect(try await names("state=treated").isEmpty)
        #expect(try await !records.page("/learn/risk").contains("state=treated"), "where nothing is, nothing leads")
        // A step is taken; lists, their counts and their filters follow.
        records.turn(1)
        _ = try records.follow(try await records.step("treat", on: other))
        let list = try await records.page("/learn/risk")
        #expect(list.contains("Treated</bdi></a> <span class=\"count\">1"), "\(list)")
        #expect(try await names("state=treated") == ["New valves"])
        #expect(try await names("state=open") == ["Old pumps"])
        #expect(try await records.page("/learn/risk?state=treated").contains("1 entry"))
        #expect(
            try await records.json("/learn/risk.json")["items"]?.array?.compactMap { $0["state"]?.string }.sorted() == [
                "open", "treated",
            ])
        // What has ended waits for nothing.
        records.turn(2)
        _ = try records.follow(try await records.step("close", on: late, reason: "Shut down."))
        #expect(try await names("late=1").isEmpty)
        #expect(try await !records.page("/objects/\(late)").contains("class=\"overdue\""))
        // Nobody is told of all as if it were some.
        for wrong in ["state=nonsense", "late=yes", "f.nonsense=1"] {
            for form in ["", ".json", ".csv", ".atom", "/booklet"] {
                #expect(
                    try await records.world.ask("/learn/risk\(form)?\(wrong)", session: nil).status == 400,
                    "\(form) \(wrong)")
            }
        }
    }

    @Test func `A12: a signatory that has not signed again shows as lapsed, and one that has does not`() async throws {
        let records = try await Records(showing: ["code-of-conduct", "signature"])
        let party = records.world.ledger.gateway.identity
        let code = try await records.say("code-of-conduct", [("name", "Good manners"), ("text", "Be kind.")])
        func signature(_ name: String, until: String) -> [(String, String)] {
            [
                ("name", name), ("code_ref", code), ("signatory_ref", party), ("promise", "We follow it."),
                ("signed_on", "2024-12-01"), ("until", until),
            ]
        }
        func sign(_ name: String, until: String) async throws -> String {
            try await records.say("signature", signature(name, until: until))
        }
        let old = try await sign("First", until: "2025-12-01")
        _ = try await sign("Second", until: "2026-12-01")
        let list = try await records.page("/learn/signature")
        #expect(list.components(separatedBy: "class=\"overdue\"><bdi>lapsed").count == 2)
        #expect(try await records.page("/objects/\(old)").contains("<strong class=\"overdue\"><bdi>lapsed"))
        #expect(try await records.page("/learn/signature?late=1").contains("First"))
        #expect(try await !records.page("/learn/signature?late=1").contains("Second"))
        records.turn(1)
        try await records.correct(old, signature("First", until: "2026-12-01"), of: "signature")
        #expect(try await !records.page("/learn/signature").contains("class=\"overdue\""))
    }

    @Test func `a list says a state as its reader knows it`() async throws {
        let records = try await Records(showing: ["risk"])
        let id = try await records.say("risk", Self.risk("Pumps"))
        _ = try records.follow(
            try await records.world.ask(
                "/objects/\(id)/share", session: records.desk,
                form: [(name: "into", value: try await records.collection("g"))]))
        records.turn(1)
        // The step is said to the group alone: everyone else's list stays as it is, to the byte.
        let before = try await records.page("/learn/risk?state=open")
        let g = try await records.collection("g")
        let page = try await records.page("/objects/\(id)", as: records.desk)
        let seen = try #require(page.firstMatch(of: /name="state" value="([^"]*)"/)?.1)
        _ = try records.follow(
            try await records.world.ask(
                "/objects/\(id)/steps", session: records.desk,
                form: [
                    (name: "state", value: String(seen)), (name: "step", value: "treat"), (name: "in", value: g),
                    (name: "reason", value: ""),
                ]))
        #expect(try await records.page("/learn/risk?state=open") == before)
        #expect(try await records.page("/learn/risk?state=treated", as: records.member).contains("Pumps"))
        #expect(try await !records.page("/learn/risk?state=treated").contains("Pumps"))
    }

    @Test func `what is passed on to others takes its kind along, where they do not read that yet`() async throws {
        let records = try await Records(showing: ["risk"])
        let id = try await records.say("risk", Self.risk("Pumps"), into: "g", marking: TLP.clear.name)
        let kind = try #require(KindShelf.core.kinds.first { $0.name == "risk" })
        func places() async throws -> [String] {
            try await Reader.machine(of: records.world.ledger).holdings(of: kind.id).map(\.collection.alias).sorted()
        }
        #expect(try await places() == ["g"])
        records.turn(1)
        let into = [(name: "into", value: try await records.collection("public"))]
        _ = try records.follow(
            try await records.world.ask("/objects/\(id)/share", session: records.desk, form: into))
        #expect(try await places() == ["g", "public"])
    }

    @Test func `whom a kind names is told once when a clock runs out or a date passes, and nobody else`() async throws {
        let records = try await Records(showing: ["risk"])
        let world = records.world
        try await records.say("risk", Self.risk("Ours", review: "2026-01-05"), into: "public")
        try await records.say("risk", Self.risk("Theirs"), into: "g", as: records.member)
        let handlers = world.compose.handlers.filter { ["clocks", "notice"].contains($0.kind) }
        #expect(handlers.count == 2)
        for handler in handlers { try await handler.begin() }
        let worker = try Worker(world.ledger, handlers: handlers, pause: .milliseconds(5))
        func told() async throws -> [String] {
            await worker.run(until: .idle) { Issue.record("\($0)") }
            return try await NoticeTable(world.ledger).read { session in
                try session.rows(
                    "SELECT account, subject, times FROM notice WHERE kind = 'clock' ORDER BY made, account"
                ) {
                    "\(try $0.get(0, as: String.self)) \(try $0.get(1, as: String?.self) ?? "") \(try $0.get(2, as: Int.self))"
                }
            }
        }
        let people = try await world.compose.door.people.whoMay(.publish)
        func account(_ name: String) throws -> String { try #require(people.first { $0.name == name }).account }
        #expect(try await told().isEmpty)
        // The sixth of January: the date of one has passed.
        world.turn(to: 44_000, isHidden: false)
        #expect(try await told() == ["\(try account("Root")) Ours 1"])
        world.turn(to: 44_500, isHidden: false)
        #expect(try await told().count == 1)
        // After thirty days both should have been decided upon; each organisation hears of its own.
        world.turn(to: 262_000, isHidden: false)
        let later = try await told()
        #expect(later.contains("\(try account("Al")) Theirs 1"))
        #expect(!later.contains { $0.hasPrefix(try! account("Root")) && $0.contains("Theirs") })
        #expect(later.contains { $0.hasPrefix(try! account("Root")) && $0.contains("Ours") })
    }
}
