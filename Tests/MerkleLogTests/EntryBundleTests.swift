import MerkleLog
import Testing

@Suite("Entry bundle")
struct EntryBundleTests {
    @Test(arguments: [
        (1_234_067, 8, "tile/entries/x001/x234/067.p/8"), (0, 256, "tile/entries/000"),
        (273, 112, "tile/entries/273.p/112"),
    ])
    func `paths are those of the specification`(index: Int, width: Int, path: String) throws {
        let bundle = try #require(EntryBundle(index: index, width: width))
        #expect(bundle.path == path)
        #expect(EntryBundle(path: path) == bundle)
        #expect(bundle.entries == index * 256..<index * 256 + width)
    }

    @Test(arguments: [
        "", "tile/entries", "tile/entries/", "tile/entries/0", "tile/0/000", "tile/entries/000.p/256",
        "tile/entries/000.p/0", "entries/000", "tile/entries/x000/000", "tile/entries/-01", "tile/Entries/000",
    ])
    func `any other path is refused`(path: String) {
        #expect(EntryBundle(path: path) == nil)
    }

    @Test
    func `a log of 70,000 entries has 273 full bundles and one of 112`() {
        let bundles = Array(EntryBundle.all(in: 70_000))
        #expect(bundles.count == 274)
        #expect(bundles.last?.path == "tile/entries/273.p/112")
        #expect(bundles.last?.entries == 69_888..<70_000)
        #expect(Array(EntryBundle.all(in: 70_000, since: 69_887)).map(\.path).first == "tile/entries/272")
        #expect(EntryBundle(index: 273, treeSize: 70_000)?.width == 112)
        #expect(EntryBundle(index: 274, treeSize: 70_000) == nil)
        #expect(EntryBundle(index: 0, width: 0) == nil)
        #expect(EntryBundle(index: -1) == nil)
    }

    @Test
    func `entries go round, empty and longest ones too`() throws {
        let entries: [[UInt8]] = [[], [1], [UInt8](repeating: 7, count: 258), [UInt8](repeating: 9, count: 65_535)]
        let bundle = try #require(EntryBundle(index: 0, width: 4))
        let encoded = try bundle.encode(entries)
        #expect(encoded.prefix(7) == [0, 0, 0, 1, 1, 1, 2])
        #expect(encoded.count == 8 + 1 + 258 + 65_535)
        #expect(try bundle.decode(encoded) == entries)
        #expect(try bundle.decode(encoded[...]) == entries)
    }

    @Test
    func `what breaks the format is refused by name`() throws {
        let bundle = try #require(EntryBundle(index: 0, width: 2))
        #expect(throws: EntryBundleError.entryTooLong(number: 1, length: 65_536)) {
            try bundle.encode([[], [UInt8](repeating: 0, count: 65_536)])
        }
        #expect(throws: EntryBundleError.wrongCount(expected: 2, found: 1)) { try bundle.encode([[]]) }
        #expect(throws: EntryBundleError.wrongCount(expected: 2, found: 0)) { try bundle.decode([UInt8]()) }
        #expect(throws: EntryBundleError.wrongCount(expected: 2, found: 1)) { try bundle.decode([0, 0] as [UInt8]) }
        #expect(throws: EntryBundleError.truncated(number: 1)) { try bundle.decode([0, 0, 0] as [UInt8]) }
        #expect(throws: EntryBundleError.truncated(number: 1)) { try bundle.decode([0, 0, 0, 2, 1] as [UInt8]) }
        #expect(throws: EntryBundleError.truncated(number: 0)) { try bundle.decode([0xff, 0xff, 1] as [UInt8]) }
        #expect(throws: EntryBundleError.wrongCount(expected: 2, found: 3)) {
            try bundle.decode([UInt8](repeating: 0, count: 1 << 20))
        }
    }
}
