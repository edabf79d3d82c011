import Foundation
import Hall
import Kinds
import Ledger
import STIX
import TestSupport
import Testing
import Web

@testable import concord

/// What the agenda asks of the knowledge gateway, each row as its user would do it.
struct RecordStoryTests {
    static let initiative = [
        ("name", "Clean the northern network"), ("objectives", "Fewer infected machines."), ("work_areas", "technical"),
        ("countries", "TN"), ("begins", "2025-10-01"), ("ends", "2026-12-24"),
        ("deliverables.0.what", "Report"), ("deliverables.0.due", "2025-11-01"),
        ("deliverables.1.what", "Handbook"), ("deliverables.1.due", "2027-01-01"),
    ]

    @Test func `K3: an overdue deliverable shows overdue, and its change appears in the feed`() async throws {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", Self.initiative)
        let page = try await records.page("/objects/\(id)")
        #expect(page.contains("2025</time> <strong class=\"overdue\">overdue"))
        #expect(page.components(separatedBy: "class=\"overdue\">overdue").count == 3, "the head, and one of two rows")
        #expect(try await records.page("/learn/initiative").contains("class=\"overdue\""))
        let feed = try await records.page("/learn/initiative.atom")
        #expect(feed.contains("Clean the northern network"))
        // Corrected: it is done.
        records.turn(1)
        let draft = try records.follow(
            try await records.world.ask("/objects/\(id)/correct", session: records.desk, form: []))
        let fields =
            Self.initiative.map { (name: "v.\($0.0)", value: $0.1) } + [(name: "v.deliverables.0.done", value: "yes")]
        let sections = try #require(KindShelf.core.kinds.first { $0.name == "initiative" }).sections.map(\.name)
        var end = ""
        for section in sections {
            end = try records.follow(
                try await records.world.ask(
                    draft, session: records.desk,
                    form: fields + [(name: "section", value: section), (name: "go", value: "preview")]))
        }
        #expect(try await records.publish(end, as: records.desk) == id)
        #expect(try await !records.page("/objects/\(id)").contains("class=\"overdue\""))
        #expect(try await !records.page("/learn/initiative").contains("class=\"overdue\""))
        let later = try await records.page("/learn/initiative.atom")
        #expect(later != feed && later.components(separatedBy: "<entry>").count == 2)
    }

    @Test func `A1: what a page counts by work area is what the linked list holds, and taking one away changes both`()
        async throws
    {
        let records = try await Records(showing: ["initiative", "lesson", "link"])
        func counted() async throws -> [String: Int] {
            let page = try await records.page("/learn")
            var counts: [String: Int] = [:]
            for match in page.matches(of: /<td><a href="(\/learn\/[a-z-]+(?:\?[^"]*)?)">([0-9,]+)<\/a>/) {
                counts[String(match.1)] = Int(match.2)
            }
            return counts
        }
        #expect(try await counted().isEmpty)
        #expect(try await records.page("/learn").contains("Nothing yet"))
        let first = try await records.say("initiative", Self.initiative)
        try await records.say("initiative", Self.initiative.filter { $0.0 != "work_areas" } + [("work_areas", "legal")])
        let counts = try await counted()
        #expect(
            counts == [
                "/learn/initiative": 2, "/learn/initiative?f.work_areas=technical": 1,
                "/learn/initiative?f.work_areas=legal": 1,
            ])
        for (address, count) in counts {
            let parts = address.split(separator: "?", maxSplits: 1)
            let list = try await records.json("\(parts[0]).json" + (parts.count > 1 ? "?\(parts[1])" : ""))
            #expect(list["items"]?.array?.count == count && list["count"]?.number?.value == Double(count), "\(address)")
        }
        try await records.world.ledger.withdraw(first, from: "public", reason: "gone")
        #expect(try await counted() == ["/learn/initiative": 1, "/learn/initiative?f.work_areas=legal": 1])
        #expect(try await records.json("/learn/initiative.json?f.work_areas=technical")["items"]?.array?.count == 0)
    }

    @Test func `K12: a standards sheet without real-world use is not complete, and nothing that was typed is lost`()
        async throws
    {
        let records = try await Records(showing: ["standards-sheet"])
        let fields = [
            ("name", "Contacts of a website"), ("body", "ietf"), ("problem", "Nobody knows whom to write to."),
        ]
        let end = try await records.draft("standards-sheet", fields, into: "public", as: records.desk)
        #expect(end.contains("look=1"))
        let answer = try await records.world.ask(end, session: records.desk)
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(
            answer.status == 422 && page.contains("href=\"#f-real_use\"")
                && page.contains("Nobody knows whom to write to."))
        #expect(page.contains("id=\"f-real_use-error\"") && page.contains("aria-describedby=\"f-real_use-error"))
        #expect(try await records.json("/learn/standards-sheet.json")["items"]?.array?.isEmpty == true)
    }

    @Test func `K8: a lesson stands on the page of the action that it informs`() async throws {
        let records = try await Records(showing: ["initiative", "lesson"])
        let action = try await records.say("initiative", Self.initiative)
        let lesson = try await records.say(
            "lesson",
            [
                ("name", "Write first"), ("context", "A."), ("done", "B."), ("actions_taken", "B."),
                ("what_was_done", "B."), ("result", "C."),
                ("again", "yes"), ("would_repeat", "yes"), ("action_refs", action), ("work_areas", "technical"),
            ])
        #expect(try await records.page("/objects/\(action)").contains("/objects/\(lesson)"))
        #expect(try await records.page("/objects/\(lesson)").contains("Clean the northern network"))
    }

    @Test func `T11: a statement about oneself says so wherever it stands`() async throws {
        let records = try await Records(showing: ["statement"])
        let kind = try #require(KindShelf.core.kinds.first { $0.name == "statement" })
        for language in ["en", "fr", "ar"] { #expect(kind.one.speaks(language)) }
        for path in ["/learn", "/learn/statement", "/learn/statement/booklet"] {
            #expect(try await records.page(path).lowercased().contains("self-declared"), "\(path)")
        }
        #expect(try await records.page("/learn/statement.atom").lowercased().contains("self-declared"))
    }

    @Test func `a step is of whoever takes it, once, and by whom it may be taken`() async throws {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", Self.initiative, into: "g")
        #expect(try await records.state(of: id) == "Proposed")
        records.turn(1)
        // A member reads it, and is neither its author nor the desk.
        #expect(try await !records.page("/objects/\(id)", as: records.member).contains("name=\"step\""))
        #expect(try await records.step("begin", on: id, as: records.member, state: "proposed").status == 403)
        let seen = try await records.page("/objects/\(id)", as: records.desk).firstMatch(
            of: /name="state" value="([^"]*)"/
        ).map { String($0.1) }
        _ = try records.follow(try await records.step("begin", on: id))
        #expect(try await records.state(of: id) == "Running")
        #expect(try await records.state(of: id, as: records.member) == "Running")
        // What was seen before is no ground for another.
        records.turn(2)
        let again = try records.follow(try await records.step("begin", on: id, state: seen))
        #expect(again.contains("step-changed"))
        #expect(try await records.world.ask("/objects/\(id)", session: nil).status == 404)
    }

    @Test func `nobody takes a step in the name of another`() async throws {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", Self.initiative)
        let author = records.world.ledger.gateway.identity
        for (number, by) in [author, "identity--00000000-0000-4000-8000-000000000009"].enumerated() {
            let step = """
                {"type":"concord-step","spec_version":"2.1","id":"concord-step--00000000-0000-4000-8000-00000000000\(number)",\
                "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","created_by_ref":"\(by)",\
                "object_ref":"\(id)","step":"begin","from_state":"proposed",\
                "object_marking_refs":["\(TLP.clear.markingID)"],\
                "extensions":{"\(KnownExtension.step.definition.id)":{"extension_type":"new-sdo"}}}
                """
            _ = await Step.says([step], collection: "public", source: "file").happen(in: records.world)
        }
        #expect(try await records.state(of: id) == "Proposed")
        #expect(try await records.page("/objects/\(id)").components(separatedBy: "does not count").count == 3)
    }

    @Test func `what is restricted is in no list, no count, no calendar and no file of others`() async throws {
        let records = try await Records(showing: ["initiative", "event"])
        try await records.say(
            "initiative", Self.initiative.map { $0.0 == "name" ? ("name", "Hidden heron") : $0 }, into: "g")
        for path in [
            "/learn", "/learn/initiative", "/learn/initiative.json", "/learn/initiative.csv", "/learn/initiative.atom",
            "/learn/initiative.ics", "/learn/initiative/booklet", "/calendar?month=2025-10", "/calendar.ics",
            "/learn/initiative?f.countries=TN",
        ] {
            let page = try await records.page(path)
            #expect(!page.contains("heron") && !page.contains("Tunisia"), "\(path)")
        }
        #expect(try await records.page("/learn/initiative", as: records.member).contains("Hidden heron"))
        // Only its author's people see a draft, and it goes nowhere before it is published.
        let draft = try await records.draft("initiative", Self.initiative, into: "public", as: records.desk)
        #expect(try await records.world.ask(draft, session: records.member).status == 404)
        #expect(try await records.json("/learn/initiative.json")["items"]?.array?.isEmpty == true)
    }

    @Test func `a kind that is hidden or whose pack is gone leaves what was written readable`() async throws {
        let records = try await Records()
        let ledger = records.world.ledger
        let text = """
            kind: tide
            noun: record
            released: 2026-01-01
            words: {one: {en: Tide}, many: {en: Tides}, says: {en: "When <b>water</b> comes."}}
            title: "{name}"
            facets: [moon]
            fields:
              - {field: name, type: text, required: yes, label: {en: "Name \\"<i>"}}
              - {field: moon, type: choice, choices: [{choice: full, label: {en: "Full <script>"}}], label: {en: Moon}}
            """
        let pack = try Pack([
            .init(
                path: "pack.yaml",
                bytes: Array(
                    "pack: valdoria.example\nversion: 1\nauthor: A\nlicence: B\nwords: {en: {name: Own, says: Ours.}}"
                        .utf8)),
            .init(path: "kinds/tide.yaml", bytes: Array(text.utf8)),
        ])
        let shelf = KindShelf(ledger)
        try await shelf.install(pack, signer: nil)
        try await shelf.show("tide", of: "valdoria.example", true)
        let id = try await records.say("tide", [("name", "High <u>"), ("moon", "full")])
        func looks() async throws -> [String] {
            [try await records.page("/objects/\(id)"), try await records.page("/objects/\(id)", as: records.desk)]
        }
        for page in try await looks() + [records.page("/learn/tide"), records.page("/learn/tide/booklet")] {
            #expect(
                !page.contains("<script>") && !page.contains("<b>water") && !page.contains("<u>"),
                "words of a pack are text")
            #expect(page.contains("High &lt;u&gt;"))
        }
        try await shelf.show("tide", of: "valdoria.example", false)
        #expect(try await records.world.ask("/learn/tide", session: nil).status == 404)
        #expect(try await records.page("/objects/\(id)").contains("Full &lt;script&gt;"))
        #expect(try await shelf.remove("valdoria.example"))
        // From the kind that stands beside it in the log.
        #expect(try await records.page("/objects/\(id)").contains("Full &lt;script&gt;"))
    }

    @Test func `a kind that is not what its identifier says is no kind`() throws {
        let kind = try #require(KindShelf.core.kinds.first { $0.name == "lesson" })
        let honest = try RecordObject.object(of: kind)
        let forged = String(decoding: honest, as: UTF8.self).replacing(
            "\"kind\":\"lesson\"", with: "\"kind\":\"lesson2\"")
        #expect(RecordObject.kind(in: try JSON.parse(honest)) == kind)
        #expect(RecordObject.kind(in: try JSON.parse(Array(forged.utf8))) == nil)
        for noise in ["{}", "{\"definition\":4}", "{\"definition\":{}}"] {
            #expect(RecordObject.kind(in: try JSON.parse(Array(noise.utf8))) == nil)
        }
    }

    @Test func `a table is looked at row by row, and all of it stands or none`() async throws {
        let records = try await Records(showing: ["term"])
        let collection = try await records.collection("public")
        func send(_ text: String, _ go: String) async throws -> Answer {
            try await records.world.ask(
                "/learn/term/import", session: records.desk,
                form: [(name: "text", value: text), (name: "collection", value: collection), (name: "go", value: go)])
        }
        func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }
        let wrong = try await send("name,definition,language,synonyms,colour\nCIRT,,en,x | y,red\n", "say")
        #expect(wrong.status == 422 && text(wrong).contains("colour") && text(wrong).contains("Row 2"))
        #expect(try await send("name\n\"a", "look").status == 422)
        let table =
            "name,definition,language,synonyms\r\nCIRT,\"A team, for incidents\",en,CSIRT | CERT\r\n=1+1,Formula,en,\r\n"
        let look = try await send(table, "look")
        #expect(look.status == 200 && text(look).contains("All 2 rows are fine"))
        #expect(try await records.json("/learn/term.json")["items"]?.array?.isEmpty == true)
        #expect(try records.follow(try await send(table, "say")).contains("said=2"))
        let items = try #require(try await records.json("/learn/term.json")["items"]?.array)
        #expect(items.count == 2 && items.contains { $0["values"]?["synonyms"]?.array?.count == 2 })
        let csv = try await records.page("/learn/term.csv")
        #expect(csv.contains(",'=1+1,") && csv.contains("CSIRT | CERT"))
        // A member may not say it to everyone.
        #expect(try await records.world.ask("/learn/term/import", session: nil).status == 401)
    }
}
