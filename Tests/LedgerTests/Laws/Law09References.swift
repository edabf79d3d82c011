import STIX
import Testing

@testable import Ledger

@Suite("Law 9: nothing is named to whom it is hidden") struct Law09References {
    static let secret = Make.id("vulnerability", 1)
    static let open = Make.id("vulnerability", 2)
    static let group = Audience.group("7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01")

    /// A weakness that only the desk reads, and one that everyone reads.
    private func gateway() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.place([Make.weakness(1, .amberStrict)], into: "desk", by: gateway.person())
        try await gateway.place([Make.weakness(2)], into: "public", by: gateway.person())
        return gateway
    }

    @Test func `what the author reads and the audience does not is named only when confirmed`() async throws {
        let gateway = try await gateway()
        let report = Make.advisory(1, on: [Self.open, Self.secret])
        let check = try await gateway.check([report], into: "public", by: gateway.person())
        #expect(
            check.concerns == [
                .hiddenFromAudience(
                    .init(id: Make.id("report", 1), type: "report", name: "Advisory"),
                    target: .init(id: Self.secret, type: "vulnerability", name: "CVE-2026-1001"))
            ])
        #expect(check.refusals.isEmpty)
        #expect(!check.allows(confirmed: []))
        await #expect(throws: PlacementRefused.self) {
            try await gateway.place([report], into: "public", by: gateway.person(), confirmed: [Self.open])
        }
        try await gateway.place([report], into: "public", by: gateway.person(), confirmed: [Self.secret])
        #expect(try await gateway.everyone.standing(of: Make.id("report", 1)) != nil)
        #expect(try await gateway.everyone.names(of: [Self.secret]).isEmpty)
    }

    @Test func `what the author cannot read is treated as what is nowhere`() async throws {
        let gateway = try await gateway()
        try await gateway.ledger.createCollection(alias: "group", title: "G", audience: Self.group)
        let outsider = gateway.person(.member, of: [Self.group], organisation: "other")
        let nowhere = Make.id("vulnerability", 77)
        for hidden in [Self.secret, nowhere] {
            let check = try await gateway.check(
                [Make.advisory(1, on: [Self.open, hidden])], into: "group", by: outsider)
            #expect(check.concerns.isEmpty)
            let alone = try await gateway.check([Make.advisory(1, on: [hidden])], into: "group", by: outsider)
            #expect(alone.concerns.map { "\($0)".contains("emptyEnvelope") } == [true])
        }
    }

    @Test func `a CLEAR envelope with only AMBER parts sends nothing, and says why`() async throws {
        let gateway = try await gateway()
        let envelope = Make.advisory(1, on: [Make.id("vulnerability", 3)])
        let part = Make.weakness(3, .amber)
        for batch in [[part, envelope], [envelope, part]] {
            let check = try await gateway.check(batch, into: "public", by: gateway.person())
            let kinds = Set(check.refusals.map { String("\($0)".prefix { $0 != "(" }) })
            #expect(kinds == ["aboveCeiling", "emptyEnvelope"])
        }
        let entries = try gateway.ledger.entryCount
        await #expect(throws: PlacementRefused.self) {
            try await gateway.place([part, envelope], into: "public", by: gateway.person())
        }
        #expect(try gateway.ledger.entryCount == entries)
        // Nor may it go when its parts stand where the audience does not look, even if confirmed.
        let outside = Make.advisory(2, on: [Self.secret])
        let check = try await gateway.check([outside], into: "public", by: gateway.person())
        #expect(!check.allows(confirmed: [Self.secret]))
    }

    @Test func `a RED relationship between two CLEAR objects is invisible everywhere`() async throws {
        let gateway = try await gateway()
        try await gateway.place([Make.weakness(3)], into: "public", by: gateway.person())
        let named = Audience.persons("8c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01")
        try await gateway.ledger.createCollection(alias: "named", title: "Named", audience: named)
        let both = [Self.open, Make.id("vulnerability", 3)]
        let about = both + [Make.id("relationship", 1)]
        let before = try await ReaderTests.answers(
            gateway.everyone, asking: about, [gateway.collection(), gateway.collection("desk")])
        let red = Make.uses(1, .red, both[0], both[1])
        for collection in ["public", "desk"] {
            let check = try await gateway.check([red], into: collection, by: gateway.person(of: [named]))
            #expect(check.refusals.map { "\($0)".contains("aboveCeiling") } == [true])
        }
        try await gateway.place([red], into: "named", by: gateway.person(of: [named]))
        let after = try await ReaderTests.answers(
            gateway.everyone, asking: about, [gateway.collection(), gateway.collection("desk")])
        #expect(before == after)
        let colleague = Reader(gateway.ledger, for: gateway.person().viewer)
        #expect(try await colleague.standing(of: about[2]) == nil)
        let reader = Reader(gateway.ledger, for: gateway.person(of: [named]).viewer)
        let standing = try #require(await reader.standing(of: both[0]))
        #expect(try await reader.relations(of: standing, limit: 9).relations.count == 1)
    }

    @Test func `an AMBER reader never gets AMBER+STRICT`() async throws {
        let gateway = try await gateway()
        try await gateway.ledger.createCollection(alias: "group", title: "G", audience: Self.group)
        let author = gateway.person(of: [Self.group])
        let strict = Make.weakness(5, .amberStrict)
        let check = try await gateway.check([strict], into: "group", by: author)
        #expect(check.refusals.map { "\($0)".contains("aboveCeiling") } == [true])
        let report = try await gateway.admit(strict, into: "group")
        #expect(report.quarantined == [.aboveCeiling: 1])
        try await gateway.place([strict], into: "desk", by: author)
        try await gateway.place([Make.weakness(6, .amber)], into: "group", by: author)
        let member = Reader(gateway.ledger, for: gateway.person(.member, of: [Self.group], organisation: "o").viewer)
        #expect(try await member.standing(of: Make.id("vulnerability", 5)) == nil)
        #expect(try await member.holdings(of: Make.id("vulnerability", 5)).isEmpty)
        #expect(try await member.list(type: "vulnerability", limit: 9).count == 2)
    }

    @Test func `remarks are counted as far as their reader looks`() async throws {
        let gateway = try await gateway()
        let refs = #""object_refs":["\#(Self.open)"],"#
        try await gateway.place(
            [Make.written("note", 1, .amberStrict, #""content":"inside","# + refs)], into: "desk", by: gateway.person())
        try await gateway.place(
            [Make.written("note", 2, .clear, #""content":"outside","# + refs)], into: "public", by: gateway.person())
        for (reader, count) in [(gateway.everyone, 1), (gateway.desk, 2)] {
            let standing = try #require(await reader.standing(of: Self.open))
            let found = try await reader.remarks(on: standing, types: ["note", "opinion"], limit: 10)
            #expect((found.amount, found.remarks.count) == (count, count))
        }
    }
}
