import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// What is put together out of several collections, which share no counter: dates decide.
@Suite struct SeveralCollectionsTests {
    /// Objects that came by turns into three collections, and their names in the order in which they came.
    private static func byTurns() async throws -> (gateway: TestGateway, names: [String]) {
        let gateway = try await TestGateway()
        try await gateway.ledger.createCollection(alias: "third", title: "Third", audience: gateway.ledger.gateway.desk)
        var names: [String] = []
        for (number, collection) in ["third", "public", "desk", "desk", "third", "public", "third", "public", "desk"]
            .enumerated()
        {
            names.append("beacon \(number)")
            try await gateway.admit(Make.tool(number, name: names[number]), into: collection)
        }
        return (gateway, names)
    }

    @Test(arguments: 1...10) func `the newest of several collections are the newest of all`(_ limit: Int) async throws {
        let (gateway, names) = try await Self.byTurns()
        let newest = Array(names.reversed().prefix(limit))
        #expect(
            try await gateway.desk.newest(SearchQuestion("beacon"), limit: limit).map { $0.name ?? "" } == newest)
        var found: [String] = []
        var next: SearchCursor?
        repeat {
            let page = try await gateway.desk.search("beacon", from: next, limit: limit)
            found += page.listings.map { $0.name ?? "" }
            next = page.next
        } while next != nil
        #expect(found == names.reversed())
    }

    @Test func `an identifier finds what stands under it in each collection, newest first, and in no other`()
        async throws
    {
        let gateway = try await TestGateway()
        for collection in ["desk", "public"] { try await gateway.admit(Make.tool(1), into: collection) }
        let id = Make.id("tool", 1)
        #expect(try await gateway.desk.search(id, limit: 5).listings.map(\.collection) == ["public", "desk"])
        #expect(try await gateway.everyone.search(id, limit: 5).listings.map(\.collection) == ["public"])
    }

    @Test func `relations come from each collection that the reader reads, counted once, and from no other`()
        async throws
    {
        let gateway = try await TestGateway()
        let (one, two) = (Make.id("tool", 1), Make.id("tool", 2))
        for collection in ["public", "desk"] { try await gateway.admit(Make.tool(1), Make.tool(2), into: collection) }
        try await gateway.admit(Make.relationship(1, one, "related-to", two), into: "public")
        try await gateway.admit(Make.relationship(2, two, "related-to", one), into: "desk")
        // To itself: one relation, seen from both ends.
        try await gateway.admit(Make.relationship(3, one, "derived-from", one), into: "desk")
        func relations(_ reader: Reader) async throws -> (directions: [Relation.Direction], amount: Amount) {
            let standing = try #require(await reader.standing(of: one))
            let found = try await reader.relations(of: standing, limit: 10)
            return (found.relations.map(\.direction), found.amount)
        }
        let all = try await relations(gateway.desk)
        #expect(all.directions == [.outgoing, .outgoing, .incoming, .incoming] && all.amount == .exactly(3))
        let open = try await relations(gateway.everyone)
        #expect(open.directions == [.outgoing] && open.amount == .exactly(1))
    }
}
