import Foundation
import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Law 4: a source may correct itself") struct Law04Corrections {
    @Test func `a changed creation date or author is a finding, and the version stands`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, by: 1))
        let report = try await gateway.admit(
            Make.tool(1, version: 1, created: -1, by: 1), Make.tool(1, version: 2, by: 2), Make.tool(1, version: 3),
            Make.tool(1, version: 4, by: 1))
        #expect((report.placed, report.quarantinedCount) == (4, 0))
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        let found = standing.placements.map {
            $0.findings.map(\.code).filter { [.createdChanged, .authorChanged].contains($0) }
        }
        #expect(found == [[], [.authorChanged], [.authorChanged], [.createdChanged], []])
        // The line is still its beginner's, and what is told is told again after a rebuild and after an erasure.
        #expect(try await gateway.admit(Make.tool(1, version: 9), source: "other").quarantined == [.foreignLine: 1])
        for erased in [nil, 0, 3] {
            if let erased {
                _ = try await gateway.ledger.erase(Make.id("tool", 1), version: Make.time(erased), reason: "r")
            }
            let before = try await gateway.ledger.projections()
            try await gateway.ledger.rebuild()
            #expect(try await gateway.ledger.projections() == before)
        }
    }

    @Test func `later content replaces the source's own earlier, and what was replaced does not return`() async throws {
        let gateway = try await TestGateway()
        func admit(_ name: String, from source: String = "file", _ corrections: Corrections = .replace) async throws
            -> AdmissionReport
        {
            try await gateway.ledger.admit(
                Input([Make.tool(1, name: name)]), into: "public", source: source, corrections: corrections)
        }
        #expect(try await admit("first").placed == 1)
        #expect(try await admit("held", .hold).quarantined == [.conflictingVersion: 1])
        // Only whoever began the line, and only over its own.
        #expect(try await admit("foreign", from: "other").quarantined == [.conflictingVersion: 1])
        let second = try await admit("second")
        #expect((second.placed, second.replaced) == (1, 1))
        for again in ["first", "second", "first"] {
            let report = try await admit(again)
            #expect((report.placed, report.known, report.quarantinedCount) == (0, 1, 0))
        }
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        #expect(standing.placements.filter { $0.withdrawal == nil }.count == 1)
        #expect(standing.placements.compactMap(\.withdrawal?.reason) == [Corrections.reason])
        #expect(try await gateway.everyone.search("first", limit: 5).listings.isEmpty)
        #expect(try await gateway.everyone.search("second", limit: 5).listings.count == 1)
        // What the desk took out stays out, whatever the source says under that version.
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "false positive")
        #expect(try await admit("third").quarantined == [.conflictingVersion: 1])
        #expect(try await gateway.verify().problems.isEmpty)
        let before = try await gateway.ledger.projections()
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.projections() == before)
    }

    /// Files of one publisher, which changes dates, authors and contents without a new version.
    private static func files(_ dice: inout Dice) -> [[String]] {
        (0..<Int.random(in: 2...5, using: &dice)).map { _ in
            (0..<Int.random(in: 1...14, using: &dice)).map { _ in
                Make.tool(
                    Int.random(in: 0..<5, using: &dice), version: Int.random(in: 0..<4, using: &dice),
                    name: "content \(Int.random(in: 0..<3, using: &dice))",
                    created: Int.random(in: -1...0, using: &dice), by: Bool.random(using: &dice) ? 1 : 2)
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `in any order the same objects stand, none older than the newest that came, and a reload adds nothing`(
        _ seed: UInt64
    ) async throws {
        var dice = Dice(seed)
        let files = Self.files(&dice)
        let objects = files.joined().compactMap { try? STIXObject(stored: $0.bytes) }
        let newest = Dictionary(grouping: objects, by: \.id).mapValues { $0.compactMap(\.modified).max() }
        for _ in 0..<3 {
            let gateway = try await TestGateway(desk: false)
            let order = files.shuffled(using: &dice)
            for file in order {
                let report = try await gateway.ledger.admit(
                    Input(file), into: "public", source: "publisher", corrections: .replace)
                #expect(report.quarantinedCount == 0)
            }
            for (id, version) in newest {
                let standing = try #require(await gateway.everyone.standing(of: id))
                #expect(standing.current?.version == version && standing.current?.withdrawal == nil)
            }
            // Under each version one content stands.
            let standing = try gateway.ledger.pairs()
            #expect(standing.count == Set(standing).count)
            #expect(Set(standing) == Set(objects.map { "\($0.id) \($0.modified?.microseconds ?? 0)" }))
            let entries = try gateway.ledger.entryCount
            for file in order.shuffled(using: &dice) {
                let report = try await gateway.ledger.admit(
                    Input(file), into: "public", source: "publisher", corrections: .replace)
                #expect((report.placed, report.quarantinedCount) == (0, 0))
            }
            #expect(try gateway.ledger.entryCount == entries)
            let before = try await gateway.ledger.projections()
            try await gateway.ledger.rebuild()
            #expect(try await gateway.ledger.projections() == before)
        }
    }
}
