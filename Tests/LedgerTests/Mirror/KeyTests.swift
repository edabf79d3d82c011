import Foundation
import MerkleLog
import STIX
@testable import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("A mirror follows the peer's key as the log hands it over") struct KeyTests {
    @Test(arguments: [true, false]) func `a new key that the old one signed is believed`(_ isCopiedBefore: Bool)
        async throws
    {
        let pair = try await MirrorPair()
        let given = try pair.peer.key().vkey
        try await pair.peer.admit((0..<300).map { Make.tool($0) })
        if isCopiedBefore { try await pair.follow() }
        try await pair.peer.ledger.rotateKey()
        try await pair.peer.ledger.rotateKey()
        try await pair.peer.admit(Make.tool(1_000))
        let mirror = try await pair.follow()
        #expect(mirror.proven == 304)
        #expect((mirror.given, mirror.key) == (given, try pair.peer.key().vkey))
        #expect(try await pair.follow().proven == 304)
        let result = try await LogVerifier(key: NoteVerifier(vkey: given)).verify(pair.here.ledger.storedLog("copy"))
        #expect(result.problems == [])
    }

    @Test func `a later key that the operator stated is found on the way`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.ledger.rotateKey()
        try await pair.here.ledger.createMirror(
            alias: "later", title: "", audience: .everyone, key: try pair.peer.key())
        try await pair.peer.ledger.rotateKey()
        let mirror = try await pair.here.ledger.follow("later", from: pair.log())
        #expect(mirror.key == (try pair.peer.key().vkey))
    }

    @Test func `a key that nobody handed over is not`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit(Make.tool(1))
        try await pair.follow()
        let thief = Array(TestClock().now.description.utf8.prefix(8)) + [UInt8](repeating: 7, count: 24)
        try await pair.peer.tamper("UPDATE gateway SET signing_key = \(Array(thief.prefix(32)))")
        try await pair.peer.admit(Make.tool(2))
        let error = await #expect(throws: LedgerError.self) { try await pair.follow() }
        #expect(error?.code == .unproven)
        #expect(try await pair.mirror().collection.size == 2)
    }

    @Test func `a new epoch that continues the old one is followed`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit((0..<10).map { Make.tool($0) })
        try await pair.follow()
        let backup = pair.peer.folder.path + "/backup.db"
        try await pair.peer.ledger.backUp(to: backup)
        let directory = DataDirectory.forTest(pair.peer.folder.path + "/restored")
        _ = try await GatewayLedger.restore(backup, into: directory, surroundings: pair.peer.surroundings)
        let restored = try await GatewayLedger(directory, surroundings: pair.peer.surroundings)
        _ = try await restored.admit(Input([Make.tool(11)]), into: "public", source: "file")
        let mirror = try await pair.follow(pair.log(of: restored))
        #expect(mirror.proven == 13)
        let origin = try restored.database.readNow { try $0.collection("public").origin }
        #expect(mirror.collection.origin == origin)
        #expect(origin != (try pair.peer.collection().origin))
        #expect(try await pair.verify().problems == [])
        #expect(try await pair.here.ledger.examine().allSatisfy { $0.isWell || $0.check == "disk" })
    }

    @Test func `a new epoch that lost entries contradicts what is here`() async throws {
        let pair = try await MirrorPair()
        let backup = pair.peer.folder.path + "/backup.db"
        try await pair.peer.ledger.backUp(to: backup)
        try await pair.peer.admit(Make.tool(1), Make.tool(2))
        try await pair.follow()
        let directory = DataDirectory.forTest(pair.peer.folder.path + "/restored")
        _ = try await GatewayLedger.restore(backup, into: directory, surroundings: pair.peer.surroundings)
        let restored = try await GatewayLedger(directory, surroundings: pair.peer.surroundings)
        _ = try await restored.admit(Input((5..<9).map { Make.tool($0) }), into: "public", source: "file")
        let error = await #expect(throws: LedgerError.self) { try await pair.follow(pair.log(of: restored)) }
        #expect(error?.code == .forked)
        #expect(try await pair.here.everyone.standing(of: Make.id("tool", 1)) != nil)
    }
}
