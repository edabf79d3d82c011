import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// What is coming, what a year brought, and what is known of measures.
struct LandscapeTests {
    private static func issue(_ name: String, _ horizon: String, _ more: [(String, String)] = []) -> [(String, String)]
    {
        [
            ("name", name), ("change", "It changes."), ("why", "It matters."), ("horizon", horizon),
            ("work_areas", "technical"), ("certainty", "medium"),
        ] + more
    }

    @Test func `A18: the landscape is built from the register and the figures, each number linked`() async throws {
        let records = try await Records(showing: ["emerging-issue", "guide"])
        let early = try await records.say(
            "emerging-issue",
            Self.issue("Quantum computers", "ten-years", [("owner", "Crypto Forum"), ("review_on", "2026-03-01")]))
        try await records.say("emerging-issue", Self.issue("Voice cloning", "now", [("review_on", "2025-12-01")]))
        try await records.say(
            "emerging-issue", Self.issue("Floppy worms", "now", [("owner", "Nobody"), ("closed_on", "2024-05-01")]))
        try await records.say("emerging-issue", Self.issue("A secret weakness", "now"), into: "g", as: records.member)
        try await records.say("guide", TranslationTests.guide)
        let page = try await records.page("/landscape")
        #expect(page.contains("<h1>Landscape 2026</h1>") && page.contains("/objects/\(early)"))
        #expect(page.contains("Crypto Forum") && page.contains("nobody answers for it") && page.contains("overdue"))
        #expect(!page.contains("Floppy worms"), "it was no longer followed when the year began")
        #expect(!page.contains("A secret weakness"))
        let own = try await records.page("/landscape", as: records.member)
        #expect(own.contains("A secret weakness"))
        // Each number leads to as many.
        let numbers = page.matches(of: /<a class="count" href="([^"]+)">([0-9,]+)<\/a>/)
        #expect(numbers.count >= 2)
        for number in numbers {
            let list = String(number.1).replacing("&amp;", with: "&").replacing("/search?", with: "/search.json?")
            let found = try await records.json(list)
            #expect(found["results"]?.array?.count == Int(number.2), "\(list)")
        }
        // A year in which nothing was known says so; years that are none are this one.
        #expect(try await records.page("/landscape?year=2023").contains("Nothing yet."))
        for year in ["1066", "9999", "x", "-1"] {
            #expect(try await records.page("/landscape?year=\(year)").contains("<h1>Landscape 2026</h1>"))
        }
        #expect(try await records.page("/landscape", in: "ar").contains("dir=\"rtl\""))
    }

    @Test func `A19: measures say who pays and what worked, and unknown is never no`() async throws {
        let records = try await Records(showing: ["measure"])
        func measure(_ name: String, _ worked: String, _ more: [(String, String)] = []) -> [(String, String)] {
            [
                ("name", name), ("topic", "software-liability"), ("what_it_is", "A rule."), ("status", "in-force"),
                ("who_pays", "producers"), ("worked", worked), ("work_areas", "legal"),
            ] + more
        }
        // Who says that it worked, or did not, says how that is known.
        let bare = try await records.draft("measure", measure("Bare", "did-not-work"), into: "public", as: records.desk)
        #expect(bare.contains("look=1"), "\(bare)")
        try await records.say("measure", measure("Liability of makers", "unknown"))
        try await records.say("measure", measure("Labels", "did-not-work", [("evidence", "Nobody read them.")]))
        let table = try await records.page("/learn/measure.csv")
        #expect(table.contains("unknown") && table.contains("did-not-work"))
        let no = try await records.page("/learn/measure?f.worked=did-not-work")
        #expect(no.contains("Labels") && !no.contains("Liability of makers"))
        let unknown = try await records.page("/learn/measure?f.worked=unknown")
        #expect(unknown.contains("Liability of makers") && !unknown.contains("Labels"))
        #expect(try await records.page("/learn/measure?f.topic=software-liability").contains("Labels"))
    }
}
