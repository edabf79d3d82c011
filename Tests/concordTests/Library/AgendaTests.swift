import Foundation
import Hall
import Kinds
import Ledger
import STIX
import TestSupport
import Testing
import Web

@testable import concord

/// What stands where: the agenda, who does what, and what everyone reaches.
struct AgendaTests {
    private static func initiative(_ name: String, goals: String = "", area: String = "legal") -> [(String, String)] {
        RecordStoryTests.initiative.filter { $0.0 != "work_areas" && $0.0 != "name" }
            + [("name", name), ("work_areas", area), ("agenda_goals", goals)]
    }

    @Test func `A2: a goal without evidence says so and never 0; each count is what its list holds`()
        async throws
    {
        let records = try await Records(showing: ["initiative", "lesson"])
        func part(_ goal: String) async throws -> String {
            let page = try await records.page("/agenda")
            let piece = try #require(page.components(separatedBy: "<li id=\"agenda_goals-\(goal)\">").dropFirst().first)
            return try #require(piece.components(separatedBy: "<li id=").first)
        }
        let goals = ["legislation", "structures", "criteria", "watch", "identity", "capacity", "cooperation"]
        for goal in goals { #expect(try await part(goal).contains("nothing yet"), "\(goal)") }
        #expect(try await !records.page("/agenda").contains("0 %"))
        let first = try await records.say("initiative", Self.initiative("One", goals: "watch"))
        try await records.say("initiative", Self.initiative("Two", goals: "watch"))
        let link = try #require(
            try await part("watch").firstMatch(of: /href="(\/learn\/initiative\?f.agenda_goals=watch)">2</)?.1)
        #expect(try await records.page(String(link)).contains("2 entries"))
        #expect(try await part("identity").contains("nothing yet"))
        try await records.world.ledger.withdraw(first, from: "public", reason: "gone")
        #expect(try await part("watch").contains(">1<"))
        #expect(try await records.page(String(link)).contains("1 entry"))
    }

    @Test func `who does what names the parties that its reader's objects name, and counts those alone`() async throws {
        let records = try await Records(showing: ["initiative"])
        let party = records.world.ledger.gateway.identity
        let kind = try #require(KindShelf.core.kinds.first { $0.name == "initiative" })
        let field = try #require(kind.fields.first { $0.type == .party }?.name)
        let named = Self.initiative("One") + [(field, party)]
        try await records.say("initiative", named)
        try await records.say("initiative", Self.initiative("Two", area: "technical") + [(field, party)], into: "g")
        let open = try await records.page("/who-does-what")
        #expect(open.contains("CSIRT Valdoria") && open.contains(">1<") && !open.contains(">2<"))
        #expect(try await records.page("/who-does-what", as: records.member).contains(">2<"))
        #expect(try await records.page("/who-does-what?area=technical", as: records.member).contains(">1<"))
        #expect(try await records.page("/who-does-what?area=technical").contains("nothing yet"))
    }

    @Test func `K1: pages have an address that stays, a feed and JSON-LD, which nothing that people type breaks`()
        async throws
    {
        let records = try await Records(showing: ["event"])
        let name = "Drill </script><script>alert(1)</script> & more"
        let id = try await records.say(
            "event",
            [
                ("name", name), ("description", "A drill."), ("begins", "2026-03-01T09:00+01:00[Africa/Tunis]"),
                ("format", "in-person"),
                ("place", "Port"), ("work_areas", "capacity"),
            ])
        for path in ["/objects/\(id)", "/learn/event"] {
            let page = try await records.page(path)
            #expect(page.components(separatedBy: "<script").count == 2 && !page.contains("<script>"), "\(path)")
            let block = try #require(
                page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)?.1)
            let data = try JSON.parse(Array(String(block).utf8))
            #expect(data["@context"]?.string == "https://schema.org")
            let canonical = try #require(page.firstMatch(of: /<link rel="canonical" href="([^"]*)">/)?.1)
            #expect(canonical.hasSuffix(path) && data["@id"]?.string == String(canonical))
            if path.hasPrefix("/objects") {
                #expect(data["@type"]?.string == "Event" && data["name"]?.string == name)
                #expect(data["startDate"]?.string?.hasPrefix("2026-03-01") == true)
                #expect(data["location"]?["name"]?.string == "Port")
            }
        }
        #expect(try await records.page("/learn/event").contains("type=\"application/atom+xml\""))
    }

    @Test func `K2: an anonymous crawl reaches all that is public, and nothing else`() async throws {
        let records = try await Records(showing: ["initiative", "lesson"])
        var open: Set<String> = []
        for number in 0..<60 {
            open.insert(try await records.say("initiative", Self.initiative("Open \(number)")))
        }
        var hidden: Set<String> = []
        for number in 0..<3 {
            hidden.insert(try await records.say("initiative", Self.initiative("Hidden \(number)"), into: "g"))
        }
        var (seen, waiting) = (Set<String>(), ["/", "/sitemap.xml", "/robots.txt"])
        var found: Set<String> = []
        while let path = waiting.popLast() {
            guard seen.insert(path).inserted, seen.count < 3_000 else { continue }
            let answer = try await records.world.ask(path, session: nil)
            guard answer.status == 200 else { continue }
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(!text.contains("Hidden "), "\(path)")
            for id in hidden { #expect(!text.contains(id), "\(path)") }
            for match in text.matches(of: /(?:href="|<loc>)(?:https?:\/\/[^\/"<]*)?(\/[^"#<]*)/) {
                let next = String(match.1).replacing("&amp;", with: "&")
                if let id = next.firstMatch(of: /^\/objects\/(concord-record--[0-9a-f-]+)$/)?.1 {
                    found.insert(String(id))
                }
                // The same objects narrowed are the same objects.
                guard !next.contains("f.") && !next.contains("state=") && !next.contains("late=") else { continue }
                if ["/learn", "/objects/", "/sitemap", "/agenda", "/collections/", "/who"].contains(
                    where: next.hasPrefix)
                {
                    waiting.append(next)
                }
            }
        }
        #expect(seen.count < 3_000)
        #expect(found == open)
    }

    @Test
    func `A6 and K13: countries stand side by side, a draft shows where it is, a gap shows, and unknown is not no`()
        async throws
    {
        let records = try await Records(showing: ["law", "recommendation"])
        func law(_ name: String, _ country: String, into alias: String = "public") async throws -> String {
            try await records.say(
                "law",
                [("name", name), ("country", country), ("citation", "1"), ("summary", "S."), ("work_areas", "legal")],
                into: alias)
        }
        let draft = try await law("Computer Offences Act", "TN")
        _ = try await law("Penal Code", "MA")
        _ = try await law("Hidden Act", "LY", into: "g")
        let text = try await records.say(
            "recommendation",
            [
                ("name", "Name one contact"), ("text", "Each ministry names one."), ("work_areas", "legal"),
                ("adoption.0.country", "TN"), ("adoption.0.status", "adopted"), ("adoption.1.country", "MA"),
                ("adoption.1.status", "not-planned"),
            ])
        records.turn(1)
        _ = try records.follow(try await records.step("introduce", on: draft))
        let page = try await records.page("/countries?c1=TN&c2=MA&c3=LY")
        let rows: [[String]] = page.components(separatedBy: "<tr>").map { row in
            Array(row.components(separatedBy: "<td>").dropFirst())
        }
        let laws = try #require(rows.first { $0.contains { $0.contains("Computer Offences Act") } })
        #expect(laws.count == 3 && laws[0].contains("class=\"state\"") && laws[1].contains("Penal Code"))
        #expect(laws[2].contains("unknown") && !page.contains("Hidden Act"))
        let adoption = try #require(rows.first { $0.contains { $0.contains("Not planned") } })
        #expect(adoption[0].contains("Adopted") && adoption[2].contains("unknown"))
        #expect(page.contains("/objects/\(text)"))
        #expect(try await records.page("/countries?c3=LY", as: records.member).contains("Hidden Act"))
        // Where it is in its life shows, and what was done is its history.
        #expect(try await records.state(of: draft) == "Being adopted")
        #expect(try await records.page("/countries?c1=TN&c2=XX&c3=zz%22%3E").contains("Computer Offences Act"))
    }

    @Test func `L9: a country’s emergency numbers are in what is taken away offline`() async throws {
        let records = try await Records(showing: ["fact-sheet"])
        let id = try await records.say(
            "fact-sheet",
            [
                ("name", "Valdoria"), ("country", "XA"), ("key_facts", "Small."),
                ("emergency_numbers.0.what_for", "Police"),
                ("emergency_numbers.0.number", "1717"), ("work_areas", "cooperation"),
            ])
        #expect(try await records.page("/learn/fact-sheet/booklet").contains("1717"))
        let collection = try await records.collection("public")
        let export = try await records.world.ask("/collections/\(collection)/export", session: nil)
        let bytes = String(decoding: export.body, as: UTF8.self)
        #expect(export.status == 200 && bytes.contains(id) && bytes.contains("1717"))
    }
}
