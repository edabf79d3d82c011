import STIX
import Storage
import Synchronization
import Testing
import TestSupport

@testable import Ledger

@Suite("What waits in quarantine is decided upon in bulk, each object by its own rule") struct QuarantineBulk {
    private func filled() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.admit((0..<600).map { Make.tool($0, name: "first") })
        try await gateway.admit((0..<600).map { Make.tool($0, name: "second") })
        try await gateway.admit((0..<3).map { Make.tool($0, version: 1) }, source: "other")
        try await gateway.admit(Make.tool(900, marked: [TLP.red.markingID]), #"{"type":"tool","id":"nobody"}"#)
        try await gateway.admit((0..<4).map { Make.tool($0, name: "a") }, into: "desk")
        try await gateway.admit((0..<4).map { Make.tool($0, name: "b") }, into: "desk")
        return gateway
    }

    private func collections(_ gateway: TestGateway) throws -> [LogCollection] {
        try ["public", "desk"].map { try gateway.collection($0) }
    }

    @Test func `what would happen is said first, by collection, reason and source`() async throws {
        let gateway = try await filled()
        let (shares, last) = try await gateway.ledger.quarantineShares(in: collections(gateway))
        #expect(shares.map(\.count) == [600, 4, 3, 1, 1])
        #expect(
            shares.map(\.code) == [.conflictingVersion, .conflictingVersion, .foreignLine, .aboveCeiling, .refused])
        #expect(shares.map { $0.acceptance.map { "\($0)" } } == ["replace", "replace", "place", nil, nil])
        #expect(shares.map(\.source.description) == ["file", "file", "other", "file", "file"])
        #expect(last == (try gateway.ledger.quarantineCount))
        let some = try await gateway.ledger.quarantineShares(
            in: collections(gateway),
            matching: QuarantineChoice(code: .conflictingVersion, source: "file", importing: 2))
        #expect(some.shares.map(\.count) == [600])
        #expect(
            try await gateway.ledger.quarantined(
                in: collections(gateway), matching: QuarantineChoice(source: "other"), limit: 10
            ).count == 3)
        #expect(try await gateway.ledger.quarantineShares(in: []).shares.isEmpty)
    }

    @Test func `all of a choice is let in, the rest waits, and what can't be let in is counted`() async throws {
        let gateway = try await filled()
        let all = try collections(gateway)
        let only = try [gateway.collection()]
        // A collection in which nobody may decide keeps what is its own, however wide the choice.
        let first = try await gateway.ledger.decide(
            .accept, onAll: QuarantineChoice(), in: { only }, reason: "corrections", by: "account")
        #expect(first.decided == 603 && first.isDone)
        #expect(first.left == ["above-ceiling": 1, "refused": 1])
        #expect(try await gateway.everyone.search("second", limit: 1).amount == .exactly(597))
        #expect(try await gateway.ledger.quarantinedCount(in: all) == .exactly(6))
        #expect(
            try gateway.ledger.count(
                "SELECT count(*) FROM quarantine WHERE decided_by = 'account' AND reason = 'corrections' AND bytes IS NULL"
            )
                == 603)
        let rest = try await gateway.ledger.decide(.dismiss, onAll: QuarantineChoice(), in: { all }, reason: "enough")
        #expect((rest.decided, rest.leftCount) == (6, 0))
        #expect(try await gateway.ledger.quarantinedCount(in: all) == .exactly(0))
        #expect(try await gateway.verify().problems.isEmpty)
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == before)
    }

    @Test func `it goes on piece by piece, as long as whoever decides may`() async throws {
        let gateway = try await filled()
        let only = try [gateway.collection()]
        let conflicts = QuarantineChoice(code: .conflictingVersion)
        let piece = try await gateway.ledger.decide(.accept, onAll: conflicts, in: { only }, reason: "r", most: 1)
        #expect(piece.decided == 250 && !piece.isDone)
        // The right is lost after the first piece.
        let asked = Asked()
        let cut = try await gateway.ledger.decide(
            .accept, onAll: conflicts, in: { asked.isFirst ? only : [] }, reason: "r")
        #expect(cut.decided == 250)
        let rest = try await gateway.ledger.decide(.accept, onAll: conflicts, in: { only }, reason: "r")
        #expect(rest.decided == 100 && rest.isDone)
        // What arrived after somebody had looked waits.
        let (_, last) = try await gateway.ledger.quarantineShares(in: only)
        try await gateway.admit(Make.tool(1, name: "third"))
        let seen = try await gateway.ledger.decide(
            .dismiss, onAll: QuarantineChoice(last: last), in: { only }, reason: "r")
        #expect(seen.decided == 5)
        #expect(try await gateway.ledger.quarantinedCount(in: only) == .exactly(1))
        let silent = await #expect(throws: LedgerError.self) {
            try await gateway.ledger.decide(.dismiss, onAll: conflicts, in: { only }, reason: "")
        }
        #expect(silent?.code == .needsReason)
    }

    @Test func `what came by another way meanwhile is not placed twice`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1))
        try await gateway.admit(Make.tool(1, version: 1), source: "other")
        try await gateway.admit(Make.tool(1, version: 1))
        let entries = try gateway.ledger.entryCount
        let only = try [gateway.collection()]
        #expect(
            try await gateway.ledger.decide(.accept, onAll: QuarantineChoice(), in: { only }, reason: "r").decided == 1)
        #expect(try gateway.ledger.entryCount == entries)
    }
}

/// Whether somebody asks for the first time.
private final class Asked: Sendable {
    private let count = Mutex(0)
    var isFirst: Bool {
        count.withLock {
            $0 += 1; return $0 == 1
        }
    }
}
