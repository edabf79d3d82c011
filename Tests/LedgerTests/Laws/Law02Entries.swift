import Foundation
import MerkleLog
import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 2: entries commit to what they say, and erasing leaves nothing") struct Law02Entries {
    @Test func `an entry is of one of four kinds and commits to salt and record`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), Make.tool(2))
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "test")
        _ = try await gateway.ledger.erase(Make.id("tool", 2), reason: "test")
        let log = try await gateway.ledger.storedLog("public")
        let bundle = try #require(EntryBundle(index: 0, width: 5))
        let leaves = try await log.leaves(of: bundle).compactMap { Leaf($0) }
        let records = try await log.records(of: bundle)
        #expect(leaves.map(\.kind) == [.config, .place, .place, .withdraw, .erase])
        var salts: Set<[UInt8]> = []
        for (leaf, record) in zip(leaves, records) {
            guard let opening = record.opening else { continue }
            #expect(opening.salt.count == 32)
            salts.insert(opening.salt)
            #expect(LogRecord.commitment(salt: opening.salt, record: opening.record) == leaf.commitment)
        }
        #expect(salts.count == 4)
        #expect(records.map { $0.opening == nil } == [false, false, true, false, false])
        let record = try #require(records[1].opening?.record)
        let body = Make.tool(1)
        #expect(
            try LogRecord(.place, record)
                == .place(
                    .init(id: Make.id("tool", 1), version: Make.time(0), marking: .clear, sha256: STIXHash.of(body))))
    }

    @Test(.onSQLite) func `what was erased is in no file, with its id, its words and what only it named`() async throws
    {
        let gateway = try await TestGateway()
        // Enough others around it that pages split and move.
        var others = (100..<2_600).map { Make.tool($0, name: "tool word\($0)", by: $0 % 7) }
        var dice = Dice(2)
        others.shuffle(using: &dice)
        let secret = "198.51.100.222"
        let named = Make.addressID("203.0.113.99")
        let observed = Make.object(
            "observed-data", 7, by: 77,
            #""first_observed":"2024-01-01T00:00:00.000Z","last_observed":"2024-01-01T00:00:00.000Z","number_observed":1,"object_refs":["\#(named)"],"#
        )
        try await gateway.admit(Array(others[..<1_200]))
        try await gateway.admit(Make.address(secret), observed)
        try await gateway.admit(Make.address(secret), into: "desk")
        try await gateway.admit(Array(others[1_200...]))
        let needles = [
            secret.bytes, Make.addressID(secret).bytes, Make.id("observed-data", 7).bytes, named.bytes,
            Make.id("identity", 77).bytes, STIXHash.of(Make.address(secret)),
        ]
        for needle in needles { #expect(try !gateway.folder.files(holding: needle).isEmpty) }
        let before = try gateway.checkpoint()
        let removal = try await gateway.ledger.erase(Make.addressID(secret), reason: "a court said so")
        _ = try await gateway.ledger.erase(Make.id("observed-data", 7), reason: "a court said so")
        #expect(removal.entries.map(\.collection) == ["public", "desk"])
        for needle in needles {
            #expect(try gateway.folder.files(holding: needle) == [], "\(String(decoding: needle, as: UTF8.self))")
        }
        // FTS5 shares the beginnings of neighbouring tokens.
        #expect(try gateway.folder.files(holding: "100.222".bytes) == [])
        #expect(try await gateway.everyone.search(secret, limit: 5).listings.isEmpty)
        #expect(try await gateway.desk.standing(of: Make.addressID(secret)) == nil)

        let result = try await gateway.verify(known: before)
        #expect(result.problems == [])
        #expect(result.erased == 2)
        let position = try #require(removal.entries.first?.placed)
        let proof = try #require(await gateway.everyone.proof(of: position, in: gateway.collection()))
        try proof.inclusion.verify(leaf: .leaf(proof.leaf.bytes), root: proof.checkpoint.root)
    }

    @Test func `dozens of erasures among thousands leave nothing in pages that were split`() async throws {
        let gateway = try await TestGateway(desk: false)
        let others = (100..<2_100).map { Make.tool($0, name: "n\($0) \(Make.id("word", $0).dropFirst(6))") }
        for start in stride(from: 0, to: others.count, by: 200) {
            try await gateway.admit(Array(others[start..<start + 200]))
        }
        let erased = Array(stride(from: 100, to: 2_100, by: 97))
        for number in erased { _ = try await gateway.ledger.erase(Make.id("tool", number), reason: "r") }
        for number in erased {
            #expect(try gateway.folder.files(holding: Make.id("tool", number).bytes) == [])
            #expect(try gateway.folder.files(holding: Make.id("word", number).dropFirst(6).utf8) == [])
        }
        #expect(try await gateway.verify().problems == [])
    }

    @Test func `words that an interrupted erasure left in the file are rewritten by the doctor`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), Make.tool(2))
        try await gateway.ledger.database.write { session in
            try session.askForPurge()
            try session.askForPurge()
        }
        #expect(try gateway.ledger.count("SELECT asked FROM purge WHERE done < asked") == 2)
        _ = try await gateway.ledger.examine()
        #expect(try gateway.ledger.count("SELECT count(*) FROM purge WHERE done = asked") == 1)
    }

    @Test func `a body that stands in several collections is erased from all, whichever version was named`()
        async throws
    {
        let gateway = try await TestGateway()
        let value = "198.51.100.222"
        try await gateway.admit(Make.address(value))
        try await gateway.admit(Make.address(value), into: "desk")
        let placed = try #require(await gateway.everyone.standing(of: Make.addressID(value))?.current)
        let removal = try await gateway.ledger.erase(Make.addressID(value), version: placed.version, reason: "r")
        #expect(removal.entries.map(\.collection) == ["public", "desk"])
        #expect(try gateway.folder.files(holding: value.bytes) == [])
        for name in ["public", "desk"] { #expect(try await gateway.verify(name).problems == []) }
    }

    @Test func `an id stays only where another object's own bytes name it`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(
            Make.tool(1), Make.tool(2, by: 1), Make.object("identity", 1),
            Make.relationship(5, Make.id("tool", 1), "uses", Make.id("tool", 3)))
        for id in [Make.id("tool", 1), Make.id("identity", 1)] { _ = try await gateway.ledger.erase(id, reason: "r") }
        func isKnown(_ id: String) throws -> Bool {
            try gateway.ledger.count("SELECT count(*) FROM object WHERE id = \(id)") == 1
        }
        #expect(try isKnown(Make.id("tool", 1)))
        #expect(try isKnown(Make.id("identity", 1)))
        _ = try await gateway.ledger.erase(Make.id("relationship", 5), reason: "r")
        _ = try await gateway.ledger.erase(Make.id("tool", 2), reason: "r")
        #expect(try gateway.ledger.count("SELECT count(*) FROM object") == 0)
        #expect(try gateway.folder.files(holding: Make.id("tool", 3).bytes) == [])
    }

    @Test func `quarantine forgets too, with what only the quarantined object named`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), Make.tool(1, name: "needle-one"))
        try await gateway.admit(Make.tool(1, version: 1, name: "needle-two", by: 66), source: "another")
        #expect(try gateway.ledger.quarantineCount == 2)
        _ = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        #expect(try gateway.ledger.quarantineCount == 0)
        for needle in ["needle-one", "needle-two", Make.id("identity", 66), Make.id("tool", 1)] {
            #expect(try gateway.folder.files(holding: needle.bytes) == [])
        }
    }

    @Test func `what was only in quarantine can be erased`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1, name: "needle", marked: [TLP.red.markingID]))
        let removal = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        #expect(removal.entries.isEmpty)
        #expect(try gateway.folder.files(holding: "needle".bytes) == [])
        await #expect(throws: LedgerError.self) { try await gateway.ledger.erase(Make.id("tool", 1), reason: "r") }
    }

    @Test func `erasing lists every copy that may still hold the body`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        try await gateway.ledger.backUp(to: gateway.folder.path + "/backup.db")
        try FileManager.default.createDirectory(atPath: gateway.directory.backups, withIntermediateDirectories: true)
        try await gateway.ledger.database.copy(to: gateway.directory.backups + "/before-x.db")
        let removal = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        #expect(removal.backups == [gateway.folder.path + "/backup.db", gateway.directory.backups + "/before-x.db"])
    }

    @Test func `what was erased may come again, as a new entry`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1), source: "a")
        _ = try await gateway.ledger.erase(Make.id("tool", 1), reason: "r")
        #expect(try await gateway.admit(Make.tool(1), source: "b").placed == 1)
        #expect(try await gateway.verify().problems == [])
        #expect(try await gateway.everyone.standing(of: Make.id("tool", 1))?.placements.map(\.position) == [3])
    }

    @Test func `removing states its reason, and of what`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let id = Make.id("tool", 1)
        for reason in ["", String(repeating: "x", count: 1 << 20)] {
            let withdrawn = await #expect(throws: LedgerError.self) {
                try await gateway.ledger.withdraw(id, from: "public", reason: reason)
            }
            #expect(withdrawn?.code == .needsReason)
            let erased = await #expect(throws: LedgerError.self) { try await gateway.ledger.erase(id, reason: reason) }
            #expect(erased?.code == .needsReason)
        }
        let unknown = await #expect(throws: LedgerError.self) {
            try await gateway.ledger.withdraw(id, version: Make.time(9), from: "public", reason: "r")
        }
        #expect(unknown?.code == .unknownObject)
        _ = try await gateway.ledger.withdraw(id, from: "public", reason: "r")
        await #expect(throws: LedgerError.self) { try await gateway.ledger.withdraw(id, from: "public", reason: "r") }
        #expect(try await gateway.admit(Make.tool(1)).known == 1)
    }
}
