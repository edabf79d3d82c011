import Foundation
import STIX
import Storage
import Testing

@testable import Ledger

/// The folder with public data that the project does not contain.
private let realData = ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"]

/// ATT&CK as published by MITRE, imported whole into one collection.
@Suite(.enabled(if: realData != nil, "CONCORD_REAL_DATA names no folder with real data"), .serialized)
struct RealDataTests {
    static let files = ["ics-attack-12.1", "ics-attack-17.1", "mobile-attack-12.1", "mobile-attack-17.1"]

    static func filled(_ order: [Int]) async throws -> (gateway: TestGateway, reports: [AdmissionReport]) {
        let folder = try #require(realData)
        let gateway = try await TestGateway(desk: false)
        var reports: [AdmissionReport] = []
        for index in order {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/attack/\(files[index]).json")))
            reports.append(try await gateway.ledger.admit(Input(bytes), into: "public", source: "attack"))
        }
        return (gateway, reports)
    }

    /// Filled once, in the order of publication, for the tests that only look.
    static let shared = Task { try await filled([0, 1, 2, 3]).gateway }

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]])
    func `the four bundles in any order make the same objects and versions`(_ order: [Int]) async throws {
        let (gateway, reports) = try await Self.filled(order)
        #expect(reports.map(\.read).reduce(0, +) == 6_709)
        #expect(try gateway.ledger.count("SELECT count(DISTINCT object) FROM entry WHERE kind = 1") == 4_354)
        #expect(try gateway.ledger.count("SELECT count(*) FROM entry WHERE kind = 1") == 6_691)
        #expect(
            try gateway.ledger.count(
                "SELECT count(*) FROM (SELECT DISTINCT object, version FROM entry WHERE kind = 1) AS t")
                == 6_691)
        #expect(try gateway.ledger.quarantineCount == 3)
        let quarantined = try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10)
        #expect(quarantined.allSatisfy { $0.code == .conflictingVersion })
        #expect(
            Set(quarantined.map(\.objectID)) == [
                "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5",
                "marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168",
            ])
    }

    /// What a publisher sent under one version in two forms: the identity and the marking of all its bundles.
    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
    func `a publisher that may correct itself is read whole in any order, and a reload adds nothing`(_ order: [Int])
        async throws
    {
        let folder = try #require(realData)
        let inputs = try order.map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/attack/\(Self.files[$0]).json")))
        }
        let gateway = try await TestGateway(desk: false)
        func admit(_ bytes: [UInt8]) async throws -> AdmissionReport {
            try await gateway.ledger.admit(Input(bytes), into: "public", source: "attack", corrections: .replace)
        }
        var replaced = 0
        for input in inputs {
            let report = try await admit(input)
            #expect(report.quarantinedCount == 0)
            replaced += report.replaced
        }
        #expect(replaced >= 2)
        #expect(try gateway.ledger.count("SELECT count(DISTINCT object) FROM entry WHERE kind = 1") == 4_354)
        #expect(try gateway.ledger.count("SELECT count(*) FROM entry WHERE kind = 1 AND ended IS NULL") == 6_691)
        #expect(try gateway.ledger.count("SELECT count(*) FROM line WHERE position IS NULL") == 0)
        // No line shows an older version than one that came.
        #expect(
            try gateway.ledger.count(
                "SELECT count(*) FROM line l WHERE EXISTS (SELECT 1 FROM entry e WHERE e.object = l.object AND e.version > l.version)"
            ) == 0)
        let entries = try gateway.ledger.entryCount
        for input in inputs.reversed() {
            let report = try await admit(input)
            #expect((report.placed, report.quarantinedCount) == (0, 0))
        }
        #expect(try gateway.ledger.entryCount == entries)
    }

    @Test func `importing again adds no entry and no quarantine row`() async throws {
        let folder = try #require(realData)
        let gateway = try await Self.filled([0, 3]).gateway
        let (entries, held) = (try gateway.ledger.entryCount, try gateway.ledger.quarantineCount)
        let checkpoint = try gateway.checkpoint()
        for index in [3, 0] {
            let bytes = [UInt8](
                try Data(contentsOf: URL(fileURLWithPath: "\(folder)/attack/\(Self.files[index]).json")))
            let report = try await gateway.ledger.admit(Input(bytes), into: "public", source: "attack")
            #expect((report.placed, report.quarantinedCount) == (0, 0))
        }
        #expect(try (gateway.ledger.entryCount, gateway.ledger.quarantineCount) == (entries, held))
        #expect(try gateway.checkpoint() == checkpoint)
    }

    @Test func `a relationship modified before it was created is placed with a finding`() async throws {
        let gateway = try await Self.shared.value
        let id = "relationship--f825f5ea-3815-431f-b005-4c01b8b2fed9"
        let standing = try #require(await gateway.everyone.standing(of: id))
        #expect(standing.placements.contains { $0.findings.map(\.code).contains(.modifiedBeforeCreated) })
    }

    @Test(arguments: [
        "x-mitre-asset--69d1b1ef-e918-4cfd-9a98-29debd04cb32", "x-mitre-asset--75f810ad-b678-4c57-b93b-fdc79bba0c04",
        "x-mitre-asset--986c455b-0f43-42b6-8360-33ac48bd9990",
    ])
    func `objects with empty lists are placed with findings`(_ id: String) async throws {
        let standing = try #require(await Self.shared.value.everyone.standing(of: id))
        let codes = Set(standing.placements.flatMap { $0.findings.map(\.code) })
        #expect(codes == [.emptyList])
    }

    @Test func `an identity with two contents under one version stands as the first`() async throws {
        let gateway = try await Self.shared.value
        let id = "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5"
        let standing = try #require(await gateway.everyone.standing(of: id))
        #expect(Set(standing.placements.map(\.version)).count == standing.placements.count)
        let held = try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10).filter {
            $0.objectID == id
        }
        #expect(held.map(\.code) == [.conflictingVersion])
    }

    @Test func `a marking with two contents stands as the first and does not restrict`() async throws {
        let gateway = try await Self.shared.value
        let id = "marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168"
        let standing = try #require(await gateway.everyone.standing(of: id))
        #expect(standing.placements.count == 1)
        let held = try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10).filter {
            $0.objectID == id
        }
        #expect(held.map(\.code) == [.conflictingVersion, .conflictingVersion])
        #expect(try gateway.ledger.count("SELECT count(*) FROM entry WHERE kind = 1 AND marking <> 0") == 0)
    }

    @Test func `a relationship whose end stands in no file has no readable other end there`() async throws {
        let gateway = try await Self.shared.value
        let id = "relationship--9d7ac1b2-3fa9-4236-b72d-5565f0c66eab"
        let standing = try #require(await gateway.everyone.standing(of: id))
        let current = try #require(standing.current)
        let body = try JSON.parse(#require(await gateway.everyone.body(of: current)))
        let target = try #require(body["target_ref"]?.string)
        let source = try #require(body["source_ref"]?.string)
        #expect(try await gateway.everyone.standing(of: target) == nil)
        #expect(try await gateway.everyone.names(of: [target]).isEmpty)
        let start = try #require(await gateway.everyone.standing(of: source))
        let relation = try await gateway.everyone.relations(of: start, limit: 1_000).relations.first { $0.viaID == id }
        #expect(relation?.otherID == target)
        #expect(relation != nil && relation?.other == nil)
    }

    @Test func `the whole verifies, rebuilds to the same and is found`() async throws {
        let gateway = try await Self.shared.value
        let result = try await gateway.verify()
        #expect(result.problems == [])
        #expect((result.size, result.bodies) == (6_692, 6_691))
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        let after = try await gateway.ledger.projections()
        for table in before.keys { #expect(before[table] == after[table], "\(table)") }
        #expect(try await gateway.everyone.search("Industroyer", limit: 1).listings.isEmpty == false)
    }
}
