import Foundation
import MerkleLog
import STIX
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Withdrawal, erasure and policy in a mirror") struct MirrorRemovalTests {
    @Test func `a withdrawal follows`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1, name: "first"), Make.tool(1, version: 3, name: "second"), Make.tool(2))
        try await pair.follow()
        _ = try await pair.peer.ledger.withdraw(
            Make.id("tool", 1), version: Make.time(3), from: "public", reason: "false")
        try await pair.follow()
        #expect(try await pair.here.everyone.search("second", limit: 5).listings.isEmpty)
        #expect(try await pair.here.everyone.search("first", limit: 5).listings.count == 1)
        #expect(try await pair.verify().problems == [])
        #expect(try await pair.verify().withdrawn == 1)
    }

    @Test(.onSQLite) func `an erasure destroys here what the peer destroyed, and nothing of ours`() async throws {
        let pair = try await MirrorPair()
        let (secret, shared) = ("198.51.100.222", "198.51.100.111")
        try await pair.peer.admit(Make.address(secret), Make.address(shared), Make.tool(1))
        try await pair.follow()
        try await pair.here.admit(Make.address(shared), into: "desk", source: "own")
        _ = try await pair.peer.ledger.erase(Make.addressID(secret), reason: "a court")
        _ = try await pair.peer.ledger.erase(Make.addressID(shared), reason: "a court")
        #expect(try !pair.here.folder.files(holding: secret.bytes).isEmpty)
        let mirror = try await pair.follow()
        #expect(mirror.unexplained == 0)
        for needle in [secret.bytes, Make.addressID(secret).bytes, STIXHash.of(Make.address(secret))] {
            #expect(try pair.here.folder.files(holding: needle) == [])
        }
        let left = try #require(await pair.here.desk.standing(of: Make.addressID(shared)))
        #expect(left.placements.map(\.collection.alias) == ["desk"])
        let result = try await pair.verify()
        #expect(result.problems == [])
        #expect((result.erased, result.missing) == (2, 0))
    }

    @Test func `what was withdrawn or erased before the first visit is an entry without an object`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<300).map { Make.tool($0) })
        _ = try await pair.peer.ledger.withdraw(Make.id("tool", 1), from: "public", reason: "r")
        _ = try await pair.peer.ledger.erase(Make.id("tool", 2), reason: "r")
        let mirror = try await pair.follow()
        #expect((mirror.unexplained, mirror.proven) == (0, 303))
        #expect(try await pair.here.everyone.typeCounts(in: mirror.collection).map(\.count) == [298])
        #expect(try await pair.here.everyone.standing(of: Make.id("tool", 1))?.placements.isEmpty ?? true)
        #expect(try await pair.verify().problems == [])
    }

    @Test func `a record that the peer does not give and no entry explains is told`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1), Make.tool(2), Make.tool(3))
        let silent = ForgedLog(
            base: try pair.log(),
            record: { _, records in
                var records = records
                records[1].opening = nil
                records[1].body = nil
                records[2].body = nil
                return records
            })
        let mirror = try await pair.follow(silent)
        #expect((mirror.unexplained, mirror.proven, mirror.alarm) == (2, 4, nil))
        let result = try await pair.verify()
        #expect(result.problems == [])
        #expect(result.missing == 2)
        let changes = try await pair.here.everyone.changes(in: mirror.collection, limit: 9)
        #expect(
            changes.map { if case .absent = $0.kind { true } else { false } } == [false, true, true, false])
        // A verifier who is not told of the gaps names them.
        #expect(
            try await LogVerifier(key: pair.peer.key()).verify(pair.here.ledger.storedLog("copy")).problems.count == 2)
        // The entry that explains it comes later.
        _ = try await pair.peer.ledger.erase(Make.id("tool", 1), reason: "r")
        _ = try await pair.peer.ledger.withdraw(Make.id("tool", 2), from: "public", reason: "r")
        #expect(try await pair.follow().unexplained == 0)
    }

    @Test func `what is erased here stays erased, and the log still verifies`() async throws {
        let pair = try await MirrorPair()
        let secret = "198.51.100.222"
        try await pair.peer.admit(Make.tool(1), Make.address(secret))
        try await pair.follow()
        let removal = try await pair.here.ledger.erase(Make.addressID(secret), reason: "a court here")
        #expect(removal.entries == [.init(collection: "copy", placed: 2, position: nil)])
        #expect(try pair.here.folder.files(holding: secret.bytes) == [])
        #expect(try pair.here.folder.files(holding: Make.addressID(secret).bytes) == [])
        #expect(try await pair.follow().erasedHere == 1)
        // More of the same page comes, with the record of the erased entry in its bundle.
        try await pair.peer.admit(Make.tool(2))
        try await pair.follow()
        #expect(try pair.here.folder.files(holding: secret.bytes) == [])
        let result = try await pair.verify()
        #expect(result.problems == [])
        #expect(result.missing == 1)
        try await pair.here.ledger.rebuild()
        #expect(try pair.here.folder.files(holding: secret.bytes) == [])
        // The peer withdraws what is no longer here.
        _ = try await pair.peer.ledger.withdraw(Make.addressID(secret), from: "public", reason: "r")
        #expect(try await pair.follow().proven == 5)
    }

    @Test func `what policy forbids is held with its entry, and shown to nobody`() async throws {
        let pair = try await MirrorPair(audience: .signedIn, of: "desk")
        let here = pair.here
        let definition = Make.unmapped(5)
        try await pair.peer.admit(
            Make.tool(1), Make.tool(2, name: "ambernoise", marked: [TLP.amber.markingID]),
            Make.tool(3, marked: [TLP.green.markingID]), into: "desk")
        try await pair.peer.admit(Make.statement(5))
        try await pair.peer.admit(
            Make.tool(4, name: "waits", marked: [Make.markingID(5), TLP.green.markingID]), into: "desk")
        _ = definition
        let mirror = try await here.ledger.follow("copy", from: pair.log("desk"))
        #expect(mirror.proven == 5)
        let held = try await here.ledger.quarantined(in: [mirror.collection], limit: 9)
        // What the peer's desk marks by default is AMBER+STRICT.
        #expect(held.map(\.code) == [.unknownMarking, .aboveCeiling, .aboveCeiling])
        #expect(try await here.desk.typeCounts(in: mirror.collection).map(\.count) == [1])
        #expect(try await here.desk.search("ambernoise", limit: 5).listings.isEmpty)
        for versions in [LogQuestion.Versions.last, .all, .init(first: true)] {
            let listed = try await here.desk.versions(LogQuestion(versions: versions, limit: 9), in: "copy")
            #expect(listed?.count == 1)
        }
        // Readers of the copy get neither the record nor the body of what is held.
        let bundle = try #require(EntryBundle(index: 0, width: 5))
        let handed = try await pair.log("copy", of: here.ledger).records(of: bundle)
        #expect(handed.map { $0.opening == nil } == [false, true, true, false, true])
        let kept = try await LogVerifier(key: pair.peer.key("desk"), gaps: here.ledger.gaps(in: "copy"))
            .verify(here.ledger.storedLog("copy"))
        #expect(kept.problems == [])
        #expect(kept.bodies == 4)
        // An operator lets in what only waited for a marking.
        let waiting = try #require(held.first)
        try await here.ledger.decide(.accept, on: waiting.number, reason: "known to us")
        #expect(try await here.desk.search("waits", limit: 5).listings.count == 1)
        let before = try await here.ledger.projections()
        try await here.ledger.rebuild()
        let after = try await here.ledger.projections()
        for (name, rows) in before { #expect(after[name] == rows, "\(name)") }
        await #expect(throws: LedgerError.self) {
            try await here.ledger.decide(.accept, on: held[1].number, reason: "no")
        }
    }

    @Test func `what is held stays held when the peer withdraws it`() async throws {
        let pair = try await MirrorPair(audience: .signedIn, of: "desk")
        try await pair.peer.admit(Make.tool(2, marked: [TLP.amber.markingID]), into: "desk")
        let mirror = try await pair.here.ledger.follow("copy", from: pair.log("desk"))
        let width = mirror.proven
        _ = try await pair.peer.ledger.withdraw(Make.id("tool", 2), from: "desk", reason: "r")
        _ = try await pair.here.ledger.follow("copy", from: pair.log("desk"))
        let bundle = try #require(EntryBundle(index: 0, width: width))
        let handed = try await pair.log("copy", of: pair.here.ledger).records(of: bundle)
        #expect(handed.last?.opening == nil)
        // Also for a copy that begins after the withdrawal, and gets the record without its body.
        let late = try await MirrorPair(audience: .signedIn, of: "desk")
        try await late.peer.admit(Make.tool(2, marked: [TLP.amber.markingID]), into: "desk")
        _ = try await late.peer.ledger.withdraw(Make.id("tool", 2), from: "desk", reason: "r")
        _ = try await late.here.ledger.follow("copy", from: late.log("desk"))
        #expect(try await late.log("copy", of: late.here.ledger).records(of: bundle).last?.opening == nil)
    }

    @Test func `what is unsafe is held although the peer took it`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1), Make.tool(2))
        // A peer whose program is less careful, or older.
        let deep = String(repeating: "[", count: 80) + String(repeating: "]", count: 80)
        let body = Make.tool(1).replacing(#""x_end":0"#, with: #""x_end":\#(deep)"#).bytes
        let future = Make.tool(3, version: 100_000_000)
        let log = try await ForeignLog(pair.peer, [body, future.bytes, Make.tool(9).bytes], ids: [1, 3, 10])
        let mirror = try await pair.follow(log)
        #expect(mirror.proven == 6)
        let held = try await pair.here.ledger.quarantined(in: [mirror.collection], limit: 9)
        #expect(held.map(\.code) == [.refused, .fromTheFuture, .refused])
        #expect(try await pair.here.everyone.typeCounts(in: mirror.collection).map(\.count) == [2])
        #expect(try await pair.verify().problems == [])
    }
}

/// The peer's log with further entries whose bodies its own admission would not have taken, signed with its key.
private struct ForeignLog: LogSource {
    let base: StoredLog
    let note: String
    let added: [(leaf: [UInt8], record: EntryRecord)]
    let tree: [[UInt8]]

    init(_ peer: TestGateway, _ bodies: [[UInt8]], ids: [Int]) async throws {
        let collection = try peer.collection()
        base = StoredLog(ledger: peer.ledger, collection: collection, includesWithdrawn: false)
        let old = try #require(EntryBundle(index: 0, width: collection.size))
        var leaves = try await base.leaves(of: old)
        var date = try #require(collection.lastAdded).microseconds
        added = try zip(bodies, ids).map { body, id in
            date += 1
            let salt = peer.surroundings.random(32)
            let version = id == 3 ? Make.time(100_000_000) : Make.time(0)
            let record = try LogRecord.place(
                .init(
                    id: Make.id("tool", id), version: version, marking: .clear,
                    sha256: STIXHash.of(String(decoding: body, as: UTF8.self)))
            ).bytes()
            let leaf = Leaf(
                kind: .place, dateAdded: Timestamp(clamping: date),
                commitment: LogRecord.commitment(salt: salt, record: record))
            return (leaf.bytes, EntryRecord(opening: .init(salt: salt, record: record), body: body))
        }
        leaves += added.map(\.leaf)
        tree = leaves
        var builder = TreeBuilder()
        for leaf in leaves { builder.append(.leaf(leaf)) }
        let key = try peer.ledger.database.readNow { try $0.signingKey() }
        note = try SignedNote(
            text: Checkpoint(origin: collection.origin, head: builder.head).text,
            signers: [NoteSigner(name: collection.origin, key: key)]
        ).encoded
    }

    func checkpoint() async throws -> String { note }
    func hashes(of tile: Tile) async throws -> [TreeHash] { tree.map { .leaf($0) } }
    func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] { tree }
    func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        let old = try #require(EntryBundle(index: 0, width: tree.count - added.count))
        return try await base.records(of: old) + added.map(\.record)
    }
}
