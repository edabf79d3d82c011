import Foundation
import MerkleLog
import STIX
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("A mirror is the peer's log, entry by entry") struct CopyTests {
    @Test func `entries, records, bodies, tiles and checkpoint are the peer's, so the root is the same`() async throws {
        let pair = try await MirrorPair()
        let tools = (0..<600).map { Make.tool($0, name: "word\($0)") }
        try await pair.peer.admit(tools + [Make.relationship(1, Make.id("tool", 1), "uses", Make.id("tool", 2))])
        let mirror = try await pair.follow()
        #expect((mirror.proven, mirror.collection.size, mirror.unexplained) == (602, 602, 0))
        #expect(mirror.collection.origin == (try pair.peer.collection().origin))
        let (theirs, ours) = (try pair.log(), try pair.log("copy", of: pair.here.ledger))
        #expect(try await ours.checkpoint() == theirs.checkpoint())
        for bundle in EntryBundle.all(in: 602) {
            #expect(try await ours.leaves(of: bundle) == theirs.leaves(of: bundle))
            #expect(try await ours.records(of: bundle) == theirs.records(of: bundle))
        }
        for tile in Tile.all(in: 602) { #expect(try await ours.hashes(of: tile) == theirs.hashes(of: tile)) }
        let result = try await pair.verify()
        #expect(result.problems == [])
        #expect(result.root == (try pair.peer.checkpoint().root))
        #expect(try await pair.here.everyone.search("word77", limit: 5).listings.map(\.id) == [Make.id("tool", 77)])
        #expect(try await pair.here.everyone.typeCounts(in: mirror.collection).map(\.count) == [600, 1])
        let head = try #require(await pair.here.everyone.head(of: mirror.collection))
        #expect(head.vkey == (try pair.peer.key().vkey))
        let proof = try #require(await pair.here.everyone.proof(of: 77, in: mirror.collection))
        try proof.inclusion.verify(leaf: .leaf(proof.leaf.bytes), root: proof.checkpoint.root)
        // Nothing new is no work and no alarm.
        #expect(try await pair.follow().proven == 602)
        try await pair.peer.admit(Make.tool(1_000))
        #expect(try await pair.follow().proven == 603)
        #expect(try await pair.here.ledger.examine().allSatisfy { $0.isWell || $0.check == "disk" })
    }

    @Test func `projections made anew are the same`() async throws {
        let pair = try await MirrorPair(of: "desk")
        let here = pair.here
        try await here.ledger.createMirror(
            alias: "desk-copy", title: "", audience: here.ledger.gateway.desk, key: try pair.peer.key("desk"))
        try await pair.peer.admit(
            Make.statement(1), Make.tool(1, version: 5), Make.tool(1, version: 2), Make.address("198.51.100.7"),
            Make.tool(2, marked: [Make.markingID(1)]), Make.tool(3), into: "desk")
        _ = try await pair.peer.ledger.withdraw(Make.id("tool", 1), version: Make.time(5), from: "desk", reason: "r")
        try await here.ledger.follow("desk-copy", from: pair.log("desk"))
        try await pair.peer.admit(Make.tool(4), into: "desk")
        _ = try await pair.peer.ledger.withdraw(Make.id("tool", 3), from: "desk", reason: "r")
        _ = try await pair.peer.ledger.erase(Make.id("tool", 2), reason: "r")
        try await here.ledger.follow("desk-copy", from: pair.log("desk"))
        let before = try await here.ledger.projections()
        #expect(before["line"]?.count == 5)
        try await here.ledger.rebuild()
        let after = try await here.ledger.projections()
        for (name, rows) in before { #expect(after[name] == rows, "\(name)") }
    }

    @Test func `a copy that was cut off goes on where it was, in a program that starts anew`() async throws {
        struct Cut: Error {}
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<700).map { Make.tool($0) })
        let cut = ForgedLog(
            base: try pair.log(),
            record: { bundle, records in
                guard bundle.index < 2 else { throw Cut() }
                return records
            })
        await #expect(throws: Cut.self) { try await pair.follow(cut) }
        let half = try await pair.mirror()
        #expect((half.collection.size, half.proven, half.alarm) == (512, 0, nil))
        // Nothing is served as signed that is not all here, and what is here is not lost.
        let opened = try await pair.here.opened()
        #expect(try await Reader.everyone(of: opened).head(of: half.collection) == nil)
        #expect(try await opened.examine().allSatisfy { $0.isWell || $0.check == "disk" })
        #expect(try await opened.follow("copy", from: pair.log()).proven == 701)
        #expect(try await pair.verify().problems == [])
    }

    @Test func `a crash between the last page and the checkpoint file is made good by the next visit`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1))
        let mirror = try await pair.follow()
        try FileManager.default.removeItem(atPath: pair.here.ledger.publication.path(mirror.collection))
        try await pair.here.tamper("UPDATE mirror SET proven = 0, verified = NULL")
        let opened = try await pair.here.opened()
        #expect(try await opened.follow("copy", from: pair.log()).proven == 2)
        #expect(try await Reader.everyone(of: opened).head(of: mirror.collection)?.checkpoint.size == 2)
    }

    @Test func `a mirror of a mirror holds the note of the first`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<300).map { Make.tool($0) })
        try await pair.follow()
        let third = try await TestGateway(seed: 3)
        try await third.ledger.createMirror(alias: "far", title: "", audience: .everyone, key: try pair.peer.key())
        let mirror = try await third.ledger.follow("far", from: pair.log("copy", of: pair.here.ledger))
        #expect(mirror.promised?.note == (try await pair.log().checkpoint()))
        #expect(mirror.proven == 301)
    }

    @Test func `a backup that is put back catches up, and its export verifies`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<300).map { Make.tool($0) })
        try await pair.follow()
        let backup = pair.here.folder.path + "/backup.db"
        try await pair.here.ledger.backUp(to: backup)
        try await pair.peer.admit((300..<310).map { Make.tool($0) })
        try await pair.follow()
        // The newer checkpoint is still in its folder.
        try Database.remove(at: pair.here.directory.database, migrations: ledgerMigrations)
        _ = try await GatewayLedger.restore(backup, into: pair.here.directory, surroundings: pair.here.surroundings)
        let restored = try await pair.here.opened()
        let collection = try restored.database.readNow { try $0.collection("copy") }
        #expect(collection.size == 301)
        #expect(try await Reader.everyone(of: restored).head(of: collection) == nil)
        // An older log than the checkpoint that is remembered is still a rollback.
        let error = await #expect(throws: LedgerError.self) {
            let older = try await TestGateway(seed: 1)
            try await restored.follow("copy", from: pair.log(of: older.ledger))
        }
        #expect(error?.code == .rolledBack)
        #expect(try await restored.follow("copy", from: pair.log()).proven == 311)
        let pieces = Pieces()
        _ = try await restored.exportLog("copy") { pieces.add($0) }
        let exported = try ExportFile(pieces.bytes).open(in: pair.here.folder)
        #expect(try await LogVerifier(key: pair.peer.key()).verify(exported).problems == [])
    }
}
