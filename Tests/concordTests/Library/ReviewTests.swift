import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import Desk
@testable import concord

/// What must be agreed to, or not be objected to, before it stands.
struct ReviewTests {
    private static let guide = TranslationTests.guide
    private static let day: Int64 = 86_400_000_000

    /// A gateway with an analyst beside the administrator, and a member of another organisation in the group.
    private struct Reviewed {
        let records: Records
        let ana: String
        let bo: String
    }

    private func reviewed(_ review: Review?, in alias: String = "public") async throws -> Reviewed {
        let records = try await Records(showing: ["guide", "good-practice"])
        let steps: [Step] = [
            .account("Ana", .analyst, organisation: "CSIRT Valdoria"),
            .organisation("Beta", domain: "b.example", network: "198.51.100.0/28"),
            .joins(organisation: "Beta", group: "G"), .account("Bo", .member, organisation: "Beta"),
        ]
        var outcomes: [String] = []
        for (number, step) in steps.enumerated() {
            records.world.turn(to: 20 + number, isHidden: false)
            outcomes.append(await step.happen(in: records.world))
        }
        try await records.world.ledger.setReview(review, of: alias)
        return Reviewed(records: records, ana: outcomes[0], bo: outcomes[3])
    }

    private func answer(
        _ address: String, _ act: String, words: String = "", wording: String = "", by session: String,
        of records: Records
    ) async throws -> Answer {
        try await records.world.ask(
            address, session: session,
            form: [(name: "do", value: act), (name: "words", value: words), (name: "wording", value: wording)])
    }

    /// Sends a draft for review; the address of the review.
    private func ask(_ preview: String, as session: String, of records: Records) async throws -> String {
        let page = try await records.page(preview, as: session)
        let stamp = try #require(page.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.1)
        let place = try records.follow(
            try await records.world.ask(
                "\(preview)/publish", session: session, form: [(name: "stamp", value: String(stamp))]))
        try #require(place.hasPrefix("/reviews/"), "\(place)")
        return String(place.prefix { $0 != "?" })
    }

    @Test func `K7: draft, review, published: another agrees before a practice stands`() async throws {
        let gateway = try await reviewed(.agreement)
        let records = gateway.records
        let ana = gateway.ana
        let preview = try await records.draft("guide", Self.guide, into: "public", as: records.desk)
        #expect(try await records.page(preview, as: records.desk).contains("Send for review"))
        let review = try await ask(preview, as: records.desk, of: records)
        #expect(try await !records.page("/learn/guide", as: ana).contains("Your phone was stolen"))
        // Its author may not agree with themselves; who does not decide there knows of nothing.
        #expect(try await answer(review, "publish", by: records.desk, of: records).status == 403)
        for session in [records.member, nil] {
            let seen = try await records.world.ask(review, session: session)
            #expect(seen.status == (session == nil ? 401 : 404), "\(seen.status)")
        }
        #expect(try await records.page("/reviews", as: ana).contains("Your phone was stolen"))
        #expect(try await records.page("/", as: ana).contains("/reviews"))
        let waiting = try await records.page(review, as: ana)
        #expect(waiting.contains("Stay calm.") && waiting.contains("Agree and publish"))
        // Given back, its author goes on where they were.
        #expect(try await answer(review, "return", by: ana, of: records).status == 422)
        _ = try records.follow(try await answer(review, "return", words: "Say who pays.", by: ana, of: records))
        #expect(try await records.page(review, as: records.desk).contains("Say who pays."))
        let draft = review.replacing("/reviews/", with: "/drafts/")
        #expect(try await records.page(draft, as: records.desk).contains("Stay calm."))
        let again = try await ask(draft, as: records.desk, of: records)
        let done = try records.follow(try await answer(again, "publish", by: ana, of: records))
        #expect(done.hasPrefix("/objects/concord-record--"))
        #expect(try await records.page("/learn/guide").contains("Your phone was stolen"))
        // It stands as the word of its author, and nobody agrees twice.
        #expect(try await answer(again, "publish", by: ana, of: records).status == 303)
        let id = try #require(done.firstMatch(of: /\/objects\/([a-z0-9-]+)/)?.1)
        let holding = try #require(try await Reader.machine(of: records.world.ledger).holdings(of: String(id)).first)
        #expect(holding.source == .organisation(records.world.ledger.gateway.id))
    }

    @Test func `silence publishes, at its date and not before`() async throws {
        let gateway = try await reviewed(.silence(days: 3), in: "g")
        let records = gateway.records
        let review = try await ask(
            try await records.draft("guide", Self.guide, into: "g", as: records.member), as: records.member, of: records
        )
        let bo = gateway.bo
        #expect(try await records.page(review, as: bo).contains("unless somebody objects"))
        // Nobody hastens it.
        #expect(try await answer(review, "publish", by: records.desk, of: records).status == 403)
        try await records.work("review")
        #expect(try await !records.page("/learn/guide", as: bo).contains("Your phone was stolen"))
        records.turn(3 * 8_640)
        try await records.work("review")
        #expect(try await records.page("/learn/guide", as: bo).contains("Your phone was stolen"))
        #expect(try await !records.page("/learn/guide").contains("Your phone was stolen"))
        #expect(try await records.page(review, as: records.member).contains("Published"))
    }

    @Test func `who objects breaks the silence, and dissent stays beside the text`() async throws {
        let gateway = try await reviewed(.silence(days: 3), in: "g")
        let records = gateway.records
        let bo = gateway.bo
        let review = try await ask(
            try await records.draft("guide", Self.guide, into: "g", as: records.member), as: records.member, of: records
        )
        // Its author does not object to it, and not without a reason.
        #expect(try await answer(review, "object", words: "x", by: records.member, of: records).status == 403)
        #expect(try await answer(review, "object", by: bo, of: records).status == 422)
        _ = try records.follow(
            try await answer(
                review, "object", words: "No number for Beta.", wording: "Call 1717 or 1818.", by: bo, of: records))
        records.turn(3 * 8_640 + 1)
        try await records.work("review")
        #expect(try await !records.page("/learn/guide", as: bo).contains("Your phone was stolen"))
        #expect(try await records.page(review, as: records.desk).contains("No number for Beta."))
        // Who decides publishes it all the same; the objection is what its author says of it.
        let done = try records.follow(try await answer(review, "publish", by: records.desk, of: records))
        try await records.work("review")
        let page = try await records.page(String(done.prefix { $0 != "?" }), as: records.member)
        #expect(page.contains("No number for Beta.") && page.contains("Call 1717 or 1818.") && page.contains("Beta"))
        try await records.work("review")
        #expect(page.components(separatedBy: "No number for Beta.").count == 2)
    }

    @Test func `an objection that is dropped lets silence go on`() async throws {
        let gateway = try await reviewed(.silence(days: 3), in: "g")
        let records = gateway.records
        let bo = gateway.bo
        let review = try await ask(
            try await records.draft("guide", Self.guide, into: "g", as: records.member), as: records.member, of: records
        )
        _ = try records.follow(try await answer(review, "object", words: "No.", by: bo, of: records))
        records.turn(3 * 8_640 + 1)
        try await records.work("review")
        _ = try records.follow(try await answer(review, "drop", by: bo, of: records))
        try await records.work("review")
        #expect(try await records.page("/learn/guide", as: bo).contains("Your phone was stolen"))
    }

    @Test func `a correction, a translation and a further place are reviewed as well, a remark is not`() async throws {
        let gateway = try await reviewed(nil)
        let records = gateway.records
        let id = try await records.say("guide", Self.guide)
        let held = try await records.say("guide", Self.guide, into: "g", marking: "clear")
        try await records.world.ledger.setReview(.agreement, of: "public")
        records.turn(1)
        let changed = Self.guide.map { $0.0 == "name" ? ($0.0, "Changed") : $0 }
        let draft = try await records.correction(of: id, changed, of: "guide", as: records.desk)
        #expect(try await ask(draft, as: records.desk, of: records).hasPrefix("/reviews/"))
        let arabic = try await records.translate(id, into: "ar", TranslationTests.arabic)
        #expect(try await ask(arabic, as: records.desk, of: records).hasPrefix("/reviews/"))
        let shared = try await records.world.ask(
            "/objects/\(held)/share", session: records.desk,
            form: [(name: "into", value: try await records.collection("public"))])
        #expect(try records.follow(shared).hasPrefix("/reviews/"))
        let note = try records.follow(
            try await records.world.ask(
                "/drafts/new", session: records.desk,
                form: [
                    (name: "kind", value: "note"), (name: "text", value: "Good."), (name: "about", value: id),
                    (name: "collection", value: try await records.collection("public")),
                ]))
        #expect(try await records.publish(note, as: records.desk).hasPrefix("note--"))
        #expect(try await !records.page("/objects/\(id)").contains("Changed"))
    }

    @Test func `no other way in goes round a review`() async throws {
        let gateway = try await reviewed(.agreement)
        let records = gateway.records
        let public_ = try await records.collection("public")
        let person = try #require(try await records.world.compose.door.people.whoMay(.administer).first)
        let collection = try #require(try await Reader(records.world.ledger, for: person.viewer).collection(public_))
        #expect(person.may(.publish, in: collection) == .refused(.isReviewed))
        #expect(person.may(.discuss, in: collection).isAllowed && person.may(.withdraw, in: collection).isAllowed)
        var composer = Composer(
            "indicator", uuid: UUID().uuidString.lowercased(), by: person.organisation.author,
            created: records.world.ledger.surroundings.now(), marking: .clear)
        composer.set("name", "x")
        let plan = PlannedPlacement([try composer.bytes()], into: collection, by: person)
        await #expect(throws: PlacementRefused.self) { try await records.world.ledger.say([plan]) }
    }

    @Test func `the rule is set by who administers, stands in the log, and the page says it`() async throws {
        let gateway = try await reviewed(nil)
        let records = gateway.records
        let id = try await records.collection("public")
        for (session, status) in [(records.member, 403), (records.desk, 303)] {
            let done = try await records.world.ask(
                "/collections/\(id)/review", session: session,
                form: [(name: "review", value: "silence"), (name: "days", value: "9")])
            #expect(done.status == status)
        }
        #expect(try await records.page("/collections/\(id)").contains("waits 9 days"))
        let collection = try #require(try await Reader.machine(of: records.world.ledger).collection("public"))
        #expect(collection.review == .silence(days: 9))
        await #expect(throws: LedgerError.self) {
            try await records.world.ledger.setReview(.silence(days: 91), of: "public")
        }
        #expect(
            try await records.world.ask(
                "/collections/\(id)/review", session: records.desk,
                form: [(name: "review", value: "silence"), (name: "days", value: "0")]
            ).status == 400)
    }

    @Test func `what is under review is forgotten with what it corrects`() async throws {
        let gateway = try await reviewed(nil)
        let records = gateway.records
        let id = try await records.say("guide", Self.guide)
        try await records.world.ledger.setReview(.agreement, of: "public")
        let edit = try records.follow(
            try await records.world.ask("/objects/\(id)/correct", session: records.desk, form: []))
        let draft = String(edit.prefix { $0 != "?" }.dropLast("/edit".count))
        records.turn(1)
        let review = try await ask(draft, as: records.desk, of: records)
        _ = try await records.world.compose.desk.erase(id, reason: "asked", by: .machine(user: "root"))
        #expect(try await records.world.ask(review, session: records.desk).status == 404)
    }

    @Test func `whose account was closed publishes nothing more`() async throws {
        let gateway = try await reviewed(.silence(days: 1), in: "g")
        let records = gateway.records
        let review = try await ask(
            try await records.draft("guide", Self.guide, into: "g", as: records.member), as: records.member, of: records
        )
        _ = await Step.disabled(account: "Al").happen(in: records.world)
        records.turn(8_641)
        try await records.work("review")
        #expect(try await records.page(review, as: records.desk).contains("Given back"))
        #expect(try await !records.page("/learn/guide", as: records.desk).contains("Your phone was stolen"))
    }
}
