import Files
import Foundation
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Files that are not objects: erased, and what a crash leaves") struct BlobErasureTests {
    static let bytes = Array("to be forgotten, every byte of it".utf8)

    @Test func `an erasure ends when the bytes are gone from the disk`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        #expect(try gateway.isOnDisk(Self.bytes))
        let removal = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(removal.isSettled)
        #expect(try !gateway.isOnDisk(Self.bytes))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.desk) == nil)
        #expect(try await gateway.ledger.blobSpaces().total == BlobSpace(blobs: 0, bytes: 0, quota: BlobLimits.gateway))
        // Nor does the database know its name.
        #expect(try gateway.folder.files(holding: BlobHash(of: Self.bytes).bytes) == [])
    }

    @Test func `it goes with the last object that names it, in each collection`() async throws {
        let gateway = try await TestGateway()
        for (number, collection) in [(1, "public"), (2, "public"), (3, "desk")] {
            try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, number), into: collection)
        }
        // Whoever erases is told what stays, and where; nothing of what stands elsewhere.
        let first = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(first.filesThatStay == [.init(hash: BlobHash(of: Self.bytes).description, collection: "public")])
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        let second = try await gateway.ledger.erase(MakeFile.id(2), reason: "r")
        #expect(second.filesThatStay.isEmpty)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        #expect(try await gateway.bytes(Self.bytes, by: gateway.desk) == Self.bytes)
        _ = try await gateway.ledger.erase(MakeFile.id(3), reason: "r")
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `a withdrawn object still holds its file, and an erased one does not`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        #expect(try gateway.isOnDisk(Self.bytes))
        _ = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `what waits in quarantine goes with its file`() async throws {
        let gateway = try await TestGateway()
        let held = #""object_marking_refs":["marking-definition--ffffffff-0000-4000-8000-000000000001"],"#
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1, held))
        _ = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `who has it open reads nothing of it any more`() async throws {
        let gateway = try await TestGateway()
        let long = [UInt8](repeating: 7, count: 1 << 20)
        try await gateway.deposit(long, naming: MakeFile.naming(long, 1))
        // As another process would: with a store of its own.
        let other = try await gateway.opened()
        let reader = Reader.everyone(of: other)
        let blob = try #require(await reader.blob(BlobHash(of: long)))
        let stored = try #require(await reader.open(blob))
        #expect(try await stored.bytes(at: 0, count: 4) == [7, 7, 7, 7])
        _ = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        let error = await #expect(throws: StorageError.self) { try await stored.bytes(at: 100, count: 4) }
        #expect(error?.code == .notFound)
        let cut = await #expect(throws: StorageError.self) { try await stored.read(0..<stored.size) { _ in } }
        #expect(cut?.code == .notFound)
    }

    @Test func `the same bytes come again while they are being taken away`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        // The row is gone, the bytes are not, and the process ended.
        try await gateway.tamper(
            "DELETE FROM blob_use", "DELETE FROM blob_grant", "DELETE FROM blob", "DELETE FROM blob_space")
        try await gateway.ledger.database.write { session in
            try session.run("INSERT INTO blob_gone (sha256) VALUES (\(BlobHash(of: Self.bytes)))")
        }
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 2))
        try await gateway.ledger.purge()
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    // MARK: What a crash leaves, at each place where it may come

    @Test func `a draft of a process that ended is removed, and that of one that goes on is not`() async throws {
        let gateway = try await TestGateway()
        let going = try await gateway.receive(Self.bytes)
        try Data(Self.bytes).write(to: URL(filePath: gateway.directory.blobs + "/incoming/left"))
        _ = try await gateway.ledger.tidyBlobs()
        #expect(!FileManager.default.fileExists(atPath: gateway.directory.blobs + "/incoming/left"))
        try await gateway.ledger.deposit([Deposit(going)], into: "public", as: Source(named: "test"))
        try await gateway.admit(MakeFile.naming(Self.bytes, 1), source: "test")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `bytes in place without a row are nobody's, and are taken away`() async throws {
        let gateway = try await TestGateway()
        let received = try await gateway.receive(Self.bytes)
        try gateway.ledger.blobs.keep([received])
        try await gateway.admit(MakeFile.naming(Self.bytes, 1))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        #expect(try await gateway.fileProblems == [])
        #expect(try !gateway.isOnDisk(Self.bytes))
    }

    @Test func `an erasure that ended after its rows is finished by the next to come`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await gateway.ledger.database.write { session in
            try session.run("DELETE FROM blob_use")
            try session.run("DELETE FROM blob_grant")
            try session.release(BlobHash(of: Self.bytes), in: 1)
        }
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        #expect(try gateway.isOnDisk(Self.bytes))
        try await gateway.opened().purge()
        #expect(try !gateway.isOnDisk(Self.bytes))
        #expect(try gateway.ledger.count("SELECT count(*) FROM blob_gone") == 0)
    }

    @Test func `bytes that were set aside and not overwritten are destroyed by the next to come`() async throws {
        let gateway = try await TestGateway()
        try await gateway.deposit(Self.bytes)
        try await gateway.ledger.database.write { session in
            try session.release(BlobHash(of: Self.bytes), in: 1)
            try session.run("DELETE FROM blob_gone")
            try gateway.ledger.blobs.setAside([BlobHash(of: Self.bytes)]) { "one" }
        }
        #expect(try gateway.isOnDisk(Self.bytes))
        try await gateway.opened().purge()
        #expect(try !gateway.isOnDisk(Self.bytes))
    }
}
