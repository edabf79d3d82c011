import STIX
import Testing

@testable import Ledger

@Suite("Laws 5 to 7: what is written here") struct Law05Written {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let object: String
        var into = "public"
        let refused: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a property that the standard does not know", object: Make.weakness(1, .clear, #""mood":"good","#),
            refused: "unclean"),
        Case(
            name: "a report about nothing", object: Make.advisory(1, on: []), refused: "unclean"),
        Case(name: "no marking", object: Make.weakness(1, nil), refused: "unmarked"),
        Case(name: "AMBER for everyone", object: Make.weakness(1, .amber), refused: "aboveCeiling"),
        Case(name: "RED for the desk", object: Make.weakness(1, .red), into: "desk", refused: "aboveCeiling"),
        Case(
            name: "a part marked GREEN for everyone",
            object: Make.weakness(
                1, .clear,
                #""description":"d","granular_markings":[{"selectors":["description"],"marking_ref":"\#(TLP.green.markingID)"}],"#
            ), refused: "partsAboveCeiling"),
        Case(
            name: "a marking that nobody knows",
            object: Make.written(
                "vulnerability", 1, nil,
                #""name":"n","object_marking_refs":["\#(TLP.clear.markingID)","\#(Make.markingID(9))"],"#),
            refused: "unknownMarking"),
        Case(name: "no STIX at all", object: #"{"type":"vulnerability"}"#, refused: "unclean"),
    ]

    @Test(arguments: cases) func `is refused before anything is placed`(_ given: Case) async throws {
        let gateway = try await TestGateway()
        let person = gateway.person()
        let check = try await gateway.check([given.object], into: given.into, by: person)
        let kinds = check.refusals.map { String("\($0)".prefix { $0 != "(" }) }
        #expect(kinds.contains(given.refused), "\(kinds)")
        let entries = try gateway.ledger.entryCount
        await #expect(throws: PlacementRefused.self) {
            try await gateway.place([Make.weakness(2, .clear), given.object], into: given.into, by: person)
        }
        #expect(try gateway.ledger.entryCount == entries)
        #expect(try gateway.ledger.quarantineCount == 0)
    }

    @Test func `a clean and marked object stands, under the source of its organisation`() async throws {
        let gateway = try await TestGateway()
        try await gateway.place([Make.weakness(1)], into: "public", by: gateway.person())
        let holding = try #require(await gateway.everyone.holdings(of: Make.id("vulnerability", 1)).first)
        #expect(holding.isOf(gateway.person()))
        #expect(!holding.isOf(gateway.person(organisation: "other")))
        #expect(holding.marking == .clear)
    }

    @Test func `who may not, may not, and learns nothing else`() async throws {
        let gateway = try await TestGateway()
        for (person, into) in [
            (gateway.person(.reader), "desk"), (gateway.person(.member), "public"),
            (gateway.person(.administrator, organisation: "other"), "desk"),
        ] {
            let check = try await gateway.check([Make.weakness(1, nil)], into: into, by: person)
            #expect(check.concerns == [.mayNot(check.decision.reason)])
            #expect(!check.allows(confirmed: []))
        }
    }

    @Test func `a version line goes on under the same source, and under no other`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.weakness(1), source: "feed")
        let (mine, theirs) = (Make.id("vulnerability", 2), Make.id("vulnerability", 1))
        try await gateway.place([Make.weakness(2)], into: "public", by: gateway.person())
        try await gateway.place([Make.weakness(2, version: 1)], into: "public", by: gateway.person())
        #expect(try await gateway.everyone.holdings(of: mine).first?.version == Make.time(1))
        let check = try await gateway.check([Make.weakness(1, version: 1)], into: "public", by: gateway.person())
        guard case .held(_, .foreignLine, _)? = check.concerns.first else {
            Issue.record("\(check.concerns)")
            return
        }
        let holding = try #require(await gateway.everyone.holdings(of: theirs).first)
        #expect(gateway.person().mayCorrect(holding) == .refused(.ofAnotherSource))
        #expect(gateway.person().mayWithdraw(holding).isAllowed)
        #expect(gateway.person(.administrator).mayWithdraw(holding) == .allowed(.roleMay(.administrator, .decide)))
    }

    @Test func `what else belongs to a publication fails with it`() async throws {
        struct Gone: Error {}
        let gateway = try await TestGateway()
        let plan = PlannedPlacement([Make.weakness(1).bytes], into: try gateway.collection(), by: gateway.person())
        await #expect(throws: Gone.self) {
            try await gateway.ledger.say([plan]) { _ in throw Gone() }
        }
        #expect(try await gateway.everyone.standing(of: Make.id("vulnerability", 1)) == nil)
        #expect(try await gateway.verify().problems.isEmpty)
    }

    @Test func `a command speaks for an organisation by the same laws, but for a role`() async throws {
        let gateway = try await TestGateway()
        let bank = "0b0e0d52-93b8-4f0e-8a7c-2f1d6be45c02"
        func say(_ object: String, by speaker: Speaker) async throws -> [AdmissionReport] {
            try await gateway.ledger.say([PlannedPlacement([object.bytes], into: try gateway.collection(), by: speaker)]
            )
        }
        #expect(try await say(Make.weakness(1), by: .organisation(bank)).map(\.placed) == [1])
        #expect(
            try await gateway.everyone.holdings(of: Make.id("vulnerability", 1)).map(\.source) == [.organisation(bank)])
        for (object, speaker) in [
            (Make.weakness(2, nil), Speaker.organisation(bank)), (Make.weakness(2, .amber), .program),
            // Another has begun this line.
            (Make.weakness(1, version: 1), .program),
        ] {
            await #expect(throws: PlacementRefused.self) { try await say(object, by: speaker) }
        }
        // By somebody's hand it is theirs to answer for, and no more than their role allows.
        let reader = gateway.person(.reader)
        await #expect(throws: PlacementRefused.self) {
            try await say(Make.weakness(3), by: .organisation(bank, by: reader))
        }
        #expect(try await say(Make.weakness(3), by: .organisation(bank, by: gateway.person())).map(\.placed) == [1])
        let changes = try await gateway.everyone.changes(in: gateway.collection(), limit: 2)
        #expect(changes.map(\.hand) == [.account("a"), nil])
        #expect(try await gateway.ledger.imports(into: [gateway.collection()], limit: 9).isEmpty)
    }

    @Test func `two who speak in one transaction are both heard, or neither`() async throws {
        let gateway = try await TestGateway()
        let place = try gateway.collection()
        func plans(_ second: String) -> [PlannedPlacement] {
            [
                PlannedPlacement([Make.weakness(1).bytes], into: place, by: .program),
                PlannedPlacement([second.bytes], into: place, by: .organisation(gateway.ledger.gateway.id)),
            ]
        }
        let before = try gateway.collection().size
        await #expect(throws: PlacementRefused.self) { try await gateway.ledger.say(plans(Make.weakness(2, nil))) }
        #expect(try gateway.collection().size == before)
        #expect(try await gateway.ledger.say(plans(Make.weakness(2))).map(\.placed) == [1, 1])
        #expect(try gateway.collection().size == before + 2)
        #expect(try await gateway.verify().problems.isEmpty)
        // Said again, it is known.
        #expect(try await gateway.ledger.say(plans(Make.weakness(2))).map(\.known) == [1, 1])
    }
}
