import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 4: nobody speaks for another") struct Law04Parties {
    private static func identity(_ id: String, _ name: String, version: Int = 0, by author: String? = nil) -> String {
        let said = author.map { #""created_by_ref":"\#($0)","# } ?? ""
        return #"""
            {"type":"identity","spec_version":"2.1","id":"\#(id)","created":"\#(Make.time(0))",\#(said)
            "modified":"\#(Make.time(version))","name":"\#(name)","identity_class":"organization",
            "object_marking_refs":["\#(TLP.clear.markingID)"]}
            """#
    }

    private static func tool(_ number: Int, by author: String, name: String = "tool") -> String {
        Make.tool(number, name: name, #""created_by_ref":"\#(author)","#)
    }

    private func authorship(_ id: String, _ reader: Reader) async throws -> Authorship? {
        guard let shown = try await reader.standing(of: id)?.current else { return nil }
        return try await reader.authorship(of: shown)
    }

    @Test func `the gateway's own identifier is its own from the first moment`() async throws {
        let gateway = try await TestGateway()
        let (own, id) = (Source.organisation(gateway.ledger.gateway.id), gateway.ledger.gateway.identity)
        // Whoever comes first, by whatever road.
        for source in ["file", "desk", "organisation:7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a"] {
            let report = try await gateway.admit(Self.identity(id, "We, from \(source)"), source: source)
            #expect(report.quarantined == [.reserved: 1])
        }
        let loud = "identity--" + id.dropFirst("identity--".count).uppercased()
        #expect(try await gateway.admit(Self.identity(loud, "We, in capitals")).quarantined == [.reserved: 1])
        let member = gateway.person(.member, organisation: "7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a")
        await #expect(throws: PlacementRefused.self) {
            try await gateway.place(
                [Self.identity(id, "We")], into: "public", by: gateway.person(organisation: member.organisation.id))
        }
        let word = Self.identity(id, "CSIRT", by: id)
        #expect(try await gateway.ledger.admit([word.bytes], into: "public", as: own).placed == 1)
        // What it said is known from everybody; what it did not say is not let in, decided or not.
        #expect(try await gateway.admit(word).known == 1)
        #expect(try await gateway.admit(Self.identity(id, "Others", version: 1)).quarantined == [.reserved: 1])
        for kept in try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10) {
            let error = await #expect(throws: LedgerError.self) {
                try await gateway.ledger.decide(.accept, on: kept.number, reason: "please")
            }
            #expect(error?.code == .undecidable)
        }
        #expect(
            try await gateway.ledger.admit(
                [Self.identity(id, "CSIRT", version: 2, by: id).bytes], into: "public", as: own
            )
            .placed == 1)
        #expect(try await gateway.everyone.names(of: [id])[id]?.name == "CSIRT")
    }

    @Test func `no other reason to hold it lets it in`() async throws {
        let gateway = try await TestGateway()
        let id = gateway.ledger.gateway.identity
        // Its marking comes later, and somebody accepts what waited for that.
        let text = Self.identity(id, "We").replacing(TLP.clear.markingID, with: Make.markingID(1))
        #expect(try await gateway.admit(text).quarantined == [.unknownMarking: 1])
        let far = Self.identity(id, "We").replacing("\(Make.time(0))", with: "2099-01-01T00:00:00.000Z")
        #expect(try await gateway.admit(far).quarantined == [.reserved: 1])
        try await gateway.admit(Make.statement(1))
        for kept in try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10) {
            let error = await #expect(throws: LedgerError.self) {
                try await gateway.ledger.decide(.accept, on: kept.number, reason: "its marking has come")
            }
            #expect(error?.code == .undecidable)
        }
        #expect(try await gateway.everyone.standing(of: id) == nil)
    }

    @Test func `a line that others began before ends by a decision, which the log keeps`() async throws {
        let gateway = try await TestGateway()
        let (own, id) = (Source.organisation(gateway.ledger.gateway.id), gateway.ledger.gateway.identity)
        // As a database that an earlier version made.
        try await gateway.tamper("DELETE FROM reserved")
        try await gateway.admit(Self.identity(id, "Impostor"), Self.identity(id, "Impostor again", version: 5))
        try await gateway.ledger.database.write { try $0.reserve(id, for: gateway.ledger.gateway.id) }
        #expect(try await gateway.everyone.names(of: [id])[id] == nil)
        #expect(try await authorship(id, gateway.everyone)?.isTrue == false)

        let report = try await gateway.ledger.admit([Self.identity(id, "CSIRT", by: id).bytes], into: "public", as: own)
        #expect(report.quarantined == [.takenLine: 1])
        #expect(try await gateway.admit(Self.identity(id, "Impostor", version: 6)).quarantined == [.reserved: 1])
        let waiting = try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10)
        let ours = try #require(waiting.first { $0.code == .takenLine })
        try await gateway.ledger.decide(.accept, on: ours.number, reason: "it is ours")

        let standing = try #require(await gateway.everyone.standing(of: id))
        #expect(standing.placements.compactMap(\.withdrawal?.reason) == ["it is ours", "it is ours"])
        #expect(standing.placements.filter { $0.withdrawal == nil }.count == 1)
        #expect(try await gateway.everyone.names(of: [id])[id]?.name == "CSIRT")
        #expect(try await authorship(id, gateway.everyone)?.isTrue == true)
        // It goes on by itself, and nobody else does.
        #expect(
            try await gateway.ledger.admit(
                [Self.identity(id, "CSIRT 2", version: 7, by: id).bytes], into: "public", as: own
            ).placed == 1)
        #expect(try await gateway.admit(Self.identity(id, "Impostor", version: 8)).quarantined == [.reserved: 1])
        #expect(try await gateway.verify().problems.isEmpty)
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == before)
        // An erasure of what the others said leaves the line to its owner.
        _ = try await gateway.ledger.erase(id, version: Make.time(5), reason: "asked")
        let erased = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == erased)
    }

    @Test(arguments: [
        "organisation:7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a", "Organisation:x", "ORGANISATION:", "organisation:",
        "organi\u{200B}sation:x", "\u{2060}organisation:x", "organisation\u{AD}:x", "concord", "Concord",
        "con\u{200D}cord", "", " x", "x ",
        "a\nb", "a\u{1B}[2Jb", String(repeating: "x", count: 201),
    ]) func `no name that a person gives is a name under which the gateway speaks`(_ name: String) async throws {
        let gateway = try await TestGateway(desk: false)
        let error = await #expect(throws: LedgerError.self) {
            try await gateway.ledger.admit(Input([Make.tool(1)]), into: "public", source: name)
        }
        #expect(error?.code == .badSource)
        #expect(try gateway.ledger.count("SELECT count(*) FROM source") == 0)
        #expect(try await gateway.admit(Make.tool(1), source: "organisations of the harbour: feed").placed == 1)
    }

    @Test func `an author is named where it said so itself, and nowhere else`() async throws {
        let gateway = try await TestGateway()
        let (own, us) = (Source.organisation(gateway.ledger.gateway.id), gateway.ledger.gateway.identity)
        let bank = Source.organisation("7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a")
        _ = try await gateway.ledger.admit(
            [Self.identity(us, "CSIRT", by: us).bytes, Self.tool(1, by: us).bytes], into: "public", as: own)
        // A member's words under our name, and our words passed on by a member.
        _ = try await gateway.ledger.admit([Self.tool(2, by: us).bytes], into: "public", as: bank)
        _ = try await gateway.ledger.admit([Self.tool(1, by: us).bytes], into: "desk", as: bank)
        let first = try await authorship(Make.id("tool", 1), gateway.everyone)
        #expect(first == Authorship(claimed: us, name: "CSIRT", isTrue: true, isConfirmed: true, source: own))
        let forged = try await authorship(Make.id("tool", 2), gateway.everyone)
        #expect(forged == Authorship(claimed: us, name: nil, isTrue: false, source: bank))
        let passedOn = try #require(
            await gateway.desk.standing(of: Make.id("tool", 1))?.placements.first { $0.collection.alias == "desk" })
        #expect(try await gateway.desk.authorship(of: passedOn)?.name == "CSIRT")

        // Identifiers that are nobody's here: each source names its own authors, and not those of another.
        let vendor = Make.id("identity", 9)
        try await gateway.admit(Self.identity(vendor, "Vendor"), Self.tool(3, by: vendor), source: "vendor")
        try await gateway.admit(Self.tool(4, by: vendor), source: "somebody")
        #expect(try await authorship(Make.id("tool", 3), gateway.everyone)?.name == "Vendor")
        let claimed = try await authorship(Make.id("tool", 4), gateway.everyone)
        #expect(claimed == Authorship(claimed: vendor, name: nil, isTrue: true, source: try Source(named: "somebody")))
        try await gateway.admit(Make.tool(5))
        #expect(try await authorship(Make.id("tool", 5), gateway.everyone)?.claimed == nil)
    }

    @Test func `what a mirror says of us is its peer's word, and of itself its own`() async throws {
        let pair = try await MirrorPair()
        let (us, them) = (pair.here.ledger.gateway.identity, pair.peer.ledger.gateway.identity)
        let peer = Source.organisation(pair.peer.ledger.gateway.id)
        _ = try await pair.peer.ledger.admit(
            [
                Self.identity(them, "Neighbour", by: them).bytes, Self.tool(1, by: them).bytes,
                Self.identity(us, "Fools", version: 9).bytes, Self.tool(2, by: us).bytes,
            ], into: "public", as: peer)
        try await pair.follow()
        let here = pair.here.everyone
        // The copy is whole, and the words stand where the peer put them.
        #expect(try await here.standing(of: us)?.placements.count == 1)
        #expect(try await here.names(of: [us, them]).mapValues(\.name) == [them: "Neighbour"])
        #expect(try await authorship(Make.id("tool", 1), here)?.name == "Neighbour")
        let forged = try #require(await authorship(Make.id("tool", 2), here))
        #expect(forged.name == nil && !forged.isTrue)
        // Its identifier is kept for it in what is said here, where all who read that know of the mirror.
        #expect(try await pair.here.admit(Self.identity(them, "Not they")).quarantined == [.reserved: 1])
        #expect(try await pair.here.admit(Self.identity(them, "Not they"), into: "desk").quarantined == [.reserved: 1])
    }

    @Test func `that a peer is known is told to nobody who may not read its mirror`() async throws {
        let pair = try await MirrorPair(audience: .organisation("7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a"))
        try await pair.follow()
        let them = Self.identity(pair.peer.ledger.gateway.identity, "They")
        #expect(try await pair.here.admit(them).placed == 1)
        #expect(try await pair.here.everyone.names(of: [pair.peer.ledger.gateway.identity]).count == 1)
    }
}
