import Storage
import Testing
import TestSupport

@testable import Ledger

/// A file that stands in a collection and that somebody may not have: naming it neither opens nor keeps it.
@Suite("Files that are not objects: who may name one") struct BlobGrantTests {
    private static let bytes = Array("what was taken back is nobody's any more".utf8)
    private static let other = "organisation:00000000-0000-4000-8000-00000000000b"

    /// A file that one source brought, named and took back.
    private static func withdrawn() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.deposit(bytes, naming: MakeFile.naming(bytes, 1))
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        return gateway
    }

    @Test(arguments: [other, "a feed"]) func `who names a file that was withdrawn gets nothing, and keeps nothing`(
        _ source: String
    ) async throws {
        let gateway = try await Self.withdrawn()
        let report = try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: source)
        #expect(report.placed == 1)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        let shown = try #require(await gateway.everyone.standing(of: MakeFile.id(2))?.current)
        #expect(try await gateway.everyone.blob(of: shown) == nil)
        let removal = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(removal.filesThatStay == [])
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `the answer is that for a hash which is not here`() async throws {
        let gateway = try await Self.withdrawn()
        let absent = Array("nobody ever brought this".utf8)
        var reports: [AdmissionReport] = []
        for (number, content) in [(2, Self.bytes), (3, absent)] {
            var report = try await gateway.admit([MakeFile.naming(content, number)], source: Self.other)
            (report.number, report.logSize) = (nil, 0)
            reports.append(report)
        }
        #expect(reports[0] == reports[1])
    }

    @Test func `who named it before it was brought has no part in it`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: Self.other)
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
    }

    @Test func `who could read it may name it, and it stays as long as what they say`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: Self.other)
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        let removal = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(removal.filesThatStay.map(\.collection) == ["public"])
        _ = try await gateway.ledger.erase(MakeFile.id(2), reason: "r")
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `a feed reads nothing, so what it names it does not keep`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: "a feed")
        // As long as somebody hands it out, its page has it too.
        let shown = try #require(await gateway.everyone.standing(of: MakeFile.id(2))?.current)
        #expect(try await gateway.everyone.blob(of: shown) != nil)
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
    }

    @Test func `who brings it may name it, whoever else has`() async throws {
        let gateway = try await Self.withdrawn()
        try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: Self.other)
        // The bytes are their proof that they have it already.
        let received = try await gateway.receive(Self.bytes)
        try await gateway.ledger.deposit([Deposit(received)], into: "public", as: Source(told: Self.other))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `who brings what another has said already says it too`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit([MakeFile.naming(Self.bytes, 1)], source: "a feed")
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        gateway.clock.move(400_000)
        _ = try await gateway.ledger.tidyBlobs()
        #expect(try gateway.isOnDisk(Self.bytes))
    }

    @Test func `a correction of what hands it out still does`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: Self.other)
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        // Beside what it said before: it could read the file by that.
        try await gateway.admit([MakeFile.naming(Self.bytes, 2, #""size":40,"#)], source: Self.other)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `what waits in quarantine holds a file only for who may name it`() async throws {
        let gateway = try await Self.withdrawn()
        let held = #""object_marking_refs":["\#(Make.markingID(9))"],"#
        let report = try await gateway.admit([MakeFile.naming(Self.bytes, 2, held)], source: Self.other)
        #expect(report.quarantinedCount == 1)
        _ = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `what may name it when it comes hands it out when it is let in`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        let held = #""object_marking_refs":["\#(Make.markingID(9))"],"#
        try await gateway.admit([MakeFile.naming(Self.bytes, 2, held)], source: Self.other)
        _ = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        try await gateway.admit([Make.statement(9)])
        let place = [try gateway.collection()]
        let notice = try #require(await gateway.ledger.quarantined(in: place, limit: 1).first)
        try await gateway.ledger.decide(.accept, on: notice.number, reason: "r")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `what stood before there was this rule hands out what it did`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await gateway.tamper("DROP TABLE blob_grant", "DROP TABLE blob_bringer")
        try await gateway.ledger.database.write { session in
            let migration = try #require(ledgerMigrations.first { $0.name == "ledger-0013-blob-grants" })
            for statement in migration.sql { try session.run(statement) }
        }
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        try await gateway.admit([MakeFile.naming(Self.bytes, 2)], source: "test")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }
}
