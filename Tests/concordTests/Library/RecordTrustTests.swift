import Foundation
import Hall
import Kinds
import Ledger
import STIX
import TestSupport
import Testing
import Web

@testable import concord

/// Who may say what of a record, and what nobody takes for another's word.
struct RecordTrustTests {
    /// A step that a member of another organisation sends to a group.
    private static func forged(
        _ number: Int, on id: String, by party: String, from: String = "proposed", revoked: Bool = false
    ) -> String {
        """
        {"type":"concord-step","spec_version":"2.1","id":"concord-step--00000000-0000-4000-8000-\(String(100_000_000_000 + number))",\
        "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","created_by_ref":"\(party)",\
        "object_ref":"\(id)","step":"begin","from_state":"\(from)",\
        "object_marking_refs":["\(TLP.green.markingID)"],\
        "extensions":{"\(KnownExtension.step.definition.id)":{"extension_type":"new-sdo"}}}
        """
    }

    @Test func `who may not act crowds out nobody, and acts for no party that they only copied`() async throws {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", RecordStoryTests.initiative, into: "g")
        records.turn(1)
        _ = try records.follow(try await records.step("begin", on: id))
        #expect(try await records.state(of: id) == "Running")
        // An identity that is nobody's here, with steps in its name; and very many without any.
        let party = "identity--00000000-0000-4000-8000-0000000000aa"
        let identity = """
            {"type":"identity","spec_version":"2.1","id":"\(party)","created":"2026-01-01T00:00:00.000Z",\
            "modified":"2026-01-01T00:00:00.000Z","name":"Partner","identity_class":"organization","object_marking_refs":["\(TLP.green.markingID)"]}
            """
        let junk = (0..<320).map { Self.forged($0, on: id, by: party, from: "running") }
        _ = await Step.says([identity] + junk, collection: "g", source: "feed").happen(in: records.world)
        #expect(try await records.state(of: id) == "Running")
        let page = try await records.page("/objects/\(id)", as: records.desk)
        #expect(page.contains("does not count") && !page.contains("have not come in") && page.utf8.count < 50_000)
        // The author's own word, sent by somebody else, is not the author's.
        let author = records.world.ledger.gateway.identity
        let other = try await records.say("initiative", RecordStoryTests.initiative, into: "g")
        _ = await Step.says([Self.forged(900, on: other, by: author)], collection: "g", source: "feed").happen(
            in: records.world)
        #expect(try await records.state(of: other) == "Proposed")
    }

    @Test func `a step stands where its author chose, and names to each audience only what that knows`() async throws {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", RecordStoryTests.initiative, into: "public")
        let (everyone, group) = (try await records.collection("public"), try await records.collection("g"))
        let body = try await records.world.ask("/objects/\(id).json", session: nil).body
        _ = await Step.says(
            [String(decoding: body, as: UTF8.self)], collection: "g",
            source: "organisation:\(records.world.ledger.gateway.id)"
        ).happen(in: records.world)
        records.turn(1)
        func take(_ name: String, in places: [String]) async throws -> String {
            let page = try await records.page("/objects/\(id)", as: records.desk)
            let seen = page.firstMatch(of: /name="state" value="([^"]*)"/).map { String($0.1) } ?? ""
            #expect(
                page.contains("name=\"in\" value=\"\(everyone)\"") && page.contains("name=\"in\" value=\"\(group)\""))
            return try records.follow(
                try await records.world.ask(
                    "/objects/\(id)/steps", session: records.desk,
                    form: [(name: "state", value: seen), (name: "step", value: name), (name: "reason", value: "R")]
                        + places.map { (name: "in", value: $0) }))
        }
        // Nowhere chosen, nothing said.
        #expect(try await take("begin", in: []).contains("step-changed"))
        #expect(try await take("begin", in: [group]).contains("done=step#"))
        #expect(try await records.state(of: id) == "Running")
        // The public knows nothing of that, and is told nothing of it by what follows.
        #expect(try await records.page("/objects/\(id)").contains("Proposed"))
        records.turn(2)
        _ = try await take("finish", in: [group, everyone])
        let publicPage = try await records.page("/objects/\(id)")
        #expect(
            publicPage.contains("Proposed") && !publicPage.contains("not come in")
                && !publicPage.contains("concord-step--"))
    }

    @Test
    func `what claims to be of a pack is in no list of it, and a correction that would lose something is refused`()
        async throws
    {
        let records = try await Records(showing: ["event", "lesson"])
        let claimed = try Kind(
            yaml: Array(
                "kind: lesson\nnoun: record\nreleased: 2026-01-01\nwords: {one: {en: Order}, many: {en: Orders}, says: {en: False.}}\ntitle: \"{name}\"\nfields:\n  - {field: name, type: text, label: {en: Name}}\n  - {field: more, type: text, shown: {field: name, filled: no}, label: {en: More}}\n"
                    .utf8),
            of: "core")
        let record = """
            {"type":"concord-record","spec_version":"2.1","id":"concord-record--00000000-0000-4000-8000-0000000000ab","created":"2026-01-01T00:00:00.000Z",\
            "modified":"2026-01-01T00:00:00.000Z","name":"False heron","object_marking_refs":["\(TLP.clear.markingID)"],"extensions":{\
            "\(KnownExtension.record.definition.id)":{"extension_type":"new-sdo"},"\(KnownExtension.kindValues.definition.id)":\
            {"extension_type":"property-extension","kind_ref":"\(claimed.id)","values":{"name":"False heron","more":"kept"}}}}
            """
        let source = "organisation:\(records.world.ledger.gateway.id)"
        _ = await Step.says(
            [String(decoding: try RecordObject.object(of: claimed), as: UTF8.self), record], collection: "public",
            source: source
        ).happen(in: records.world)
        #expect(try await records.json("/learn/lesson.json")["items"]?.array?.isEmpty == true)
        let id = "concord-record--00000000-0000-4000-8000-0000000000ab"
        let page = try await records.page("/objects/\(id)")
        #expect(
            page.contains("False heron") && !page.contains("/learn/lesson") && page.contains("/objects/\(claimed.id)"))
        #expect(try await records.world.ask("/objects/\(id)/correct", session: records.desk, form: []).status == 403)
    }

    @Test func `a step that its author took back does not count, and a pack of tomorrow is not installed`() async throws
    {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", RecordStoryTests.initiative)
        records.turn(1)
        _ = try records.follow(try await records.step("begin", on: id))
        #expect(try await records.state(of: id) == "Running")
        let page = try await records.page("/objects/\(id)", as: records.desk)
        let step = String(try #require(page.firstMatch(of: /\/objects\/(concord-step--[0-9a-f-]{36})/)?.1))
        let json = try JSON.parse(try await records.world.ask("/objects/\(step).json", session: records.desk).body)
        records.turn(2)
        var revoked = try #require(Composer(changing: json))
        revoked.set("modified", records.world.ledger.surroundings.now())
        revoked.set("revoked", .bool(true))
        let source = "organisation:\(records.world.ledger.gateway.id)"
        _ = await Step.says(
            [String(decoding: try revoked.bytes(), as: UTF8.self)], collection: "public", source: source
        )
        .happen(in: records.world)
        #expect(try await records.state(of: id) == "Proposed")
        let early = try Pack([
            .init(
                path: "pack.yaml",
                bytes: Array(
                    "pack: early.example\nversion: 1\nauthor: A\nlicence: B\nwords: {en: {name: Own, says: Ours.}}".utf8
                )),
            .init(
                path: "kinds/tide.yaml",
                bytes: Array(
                    "kind: tide\nnoun: record\nreleased: 2027-01-01\nwords: {one: {en: Tide}, many: {en: Tides}, says: {en: T.}}\ntitle: \"{name}\"\nfields: [{field: name, type: text, label: {en: N}}]"
                        .utf8)),
        ])
        await #expect(throws: KindFault.self) { try await KindShelf(records.world.ledger).install(early, signer: nil) }
    }

    @Test func `steps that are newer and do not count crowd out none that does`() async throws {
        let records = try await Records(showing: ["initiative"])
        let id = try await records.say("initiative", RecordStoryTests.initiative, into: "g", as: records.member)
        records.turn(1)
        _ = try records.follow(try await records.step("begin", on: id, as: records.member))
        records.turn(2)
        let party = "identity--00000000-0000-4000-8000-0000000000aa"
        let junk = (0..<2_050).map { Self.forged($0, on: id, by: party, from: "running") }
        for part in stride(from: 0, to: junk.count, by: 410) {
            _ = await Step.says(Array(junk[part..<min(part + 410, junk.count)]), collection: "g", source: "feed")
                .happen(
                    in: records.world)
        }
        #expect(try await records.state(of: id) == "Running")
        let list = try await records.json("/learn/initiative.json?state=running", as: records.member)
        #expect(list["items"]?.array?.count == 1)
    }
}
