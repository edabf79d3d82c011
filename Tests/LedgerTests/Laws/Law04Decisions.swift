import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 4: what is in quarantine waits until an operator decides, and the decision is kept") struct Law04Decisions {
    private static func waiting(_ gateway: TestGateway) async throws -> [Quarantine.Kept] {
        try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 100)
    }

    @Test func `an accepted conflict takes the place of what stood, and both stay in the log`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "first"))
        try await gateway.admit(Make.tool(1, name: "second"))
        let kept = try #require(try await Self.waiting(gateway).first)
        let found = try #require(await gateway.ledger.quarantineCase(kept.number))
        #expect(found.acceptance == .replace)
        #expect(found.standing.map { String(decoding: $0, as: UTF8.self) } == Make.tool(1, name: "first"))

        try await gateway.ledger.decide(.accept, on: kept.number, reason: "the author confirmed it")
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        #expect(standing.placements.filter { $0.withdrawal == nil }.count == 1)
        #expect(standing.placements.compactMap(\.withdrawal?.reason) == ["the author confirmed it"])
        let current = try #require(standing.current)
        #expect(
            try await gateway.everyone.body(of: current).map { String(decoding: $0, as: UTF8.self) }
                == Make.tool(1, name: "second"))
        #expect(try await gateway.everyone.search("first", limit: 5).listings.isEmpty)
        #expect(try await gateway.everyone.search("second", limit: 5).listings.count == 1)
        #expect(try await gateway.verify().problems.isEmpty)
        #expect(try await Self.waiting(gateway).isEmpty)
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == before)
    }

    @Test func `what is dismissed stays out, and is not asked about again`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "first"))
        try await gateway.admit(Make.tool(1, name: "second"))
        let kept = try #require(try await Self.waiting(gateway).first)
        try await gateway.ledger.decide(.dismiss, on: kept.number, reason: "a copy", by: "account")
        #expect(try await Self.waiting(gateway).isEmpty)
        let again = try await gateway.admit(Make.tool(1, name: "second"))
        #expect((again.placed, again.quarantinedCount, again.quarantinedBefore) == (0, 0, 1))
        #expect(try await Self.waiting(gateway).isEmpty)
        let row = try await gateway.ledger.dump(
            "SELECT decision, decided_by, reason, bytes FROM quarantine", columns: 4)
        #expect(row == ["text(\"dismiss\") | text(\"account\") | text(\"a copy\") | null"])
        await #expect(throws: LedgerError.self) {
            try await gateway.ledger.decide(.accept, on: kept.number, reason: "late")
        }
    }

    @Test(arguments: [
        (Make.tool(1, version: 1), "other", Quarantine.Code.foreignLine),
        (Make.tool(1, version: 1, by: 2), "other", .foreignLine),
    ])
    func `what the line's owner did not say can be let in`(_ object: String, _ source: String, _ code: Quarantine.Code)
        async throws
    {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1))
        let report = try await gateway.admit(object, source: source)
        #expect(report.quarantined == [code: 1])
        let kept = try #require(try await Self.waiting(gateway).first)
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "known to us")
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        #expect(standing.placements.count == 2)
        #expect(standing.current?.version == standing.placements.map(\.version).max())
        // The line is still its beginner's.
        #expect(try await gateway.admit(Make.tool(1, version: 9), source: "other").quarantined == [.foreignLine: 1])
        #expect(try await gateway.admit(Make.tool(1, version: 8)).placed == 1)
        #expect(try await gateway.verify().problems.isEmpty)
    }

    @Test func `nobody lets in what is above the ceiling, or has no identity, or says no reason`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, marked: [TLP.red.markingID]), #"{"type":"tool","id":"nobody"}"#)
        let waiting = try await Self.waiting(gateway)
        #expect(Set(waiting.map(\.code)) == [.aboveCeiling, .refused])
        for kept in waiting {
            let error = await #expect(throws: LedgerError.self) {
                try await gateway.ledger.decide(.accept, on: kept.number, reason: "please")
            }
            #expect(error?.code == .undecidable)
            let silent = await #expect(throws: LedgerError.self) {
                try await gateway.ledger.decide(.dismiss, on: kept.number, reason: "")
            }
            #expect(silent?.code == .needsReason)
        }
        #expect(try await Self.waiting(gateway).count == 2)
        #expect(try gateway.ledger.entryCount == 2)
    }
}

@Suite("An import can be undone as a whole") struct UndoImport {
    @Test func `what it placed is withdrawn, what stood before stands again, and what others withdrew stays so`()
        async throws
    {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "before"))
        let bad = try await gateway.admit(
            [Make.tool(1, version: 1, name: "bad"), Make.tool(2), Make.tool(3)])
        _ = try await gateway.ledger.withdraw(Make.id("tool", 3), from: "public", reason: "by hand")
        try await gateway.admit(Make.tool(4))
        let number = try #require(bad.number)
        #expect(try await gateway.ledger.undoImport(number, reason: "test data") == 2)
        #expect(try gateway.ledger.pairs().map { $0.prefix(41) } == [1, 4].map { Make.id("tool", $0).prefix(41) })
        #expect(try await gateway.everyone.search("before", limit: 5).listings.count == 1)
        let third = try #require(await gateway.everyone.standing(of: Make.id("tool", 3)))
        #expect(third.placements.compactMap(\.withdrawal?.reason) == ["by hand"])
        #expect(try await gateway.ledger.importSummary(number)?.undone != nil)
        // Undone twice is undone.
        #expect(try await gateway.ledger.undoImport(number, reason: "again") == 0)
        #expect(try await gateway.verify().problems.isEmpty)
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == before)
    }

    @Test func `a source whose last input broke is seen until it is well again`() async throws {
        let gateway = try await TestGateway()
        let collections = [try gateway.collection()]
        func broken() async throws -> [String] {
            try await gateway.ledger.brokenSources(in: collections, limit: 10).map(\.source.description)
        }
        try await gateway.admit(Make.tool(1), source: "feed")
        #expect(try await broken().isEmpty)
        try await gateway.admit(Make.tool(2), #"{"type":"#, source: "feed")
        try await gateway.admit(Make.tool(3), source: "other")
        #expect(try await broken() == ["feed"])
        try await gateway.admit(Make.tool(4), source: "feed")
        #expect(try await broken().isEmpty)
        let imports = try await gateway.ledger.imports(into: collections, limit: 10)
        #expect(imports.map(\.placed) == [1, 1, 1, 1])
        #expect(imports.filter { $0.broken != nil }.count == 1)
        #expect(imports.allSatisfy { $0.ended != nil })
    }
}
