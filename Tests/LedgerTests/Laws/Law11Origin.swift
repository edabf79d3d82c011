import Foundation
import MerkleLog
import STIX
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 11: one history under one name") struct Law11Origin {
    @Test func `the origin is gateway, collection and epoch`() async throws {
        let gateway = try await TestGateway(desk: false)
        let collection = try gateway.collection()
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(collection.id.wholeMatch(of: uuid) != nil)
        #expect(gateway.ledger.gateway.id.wholeMatch(of: uuid) != nil)
        #expect(collection.origin == "concord/\(gateway.ledger.gateway.id)/\(collection.id)/1")
        #expect(try gateway.checkpoint().origin == collection.origin)
        #expect(try await gateway.opened().gateway == gateway.ledger.gateway)
    }

    @Test(arguments: [0, -3_600, 3_600]) func `dates grow strictly, whatever the clock does`(_ moved: Int64)
        async throws
    {
        let gateway = try await TestGateway(desk: false)
        gateway.clock.stand()
        try await gateway.admit((0..<300).map { Make.tool($0) })
        gateway.clock.move(moved)
        try await gateway.admit((300..<310).map { Make.tool($0) })
        gateway.clock.move(moved)
        _ = try await gateway.ledger.withdraw(Make.id("tool", 3), from: "public", reason: "r")
        let dates = try gateway.ledger.database.readNow { session in
            try session.rows("SELECT added FROM entry ORDER BY position") { try $0.get(0, as: Int64.self) }
        }
        #expect(dates.count == 312)
        #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 })
        if moved <= 0 { #expect(dates[311] - dates[0] == 311) }
        #expect(try await gateway.verify().problems == [])
    }

    @Test func `two who write at once lose nothing and place nothing twice`() async throws {
        let gateway = try await TestGateway()
        let ledgers = [gateway.ledger, try await gateway.opened(), try await gateway.opened()]
        try await withThrowingTaskGroup { group in
            for task in 0..<12 {
                group.addTask {
                    // Every object is offered by two tasks.
                    let objects = (0..<40).map { Make.tool(task / 2 * 40 + $0, by: task / 2) }
                    let half = objects.count / 2
                    for part in [objects[..<half], objects[half...]] {
                        _ = try await ledgers[task % 3].admit(Input(Array(part)), into: "public", source: "file")
                    }
                }
            }
            group.addTask { try await gateway.admit((500..<600).map { Make.tool($0) }, into: "desk") }
            try await group.waitForAll()
        }
        #expect(try gateway.collection().size == 1 + 240)
        #expect(Set(try gateway.ledger.pairs()).count == 240)
        #expect(try gateway.ledger.pairs().count == 240)
        #expect(try gateway.ledger.quarantineCount == 0)
        for name in ["public", "desk"] {
            let result = try await gateway.verify(name)
            #expect(result.problems == [])
            #expect(try result.size == gateway.collection(name).size)
        }
    }

    @Test func `nothing is signed that is not durable, and what is durable is signed when opened`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let file = gateway.ledger.publication.path(try gateway.collection())
        let old = try Data(contentsOf: URL(fileURLWithPath: file))
        try await gateway.admit(Make.tool(2))
        // As if the power had gone between the commit and the signature.
        try old.write(to: URL(fileURLWithPath: file))
        #expect(try gateway.checkpoint().size == 2)
        _ = try await gateway.opened()
        #expect(try gateway.checkpoint().size == 3)
        #expect(try await gateway.verify().problems == [])
    }

    /// What happened to the machine before `restore`.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// Objects placed after the backup.
        var later = 0
        var loses = false
        let opens: Bool
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "the latest backup goes on in its epoch", opens: false),
        Case(name: "without what was signed nobody knows, so a new epoch begins", loses: true, opens: true),
        Case(name: "an older backup begins a new epoch", later: 3, opens: true),
        Case(name: "an older backup without what was signed begins a new epoch", later: 3, loses: true, opens: true),
    ]

    static func loseDatabase(_ gateway: TestGateway) throws {
        try Database.remove(at: gateway.directory.database, migrations: ledgerMigrations)
    }

    @Test(arguments: cases) func `a restore keeps the epoch only where it can prove to be the latest`(_ given: Case)
        async throws
    {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), Make.tool(2))
        let backup = gateway.folder.path + "/backup.db"
        try await gateway.ledger.backUp(to: backup)
        let inBackup = try gateway.checkpoint()
        if given.later > 0 { try await gateway.admit((10..<10 + given.later).map { Make.tool($0) }) }
        let signed = try gateway.checkpoint()
        try Self.loseDatabase(gateway)
        if given.loses { try FileManager.default.removeItem(atPath: gateway.directory.signed) }

        let logs = try await GatewayLedger.restore(
            backup, into: gateway.directory, surroundings: gateway.surroundings
        ).logs
        #expect(logs.map(\.opensEpoch) == [given.opens])
        let ledger = try await gateway.opened()
        let collection = try ledger.database.readNow { try $0.collection("public") }
        #expect(given.opens ? collection.epoch > 1 : collection.epoch == 1)
        #expect(collection.size == (given.opens ? 4 : 3))
        let result = try await LogVerifier().verify(ledger.storedLog("public"))
        #expect(result.problems == [])
        #expect(result.origin == collection.origin)
        guard given.opens else { return }
        // The first entry of the epoch names the checkpoint it follows: the last that is known to have been signed.
        let bundle = try #require(EntryBundle(index: 0, width: 4))
        let record = try #require(await ledger.storedLog("public").records(of: bundle)[3].opening?.record)
        let old = given.loses ? inBackup : signed
        let follows = try JSON.parse(record)["follows"]
        #expect(follows?["origin"]?.string == old.origin)
        #expect(follows?["size"]?.number?.text == "\(old.size)")
        #expect(follows?["root"]?.string == old.root.base64)
        // The history before is continued where it is the same, and otherwise said to be another.
        let continued = try await LogVerifier(known: inBackup).verify(ledger.storedLog("public"))
        #expect(continued.problems == [])
        #expect(continued.claim == .continues(size: inBackup.size))
        if given.later > 0 {
            let forked = try await LogVerifier(known: signed).verify(ledger.storedLog("public"))
            #expect(forked.problems.map(\.kind) == [.truncated])
        }
    }

    @Test func `the same old backup restored again opens yet another epoch`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let backup = gateway.folder.path + "/backup.db"
        try await gateway.ledger.backUp(to: backup)
        try await gateway.admit(Make.tool(2))
        var epochs = [1]
        for _ in 0..<3 {
            try Self.loseDatabase(gateway)
            _ = try await GatewayLedger.restore(backup, into: gateway.directory, surroundings: gateway.surroundings)
            let ledger = try await gateway.opened()
            let epoch = try ledger.database.readNow { try $0.collection("public") }.epoch
            #expect(!epochs.contains(epoch))
            epochs.append(epoch)
        }
    }

    @Test func `an older copy put in place by hand is refused`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let copy = gateway.folder.path + "/copy.db"
        try await gateway.ledger.database.copy(to: copy)
        try await gateway.admit(Make.tool(2))
        let signed = try gateway.checkpoint()
        try Self.loseDatabase(gateway)
        try await Database.copy(.file(copy), to: gateway.directory.database, ledgerMigrations)
        let behind = await #expect(throws: LedgerError.self) { try await gateway.opened() }
        #expect(behind?.code == .behindSigned)
        #expect(try gateway.checkpoint() == signed)
        // Another history of the same length is refused too, and never signed.
        let ledger = try await GatewayLedger(unchecked: gateway.directory, surroundings: gateway.surroundings)
        await #expect(throws: LedgerError.self) {
            _ = try await ledger.admit(Input([Make.tool(3), Make.tool(4)]), into: "public", source: "file")
        }
        let forked = await #expect(throws: LedgerError.self) { try await gateway.opened() }
        #expect(forked?.code == .forked)
        #expect(try gateway.checkpoint() == signed)
    }

    @Test func `a database whose signed checkpoints are gone is refused`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        try FileManager.default.removeItem(atPath: gateway.directory.signed)
        let error = await #expect(throws: LedgerError.self) { try await gateway.opened() }
        #expect(error?.code == .behindSigned)
        #expect(error?.sentence.contains("concord restore") == true)
    }

    @Test func `a collection is signed for from its birth, so a missing checkpoint is always a lost one`() async throws
    {
        let gateway = try await TestGateway(desk: false)
        #expect(try gateway.checkpoint().size == 1)
        try FileManager.default.removeItem(atPath: gateway.ledger.publication.path(gateway.collection()))
        await #expect(throws: LedgerError.self) { try await gateway.opened() }
    }

    @Test(arguments: ["not a database", "", "cut"])
    func `a backup that is not whole is refused and leaves nothing behind`(_ content: String) async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<50).map { Make.tool($0) })
        let backup = gateway.folder.path + "/backup.db"
        try await gateway.ledger.backUp(to: backup)
        let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
        let bad = gateway.folder.path + "/bad.db"
        try (content == "cut" ? whole.prefix(whole.count / 2) : Data(content.utf8)).write(to: URL(fileURLWithPath: bad))
        try Self.loseDatabase(gateway)
        await #expect(throws: (any Error).self) {
            try await GatewayLedger.restore(bad, into: gateway.directory, surroundings: gateway.surroundings)
        }
        // The whole one can be restored right after.
        _ = try await GatewayLedger.restore(backup, into: gateway.directory, surroundings: gateway.surroundings)
        #expect(try await gateway.opened().entryCount == 51)
    }

    @Test func `a restore never goes over what is there, nor beside the log of another database`() async throws {
        let gateway = try await TestGateway(desk: false)
        let backup = gateway.folder.path + "/backup.db"
        try await gateway.ledger.backUp(to: backup)
        let there = await #expect(throws: StorageError.self) {
            try await GatewayLedger.restore(backup, into: gateway.directory, surroundings: gateway.surroundings)
        }
        #expect(there?.code == .alreadyExists)
        guard TestDatabase.isSQLite else { return }
        try Self.loseDatabase(gateway)
        try Data("of another".utf8).write(to: URL(fileURLWithPath: gateway.directory.file + "-wal"))
        let beside = await #expect(throws: StorageError.self) {
            try await GatewayLedger.restore(backup, into: gateway.directory, surroundings: gateway.surroundings)
        }
        #expect(beside?.code == .alreadyExists)
        #expect(!FileManager.default.fileExists(atPath: gateway.directory.file))
    }
}
