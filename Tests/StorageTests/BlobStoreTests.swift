import Crypto
import Foundation
import Testing
import TestSupport

@testable import Storage

@Suite struct BlobStoreTests {
    let folder: TemporaryFolder
    let store: BlobStore

    init() throws {
        folder = try TemporaryFolder()
        store = BlobStore(folder: folder.path + "/blobs")
    }

    private func receive(_ bytes: [UInt8], named name: String = "d", atMost most: Int = 1 << 20) async throws
        -> ReceivedBlob
    {
        let draft = try await store.draft(named: name, atMost: most)
        try await draft.write(bytes)
        return try await draft.finish()
    }

    private func read(_ blob: StoredBlob, _ range: Range<Int>? = nil) async throws -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        try await blob.read(range ?? 0..<blob.size) { pieces.append($0) }
        return pieces
    }

    @Test func `a hash is read and written in hexadecimal digits`() {
        let text = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        #expect(BlobHash(of: Array("hello".utf8)).description == text)
        #expect(BlobHash(hex: text.uppercased())?.description == text)
        for wrong in ["", "2c", text + "0", text.dropLast() + "g", text.dropLast() + "é"] {
            #expect(BlobHash(hex: String(wrong)) == nil)
        }
        #expect(BlobHash([1, 2]) == nil)
    }

    @Test func `bytes come out as they came in, under the hash of all of them`() async throws {
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let received = try await receive(bytes)
        #expect(received.hash == BlobHash(of: bytes) && received.size == bytes.count)
        #expect(try await store.open(received.hash, size: bytes.count) == nil)
        try store.keep([received])
        let stored = try #require(await store.open(received.hash, size: bytes.count))
        let pieces = try await read(stored)
        #expect(pieces.count == 3 && pieces.flatMap(\.self) == bytes)
        #expect(try await read(stored, 299_999..<300_002).flatMap(\.self) == Array(bytes[299_999..<300_002]))
        #expect(try await read(stored, 5..<5) == [])
    }

    @Test func `an empty file is a file`() async throws {
        let received = try await receive([])
        try store.keep([received])
        let stored = try #require(await store.open(received.hash, size: 0))
        #expect(try await read(stored) == [])
        #expect(try await stored.isSound())
    }

    @Test func `what is more than there is room for is refused as it comes, and leaves nothing`() async throws {
        do {
            let draft = try await store.draft(named: "d", atMost: 10)
            try await draft.write([UInt8](repeating: 1, count: 10))
            await #expect(throws: (any Error).self) { try await draft.write([1]) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/blobs/incoming") == [])
    }

    @Test func `what is refused, or whose source breaks, is gone at once, whoever still holds it`() async throws {
        struct Broken: Error {}
        let incoming = folder.path + "/blobs/incoming"
        let small = try await store.draft(named: "small", atMost: 10)
        await #expect(throws: (any Error).self) { try await small.write([UInt8](repeating: 1, count: 11)) }
        let broken = try await store.draft(named: "broken", atMost: 10)
        await #expect(throws: Broken.self) { _ = try await broken.take { throw Broken() } }
        #expect(try FileManager.default.contentsOfDirectory(atPath: incoming) == [])
        let given = try await store.draft(named: "given", atMost: 10)
        var pieces: [[UInt8]] = [[1, 2], [3]]
        let received = try await given.take { pieces.isEmpty ? nil : pieces.removeFirst() }
        #expect(received.size == 3 && received.hash == BlobHash(of: [1, 2, 3]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: incoming) == ["given"])
        received.discard()
        #expect(try FileManager.default.contentsOfDirectory(atPath: incoming) == [])
        #expect(throws: (any Error).self) { try store.keep([received]) }
        // What has its place is no draft any more.
        let kept = try await receive([4])
        try store.keep([kept])
        kept.discard()
        #expect(try await store.isSound(kept.hash, size: 1))
        withExtendedLifetime((small, broken, given)) {}
    }

    @Test func `the same again replaces what is there, so that a damaged one is mended`() async throws {
        let bytes = Array("the same".utf8)
        try store.keep([try await receive(bytes)])
        try Data("altered!".utf8).write(to: URL(filePath: store.path(BlobHash(of: bytes))))
        #expect(try await store.isSound(BlobHash(of: bytes), size: 8) == false)
        try store.keep([try await receive(bytes)])
        #expect(try await store.isSound(BlobHash(of: bytes), size: 8))
    }

    @Test func `the last piece of what was altered is never handed out`() async throws {
        var bytes = [UInt8](repeating: 5, count: 600_000)
        let received = try await receive(bytes)
        try store.keep([received])
        bytes[3] = 6
        try Data(bytes).write(to: URL(filePath: store.path(received.hash)))
        let stored = try #require(await store.open(received.hash, size: bytes.count))
        var count = 0
        let error = await #expect(throws: StorageError.self) {
            try await stored.read(0..<600_000) { count += $0.count }
        }
        #expect(error?.code == .damaged && count == 524_288)
    }

    /// Pieces are of 262,144 bytes.
    @Test(arguments: [5..<6, 0..<10, 262_100..<262_200, 300_000..<400_000, 599_990..<600_000, 1..<600_000, 0..<600_000])
    func `a part of what was altered is never handed out, wherever that was`(_ range: Range<Int>) async throws {
        let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for place in [3, 262_143, 262_144, 350_000, 599_999] {
            let store = BlobStore(folder: folder.path + "/\(place)")
            let draft = try await store.draft(named: "d", atMost: 1 << 20)
            try await draft.write(bytes)
            let received = try await draft.finish()
            try store.keep([received])
            var altered = bytes
            altered[place] ^= 1
            try Data(altered).write(to: URL(filePath: store.path(received.hash)))
            let stored = try #require(await store.open(received.hash, size: bytes.count))
            var sent: [UInt8] = []
            let error = await #expect(throws: StorageError.self) { try await stored.read(range) { sent += $0 } }
            #expect(error?.code == .damaged && "\(String(describing: error))".contains("\(received.hash)"))
            // Of the whole, only its end is known: what was sent before is broken off.
            if range != 0..<600_000 { #expect(sent == []) }
            await #expect(throws: StorageError.self) { try await stored.verify() }
        }
    }

    @Test func `what is altered after it was looked through is not handed out either`() async throws {
        let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let received = try await receive(bytes)
        try store.keep([received])
        let stored = try #require(await store.open(received.hash, size: bytes.count))
        try await stored.verify()
        var altered = bytes
        altered[300_000] ^= 1
        let file = try FileHandle(forWritingTo: URL(filePath: store.path(received.hash)))
        try file.seek(toOffset: 300_000)
        try file.write(contentsOf: [altered[300_000]])
        // The pieces that are what they were are handed out, also of the whole, and none of the others.
        #expect(try await read(stored, 10..<20).flatMap(\.self) == Array(bytes[10..<20]))
        for range in [299_999..<300_000, 262_140..<262_150, 0..<600_000] {
            var sent: [UInt8] = []
            let error = await #expect(throws: StorageError.self) { try await stored.read(range) { sent += $0 } }
            #expect(error?.code == .damaged && sent.elementsEqual(bytes[range].prefix(sent.count)))
        }
        #expect(try await stored.isSound() == false)
        // Somebody brought it again.
        try store.keep([try await receive(bytes)])
        let mended = try #require(await store.open(received.hash, size: bytes.count))
        #expect(try await read(mended, 299_999..<300_002).flatMap(\.self) == Array(bytes[299_999..<300_002]))
    }

    @Test func `any part is what it was`() async throws {
        let bytes = (0..<530_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let received = try await receive(bytes)
        try store.keep([received])
        let stored = try #require(await store.open(received.hash, size: bytes.count))
        var dice = Dice(7)
        for _ in 0..<40 {
            let start = Int.random(in: 0..<bytes.count, using: &dice)
            let end = Int.random(in: start...bytes.count, using: &dice)
            let read = try await read(stored, start..<end)
            #expect(read.flatMap(\.self) == Array(bytes[start..<end]), "\(start)..<\(end)")
        }
    }

    @Test func `what is remembered of pieces is bounded, and forgets what nobody asks for`() {
        let pieces = KnownPieces(most: 10)
        let names = (0..<4).map { BlobHash(of: [UInt8($0)]) }
        func digests(_ count: Int) -> [SHA256.Digest] { (0..<count).map { SHA256.hash(data: [UInt8($0)]) } }
        for name in names.prefix(3) { pieces.keep(digests(3), of: name) }
        #expect(pieces.count == 9 && pieces.digests(of: names[0])?.count == 3)
        // The first was asked for since, so the second goes.
        pieces.keep(digests(4), of: names[3])
        #expect(pieces.count == 10 && pieces.digests(of: names[1]) == nil && pieces.digests(of: names[0]) != nil)
        pieces.keep(digests(11), of: names[1])
        #expect(pieces.count == 10 && pieces.digests(of: names[1]) == nil)
        pieces.keep(digests(4), of: names[3])
        #expect(pieces.count == 10)
    }

    @Test func `what is set aside is out of reach at once, and destroyed once`() async throws {
        let bytes = Array("a secret of eight or more bytes".utf8)
        let hash = BlobHash(of: bytes)
        try store.keep([try await receive(bytes)])
        try store.setAside([hash, BlobHash(of: [1])]) { "one" }
        #expect(try await store.open(hash, size: bytes.count) == nil)
        #expect(try await store.hasLeaving())
        #expect(try folder.files(holding: bytes).count == 1)
        async let other: Void = store.shred()
        try await store.shred()
        try await other
        #expect(try await !store.hasLeaving())
        #expect(try folder.files(holding: bytes) == [])
    }

    @Test func `each shelf says what it holds`() async throws {
        var hashes: Set<BlobHash> = []
        for number in 0..<20 {
            let received = try await receive([UInt8(number)], named: "\(number)")
            hashes.insert(received.hash)
            try store.keep([received])
        }
        try Data().write(to: URL(filePath: store.path(BlobHash(of: [0])) + ".part"))
        var (found, strangers): (Set<BlobHash>, [String]) = ([], [])
        for shelf in BlobStore.shelves {
            let contents = try await store.contents(ofShelf: shelf)
            found.formUnion(contents.blobs)
            strangers += contents.strangers
        }
        #expect(found == hashes && strangers == [store.path(BlobHash(of: [0])) + ".part"])
    }

    @Test func `a copy is checked, and shares the file of an earlier copy`() async throws {
        let bytes = Array("to be copied".utf8)
        let hash = BlobHash(of: bytes)
        try store.keep([try await receive(bytes)])
        let (first, second) = (BlobStore(folder: folder.path + "/1"), BlobStore(folder: folder.path + "/2"))
        guard case .copied = try await store.copy(hash, size: bytes.count, to: first) else {
            Issue.record("it was not copied")
            return
        }
        guard case .linked = try await store.copy(hash, size: bytes.count, to: second, linking: first) else {
            Issue.record("it was copied twice")
            return
        }
        #expect(try await second.isSound(hash, size: bytes.count))
        for (size, content) in [(bytes.count, "to be altere"), (3, "abc")] {
            try Data(content.utf8).write(to: URL(filePath: store.path(hash)))
            guard case .missing = try await store.copy(hash, size: size, to: BlobStore(folder: folder.path + "/3"))
            else {
                Issue.record("what is not it was copied")
                return
            }
        }
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/3").allSatisfy { !$0.contains(".") })
    }

    @Test func `an earlier copy that went bad is not handed on`() async throws {
        let bytes = Array("to be copied twice".utf8)
        let hash = BlobHash(of: bytes)
        try store.keep([try await receive(bytes)])
        let (first, second) = (BlobStore(folder: folder.path + "/1"), BlobStore(folder: folder.path + "/2"))
        _ = try await store.copy(hash, size: bytes.count, to: first)
        // Of the same length, as after a bad sector.
        try Data("to be copied twicE".utf8).write(to: URL(filePath: first.path(hash)))
        guard case .copied = try await store.copy(hash, size: bytes.count, to: second, linking: first) else {
            Issue.record("the damaged copy was handed on")
            return
        }
        #expect(try await second.isSound(hash, size: bytes.count))
    }

    @Test func `what can't be destroyed holds up no other`() async throws {
        let names = try await [Array("one".utf8), Array("two".utf8)].asyncMap { bytes in
            try store.keep([try await receive(bytes)])
            return BlobHash(of: bytes)
        }
        var count = 0
        try store.setAside(names) {
            count += 1
            return "later-\(count)"
        }
        let leaving = folder.path + "/blobs/leaving"
        let outside = folder.path + "/outside"
        try Data("somebody else's".utf8).write(to: URL(filePath: outside))
        try FileManager.default.createDirectory(atPath: leaving + "/0", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: leaving + "/00", withDestinationPath: outside)
        #expect(mkfifo(leaving + "/000", 0o600) == 0)
        await #expect(throws: (any Error).self) { try await store.shred() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: leaving).sorted() == ["0", "00", "000"])
        #expect(try String(contentsOfFile: outside, encoding: .utf8) == "somebody else's")
        #expect(try FileManager.default.attributesOfItem(atPath: outside)[.posixPermissions] as? Int != 0o200)
    }
}

extension Sequence {
    fileprivate func asyncMap<Made>(_ make: (Element) async throws -> Made) async rethrows -> [Made] {
        var all: [Made] = []
        for element in self { all.append(try await make(element)) }
        return all
    }
}
