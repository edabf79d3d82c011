import Storage
import Testing
import TestSupport

@testable import Ledger

/// Whose hand withdrew, erased, decided or undid is kept beside the log, and told by no log.
@Suite struct HandTests {
    private static let amina = Hand.account("0b0e7f3c-2a7f-4b51-9d6f-0c7a5f1d2e3f")

    private func hands(_ gateway: TestGateway, in collection: String = "public") async throws -> [Hand?] {
        try await gateway.desk.changes(in: gateway.collection(collection), limit: 100).reversed().map(\.hand)
    }

    @Test func `each deed keeps its hand, and what is admitted has none`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit((1...3).map { Make.tool($0) })
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r", by: Self.amina)
        try await gateway.admit(Make.tool(4))
        _ = try await gateway.ledger.erase(Make.id("tool", 2), reason: "r", by: .machine(user: "root"))
        try await gateway.admit(Make.tool(5))
        let all = try await hands(gateway)
        // Rules of the collection, three tools, the withdrawal, a tool, the erasure, a tool.
        #expect(all == [nil, nil, nil, nil, Self.amina, nil, .machine(user: "root"), nil])
    }

    @Test func `a decision and an undoing are of whoever made them, every entry of theirs`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "first"))
        try await gateway.admit(Make.tool(1, name: "second"))
        let kept = try #require(await gateway.ledger.quarantined(in: [gateway.collection()], limit: 9).first)
        try await gateway.ledger.decide(.accept, on: kept.number, reason: "r", by: Self.amina)
        // What stood is withdrawn, and the other placed.
        #expect(try await hands(gateway).suffix(2) == [Self.amina, Self.amina])
        try await gateway.admit((2...4).map { Make.tool($0) }, source: "rubbish")
        let rubbish = try #require(
            await gateway.ledger.imports(into: [gateway.collection()], limit: 9).first {
                $0.source.description == "rubbish"
            })
        #expect(try await gateway.ledger.undoImport(rubbish.number, reason: "r", by: .account("b")) == 3)
        #expect(try await hands(gateway).suffix(6) == [nil, nil, nil, .account("b"), .account("b"), .account("b")])
        let undone = try #require(await gateway.ledger.importSummary(rubbish.number))
        #expect(undone.undone != nil && undone.undoneBy == "b")
    }

    @Test func `taking out of several collections is one transaction, and several versions too`() async throws {
        let gateway = try await TestGateway()
        for collection in ["public", "desk"] {
            try await gateway.admit(
                [Make.tool(1), Make.tool(1, version: 1), Make.tool(1, version: 2)], into: collection)
        }
        let id = Make.id("tool", 1)
        let both = ["public": Withdrawing([id]), "desk": Withdrawing([id])]
        await #expect(throws: LedgerError.self) {
            _ = try await gateway.ledger.withdraw(
                [id], versions: [Make.time(7)], from: both, reason: "r", by: Self.amina)
        }
        let removal = try await gateway.ledger.withdraw(
            [id], versions: [Make.time(0), Make.time(2)], from: both, reason: "r", by: Self.amina)
        #expect(removal.entries.count == 4)
        for collection in ["public", "desk"] {
            #expect(try await hands(gateway, in: collection).suffix(3) == [nil, Self.amina, Self.amina])
        }
        let standing = try #require(await gateway.desk.standing(of: id))
        #expect(standing.placements.filter { $0.withdrawal == nil }.map(\.version) == [Make.time(1), Make.time(1)])
    }

    @Test func `what is erased in a mirror has a hand, though its log has no entry for it`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1), Make.tool(2))
        let mirror = try await pair.follow()
        _ = try await pair.here.ledger.erase(Make.id("tool", 1), reason: "a court", by: Self.amina)
        let changes = try await pair.here.everyone.changes(in: mirror.collection, limit: 9)
        #expect(changes.map(\.hand).filter { $0 != nil } == [Self.amina])
        #expect(changes.first { $0.hand != nil }.map { if case .erased = $0.kind { true } else { false } } == true)
    }

    @Test func `no export tells it`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1))
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r", by: Self.amina)
        let pieces = Pieces()
        #expect(try await gateway.everyone.export("public") { pieces.add($0) })
        #expect(pieces.bytes.count > 1_000)
        #expect(String(decoding: pieces.bytes, as: UTF8.self).contains("0b0e7f3c") == false)
    }

    @Test func `rows of one transaction end where it ended`() async throws {
        let gateway = try await TestGateway()
        try await gateway.ledger.database.write { session in
            try session.note(.account("a"), at: 3..<5, of: 1)
            try session.note(.account("b"), at: 5..<6, of: 1)
            try session.note(.account("c"), at: 9..<9, of: 1)
            try session.note(.account("d"), at: 3..<4, of: 2)
        }
        let found = try await gateway.ledger.database.read { session in
            try (2...9).map { try session.hand(at: $0, of: 1)?.account } + [session.hand(at: 4, of: 2)?.account]
        }
        #expect(found == [nil, "a", "a", "b", nil, nil, nil, nil, nil])
    }
}
