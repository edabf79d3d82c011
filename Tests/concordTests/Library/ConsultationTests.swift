import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// What is said of texts before and after they are settled.
struct ConsultationTests {
    private static let text = "Every operator names a contact.\n\nContacts answer within four hours."
    private static let consultation = [
        ("name", "Minimum measures"), ("question", "What is missing?"), ("text", text), ("closes", "2026-02-01"),
        ("work_areas", "legal"),
    ]

    @Test func `M8: every comment gets a disposition before a consultation closes, by its author`()
        async throws
    {
        let records = try await Records(showing: ["consultation"])
        let id = try await records.say("consultation", Self.consultation, into: "g")
        records.turn(1)
        // A member comments on one paragraph, which the page leads to.
        let page = try await records.page("/objects/\(id)", as: records.member)
        let link = try #require(
            page.matches(of: /<p class="mark"><a href="([^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }
                .last)
        let form = try await records.page(link, as: records.member)
        #expect(form.contains("Contacts answer within four hours.") && form.contains("name=\"quote\""))
        let comment = try await records.remark(
            "note", "Four is too few.", of: id,
            more: [
                (name: "anchor", value: "text"), (name: "quote", value: "Contacts answer within four hours."),
                (name: "wording", value: "Contacts answer within one day."),
            ], as: records.member)
        let shown = try await records.page("/objects/\(id)", as: records.desk)
        #expect(shown.contains("Contacts answer within one day.") && shown.contains("Four is too few."))
        #expect(shown.contains("One comment has no answer yet"))
        // It does not close; nor by the word of the member themselves.
        records.turn(2)
        #expect(try records.follow(await records.step("close", on: id)).contains("step-answers"))
        let own = try await records.world.ask(
            "/objects/\(comment)/disposition", session: records.member,
            form: [(name: "disposition", value: "accepted"), (name: "reason", value: "")])
        #expect(own.status == 403)
        let forged = """
            {"type":"note","spec_version":"2.1","id":"note--00000000-0000-4000-8000-000000000001","created":"2026-01-01T00:00:00.000Z",\
            "modified":"2026-01-01T00:00:00.000Z","created_by_ref":"\(records.world.ledger.gateway.identity)","content":"ok",\
            "object_refs":["\(comment)"],"object_marking_refs":["\(TLP.green.markingID)"],"extensions":{"\(KnownExtension.textRemark.definition.id)":\
            {"extension_type":"property-extension","disposition":"accepted"}}}
            """
        _ = await Step.says([forged], collection: "g", source: "feed").happen(in: records.world)
        #expect(try records.follow(await records.step("close", on: id)).contains("step-answers"))
        // Its author answers; then it closes.
        records.turn(3)
        let done = try records.follow(
            try await records.world.ask(
                "/objects/\(comment)/disposition", session: records.desk,
                form: [(name: "disposition", value: "partly-accepted"), (name: "reason", value: "Eight hours.")]))
        #expect(done.contains("#discussion"))
        let answered = try await records.page("/objects/\(id)", as: records.member)
        #expect(answered.contains("Partly accepted") && answered.contains("Eight hours."))
        #expect(!answered.contains("has no answer yet"))
        #expect(try records.follow(await records.step("close", on: id)).contains("done=step#"))
        #expect(try await records.state(of: id) == "Closed")
    }

    @Test func `A3: what is exported shows a recommendation and its dissent, and adoption shows in the feed`()
        async throws
    {
        let records = try await Records(showing: ["recommendation"])
        let fields = [
            ("number", "3.2"), ("name", "Name one contact"), ("text", "Each ministry names one contact."),
            ("work_areas", "organisational"),
        ]
        let id = try await records.say("recommendation", fields, into: "g")
        records.turn(1)
        _ = try await records.remark(
            "opinion", "One is not enough.", of: id,
            more: [
                (name: "opinion", value: "disagree"), (name: "wording", value: "Each ministry names two contacts."),
            ], as: records.member)
        for path in ["/learn/recommendation/booklet", "/learn/recommendation.json"] {
            let text = try await records.page(path, as: records.desk)
            #expect(
                text.contains("Each ministry names one contact.") && text.contains("Each ministry names two contacts."),
                "\(path)")
            #expect(text.contains("Alpha"), "\(path)")
        }
        #expect(try await records.page("/objects/\(id)", as: records.desk).contains("Opinions:"))
        let before = try await records.page("/learn/recommendation.atom", as: records.desk)
        records.turn(2)
        try await records.correct(
            id, fields + [("adoption.0.country", "TN"), ("adoption.0.status", "adopted")], of: "recommendation")
        let after = try await records.page("/learn/recommendation.atom", as: records.desk)
        #expect(before != after)
        let adoption = try await records.json("/learn/recommendation.json", as: records.desk)["items"]?[0]?["values"]?[
            "adoption"]
        #expect(adoption?[0]?["country"]?.string == "TN" && adoption?[0]?["status"]?.string == "adopted")
    }

    @Test func `a comment on several objects is answered by each author, and what is revoked counts no more`()
        async throws
    {
        let records = try await Records(showing: ["consultation"])
        let id = try await records.say("consultation", Self.consultation, into: "g")
        let other = try await records.say("consultation", Self.consultation, into: "g", as: records.member)
        func note(_ number: Int, _ refs: [String], revoked: Bool = false) -> String {
            """
            {"type":"note","spec_version":"2.1","id":"note--00000000-0000-4000-8000-\(String(100_000_000_000 + number))",\
            "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:0\(revoked ? 1 : 0).000Z","content":"N\(number).",\
            "object_refs":[\(refs.map { "\"\($0)\"" }.joined(separator: ","))],"object_marking_refs":["\(TLP.green.markingID)"]\(revoked ? ",\"revoked\":true" : "")}
            """
        }
        _ = await Step.says([note(0, [other, id])] + (1..<16).map { note($0, [id]) }, collection: "g", source: "feed")
            .happen(in: records.world)
        var turn = 1
        records.turn(turn)
        for _ in 0..<16 {
            let page = try await records.page("/objects/\(id)", as: records.desk)
            guard let path = page.firstMatch(of: /action="(\/objects\/note--[^"]*\/disposition)"/)?.1 else { break }
            _ = try records.follow(
                try await records.world.ask(
                    String(path), session: records.desk,
                    form: [(name: "disposition", value: "noted"), (name: "reason", value: "")]))
            turn += 1
            records.turn(turn)
        }
        #expect(try await !records.page("/objects/\(id)", as: records.desk).contains("no answer yet"))
        _ = await Step.says([note(20, [id])], collection: "g", source: "feed").happen(in: records.world)
        #expect(try await records.page("/objects/\(id)", as: records.desk).contains("One comment has no answer yet"))
        _ = await Step.says([note(20, [id], revoked: true)], collection: "g", source: "feed").happen(in: records.world)
        let page = try await records.page("/objects/\(id)", as: records.desk)
        #expect(!page.contains("no answer yet") && !page.contains("N20."))
    }
}
