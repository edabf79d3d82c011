import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 10: a mirror is read-only") struct Law10Mirrors {
    @Test func `nothing is added to a mirror`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1))
        try await gateway.tamper("UPDATE collection SET kind = 'mirror' WHERE alias = 'public'")
        let before = try gateway.collection()
        let admitted = await #expect(throws: LedgerError.self) { try await gateway.admit(Make.tool(2)) }
        #expect(admitted?.code == .readOnly)
        let withdrawn = await #expect(throws: LedgerError.self) {
            try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "test")
        }
        #expect(withdrawn?.code == .readOnly)
        #expect(try gateway.collection() == before)
        #expect(try gateway.ledger.count("SELECT count(*) FROM object WHERE id = \(Make.id("tool", 2))") == 0)
        #expect(try await gateway.everyone.standing(of: Make.id("tool", 1)) != nil)
        // The others go on.
        #expect(try await gateway.admit(Make.tool(2), into: "desk").placed == 1)
    }
}
