import Foundation
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Files that are not objects: backed up and restored") struct BlobBackupTests {
    static let bytes = Array("a file that must not be lost".utf8)

    private static func gateway() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.deposit(bytes, naming: MakeFile.naming(bytes, 1))
        return gateway
    }

    private static func inode(_ path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? NSNumber)?.intValue
    }

    private static func restore(_ backup: String, _ gateway: TestGateway) async throws -> BlobTransfer {
        try Law11Origin.loseDatabase(gateway)
        return try await GatewayLedger.restore(
            backup, into: gateway.directory, surroundings: gateway.surroundings
        ).blobs
    }

    @Test func `a backup holds them, and a restore brings them back`() async throws {
        let gateway = try await Self.gateway()
        let backup = gateway.folder.path + "/monday.db"
        #expect(try await gateway.ledger.backUp(to: backup).copied == 1)
        try FileManager.default.removeItem(atPath: gateway.directory.blobs)
        let transfer = try await Self.restore(backup, gateway)
        #expect(transfer.copied == 1 && transfer.missing.isEmpty)
        let ledger = try await gateway.opened()
        let reader = Reader.everyone(of: ledger)
        let blob = try #require(await reader.blob(BlobHash(of: Self.bytes)))
        let stored = try #require(await reader.open(blob))
        #expect(try await stored.bytes(at: 0, count: stored.size) == Self.bytes)
    }

    @Test func `a link to a backup leads to its files too`() async throws {
        let gateway = try await Self.gateway()
        try await gateway.ledger.backUp(to: gateway.folder.path + "/monday.db")
        let link = gateway.folder.path + "/latest.db"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: gateway.folder.path + "/monday.db")
        try FileManager.default.removeItem(atPath: gateway.directory.blobs)
        #expect(try await Self.restore(link, gateway).copied == 1)
    }

    @Test func `the second backup copies what is new, and an erasure changes neither`() async throws {
        let gateway = try await Self.gateway()
        let names = ["/monday.db", "/tuesday.db"].map { gateway.folder.path + $0 }
        try await gateway.ledger.backUp(to: names[0])
        let more = Array("and another one".utf8)
        try await gateway.deposit(more, naming: MakeFile.naming(more, 2))
        let second = try await gateway.ledger.backUp(to: names[1])
        #expect(second == BlobTransfer(copied: 1, linked: 1))
        let place = "/" + gateway.path(of: Self.bytes).split(separator: "/").suffix(2).joined(separator: "/")
        let copies = names.map { $0 + ".blobs" + place }
        #expect(try Self.inode(copies[0]) == Self.inode(copies[1]))
        #expect(try Self.inode(copies[0]) != Self.inode(gateway.path(of: Self.bytes)))
        let removal = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        for copy in copies { #expect(try Data(contentsOf: URL(filePath: copy)) == Data(Self.bytes)) }
        #expect(removal.backups == names && removal.folders == names.map { $0 + ".blobs" })
    }

    @Test func `without files there is no folder`() async throws {
        let gateway = try await TestGateway()
        let backup = gateway.folder.path + "/monday.db"
        #expect(try await gateway.ledger.backUp(to: backup) == BlobTransfer())
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: gateway.folder.path).sorted() == ["data", "monday.db"])
    }

    @Test func `what is lost is said by the backup, and by the restore`() async throws {
        let gateway = try await Self.gateway()
        let more = Array("and another one".utf8)
        try await gateway.deposit(more, naming: MakeFile.naming(more, 2))
        try Data("altered".utf8).write(to: URL(filePath: gateway.path(of: more)))
        let backup = gateway.folder.path + "/monday.db"
        #expect(try await gateway.ledger.backUp(to: backup).missing == [BlobHash(of: more)])
        #expect(try await Self.restore(backup, gateway).missing == [BlobHash(of: more)])
    }

    @Test func `a restore without the folder keeps what is here and sound`() async throws {
        let gateway = try await Self.gateway()
        let backup = gateway.folder.path + "/monday.db"
        try await gateway.ledger.backUp(to: backup)
        try FileManager.default.removeItem(atPath: backup + ".blobs")
        #expect(try await Self.restore(backup, gateway).missing == [])
        try FileManager.default.removeItem(atPath: gateway.directory.blobs)
        #expect(try await Self.restore(backup, gateway).missing == [BlobHash(of: Self.bytes)])
    }

    @Test func `an altered copy is not restored`() async throws {
        let gateway = try await Self.gateway()
        let backup = gateway.folder.path + "/monday.db"
        try await gateway.ledger.backUp(to: backup)
        let place = gateway.path(of: Self.bytes).split(separator: "/").suffix(2).joined(separator: "/")
        try Data(Self.bytes.reversed()).write(to: URL(filePath: "\(backup).blobs/\(place)"))
        try FileManager.default.removeItem(atPath: gateway.directory.blobs)
        #expect(try await Self.restore(backup, gateway).missing == [BlobHash(of: Self.bytes)])
    }

    /// What a backup that was killed leaves, at each place where that may be.
    @Test(arguments: ["an empty draft", "half a draft", "half a folder", "a whole folder"])
    func `what a killed backup left is replaced`(_ when: String) async throws {
        let gateway = try await Self.gateway()
        let (backup, other) = (gateway.folder.path + "/monday.db", gateway.folder.path + "/sunday.db")
        try await gateway.ledger.backUp(to: other)
        let files = FileManager.default
        let whole = try Data(contentsOf: URL(filePath: other))
        try (when == "an empty draft" ? Data() : whole.prefix(5_000)).write(to: URL(filePath: backup + ".part"))
        try Data().write(to: URL(filePath: backup + ".part.lock"))
        if when.hasSuffix("folder") {
            let folder = backup + (when == "a whole folder" ? ".blobs" : ".blobs.part")
            try files.copyItem(atPath: other + ".blobs", toPath: folder)
            let shelf = "\(BlobHash(of: Self.bytes))".prefix(2)
            try Data("half".utf8).write(to: URL(filePath: "\(folder)/\(shelf)/\(BlobHash(of: Self.bytes)).part"))
        }
        let transfer = try await gateway.ledger.backUp(to: backup)
        #expect(transfer.copied + transfer.linked == 1 && transfer.missing.isEmpty)
        #expect(
            try files.contentsOfDirectory(atPath: gateway.folder.path).filter { $0.hasPrefix("monday") }.sorted()
                == ["monday.db", "monday.db.blobs"])
        try files.removeItem(atPath: gateway.directory.blobs)
        #expect(try await Self.restore(backup, gateway).missing == [])
    }

    @Test func `what is no part of a backup stays, and is said`() async throws {
        let gateway = try await Self.gateway()
        let backup = gateway.folder.path + "/monday.db"
        try Data().write(to: URL(filePath: backup + ".part"))
        let mine = backup + ".blobs/ab/notes.txt"
        try FileManager.default.createDirectory(atPath: backup + ".blobs/ab", withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: mine))
        let error = await #expect(throws: StorageError.self) { try await gateway.ledger.backUp(to: backup) }
        #expect(error?.code == .alreadyExists && error?.sentence.contains("monday.db.blobs") == true)
        #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine")
        #expect(!FileManager.default.fileExists(atPath: backup))
    }

    @Test func `two backups to one name at once make one`() async throws {
        let gateway = try await Self.gateway()
        let backup = gateway.folder.path + "/monday.db"
        let others = [gateway.ledger, try await gateway.opened(), try await gateway.opened()]
        let made = await withTaskGroup(of: Bool.self) { group in
            for ledger in others { group.addTask { (try? await ledger.backUp(to: backup)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        #expect(try await Self.restore(backup, gateway).missing == [])
    }

    @Test func `a folder that is there already is nobody's to write over`() async throws {
        let gateway = try await Self.gateway()
        let backup = gateway.folder.path + "/monday.db"
        try FileManager.default.createDirectory(atPath: backup + ".blobs", withIntermediateDirectories: true)
        let error = await #expect(throws: StorageError.self) { try await gateway.ledger.backUp(to: backup) }
        #expect(error?.code == .alreadyExists)
        #expect(!FileManager.default.fileExists(atPath: backup))
    }
}
