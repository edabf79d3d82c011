import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// Terms that are called otherwise.
struct TermTests {
    private static func risk(_ name: String, _ impact: String) -> [(String, String)] {
        [
            ("name", name), ("what_could_happen", "Lights out."), ("likelihood", "medium"), ("impact", impact),
            ("review_on", "2027-01-01"), ("work_areas", "technical"),
        ]
    }

    @Test
    func `K4: of two terms that are merged old addresses lead on, counts are kept, and everyone reads the change`()
        async throws
    {
        let records = try await Records(showing: ["risk"])
        try await records.say("risk", Self.risk("One", "low"))
        try await records.say("risk", Self.risk("Two", "very-low"))
        try await records.say("risk", Self.risk("Three", "high"))
        func change(
            _ old: String, _ new: String, _ reason: String = "Nobody told them apart.", as session: String? = nil
        ) async throws -> Answer {
            try await records.world.ask(
                "/terms", session: session ?? records.desk,
                form: [
                    (name: "vocabulary", value: "risk.impact"), (name: "old", value: old), (name: "new", value: new),
                    (name: "reason", value: reason),
                ])
        }
        #expect(try await change("very-low", "low", as: records.member).status == 403)
        #expect(try records.follow(await change("very-low", "low", "")).contains("wrong=1"))
        #expect(try records.follow(await change("very-low", "nothing")).contains("wrong=1"))
        #expect(try await records.page("/learn/risk?f.impact=very-low").contains("1 entry"))
        _ = try records.follow(try await change("very-low", "low"))
        let moved = try await records.world.ask("/learn/risk?f.impact=very-low&q=", session: nil)
        #expect(moved.status == 301)
        #expect(moved.headers.first { $0.name == "Location" }?.value == "/learn/risk?f.impact=low")
        let list = try await records.page("/learn/risk?f.impact=low")
        #expect(list.contains("2 entries") && list.contains("One") && list.contains("Two"))
        let all = try await records.page("/learn/risk")
        #expect(!all.contains("f.impact=very-low"), "the old term is nowhere offered")
        #expect(all.contains("f.impact=low\" rel=\"nofollow\"><bdi>Minor</bdi></a> <span class=\"count\">2"), "\(all)")
        let items = try await records.json("/learn/risk.json?f.impact=low")["items"]?.array ?? []
        #expect(items.count == 2)
        let log = try await records.page("/terms")
        #expect(log.contains("Negligible") && log.contains("Minor") && log.contains("Nobody told them apart."))
        // A circle is refused; a change can be taken back.
        #expect(try records.follow(await change("low", "very-low")).contains("wrong=1"))
        records.turn(1)
        _ = try records.follow(try await change("very-low", "very-low", "They are two."))
        #expect(try await records.page("/learn/risk?f.impact=very-low").contains("1 entry"))
        #expect(try await records.page("/learn/risk?f.impact=low").contains("1 entry"))
    }

    @Test func `what has the old term and the new one counts once`() async throws {
        let records = try await Records(showing: ["lesson"])
        try await records.say(
            "lesson",
            [
                ("name", "L"), ("context", "A."), ("done", "B."), ("actions_taken", "B."), ("what_was_done", "B."),
                ("result", "C."), ("again", "yes"), ("would_repeat", "yes"), ("work_areas", "technical"),
                ("work_areas", "legal"),
            ])
        try await TermTable(ledger: records.world.ledger).keep(
            TermChange(
                vocabulary: "lesson.work_areas", old: "legal", new: "technical", reason: "r", name: "n",
                at: Timestamp("2026-01-01T00:00:00Z")!))
        let page = try await records.page("/learn")
        #expect(page.contains("f.work_areas=technical\">1<") && !page.contains("f.work_areas=legal"))
        #expect(try await records.page("/learn/lesson?f.work_areas=technical").contains("1 entry"))
    }

    @Test func `terms lead on over several changes, and a circle ends`() {
        func change(_ old: String, _ new: String) -> TermChange {
            TermChange(
                vocabulary: "v", old: old, new: new, reason: "", name: "", at: Timestamp("2026-01-01T00:00:00Z")!)
        }
        let map = TermMap([change("a", "b"), change("b", "c")])
        #expect(map.now("a", in: "v") == "c" && map.all("c", in: "v") == ["c", "a", "b"])
        #expect(map.now("a", in: "w") == "a" && map.now("x", in: "v") == "x")
        let circle = TermMap([change("a", "b"), change("b", "a")])
        #expect(["a", "b"].contains(circle.now("a", in: "v")))
        #expect(TermMap([change("a", "b"), change("a", "a")]).isEmpty)
    }
}
