import MerkleLog
import STIX
import Testing

@testable import Ledger

@Suite("Law 2: entries commit to what they say, and erasing leaves nothing") struct Law02Entries {
    @Test func `an entry is of one of four kinds and commits to salt and record`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), Make.tool(2))
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "test")
        _ = try await gateway.ledger.erase(Make.id("tool", 2), reason: "test")
        let log = try gateway.ledger.storedLog("public")
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

    @Test func `what was erased is in no file, with its id, its words and what only it named`() async throws {
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

    @Test func `thousands of erasures leave nothing in pages that were split`() async throws {
        let gateway = try await TestGateway(desk: false)
        let others = (100..<3_000).map { Make.tool($0, name: "n\($0)") }
        for start in stride(from: 0, to: others.count, by: 100) {
            try await gateway.admit(Array(others[start..<start + 100]))
        }
        for number in stride(from: 100, to: 3_000, by: 97) {
            _ = try await gateway.ledger.erase(Make.id("tool", number), reason: "r")
        }
        for number in stride(from: 100, to: 3_000, by: 97) {
            let id = Make.id("tool", number)
            #expect(try gateway.folder.files(holding: id.bytes) == [])
        }
    }
}
