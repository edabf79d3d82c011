import STIX
import Storage
import Testing

@testable import Ledger

@Suite("Laws 6 and 7: the effective marking, and the ceiling of the audience") struct Law07Markings {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var context: [String] = []
        let object: String
        var into = "desk"
        /// Nil: held above the ceiling.
        let effective: TLP?
        var testDescription: String { name }
    }

    static func marked(_ markings: String...) -> String { Make.tool(1, marked: markings) }
    static func granular(_ marking: String) -> String {
        Make.tool(1, #""granular_markings":[{"selectors":["name"],"marking_ref":"\#(marking)"}],"#)
    }

    static let cases: [Case] = [
        Case(name: "no marking counts as the collection's default", object: Make.tool(1), effective: .amberStrict),
        Case(name: "no marking in public is clear", object: Make.tool(1), into: "public", effective: .clear),
        Case(name: "TLP 2.0 is read by its identifier", object: marked(TLP.green.markingID), effective: .green),
        Case(name: "TLP 1 white is clear", object: marked(Make.tlp1White), into: "public", effective: .clear),
        Case(name: "TLP 1 amber is amber", object: marked(Make.tlp1Amber), effective: .amber),
        Case(name: "TLP 1 red is red", object: marked(Make.tlp1Red), effective: nil),
        Case(
            name: "of two the stricter counts", object: marked(TLP.clear.markingID, Make.tlp1Amber), effective: .amber),
        Case(
            name: "in either order", object: marked(TLP.amberStrict.markingID, TLP.green.markingID),
            effective: .amberStrict),
        Case(name: "green may not be public", object: marked(TLP.green.markingID), into: "public", effective: nil),
        Case(name: "red may not be at the desk", object: marked(TLP.red.markingID), effective: nil),
        Case(
            name: "a statement does not restrict", context: [Make.statement(1)], object: marked(Make.markingID(1)),
            into: "public", effective: .clear),
        Case(
            name: "a statement beside TLP leaves TLP", context: [Make.statement(1)],
            object: marked(Make.markingID(1), TLP.green.markingID), effective: .green),
        Case(
            name: "a marking nobody has mapped is red", context: [Make.unmapped(1)], object: marked(Make.markingID(1)),
            effective: nil),
        Case(
            name: "a part that is above the ceiling holds the whole", object: granular(TLP.green.markingID),
            into: "public", effective: nil),
        Case(
            name: "a marked part does not mark the whole", object: granular(TLP.green.markingID),
            effective: .amberStrict),
        Case(
            name: "a marking that can't be read counts as red", object: marked("TLP:RED"), into: "public",
            effective: nil),
        Case(
            name: "so does one of a part",
            object: granular("RED"), into: "public", effective: nil),
        Case(
            name: "so does a list of markings that is no list",
            object: Make.tool(1, #""object_marking_refs":"\#(TLP.red.markingID)","#), into: "public", effective: nil),
        Case(
            name: "so does one behind a hundred findings",
            object: Make.tool(
                1, #""x_a":[\#((0..<150).map { _ in "[]" }.joined(separator: ","))],"object_marking_refs":["RED"],"#),
            into: "public", effective: nil),
        Case(
            name: "a hundred findings alone do not restrict",
            object: Make.tool(1, #""x_a":[\#((0..<150).map { _ in "[]" }.joined(separator: ","))],"#),
            into: "public", effective: .clear),
    ]

    @Test(arguments: cases) func `the effective marking stands in the record`(_ given: Case) async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(given.context, into: given.into)
        let report = try await gateway.admit(given.object, into: given.into)
        #expect(report.quarantined == (given.effective == nil ? [.aboveCeiling: 1] : [:]))
        let standing = try await gateway.desk.standing(of: Make.id("tool", 1))
        #expect(standing?.current?.marking == given.effective)
    }

    @Test func `a marking at the end of the input is waited for`() async throws {
        let gateway = try await TestGateway(desk: false)
        let objects = [Self.marked(1, by: 1), Self.marked(2, by: 2), Make.tool(3), Make.unmapped(2), Make.statement(1)]
        let report = try await gateway.admit(objects)
        #expect((report.read, report.placed) == (5, 4))
        #expect(report.quarantined == [.aboveCeiling: 1])
    }

    static func marked(_ number: Int, by marking: Int) -> String {
        Make.tool(number, marked: [Make.markingID(marking)])
    }

    @Test func `markings that are marked themselves are waited for in any order`() async throws {
        let objects = [
            Self.marked(1, by: 1), Make.statement(1, marked: [Make.markingID(2)]),
            Make.statement(2, marked: [Make.markingID(3)]),
            Make.statement(3),
        ]
        for order in [objects, objects.reversed(), [objects[1], objects[3], objects[0], objects[2]]] {
            let gateway = try await TestGateway(desk: false)
            let report = try await gateway.admit(order)
            #expect((report.read, report.placed, report.quarantinedCount) == (4, 4, 0))
        }
    }

    @Test func `markings that wait for each other end in quarantine`() async throws {
        let gateway = try await TestGateway(desk: false)
        let circle = (0..<30).map { Make.statement($0, marked: [Make.markingID(($0 + 1) % 30)]) }
        let report = try await gateway.admit(circle)
        #expect(report.quarantined == [.unknownMarking: 30])
        #expect(report.read == 30)
    }

    @Test func `a marking never seen ends in quarantine, and goes in once it is known`() async throws {
        let gateway = try await TestGateway(desk: false)
        let report = try await gateway.admit(Self.marked(1, by: 1), Make.tool(2))
        #expect((report.read, report.placed) == (2, 1))
        #expect(report.quarantined == [.unknownMarking: 1])
        let again = try await gateway.admit(Self.marked(1, by: 1))
        #expect((again.quarantinedCount, again.quarantinedBefore) == (0, 1))
        #expect(try await gateway.admit(Self.marked(1, by: 1), Make.statement(1)).placed == 2)
    }

    @Test func `of two definitions of one marking the stricter counts, whichever came last`() async throws {
        for order in [[Make.unmapped(1), Make.statement(1)], [Make.statement(1), Make.unmapped(1)]] {
            let gateway = try await TestGateway()
            try await gateway.ledger.createCollection(alias: "other", title: "Other", audience: .everyone)
            try await gateway.admit(order[0], into: "other")
            try await gateway.admit(order[1], into: "public")
            #expect(try await gateway.admit(Self.marked(1, by: 1)).quarantined == [.aboveCeiling: 1])
        }
    }

    @Test func `a definition where not all readers look decides nothing here`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.statement(1), into: "desk")
        #expect(try await gateway.admit(Self.marked(1, by: 1)).quarantined == [.unknownMarking: 1])
        try await gateway.admit(Make.unmapped(2), into: "desk")
        try await gateway.admit(Make.statement(2))
        #expect(try await gateway.admit(Self.marked(2, by: 2)).placed == 1)
        // What everyone reads counts for the desk too.
        try await gateway.admit(Make.statement(3))
        #expect(try await gateway.admit(Self.marked(3, by: 3), into: "desk").placed == 1)
    }

    @Test func `what stands already is known, whatever its marking has become`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.statement(1), Self.marked(1, by: 1))
        try await gateway.admit(Make.unmapped(1), into: "desk")
        let report = try await gateway.admit(Self.marked(1, by: 1))
        #expect((report.known, report.quarantinedCount) == (1, 0))
    }

    @Test func `the default may not be above the audience's ceiling`() async throws {
        let gateway = try await TestGateway(desk: false)
        let error = await #expect(throws: LedgerError.self) {
            try await gateway.ledger.createCollection(
                alias: "x", title: "X", audience: .everyone, defaultMarking: .green)
        }
        #expect(error?.code == .aboveCeiling)
        let collection = try await gateway.ledger.createCollection(
            alias: "x", title: "X", audience: gateway.ledger.gateway.desk, defaultMarking: .green)
        #expect((collection.ceiling, collection.defaultMarking) == (.amberStrict, .green))
    }
}
