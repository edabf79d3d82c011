import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 12: a projection can be dropped and made again") struct Law12Projections {
    static func expectSameAfterRebuild(_ gateway: TestGateway) async throws {
        let before = try await gateway.ledger.projections()
        #expect(try await gateway.ledger.rebuild() == [])
        #expect(try await gateway.ledger.projections() == before)
        try await gateway.tamper(
            "DELETE FROM line", "DELETE FROM link", "DELETE FROM type_count", "DELETE FROM tile", "DELETE FROM marking",
            "DELETE FROM finding", "DELETE FROM observable", "DELETE FROM blob_use", "DELETE FROM blob_space")
        try await gateway.ledger.rebuild()
        let after = try await gateway.ledger.projections()
        for table in before.keys.sorted() {
            #expect(before[table] == after[table], "\(table)")
            let missing = Set(before[table] ?? []).subtracting(after[table] ?? [])
            let added = Set(after[table] ?? []).subtracting(before[table] ?? [])
            if !missing.isEmpty || !added.isEmpty { Issue.record("\(table): missing \(missing), added \(added)") }
        }
    }

    @Test func `versions, links, markings and findings are the same`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "one"), Make.tool(2, name: "two", by: 9), into: "desk")
        try await gateway.admit(
            Make.tool(1, version: 2, name: "newer"), Make.tool(1, version: 1, name: "between"), Make.statement(1),
            Make.relationship(5, Make.id("tool", 1), "uses", Make.id("tool", 2)), Make.tool(3, version: -5),
            Make.address("192.0.2.1"), Make.address("192.0.2.1", #""x_seen":1,"#),
            Make.tool(4, marked: [Make.markingID(1)]))
        try await gateway.admit(
            Make.tool(6, version: 3, revoked: true), Make.tool(6, version: 1), Make.unmapped(2), into: "desk")
        try await Self.expectSameAfterRebuild(gateway)
    }

    @Test func `what was withdrawn is the same`() async throws {
        let gateway = try await TestGateway()
        for version in [1, 3, 2] { try await gateway.admit(Make.tool(1, version: version, name: "v\(version)")) }
        try await gateway.admit(Make.tool(2), Make.tool(3, version: -1))
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), version: Make.time(3), from: "public", reason: "r")
        try await gateway.admit(Make.tool(1, version: 4, name: "v4"))
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), version: Make.time(4), from: "public", reason: "r")
        _ = try await gateway.ledger.withdraw(Make.id("tool", 2), from: "public", reason: "r")
        _ = try await gateway.ledger.withdraw(Make.id("tool", 3), from: "public", reason: "r")
        #expect(try await gateway.everyone.latest(5).map(\.version) == [Make.time(2)])
        try await Self.expectSameAfterRebuild(gateway)
    }

    @Test func `a type of which nothing stands is not counted`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.object("x-secret-type", 1), Make.tool(1))
        _ = try await gateway.ledger.erase(Make.id("x-secret-type", 1), reason: "r")
        #expect(try await gateway.everyone.typeCounts().map(\.type) == ["tool"])
        #expect(try gateway.folder.files(holding: "x-secret-type".bytes) == [])
        try await Self.expectSameAfterRebuild(gateway)
    }

    @Test(arguments: [0, 1, 2]) func `a line after an erasure is as if the others had been alone`(_ erased: Int)
        async throws
    {
        let gateway = try await TestGateway()
        let versions = [
            Make.tool(1, version: 0, name: "v0", by: 1), Make.tool(1, version: 2, name: "v2", by: 1, revoked: true),
            Make.tool(1, version: 1, name: "v1", by: 1),
        ]
        try await gateway.admit(versions)
        _ = try await gateway.ledger.erase(Make.id("tool", 1), version: Make.time(erased), reason: "r")
        try await Self.expectSameAfterRebuild(gateway)
        // Without the revocation the line goes on.
        let report = try await gateway.admit(Make.tool(1, version: 3, by: 1))
        #expect(report.placed == (erased == 2 ? 1 : 0))
    }

    @Test func `a line of two sources belongs to the one that is left`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.address("192.0.2.1"), source: "a")
        try await gateway.admit(Make.address("192.0.2.1", #""x_seen":1,"#), source: "b")
        let first = try #require(await gateway.everyone.standing(of: Make.addressID("192.0.2.1"))?.placements.last)
        _ = try await gateway.ledger.erase(Make.addressID("192.0.2.1"), version: first.version, reason: "r")
        try await Self.expectSameAfterRebuild(gateway)
    }

    @Test func `a marking is as strict as the definitions that are left`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.unmapped(1, created: 1), into: "desk")
        try await gateway.admit(Make.statement(1))
        _ = try await gateway.ledger.erase(Make.markingID(1), version: Make.time(1), reason: "r")
        try await Self.expectSameAfterRebuild(gateway)
        #expect(try await gateway.admit(Make.tool(1, marked: [Make.markingID(1)])).placed == 1)
    }

    @Test func `a damaged body stops the rebuild and leaves what was`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), Make.tool(2))
        let before = try await gateway.ledger.projections()
        try await gateway.tamper("UPDATE body SET bytes = \("{}".bytes) WHERE number = (SELECT max(number) FROM body)")
        await #expect(throws: LedgerError.self) { try await gateway.ledger.rebuild() }
        #expect(try await gateway.ledger.projections() == before)
    }
}
