import Foundation
import MerkleLog
import STIX
import Storage
import Testing

@testable import Ledger

@Suite("A peer that contradicts itself is an alarm") struct AlarmTests {
    /// What a hostile peer, or somebody between, does to a log.
    enum Forgery: String, CaseIterable {
        case leaf, commitment, date, missingEntry, record, salt, body, missingRecords, edgeTile, fullTile, signature,
            size,
            root, otherOrigin
    }

    private static func forge(_ forgery: Forgery, _ log: StoredLog) -> ForgedLog {
        var forged = ForgedLog(base: log)
        func entry(_ change: @escaping @Sendable (inout [UInt8]) -> Void) {
            forged.leaf = { bundle, leaves in
                guard bundle.index == 1 else { return leaves }
                var leaves = leaves
                change(&leaves[3])
                return leaves
            }
        }
        func record(_ change: @escaping @Sendable (inout EntryRecord) -> Void) {
            forged.record = { _, records in
                var records = records
                change(&records[3])
                return records
            }
        }
        func note(_ from: Int, _ change: @escaping @Sendable (inout [Substring]) -> Void) {
            forged.note = { note in
                var lines = note.split(separator: "\n", omittingEmptySubsequences: false)
                change(&lines)
                return lines.joined(separator: "\n")
            }
        }
        switch forgery {
        case .leaf: entry { $0[1] = 3 }
        case .commitment: entry { $0[20] ^= 1 }
        case .date: entry { $0[9] ^= 1 }
        case .missingEntry: forged.leaf = { $0.index == 1 ? Array($1.dropLast()) : $1 }
        case .record: record { $0.opening = $0.opening.map { .init(salt: $0.salt, record: $0.record + [0x20]) } }
        case .salt: record { $0.opening = $0.opening.map { .init(salt: $0.salt.reversed(), record: $0.record) } }
        case .body: record { $0.body?[5] ^= 1 }
        case .missingRecords: forged.record = { Array($1.dropLast()) }
        case .edgeTile: forged.tile = { $0.width < 256 ? $1.reversed() : $1 }
        case .fullTile: forged.tile = { $0.level == 0 && $0.width == 256 ? $1.reversed() : $1 }
        case .signature: note(4) { $0[4] = $0[4].dropLast(8) + "AAAAAAA=" }
        case .size: note(1) { $0[1] = "900" }
        case .root: note(2) { $0[2] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" }
        case .otherOrigin: break
        }
        return forged
    }

    @Test(arguments: Forgery.allCases) func `what is not what was signed is not written`(_ forgery: Forgery)
        async throws
    {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<900).map { Make.tool($0) })
        try await pair.peer.admit((0..<2).map { Make.tool($0) }, into: "desk")
        // A full tile is read where it must be shown that the log continues what is here.
        var size = 0
        if forgery == .fullTile {
            try await pair.follow()
            try await pair.peer.admit((900..<1_100).map { Make.tool($0) })
            size = 901
        }
        let log = try pair.log(forgery == .otherOrigin ? "desk" : "public")
        let error = await #expect(throws: LedgerError.self) { try await pair.follow(Self.forge(forgery, log)) }
        #expect(error?.code == .unproven)
        let mirror = try await pair.mirror()
        #expect(mirror.collection.size <= max(size, 256))
        #expect(mirror.proven == size)
        #expect(mirror.alarm?.code == "unproven")
        #expect(mirror.alarm?.theirs != nil)
        #expect(try await pair.here.ledger.examine().contains { $0.check == "mirror copy" && !$0.isWell })
        // The honest log is taken up again where the pages were proven.
        #expect(try await pair.follow().proven == (forgery == .fullTile ? 1_101 : 901))
        #expect(try await pair.verify().problems == [])
    }

    @Test func `a shorter log is a rollback, whoever signed it`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1))
        let old = try await pair.forked()
        try await pair.peer.admit(Make.tool(2))
        try await pair.follow()
        let error = await #expect(throws: LedgerError.self) { try await pair.follow(pair.log(of: old)) }
        #expect(error?.code == .rolledBack)
        let alarm = try #require(await pair.mirror().alarm)
        #expect(alarm.ours == (try await pair.log().checkpoint()))
        #expect(alarm.theirs == (try await pair.log(of: old).checkpoint()))
        // Asked again it is the same alarm.
        await #expect(throws: LedgerError.self) { try await pair.follow(pair.log(of: old)) }
        #expect(try await pair.here.ledger.alarms(of: pair.mirror().collection).count == 1)
    }

    @Test(arguments: [2, 1, 400]) func `two histories signed with one key are a fork`(_ more: Int) async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<300).map { Make.tool($0) })
        let other = try await pair.forked()
        try await pair.peer.admit(Make.tool(1_001), Make.tool(1_002))
        let first = try await pair.follow()
        _ = try await other.admit(Input((0..<more + 1).map { Make.tool(2_000 + $0) }), into: "public", source: "file")
        let error = await #expect(throws: LedgerError.self) { try await pair.follow(pair.log(of: other)) }
        #expect(error?.code == .forked)
        let mirror = try await pair.mirror()
        #expect(mirror.collection.size == first.collection.size)
        let alarm = try #require(mirror.alarm)
        // The evidence stands by itself: two notes of one origin, both with a valid signature.
        for text in [alarm.ours, alarm.theirs] {
            let note = try SignedNote(parsing: try #require(text).utf8)
            #expect(try note.verify(with: [pair.peer.key()]).count == 1)
        }
        #expect(alarm.ours != alarm.theirs)
    }

    @Test func `what is no checkpoint is no contradiction`() async throws {
        let pair = try await MirrorPair()
        let portal = ForgedLog(base: try pair.log(), note: { _ in "<html>Please sign in to the Wi-Fi</html>" })
        let error = await #expect(throws: LedgerError.self) { try await pair.follow(portal) }
        #expect(error?.code == .badExport)
        #expect(try await pair.mirror().alarm == nil)
    }
}
