import STIX
import Testing
import TestSupport

@testable import Ledger

/// What came together goes together: companions of an object, and withdrawals of many in one transaction.
@Suite struct CompanionTests {
    private static func report(_ number: Int, _ named: [String], created: Int = 0) -> String {
        let list = named.map { "\"\($0)\"" }.joined(separator: ",")
        return Make.object("report", number, created: created, #""object_refs":[\#(list)],"#)
    }

    @Test func `companions are of the same source and moment, named, standing, and readable`() async throws {
        let gateway = try await TestGateway()
        let ids = (1...4).map { Make.id("tool", $0) }
        try await gateway.admit(
            Make.tool(1), Make.tool(2), Make.tool(3, version: 1, created: 1), Make.tool(4), Self.report(9, ids),
            Self.report(8, [ids[1]]))
        let collection = try gateway.collection()
        func companions() async throws -> [String: Bool] {
            let found = try await gateway.everyone.companions(
                of: Make.id("report", 9), among: ids + [Make.id("report", 9)], in: [collection.id])
            return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.isNamedElsewhere) })
        }
        #expect(try await companions() == [ids[0]: false, ids[1]: true, ids[3]: false])
        _ = try await gateway.ledger.withdraw(
            [], from: ["public": Withdrawing([ids[3], Make.id("report", 8)])], reason: "r")
        #expect(try await companions() == [ids[0]: false, ids[1]: false])
        let elsewhere = try await gateway.everyone.companions(
            of: Make.id("report", 9), among: ids, in: [gateway.collection("desk").id])
        #expect(elsewhere == [])
    }

    @Test func `many are withdrawn together, or none`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), Make.tool(2))
        let (one, two, absent) = (Make.id("tool", 1), Make.id("tool", 2), Make.id("tool", 3))
        await #expect(throws: LedgerError.self) {
            try await gateway.ledger.withdraw([absent], from: ["public": Withdrawing([one, absent])], reason: "r")
        }
        #expect(try await gateway.everyone.holdings(of: one).count == 1)
        let removal = try await gateway.ledger.withdraw(
            [one], from: ["public": Withdrawing([one, absent, two])], reason: "r")
        #expect(removal.entries.count == 2)
        for id in [one, two] { #expect(try await gateway.everyone.holdings(of: id).isEmpty) }
        #expect(try await gateway.verify().problems == [])
    }
}
