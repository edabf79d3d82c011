import Desk
import Foundation
import Hall
import Kinds
@testable import Ledger
import STIX
import Storage
import Testing
import Web

@testable import concord

/// Records that look alike are offered beside each other, to whoever reads both, until somebody says that they are different.
struct OverlapStoryTests {
    private static func initiative(
        _ name: String, country: String = "TN", area: String = "technical", from first: String = "2026-02-01",
        to last: String = "2026-03-01"
    ) -> [(String, String)] {
        [
            ("name", name), ("objectives", "Fewer infected machines."), ("work_areas", area), ("countries", country),
            ("begins", first), ("ends", last),
        ]
    }

    /// The part of a page that says which records one looks like; nil where it says nothing.
    private func alike(_ page: String) -> String? {
        guard let start = page.range(of: "<section id=\"alike\">") else { return nil }
        return page[start.lowerBound...].range(of: "</section>").map { String(page[start.lowerBound..<$0.lowerBound]) }
    }

    private func dismiss(
        _ other: String, on id: String, of records: Records, as session: String?, reason: String = "One is for schools."
    )
        async throws -> Answer
    {
        let page = try await records.page("/objects/\(id)", as: session)
        let grounds = page.matches(
            of: /name="with" value="([^"]*)"><input type="hidden" name="grounds" value="([^"]*)"/
        ).first { $0.1 == other }
        return try await records.world.ask(
            "/objects/\(id)/overlaps", session: session,
            form: [
                (name: "with", value: other), (name: "grounds", value: grounds.map { String($0.2) } ?? "x"),
                (name: "reason", value: reason),
            ])
    }

    @Test func `K9: two similar projects are flagged, and a dismissal is recorded and holds until one changes`()
        async throws
    {
        let records = try await Records(showing: ["initiative"])
        let one = try await records.say("initiative", Self.initiative("Clean the north"))
        #expect(alike(try await records.page("/objects/\(one)")) == nil)
        // Before it is published its author is told.
        records.turn(1)
        let preview = try await records.draft(
            "initiative", Self.initiative("Clean the harbour", from: "2026-03-20", to: "2026-05-01"), into: "public",
            as: records.desk)
        let offered = try #require(alike(try await records.page(preview, as: records.desk)))
        #expect(offered.contains("This looks like") && offered.contains("Clean the north"))
        #expect(offered.contains("same country: ") && offered.contains("Tunisia"))
        #expect(offered.contains("same topic: ") && offered.contains("Technical"))
        #expect(offered.contains("same quarter: 1/2026"))
        let other = try await records.publish(preview, as: records.desk)
        for (page, name) in [(one, "Clean the harbour"), (other, "Clean the north")] {
            let found = try #require(alike(try await records.page("/objects/\(page)")))
            #expect(found.contains(name) && !found.contains("<form"), "the public is told, and can't dismiss")
        }
        // A reason is needed.
        records.turn(2)
        #expect(try await dismiss(other, on: one, of: records, as: records.desk, reason: " ").status == 400)
        _ = try records.follow(try await dismiss(other, on: one, of: records, as: records.desk))
        for id in [one, other] {
            let found = try #require(alike(try await records.page("/objects/\(id)")))
            #expect(!found.contains("This looks like") && found.contains("Looked at, and different"))
            #expect(found.contains("One is for schools.") && found.contains("2026"))
            #expect(found.contains("CSIRT Valdoria") && !found.contains("Root"), "the organisation, not whose hand")
        }
        let own = try #require(alike(try await records.page("/objects/\(one)", as: records.desk)))
        #expect(own.contains("Root"), "its own people know whose hand it was")
        // One of them moves, and the pair is offered again.
        records.turn(3)
        try await correct(
            other, of: records, to: Self.initiative("Clean the harbour", from: "2026-02-20", to: "2026-05-01"))
        let again = try #require(alike(try await records.page("/objects/\(one)")))
        #expect(again.contains("This looks like") && !again.contains("One is for schools."))
    }

    private func correct(_ id: String, of records: Records, to fields: [(String, String)]) async throws {
        let draft = try records.follow(
            try await records.world.ask("/objects/\(id)/correct", session: records.desk, form: []))
        let sent = fields.map { (name: "v.\($0.0)", value: $0.1) }
        let sections = try #require(KindShelf.core.kinds.first { $0.name == "initiative" }).sections.map(\.name)
        var end = ""
        for section in sections {
            end = try records.follow(
                try await records.world.ask(
                    draft, session: records.desk,
                    form: sent + [(name: "section", value: section), (name: "go", value: "preview")]))
        }
        #expect(try await records.publish(end, as: records.desk) == id)
    }

    @Test(
        arguments: [
            ("another country", Self.initiative("B", country: "FR"), false),
            ("another area", Self.initiative("B", area: "legal"), false),
            ("another quarter, and over before", Self.initiative("B", from: "2025-10-01", to: "2026-01-31"), false),
            ("another quarter, after it", Self.initiative("B", from: "2026-04-01", to: "2026-05-31"), false),
            ("begun long before, and still going on", Self.initiative("B", from: "2020-01-01", to: "2027-01-01"), true),
            ("the last day is the first", Self.initiative("B", from: "2025-06-01", to: "2026-02-01"), true),
            ("the same quarter", Self.initiative("B", from: "2026-03-31", to: "2026-04-02"), true),
            ("without an end", Self.initiative("B", from: "2026-01-01").filter { $0.0 != "ends" }, true),
            ("without a beginning", Self.initiative("B").filter { $0.0 != "begins" }, false),
        ] as [(String, [(String, String)], Bool)])
    func `alike is what shares country and topic, at the same time or in the same quarter`(
        _ name: String, _ fields: [(String, String)], _ isAlike: Bool
    ) async throws {
        let records = try await Records(showing: ["initiative"])
        let one = try await records.say("initiative", Self.initiative("A"))
        records.turn(1)
        let other = try await records.say("initiative", fields)
        for id in [one, other] {
            #expect((alike(try await records.page("/objects/\(id)")) != nil) == isAlike, "\(name)")
        }
    }

    @Test func `what somebody may not read is not offered, and its dismissal holds for its own readers`() async throws {
        let records = try await Records(showing: ["initiative"])
        let open = try await records.say("initiative", Self.initiative("Open"))
        records.turn(1)
        let closed = try await records.say("initiative", Self.initiative("Closed"), into: "g", as: records.member)
        #expect(alike(try await records.page("/objects/\(open)")) == nil)
        #expect(try #require(alike(try await records.page("/objects/\(open)", as: records.desk))).contains("Closed"))
        // A member may publish in the group, and not where everybody reads.
        #expect(try await dismiss(closed, on: open, of: records, as: records.member).status == 403)
        #expect(try await records.world.ask("/objects/\(closed)/overlaps", session: nil, form: []).status != 303)
        records.turn(2)
        try await records.say("initiative", Self.initiative("Second"))
        #expect(try #require(alike(try await records.page("/objects/\(open)"))).contains("Second"))
        _ = try records.follow(try await dismiss(open, on: closed, of: records, as: records.member))
        let known = try #require(alike(try await records.page("/objects/\(open)", as: records.member)))
        #expect(known.contains("Looked at, and different") && known.contains("Closed"))
        // Who knows nothing of the closed one sees the same as before.
        let seen = try #require(alike(try await records.page("/objects/\(open)")))
        #expect(seen.contains("Second") && !seen.contains("different"))
    }

    @Test func `what is erased takes with it what was said of its pairs`() async throws {
        let records = try await Records(showing: ["initiative"])
        let one = try await records.say("initiative", Self.initiative("A"))
        records.turn(1)
        let other = try await records.say("initiative", Self.initiative("B"))
        _ = try records.follow(try await dismiss(other, on: one, of: records, as: records.desk))
        func kept() async throws -> Int {
            try await records.world.ledger.database.read { try $0.value("SELECT count(*) FROM overlap_dismissal") ?? 0 }
        }
        #expect(try await kept() == 1)
        _ = try await records.world.compose.desk.erase(other, reason: "asked for", by: .machine)
        #expect(try await kept() == 0)
    }
}
