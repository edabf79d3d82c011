import MerkleLog
import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// Whatever happens to a gateway, these hold; histories are made by a seeded generator.
@Suite struct PropertyTests {
    /// A history of admissions, withdrawals and erasures over a few objects.
    struct History {
        var dice: Dice
        var gateway: TestGateway
        var checkpoints: [String: [Checkpoint]] = [:]
        var inputs: [(objects: [String], into: String, source: String)] = []

        init(_ seed: UInt64) async throws {
            dice = Dice(seed)
            gateway = try await TestGateway(seed: seed)
        }

        mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &dice)] }

        mutating func object() -> String {
            let number = Int.random(in: 0..<8, using: &dice)
            let version = Int.random(in: -1..<5, using: &dice)
            switch Int.random(in: 0..<10, using: &dice) {
            case 0: return Make.address("192.0.2.\(number)")
            case 1: return Make.address("192.0.2.\(number)", #""x_seen":\#(version),"#)
            case 2:
                return Make.relationship(
                    number, Make.id("tool", number), pick(["uses", "targets"]),
                    Make.addressID("192.0.2.\(version + 1)"), version: version)
            case 3: return pick([Make.statement(number), Make.unmapped(number)])
            case 4: return Make.tool(number, version: version, name: "marked", marked: [Make.markingID(number)])
            case 5: return Make.tool(number, version: version, name: "revoked", revoked: true)
            case 6: return Make.tool(number, version: version, name: "other", by: pick([1, 2]))
            case 7: return #"{"type":"tool","id":"broken\#(number)"}"#
            default: return Make.tool(number, version: version, name: "word\(version) word\(number)")
            }
        }

        mutating func ids() -> String {
            let number = Int.random(in: 0..<8, using: &dice)
            return pick([
                Make.id("tool", number), Make.addressID("192.0.2.\(number)"), Make.id("relationship", number),
                Make.markingID(number),
            ])
        }

        mutating func step() async throws {
            let collection = pick(["public", "desk"])
            switch Int.random(in: 0..<6, using: &dice) {
            case 0:
                _ = try? await gateway.ledger.withdraw(ids(), from: collection, reason: "r")
            case 1:
                _ = try? await gateway.ledger.erase(ids(), reason: "r")
            default:
                let objects = (0..<Int.random(in: 1...12, using: &dice)).map { _ in object() }
                let source = pick(["a", "a", "b"])
                try await gateway.admit(objects, into: collection, source: source)
                inputs.append((objects, collection, source))
            }
            for name in ["public", "desk"] { checkpoints[name, default: []].append(try gateway.checkpoint(name)) }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `a history verifies, rebuilds to the same, counts right and is found`(_ seed: UInt64) async throws {
        var history = try await History(seed)
        for _ in 0..<25 { try await history.step() }
        let gateway = history.gateway
        for name in ["public", "desk"] {
            for known in Set(history.checkpoints[name] ?? []) {
                let result = try await gateway.verify(name, known: known)
                #expect(result.problems == [])
                #expect(result.claim == .signedAndContinues(vkey: try gateway.key(name).vkey, size: known.size))
            }
        }
        try await Law12Projections.expectSameAfterRebuild(gateway)
        try await Self.expectCounts(gateway)
        try await Self.expectSearch(gateway)
        #expect(try await gateway.ledger.database.integrityProblems() == [])
        #expect(try await gateway.ledger.examine().filter { !$0.isWell && $0.check != "disk" }.isEmpty)
    }

    static func expectCounts(_ gateway: TestGateway) async throws {
        for name in ["public", "desk"] {
            let collection = try gateway.collection(name)
            let counts = try await gateway.desk.typeCounts(in: collection)
            let listed = try await counts.asyncMap {
                try await gateway.desk.list(type: $0.type, in: collection, limit: 1_000).count
            }
            #expect(counts.map(\.count) == listed)
        }
    }

    /// What a reader finds is what a look at every standing object finds.
    static func expectSearch(_ gateway: TestGateway) async throws {
        for reader in [gateway.everyone, gateway.desk] {
            var standing: [(id: String, tokens: Set<String>)] = []
            for collection in try await reader.collections() {
                for (type, _) in try await reader.typeCounts(in: collection) {
                    for listing in try await reader.list(type: type, in: collection, limit: 1_000) {
                        let body = try #require(listing.body)
                        let candidate = try #require(try Candidate(stored: body))
                        standing.append((listing.id, Set(candidate.tokens.split(separator: " ").map(String.init))))
                    }
                }
            }
            for word in ["word1", "word3", "marked", "revoked", "other", "uses", "192.0.2.3", "nothing"] {
                let found = try await reader.search(word, limit: 1_000).listings.map(\.id).sorted()
                #expect(found == standing.filter { $0.tokens.contains(word) }.map(\.id).sorted(), "\(word)")
            }
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64]) func `admitting the same again adds no entry and no quarantine row`(
        _ seed: UInt64
    ) async throws {
        var history = try await History(seed)
        let gateway = history.gateway
        for _ in 0..<10 {
            let objects = (0..<20).map { _ in history.object() }
            try await gateway.admit(objects)
            let before = (try gateway.ledger.entryCount, try gateway.ledger.quarantineCount)
            let report = try await gateway.admit(objects)
            #expect(report.placed == 0)
            #expect(try (gateway.ledger.entryCount, gateway.ledger.quarantineCount) == before)
        }
    }

    /// Versions of one source, without two contents under one version: the order of the files is no matter.
    @Test(arguments: [21, 22, 23] as [UInt64]) func `any order of the inputs ends in the same versions`(_ seed: UInt64)
        async throws
    {
        var dice = Dice(seed)
        let objects =
            (0..<6).flatMap { number in
                (0..<4).map {
                    Make.tool(number, version: $0, name: "v\($0)", marked: number == 5 ? [Make.markingID(1)] : [])
                }
            } + (0..<6).map { Make.address("192.0.2.\($0)") } + [
                Make.statement(1, marked: [Make.markingID(2)]), Make.statement(2),
            ]
            + [Make.tool(4, version: 9, revoked: true)]
        var results: Set<[String]> = []
        for _ in 0..<4 {
            let gateway = try await TestGateway(desk: false)
            // Markings that are in no earlier file would be quarantined with what they mark: the files end with both.
            var shuffled = objects.shuffled(using: &dice)
            shuffled =
                shuffled.filter { !$0.contains("marking-definition") }
                + shuffled.filter { $0.contains("marking-definition") }
            let cut = Int.random(in: 0..<6, using: &dice)
            try await gateway.admit(Array(shuffled.filter { !$0.contains("object_marking_refs") }[..<cut]))
            try await gateway.admit(shuffled)
            #expect(try gateway.ledger.quarantineCount == 0)
            // An observable is dated when it comes, so only its id counts.
            results.insert(
                try gateway.ledger.pairs().map { $0.hasPrefix("ipv4-addr") ? String($0.split(separator: " ")[0]) : $0 })
            #expect(try await gateway.everyone.names(of: [Make.id("tool", 1)])[Make.id("tool", 1)]?.name == "v3")
        }
        #expect(results.count == 1)
        #expect(results.first?.count == 33)
    }
}
