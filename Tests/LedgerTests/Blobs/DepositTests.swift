import Files
import Foundation
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Files that are not objects: who brings them, who reads them") struct DepositTests {
    static let bytes = Array("the minutes of a meeting, and nobody else's business".utf8)

    @Test func `whoever reads the object has the file, byte for byte`() async throws {
        let gateway = try await TestGateway()
        let report = try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        #expect(report.placed == 1)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        let shown = try #require(await gateway.everyone.standing(of: MakeFile.id(1))?.current)
        let blob = try #require(await gateway.everyone.blob(of: shown))
        #expect(blob.size == Self.bytes.count && blob.hash == BlobHash(of: Self.bytes))
    }

    @Test func `an artifact names a file too, and digits may be large`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.artifact(Self.bytes, 1))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `a file of a collection is nobody's who does not read it there`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1), into: "desk")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.desk) == Self.bytes)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone, in: "desk") == nil)
    }

    @Test func `who knows a hash and names it has nothing`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1), into: "desk")
        try await gateway.admit(MakeFile.naming(Self.bytes, 2), into: "public")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        let public_ = try gateway.collection()
        #expect(try await gateway.everyone.blobs(in: public_, limit: 10).isEmpty)
    }

    @Test func `what no object names yet is nobody's`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.desk) == nil)
        try await gateway.admit(MakeFile.naming(Self.bytes, 1), source: "test")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `what was withdrawn hands out nothing, and comes back with another object of who brought it`()
        async throws
    {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        let gone = try #require(await gateway.everyone.standing(of: MakeFile.id(1))?.placements.first)
        #expect(try await gateway.everyone.blob(of: gone) == nil)
        gateway.clock.move(400_000)
        _ = try await gateway.ledger.tidyBlobs()
        try await gateway.admit(MakeFile.naming(Self.bytes, 2), source: "test")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `an object in quarantine keeps its file waiting, until it is decided upon`() async throws {
        let gateway = try await TestGateway()
        let held = #""object_marking_refs":["marking-definition--ffffffff-0000-4000-8000-000000000001"],"#
        let report = try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1, held))
        #expect(report.placed == 0 && report.quarantined.values.reduce(0, +) == 1)
        gateway.clock.move(400_000)
        #expect(try await gateway.ledger.tidyBlobs() != nil)
        #expect(try gateway.isOnDisk(Self.bytes))
        let place = [try gateway.collection()]
        let notice = try #require(await gateway.ledger.quarantined(in: place, limit: 1).first)
        try await gateway.ledger.decide(.dismiss, on: notice.number, reason: "r")
        #expect(try await gateway.ledger.tidyBlobs() == nil)
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `a file that nobody names is gone after a day, and not before`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes)
        gateway.clock.move(80_000)
        let next = try #require(await gateway.ledger.tidyBlobs())
        #expect(next > gateway.clock.now)
        #expect(try gateway.isOnDisk(Self.bytes))
        gateway.clock.move(10_000)
        #expect(try await gateway.ledger.tidyBlobs() == nil)
        #expect(try !gateway.isOnDisk(Self.bytes))
        #expect(try await gateway.ledger.blobSpaces().total.blobs == 0)
    }

    @Test func `a quota holds for a collection, whoever else has the same`() async throws {
        let gateway = try await TestGateway()
        try await gateway.ledger.setBlobQuota(60, of: "public")
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1), into: "desk")
        let others = Array("an other file, of some forty bytes or so..".utf8)
        try await gateway.deposit(others, naming: MakeFile.naming(others, 2))
        // There is no room for what the desk has already, and the refusal is that of any other file.
        for content in [Self.bytes, Array(Self.bytes.reversed())] {
            let error = await #expect(throws: FileError.self) { try await gateway.receive(content) }
            #expect(error?.code == .tooLarge)
        }
        let spaces = try await gateway.ledger.blobSpaces()
        #expect(
            spaces.byCollection[try gateway.collection().number]
                == BlobSpace(blobs: 1, bytes: others.count, quota: 60))
        #expect(spaces.total.bytes == Self.bytes.count + others.count)
    }

    @Test func `all collections together have a quota too`() async throws {
        let gateway = try await TestGateway()
        try await gateway.ledger.setBlobQuota(100, of: nil)
        let received = (try await gateway.receive(Self.bytes), try await gateway.receive(Array(Self.bytes.reversed())))
        let source = try Source(named: "test")
        try await gateway.ledger.deposit([Deposit(received.0)], into: "public", as: source)
        // There was room when it began to come in, and there is none when it is here.
        let error = await #expect(throws: LedgerError.self) {
            try await gateway.ledger.deposit([Deposit(received.1)], into: "desk", as: source)
        }
        #expect(error?.code == .overQuota)
        #expect(try await gateway.ledger.blobSpaces().total.blobs == 1)
    }

    @Test func `the same file twice counts once in a collection, and once in each`() async throws {
        let gateway = try await TestGateway()
        for number in 1...2 { try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, number)) }
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 3), into: "desk")
        let spaces = try await gateway.ledger.blobSpaces()
        #expect(spaces.byCollection.values.map(\.blobs) == [1, 1] && spaces.total.blobs == 2)
        #expect(try gateway.folder.files(holding: Self.bytes).count == 1)
    }

    @Test func `a reader without an own copy of the time sees files that others bring`() async throws {
        let gateway = try await TestGateway()
        let other = try await gateway.opened()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        let blob = try await Reader.everyone(of: other).blob(BlobHash(of: Self.bytes))
        #expect(blob?.size == Self.bytes.count)
    }

    @Test func `what named files before there were any does so afterwards`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(
            MakeFile.naming(Self.bytes, 1), MakeFile.artifact(Self.bytes, 2), Make.tool(1), source: "test")
        try await gateway.tamper("DELETE FROM blob_use")
        try await gateway.ledger.database.write { try $0.learnBlobUses() }
        try await gateway.deposit(Self.bytes)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        #expect(try gateway.ledger.count("SELECT count(*) FROM blob_use") == 2)
    }
}
