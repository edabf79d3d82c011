import STIX
import Testing

@testable import Ledger

@Suite("Law 8: redaction makes a new object") struct Law08Redaction {
    static let author = "identity--11111111-2222-4333-8444-555555555555"

    static func parts(_ selectors: String..., above: TLP = .amber) -> String {
        let list = selectors.map { "\"\($0)\"" }.joined(separator: ",")
        return #""granular_markings":[{"selectors":[\#(list)],"marking_ref":"\#(above.markingID)"}],"#
    }

    private func redacted(_ object: String, atLeast floor: TLP = .clear, into: String = "public") async throws -> JSON?
    {
        let gateway = try await TestGateway()
        let redaction = try await gateway.ledger.redaction(
            of: object.bytes, atLeast: floor, for: try gateway.collection(into), author: Self.author)
        return try redaction.map { try JSON.parse($0.object) }
    }

    @Test func `what is above the ceiling is gone, the rest stands under an id and author of its own`() async throws {
        let original = Make.weakness(
            1, .clear, #""description":"secret","labels":["a","b","c"],"# + Self.parts("description", "labels.[1]"))
        let new = try #require(await redacted(original))
        #expect(new["description"] == nil)
        #expect(new["labels"]?.array == [.string("a"), .string("c")])
        #expect(new["name"]?.string == "CVE-2026-1001")
        #expect(new["id"]?.string != Make.id("vulnerability", 1))
        #expect(new["created_by_ref"]?.string == Self.author)
        #expect(new["created"] == new["modified"])
        #expect(new["granular_markings"] == nil)
        #expect(new["object_marking_refs"]?.array == [.string(TLP.clear.markingID)])
    }

    @Test func `a part below the ceiling marks the whole, because positions move`() async throws {
        let original = Make.weakness(
            1, .clear,
            #""description":"d","labels":["a","b"],"granular_markings":[{"selectors":["labels.[0]"],"marking_ref":"\#(TLP.red.markingID)"},{"selectors":["description"],"marking_ref":"\#(TLP.green.markingID)"}],"#
        )
        let new = try #require(await redacted(original, into: "desk"))
        #expect(new["labels"]?.array == [.string("b")])
        #expect(new["object_marking_refs"]?.array == [.string(TLP.green.markingID)])
    }

    @Test(arguments: [
        ("what every such object must have", Make.weakness(1, .clear, #""description":"d","# + parts("name"))),
        (
            "a CLEAR envelope with only AMBER parts",
            Make.advisory(
                1, on: [Make.id("tool", 1)], #""description":"d","# + parts("name", "description", "object_refs"))
        ),
        ("a whole that is above the ceiling", Make.weakness(1, .amber, parts("name"))),
        (
            "an observable, whose id says its value",
            Make.address("198.51.100.7", parts("value") + #""object_marking_refs":["\#(TLP.clear.markingID)"],"#)
        ),
    ]) func `where nothing is left, nothing is offered`(_ name: String, _ object: String) async throws {
        #expect(try await redacted(object) == nil, "\(name)")
    }

    @Test func `what counted as more where it stood is not redacted below that`() async throws {
        let unmarked = Make.weakness(1, nil, #""description":"d","# + Self.parts("description"))
        #expect(try await redacted(unmarked) != nil)
        #expect(try await redacted(unmarked, atLeast: .amber) == nil)
        let new = try #require(
            await redacted(
                Make.weakness(1, nil, Self.parts("description", above: .red) + #""description":"d","#), atLeast: .green,
                into: "desk"))
        #expect(new["object_marking_refs"]?.array == [.string(TLP.amberStrict.markingID)])
    }

    @Test(arguments: [
        ("nothing is marked", Make.weakness(1, .clear, #""description":"d","#)),
        ("the selector names nothing", Make.weakness(1, .clear, #""description":"d","# + parts("descriptions"))),
        (
            "the selector names no element",
            Make.weakness(1, .clear, #""description":"d","labels":["a"],"# + parts("description", "labels.[3]"))
        ),
    ]) func `where nothing would be taken out, nothing is offered in the gateway's name`(
        _ name: String, _ object: String
    )
        async throws
    {
        #expect(try await redacted(object) == nil, "\(name)")
    }

    @Test func `the refusal says whether there is something to offer`() async throws {
        let gateway = try await TestGateway()
        for (selector, canBe) in [("description", true), ("name", false)] {
            let object = Make.weakness(1, .clear, #""description":"d","# + Self.parts(selector))
            let check = try await gateway.check([object], into: "public", by: gateway.person())
            guard case .partsAboveCeiling(_, .amber, let offered)? = check.refusals.first else {
                Issue.record("\(check.concerns)")
                continue
            }
            #expect(offered == canBe)
        }
    }

    @Test func `the link to the original stays with the original`() async throws {
        let gateway = try await TestGateway()
        let person = gateway.person()
        let original = Make.weakness(1, .clear, #""description":"secret","# + Self.parts("description"))
        try await gateway.place([original], into: "desk", by: person)
        let redaction = try #require(
            await gateway.ledger.redaction(
                of: original.bytes, atLeast: .clear, for: try gateway.collection(), author: Self.author))
        let link = try redaction.link(
            to: Make.id("vulnerability", 1), id: Make.id("relationship", 1), author: Self.author, marking: .amberStrict,
            now: gateway.clock.now)
        try await gateway.ledger.say([
            PlannedPlacement([redaction.object], into: try gateway.collection(), by: person),
            PlannedPlacement([link], into: try gateway.collection("desk"), by: person),
        ])
        let outside = try #require(await gateway.everyone.standing(of: redaction.id))
        #expect(try await gateway.everyone.relations(of: outside, limit: 9).relations.isEmpty)
        #expect(try await gateway.everyone.standing(of: Make.id("vulnerability", 1)) == nil)
        #expect(try await gateway.everyone.standing(of: Make.id("relationship", 1)) == nil)
        let inside = try #require(await gateway.desk.standing(of: redaction.id))
        let relation = try #require(await gateway.desk.relations(of: inside, limit: 9).relations.first)
        #expect((relation.verb, relation.otherID) == ("derived-from", Make.id("vulnerability", 1)))
    }
}
