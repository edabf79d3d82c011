import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// Several parties say something of one object: whose word stands, who takes what back, and what is shown.
@Suite("Law 4: several who say the same, or otherwise") struct Law04Sayers {
    private static let alpha = "organisation:7b4ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a"
    private static let beta = "organisation:1f2ac1c2-1a6b-4b0c-8f6e-0d9b5f0b2a77"
    private static let value = "198.51.100.7"

    private static func source(_ text: String) throws -> Source { try Source(told: text) }

    private static func undated(_ type: String, _ number: Int, _ more: String) -> String {
        #"{"type":"\#(type)","spec_version":"2.1","id":"\#(Make.id(type, number))",\#(more)}"#
    }

    private func shown(_ id: String, _ gateway: TestGateway) async throws -> String? {
        guard let current = try await gateway.everyone.standing(of: id)?.current else { return nil }
        return try await gateway.everyone.body(of: current).map { String(decoding: $0, as: UTF8.self) }
    }

    private func rebuilds(_ gateway: TestGateway) async throws -> Bool {
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        let isWhole = try await gateway.verify().problems.isEmpty
        return try await gateway.ledger.projections() == before && isWhole
    }

    // MARK: Observables are anybody's

    @Test func `what others add to an observable stands beside what its first source says`() async throws {
        let gateway = try await TestGateway()
        let (first, other) = (Make.address(Self.value), Make.address(Self.value, #""x_note":"ours","#))
        try await gateway.admit(first, source: Self.alpha)
        #expect(try await gateway.admit(other, source: Self.beta).placed == 1)
        #expect(try await shown(Make.addressID(Self.value), gateway) == first)
        #expect(try await gateway.bodies(of: Make.addressID(Self.value)).count == 2)
        // Its first source goes on.
        let later = Make.address(Self.value, #""x_note":"theirs","#)
        #expect(try await gateway.admit(later, source: Self.alpha).placed == 1)
        #expect(try await shown(Make.addressID(Self.value), gateway) == later)
        #expect(try await rebuilds(gateway))
    }

    @Test func `under an identifier that is not that of its value only the first source goes on`() async throws {
        let gateway = try await TestGateway()
        let own =
            #"{"type":"domain-name","spec_version":"2.1","id":"\#(Make.id("domain-name", 1))","value":"c2.example"}"#
        let forged = own.replacing("c2.example", with: "harmless.example")
        try await gateway.admit(own, source: Self.alpha)
        #expect(try await gateway.admit(forged, source: Self.beta).quarantined == [.foreignLine: 1])
        #expect(try await gateway.admit(forged.replacing("harm", with: "more"), source: Self.alpha).placed == 1)
    }

    @Test(arguments: ["identity", "indicator"])
    func `what ought to have a date and has none is nobody else's to say`(type: String) async throws {
        let gateway = try await TestGateway()
        let pattern = #""pattern_type":"stix","pattern":"[ipv4-addr:value = '198.51.100.7']","#
        let own = Self.undated(type, 1, pattern + #""name":"Honest Harbour""#)
        #expect(try await gateway.admit(own, source: Self.alpha).placed == 1)
        let report = try await gateway.admit(own.replacing("Honest", with: "Forged"), source: Self.beta)
        #expect(report.quarantined == [.foreignLine: 1])
        #expect(try await shown(Make.id(type, 1), gateway) == own)
        // Where the desk lets it in, it stands beside, and its name is that of whoever said it.
        let kept = try #require(await gateway.ledger.quarantined(in: [gateway.collection()], limit: 1).first)
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "please")
        #expect(try await shown(Make.id(type, 1), gateway) == own)
        #expect(try await gateway.everyone.names(of: [Make.id(type, 1)])[Make.id(type, 1)]?.name == "Honest Harbour")
        #expect(try await rebuilds(gateway))
    }

    // MARK: Taking back

    @Test func `who takes back their word takes nothing from others`() async throws {
        let gateway = try await TestGateway()
        let (id, text) = (Make.addressID(Self.value), Make.address(Self.value))
        try await gateway.admit(text, source: Self.alpha)
        #expect(try await gateway.admit(text, source: Self.beta).known == 1)
        let holding = try #require(await gateway.everyone.holdings(of: id).first)
        #expect(try holding.sayers == [Self.source(Self.alpha), Self.source(Self.beta)])
        // The first takes it back: it is the other's from then on, and the log says both.
        let removal = try await gateway.ledger.withdraw(
            id, from: "public", sentBy: Self.source(Self.alpha), reason: "false alarm")
        #expect(removal.entries.count == 1)
        // It was placed twice, and is kept once (law 1).
        #expect(try gateway.ledger.count("SELECT count(*) FROM body WHERE bytes = \(Array(text.utf8))") == 1)
        #expect(try await shown(id, gateway) == text)
        #expect(try await gateway.everyone.holdings(of: id).first?.sayers == [Self.source(Self.beta)])
        #expect(try await rebuilds(gateway))
        // Who has taken it back has nothing left to take back, and may say it again.
        await #expect(throws: LedgerError.self) {
            try await gateway.ledger.withdraw(id, from: "public", sentBy: Self.source(Self.alpha), reason: "again")
        }
        #expect(try await gateway.admit(text, source: Self.alpha).known == 1)
        _ = try await gateway.ledger.withdraw(id, from: "public", sentBy: Self.source(Self.alpha), reason: "once more")
        #expect(try await shown(id, gateway) == text)
        _ = try await gateway.ledger.withdraw(id, from: "public", sentBy: Self.source(Self.beta), reason: "we too")
        #expect(try await gateway.everyone.holdings(of: id).isEmpty)
        #expect(try await rebuilds(gateway))
    }

    @Test func `what one took back another may say; what the desk withdrew stays withdrawn`() async throws {
        let gateway = try await TestGateway()
        let (id, text) = (Make.addressID(Self.value), Make.address(Self.value))
        try await gateway.admit(text, source: Self.alpha)
        _ = try await gateway.ledger.withdraw(id, from: "public", sentBy: Self.source(Self.alpha), reason: "r")
        #expect(try await gateway.admit(text, source: Self.alpha).known == 1)
        #expect(try await gateway.everyone.holdings(of: id).isEmpty)
        #expect(try await gateway.admit(text, source: Self.beta).placed == 1)
        // It was placed twice, and is kept once (law 1).
        #expect(try gateway.ledger.count("SELECT count(*) FROM body WHERE bytes = \(Array(text.utf8))") == 1)
        _ = try await gateway.ledger.withdraw(id, from: "public", reason: "nothing of it is true")
        for source in [Self.alpha, Self.beta, "feed"] {
            #expect(try await gateway.admit(text, source: source).known == 1)
        }
        #expect(try await gateway.everyone.holdings(of: id).isEmpty)
        #expect(try await rebuilds(gateway))
    }

    @Test func `who may take back what is asked of who said it, not of who began it`() async throws {
        let gateway = try await TestGateway()
        let group = Audience.group("0f8fad5b-d9cb-469f-a165-70867728950e")
        try await gateway.ledger.createCollection(alias: "group", title: "Group", audience: group)
        let (first, other) = (Make.address(Self.value), Make.address(Self.value, #""x_note":"ours","#))
        try await gateway.admit(first, into: "group", source: Self.alpha)
        try await gateway.admit(other, into: "group", source: Self.beta)
        let id = Make.addressID(Self.value)
        func person(_ source: String, _ role: Role = .member) -> Person {
            gateway.person(role, of: [group], organisation: String(source.dropFirst("organisation:".count)))
        }
        let holding = try #require(await gateway.desk.holdings(of: id).first)
        for source in [Self.alpha, Self.beta] { #expect(person(source).mayWithdraw(holding).isAllowed) }
        #expect(!person("organisation:9b2ad0a3-6f4e-4bb8-9a51-5ee25d3ed11a").mayWithdraw(holding).isAllowed)
        let beta = person(Self.beta).withdrawing([id], from: holding.collection)
        _ = try await gateway.ledger.withdraw([id], from: ["group": beta], reason: "r")
        #expect(try gateway.ledger.count("SELECT count(*) FROM entry WHERE object IS NOT NULL AND ended IS NULL") == 1)
        let desk = person(Self.alpha, .analyst).withdrawing([id], from: holding.collection)
        _ = try await gateway.ledger.withdraw([id], from: ["group": desk], reason: "r")
        #expect(try await gateway.desk.holdings(of: id).isEmpty)
    }

    @Test func `an erasure leaves no trace of who else sent it`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.address(Self.value), source: Self.alpha)
        try await gateway.admit(Make.address(Self.value), source: Self.beta)
        #expect(try gateway.ledger.count("SELECT count(*) FROM also_sent") == 1)
        _ = try await gateway.ledger.erase(Make.addressID(Self.value), reason: "asked")
        #expect(try gateway.ledger.count("SELECT count(*) FROM also_sent") == 0)
    }

    // MARK: Whose it is

    @Test func `an author is named by every source that sent the same`() async throws {
        let gateway = try await TestGateway()
        let vendor = Make.object("identity", 9, #""name":"Third CERT","#)
        for (number, source) in ["one", "two"].enumerated() {
            try await gateway.admit(vendor, Make.tool(number, by: 9), source: source)
        }
        for number in 0...1 {
            let current = try #require(await gateway.everyone.standing(of: Make.id("tool", number))?.current)
            #expect(try await gateway.everyone.authorship(of: current)?.name == "Third CERT")
        }
    }

    @Test(arguments: ["Test", "TEST", " t\u{E9}st", "Ｔｅｓｔ"])
    func `whoever is called like a party here is not called so`(name: String) async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.object("identity", 9, #""name":"\#(name)","#), Make.tool(1, by: 9), source: "feed")
        let current = try #require(await gateway.everyone.standing(of: Make.id("tool", 1))?.current)
        let said = try #require(await gateway.everyone.authorship(of: current))
        #expect(said.name == nil && !said.isConfirmed)
    }

    @Test func `who sends what waits already is not forgotten, and its author's word is its author's`() async throws {
        let gateway = try await TestGateway()
        let bank = Make.id("identity", 7)
        try await gateway.ledger.database.write {
            try $0.reserve(bank, for: String(Self.beta.dropFirst("organisation:".count)))
        }
        let text = Make.tool(1, by: 7, marked: [Make.markingID(1)])
        #expect(try await gateway.admit(text, source: Self.alpha).quarantined == [.unknownMarking: 1])
        #expect(try await gateway.admit(text, source: Self.beta).quarantinedBefore == 1)
        try await gateway.admit(Make.statement(1))
        let kept = try #require(await gateway.ledger.quarantined(in: [gateway.collection()], limit: 1).first)
        let found = try #require(await gateway.ledger.quarantineCase(kept.number))
        #expect(try found.alsoFrom == [Self.source(Self.beta)])
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "its marking has come")
        let holding = try #require(await gateway.everyone.holdings(of: Make.id("tool", 1)).first)
        #expect(try holding.source == Self.source(Self.beta))
        #expect(try holding.sayers == [Self.source(Self.alpha), Self.source(Self.beta)])
    }

    @Test func `what has changed since it came is not accepted for what it was`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), source: Self.alpha)
        try await gateway.admit(Make.tool(1, version: 3, name: "Bob's"), source: Self.beta)
        try await gateway.admit(Make.tool(1, version: 3, name: "Alice's"), source: Self.alpha)
        let kept = try #require(await gateway.ledger.quarantined(in: [gateway.collection()], limit: 1).first)
        let found = try #require(await gateway.ledger.quarantineCase(kept.number))
        #expect(kept.code == .foreignLine && found.acceptance == .replace)
        // Among many it waits; alone it takes the place of what stands.
        let collections = [try gateway.collection()]
        let bulk = try await gateway.ledger.decide(
            .accept, onAll: QuarantineChoice(), in: { collections }, reason: "all of them")
        #expect(bulk.decided == 0 && bulk.left == ["foreign-line": 1])
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "Bob is right")
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        #expect(standing.placements.filter { $0.withdrawal == nil && $0.version == Make.time(3) }.count == 1)
        #expect(try await shown(Make.id("tool", 1), gateway)?.contains("Bob's") == true)
        #expect(try await rebuilds(gateway))
    }

    // MARK: Between collections

    @Test func `what stood first is shown, not what somebody else placed elsewhere later`() async throws {
        let gateway = try await TestGateway()
        try await gateway.ledger.createCollection(alias: "other", title: "Other", audience: .everyone)
        let own = Make.tool(1, name: "True")
        try await gateway.admit(own, source: "vendor")
        try await gateway.admit(
            Make.tool(1, version: 9, name: "Forged", revoked: true), into: "other", source: Self.beta)
        #expect(try await shown(Make.id("tool", 1), gateway) == own)
        #expect(try await gateway.everyone.standing(of: Make.id("tool", 1))?.placements.count == 2)
        // Its own source goes on wherever it likes.
        let later = Make.tool(1, version: 5, name: "Truer")
        try await gateway.ledger.createCollection(alias: "third", title: "Third", audience: .everyone)
        try await gateway.admit(later, into: "third", source: "vendor")
        #expect(try await shown(Make.id("tool", 1), gateway) == later)
        // Where nothing else stands, the other's is what there is.
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r")
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "third", reason: "r")
        #expect(try await shown(Make.id("tool", 1), gateway)?.contains("Forged") == true)
    }

    @Test func `a party's own word is shown, however much of it a mirror makes up`() async throws {
        let pair = try await MirrorPair()
        let us = pair.here.ledger.gateway.identity
        let own = Source.organisation(pair.here.ledger.gateway.id)
        let advisory = Make.tool(1, name: "Patch now", #""created_by_ref":"\#(us)","#)
        let card = Make.object("identity", 1, #""name":"CSIRT","#).replacing(Make.id("identity", 1), with: us)
        _ = try await pair.here.ledger.admit([card.bytes, advisory.bytes], into: "public", as: own)
        // More versions than a page looks at.
        for start in stride(from: 10, to: 250, by: 60) {
            let forged = (start..<start + 60).flatMap { version in
                [
                    Make.tool(1, version: version, name: "All is well", #""created_by_ref":"\#(us)","#),
                    Make.object("identity", 1, version: version, #""name":"CSIRT, pay here","#)
                        .replacing(Make.id("identity", 1), with: us),
                ]
            }
            try await pair.peer.admit(forged)
        }
        try await pair.follow()
        #expect(try await shown(Make.id("tool", 1), pair.here) == advisory)
        #expect(try await shown(us, pair.here) == card)
        let said = try #require(await pair.here.everyone.standing(of: us)?.current)
        #expect(try await pair.here.everyone.authorship(of: said)?.isConfirmed == true)
        // Nor is it called so in a list, a search or a relation.
        let link = Make.relationship(1, Make.id("tool", 1), "attributed-to", us)
        try await pair.peer.admit(link)
        try await pair.follow()
        for listing in try await pair.here.everyone.list(type: "identity", limit: 9) {
            #expect(listing.name != "CSIRT, pay here")
        }
        let standing = try #require(await pair.here.everyone.standing(of: Make.id("tool", 1)))
        let relations = try await pair.here.everyone.relations(of: standing, limit: 9).relations
        #expect(relations.compactMap(\.other?.name) == ["CSIRT", "CSIRT", "CSIRT"].prefix(relations.count).map(\.self))
        #expect(!relations.isEmpty)
    }
}
