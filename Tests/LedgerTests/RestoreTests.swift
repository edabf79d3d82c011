import Files
import Foundation
import Storage
import Testing
import TestSupport

@testable import Ledger

/// What `restore` is given, and what it leaves, whenever it ends.
@Suite(.timeLimit(.minutes(15))) struct RestoreTests {
    private static func files(_ gateway: TestGateway) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: gateway.directory.path).sorted()
    }

    /// A gateway that has lost its database, and a backup of it.
    private static func lost() async throws -> (gateway: TestGateway, backup: String) {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), Make.tool(2))
        let backup = gateway.folder.path + "/monday.db"
        try await gateway.ledger.backUp(to: backup)
        try Law11Origin.loseDatabase(gateway)
        return (gateway, backup)
    }

    private static func restore(_ file: String, _ gateway: TestGateway) async throws {
        _ = try await GatewayLedger.restore(file, into: gateway.directory, surroundings: gateway.surroundings)
    }

    @Test(.onSQLite) func `a backup stays as it is, also where a link names it`() async throws {
        let (gateway, backup) = try await Self.lost()
        let link = gateway.folder.path + "/latest.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: backup)
        let before = try Data(contentsOf: URL(filePath: backup))
        try await Self.restore(link, gateway)
        let ledger = try await gateway.opened()
        _ = try await ledger.admit(Input([Make.tool(3)]), into: "public", source: "file")
        #expect(try Data(contentsOf: URL(filePath: backup)) == before)
        try FileManager.default.removeItem(atPath: backup)
        #expect(try await gateway.opened().entryCount == 4)
        let type = try FileManager.default.attributesOfItem(atPath: gateway.directory.file)[.type]
        #expect(type as? FileAttributeType == .typeRegular)
    }

    @Test func `a pipe or a folder is no backup, and is not waited for`() async throws {
        let (gateway, _) = try await Self.lost()
        let pipe = gateway.folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, gateway.folder.path] {
            let error = await #expect(throws: FileError.self) { try await Self.restore(path, gateway) }
            #expect(error?.code == .notAFile)
        }
        #expect(!FileManager.default.fileExists(atPath: gateway.directory.file))
    }

    @Test(arguments: [
        "CREATE TRIGGER stranger AFTER INSERT ON entry BEGIN DELETE FROM quarantine; END",
        "CREATE VIEW stranger AS SELECT signing_key FROM gateway", "CREATE TABLE stranger (a TEXT)",
        "CREATE INDEX stranger ON entry (added)",
    ])
    func `what no version of this program made is not let in`(_ statement: String) async throws {
        let (gateway, backup) = try await Self.lost()
        let tampered = try Database(at: .file(backup), migrations: ledgerMigrations, backups: gateway.folder.path)
        try await tampered.write { try $0.run(SQL(text: statement)) }
        try await tampered.close()
        let error = await #expect(throws: StorageError.self) { try await Self.restore(backup, gateway) }
        #expect(error?.code == .damaged)
        #expect(error?.sentence.contains("stranger is not of this program's making") == true)
        #expect(try Self.files(gateway) == (TestDatabase.isSQLite ? ["concord.db.lock", "signed"] : ["signed"]))
    }

    @Test(arguments: [
        "UPDATE gateway SET id = '../../victim'", "UPDATE gateway SET id = upper(id)",
        "UPDATE collection SET id = '../../victim/authorized'", "UPDATE collection SET id = ''",
    ])
    func `what is named by no UUID names no file`(_ statement: String) async throws {
        let (gateway, backup) = try await Self.lost()
        let tampered = try Database(at: .file(backup), migrations: ledgerMigrations, backups: gateway.folder.path)
        try await tampered.write { try $0.run(SQL(text: statement)) }
        try await tampered.close()
        let before = try FileManager.default.contentsOfDirectory(atPath: gateway.directory.signed)
        let error = await #expect(throws: LedgerError.self) { try await Self.restore(backup, gateway) }
        #expect(error?.sentence.contains("is no UUID") == true)
        #expect(try Self.files(gateway) == (TestDatabase.isSQLite ? ["concord.db.lock", "signed"] : ["signed"]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: gateway.directory.signed) == before)
    }

    @Test func `an epoch after which there is none is told`() async throws {
        let (gateway, backup) = try await Self.lost()
        let tampered = try Database(at: .file(backup), migrations: ledgerMigrations, backups: gateway.folder.path)
        try await tampered.write { try $0.run("UPDATE collection SET epoch = \(Int.max)") }
        try await tampered.close()
        let error = await #expect(throws: LedgerError.self) { try await Self.restore(backup, gateway) }
        #expect(error?.code == .damagedLog)
    }

    @Test func `what is no whole database is told before it is copied`() async throws {
        let (gateway, backup) = try await Self.lost()
        let whole = try Data(contentsOf: URL(filePath: backup))
        for bytes in [Data(), Data("no database at all, and of some length".utf8), whole.dropLast(), whole + Data([0])]
        {
            try bytes.write(to: URL(filePath: backup))
            let error = await #expect(throws: StorageError.self) { try await Self.restore(backup, gateway) }
            #expect(error?.code == .damaged)
            #expect(try Self.files(gateway) == (TestDatabase.isSQLite ? ["concord.db.lock", "signed"] : ["signed"]))
        }
    }

    @Test(
        .onSQLite,
        arguments: [
            "UPDATE search_data SET block = zeroblob(length(block))", "DELETE FROM search_data",
            "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10",
        ])
    func `doctor names an index of words that is damaged, and makes it anew`(_ damage: String) async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        try await gateway.tamper(SQL(text: damage))
        let ledger = try await gateway.opened()
        #expect(try await ledger.examine().filter { !$0.isWell }.map(\.check) == ["search"])
        try await ledger.rebuild()
        #expect(try await ledger.examine().allSatisfy(\.isWell))
    }

    @Test(.onSQLite) func `doctor names what somebody else made`() async throws {
        let gateway = try await TestGateway(desk: false)
        #expect(try await gateway.ledger.examine().allSatisfy(\.isWell))
        try await gateway.tamper("CREATE TRIGGER stranger AFTER INSERT ON entry BEGIN DELETE FROM quarantine; END")
        #expect(try await gateway.ledger.examine().filter { !$0.isWell }.map(\.check) == ["schema"])
    }

    @Test func `what an interrupted restore has left is in nobody's way`() async throws {
        let (gateway, backup) = try await Self.lost()
        try FileManager.default.createDirectory(atPath: gateway.directory.drafts, withIntermediateDirectories: true)
        for name in ["concord.db", "concord.db-wal", "concord.db-shm"] {
            try Data("cut off".utf8).write(to: URL(filePath: gateway.directory.drafts + "/" + name))
        }
        let error = await #expect(throws: StorageError.self) { try await gateway.opened() }
        #expect(error?.code == .notFound)
        try await Self.restore(backup, gateway)
        #expect(try await gateway.opened().entryCount == 3)
        #expect(try Self.files(gateway).allSatisfy { !$0.hasPrefix("restoring") })
        #expect(try await gateway.verify().problems == [])
    }

    @Test func `a database in use is no backup: its newest entries are not in that file`() async throws {
        let (gateway, backup) = try await Self.lost()
        try Data("newer entries".utf8).write(to: URL(filePath: backup + "-wal"))
        let error = await #expect(throws: StorageError.self) { try await Self.restore(backup, gateway) }
        #expect(error?.sentence.contains("concord backup") == true)
    }

    @Test(arguments: ["", "half of a che", "— no checkpoint\n"])
    func `where what was signed can't be read, there is a way out, and the message names it`(_ content: String)
        async throws
    {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), Make.tool(2))
        let path = gateway.ledger.publication.path(try gateway.collection())
        try Data(content.utf8).write(to: URL(filePath: path))
        let error = await #expect(throws: LedgerError.self) { try await gateway.opened() }
        #expect(error?.code == .behindSigned)
        for step in [path, "concord backup", "concord.db", "concord restore"] {
            #expect(error?.sentence.contains(step) == true, "\(step)")
        }
        // As the message says.
        let unchecked = try await GatewayLedger(unchecked: gateway.directory, surroundings: gateway.surroundings)
        #expect(try await unchecked.examine().filter { !$0.isWell }.map(\.check) == ["log of public"])
        let copy = gateway.folder.path + "/copy.db"
        try await unchecked.backUp(to: copy)
        try Law11Origin.loseDatabase(gateway)
        try await Self.restore(copy, gateway)
        let ledger = try await gateway.opened()
        #expect(try await ledger.verify("public").problems == [])
        #expect(try ledger.entryCount == 4)
        #expect(try Data(contentsOf: URL(filePath: path + ".unreadable")) == Data(content.utf8))
    }

    @Test func `an erasure names a backup that was cut off too`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let backup = gateway.folder.path + "/monday.db"
        try await gateway.ledger.backUp(to: backup)
        try FileManager.default.moveItem(atPath: backup, toPath: Database.draft(of: backup))
        let removal = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        #expect(removal.backups.contains(Database.draft(of: backup)))
    }

    @Test func `a backup is named once, however often it was made`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let backup = gateway.folder.path + "/monday.db"
        for _ in 0..<3 {
            try? FileManager.default.removeItem(atPath: backup)
            try await gateway.ledger.backUp(to: backup)
        }
        #expect(try gateway.ledger.count("SELECT count(*) FROM backup") == 1)
        // As an earlier version has left it.
        try await gateway.tamper("INSERT INTO backup SELECT made + 1, path FROM backup")
        #expect(try await gateway.ledger.erase(Make.id("tool", 1), reason: "r").backups == [backup])
    }

    enum Interrupted: String, CaseIterable { case erase, withdraw, rotateKey, add }

    @Test(arguments: Interrupted.allCases)
    func `what was committed and not yet signed is no damage to verify and doctor`(_ what: Interrupted) async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), Make.tool(2))
        let file = URL(filePath: gateway.ledger.publication.path(try gateway.collection()))
        let signed = try Data(contentsOf: file)
        switch what {
        case .erase: _ = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        case .withdraw: _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r")
        case .rotateKey: try await gateway.ledger.rotateKey()
        case .add: try await gateway.admit(Make.tool(3))
        }
        // As if the power had gone between the commit and the signature.
        for isAsked in [true, false] {
            try signed.write(to: file)
            let ledger = try await GatewayLedger(unchecked: gateway.directory, surroundings: gateway.surroundings)
            if isAsked {
                let findings = try await ledger.examine()
                #expect(findings.filter { !$0.isWell }.map(\.sentence) == [])
                #expect(findings.contains { $0.check == "signature of public" })
            } else {
                let result = try await ledger.verify(
                    "public", key: { try ledger.verifier(of: $0.collection("public"), in: $0) })
                #expect(result.problems == [])
                #expect(try result.size == gateway.collection().size)
            }
        }
    }
}
