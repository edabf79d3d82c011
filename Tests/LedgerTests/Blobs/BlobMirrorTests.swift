import Storage
import Testing
import TestSupport

@testable import Ledger

/// Whose word hands out a file of a mirrored collection: its peer's, which lists what it hands out.
@Suite("Files that are not objects: in a mirror") struct BlobMirrorTests {
    private static let bytes = Array("what the peer has, and gives as long as it does".utf8)
    private static let hash = BlobHash(of: bytes)

    /// One visit, as a feed makes it: entries, then what the peer lists.
    private static func visit(_ pair: MirrorPair) async throws {
        try await pair.follow()
        let (copy, peers) = (try pair.here.collection("copy"), try pair.peer.collection())
        let listed = try await pair.peer.everyone.blobs(in: peers, limit: 10).map(\.hash)
        try await pair.here.ledger.withholdUnlisted(listed, after: nil, upTo: nil, in: copy)
        for hash in try await pair.here.ledger.lacking(listed, in: copy) {
            #expect(hash == Self.hash)
            let received = try await pair.here.receive(bytes, for: "copy")
            try await pair.here.ledger.deposit([Deposit(received)], into: "copy", as: .mirror(copy))
        }
    }

    private static func expectSame(_ pair: MirrorPair, _ isOpen: Bool) async throws {
        let expected = isOpen ? bytes : nil
        #expect(try await pair.peer.bytes(bytes, by: pair.peer.everyone) == expected)
        #expect(try await pair.here.bytes(bytes, by: pair.here.everyone, in: "copy") == expected)
    }

    @Test func `what was withdrawn at the peer comes back by nobody else's word, there or here`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await Self.visit(pair)
        try await Self.expectSame(pair, true)
        _ = try await pair.peer.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        try await pair.peer.admit([MakeFile.naming(Self.bytes, 2)], source: "a feed")
        try await Self.visit(pair)
        try await Self.expectSame(pair, false)
        // It stays on the disk as long as what handed it out, on both.
        #expect(try pair.here.isOnDisk(Self.bytes))
        _ = try await pair.peer.ledger.erase(MakeFile.id(1), reason: "r")
        try await Self.visit(pair)
        try await pair.here.ledger.purge()
        #expect(try !pair.here.isOnDisk(Self.bytes) && !pair.peer.isOnDisk(Self.bytes))
    }

    @Test func `who named it before it came does not keep it here either`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.admit([MakeFile.naming(Self.bytes, 2)], source: "a feed")
        try await pair.peer.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await Self.visit(pair)
        try await Self.expectSame(pair, true)
        _ = try await pair.peer.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        try await Self.visit(pair)
        try await Self.expectSame(pair, false)
    }

    @Test func `what is brought to the peer again comes here again`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await Self.visit(pair)
        _ = try await pair.peer.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        try await pair.peer.admit([MakeFile.naming(Self.bytes, 2)], source: "other")
        try await Self.visit(pair)
        try await Self.expectSame(pair, false)
        let received = try await pair.peer.receive(Self.bytes)
        try await pair.peer.ledger.deposit([Deposit(received)], into: "public", as: Source(named: "other"))
        try await Self.visit(pair)
        try await Self.expectSame(pair, true)
    }

    @Test func `one page of a list says nothing of what lies beyond it`() async throws {
        let pair = try await MirrorPair()
        try await pair.peer.deposit(Self.bytes, naming: MakeFile.naming(Self.bytes, 1))
        try await Self.visit(pair)
        let copy = try pair.here.collection("copy")
        let before = try #require(BlobHash([UInt8](repeating: 0, count: 32)))
        try await pair.here.ledger.withholdUnlisted([], after: nil, upTo: before, in: copy)
        try await pair.here.ledger.withholdUnlisted([], after: Self.hash, upTo: nil, in: copy)
        try await Self.expectSame(pair, true)
        try await pair.here.ledger.withholdUnlisted([], after: before, upTo: nil, in: copy)
        #expect(try await pair.here.bytes(Self.bytes, by: pair.here.everyone, in: "copy") == nil)
    }
}
