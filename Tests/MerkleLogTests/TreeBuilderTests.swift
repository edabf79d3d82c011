import MerkleLog
import Testing

@Suite("Tree builder")
struct TreeBuilderTests {
    @Test
    func `roots are the reference's at every size up to 600`() {
        let reference = ReferenceTree(leafHashes: Array(LargeTree.shared.leaves.prefix(600)))
        var builder = TreeBuilder()
        for size in 0...600 {
            if size % 7 == 0 || size < 70 || 250...260 ~= size || 510...514 ~= size {
                #expect(builder.head.root == reference.root(size))
            }
            builder.append(leaf(size))
        }
    }

    @Test
    func `roots are the reference's at random sizes up to 70,000`() throws {
        var random = Generator(state: 1)
        let sizes = (1..<4).map { Int.random(in: 600...(70_000 >> $0), using: &random) }
        let reference = ReferenceTree(leafHashes: LargeTree.shared.leaves)
        for size in sizes {
            let expected = reference.root(size)
            #expect(try TreeHash.root(at: size, reading: LargeTree.shared.tiles) == expected)
            let resumed = try TreeBuilder(size: size, reading: LargeTree.shared.tiles)
            #expect(resumed.head.root == expected)
        }
        #expect(LargeTree.shared.head.root == reference.root(70_000))
    }

    @Test
    func `tiles hold the hashes that the specification says`() throws {
        let large = LargeTree.shared
        let reference = ReferenceTree(leafHashes: Array(large.leaves.prefix(65_536)))
        let widths = large.tiles.rows.mapValues(\.count)
        #expect(widths.count == 277)
        for tile in Tile.all(in: 70_000) {
            #expect(widths[MemoryTiles.Key(level: tile.level, index: tile.index)] == tile.width)
        }
        let leaves = try large.tiles.hashes(of: #require(Tile(level: 0, index: 273)))
        #expect(leaves == Array(large.leaves[(273 * 256)...]))
        let first = try large.tiles.hashes(of: #require(Tile(level: 1, index: 0)))
        #expect(first[0] == reference.root(256))
        #expect(first[7] == ReferenceTree(leafHashes: Array(large.leaves[1792..<2048])).root(256))
        #expect(try large.tiles.hashes(of: #require(Tile(level: 2, index: 0))) == [reference.root(65_536)])
    }

    @Test
    func `changed tiles are those of Tile.all(in:since:), however the appends are cut`() {
        var random = Generator(state: 2)
        var builder = TreeBuilder()
        var tiles = MemoryTiles()
        while builder.size < 4000 {
            let old = builder.size
            for _ in 0..<Int.random(in: 0...700, using: &random) { builder.append(leaf(builder.size)) }
            let changed = builder.takeChangedTiles()
            #expect(changed.map(\.0) == Array(Tile.all(in: builder.size, since: old)))
            #expect(changed.allSatisfy { $0.width == $1.count })
            tiles.store(changed)
            #expect(builder.takeChangedTiles().isEmpty)
        }
        #expect(tiles == tree(builder.size).tiles)
    }

    @Test
    func `a builder resumed at any size goes on to identical tiles`() throws {
        var random = Generator(state: 3)
        let sizes = [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 69_999, 70_000]
        for size in sizes + (0..<20).map({ _ in Int.random(in: 0...70_000, using: &random) }) {
            let large = LargeTree.shared
            var builder = try TreeBuilder(size: size, reading: large.tiles)
            #expect(builder.head.root == (try TreeHash.root(at: size, reading: large.tiles)))
            #expect(builder.takeChangedTiles().isEmpty)
            let end = min(size + Int.random(in: 1...600, using: &random), 70_000)
            for number in size..<end { builder.append(large.leaves[number]) }
            #expect(builder.head.root == (try TreeHash.root(at: end, reading: large.tiles)))
            let changed = builder.takeChangedTiles()
            #expect(changed.map(\.0) == Array(Tile.all(in: end, since: size)))
            for (tile, hashes) in changed {
                #expect(hashes == Array(try large.tiles.hashes(of: tile).prefix(tile.width)))
            }
        }
    }

    @Test
    func `resuming reads only the right edge`() throws {
        let tiles = CountingTiles(LargeTree.shared.tiles)
        _ = try TreeBuilder(size: 70_000, reading: tiles)
        #expect(tiles.count == 3)
    }

    @Test
    func `resuming refuses tiles of another tree`() throws {
        let tiles = tree(300).tiles
        let head = TreeHead(size: 300, root: leaf(0))
        let root = tree(300).builder.head.root
        #expect(throws: TileError.rootMismatch(expected: head, found: root)) {
            try TreeBuilder(resuming: head, reading: tiles)
        }
        #expect(try TreeBuilder(resuming: TreeHead(size: 300, root: root), reading: tiles).head.root == root)
        #expect(throws: TileError.negativeSize(-1)) { try TreeBuilder(size: -1, reading: tiles) }
        #expect(throws: TileError.negativeSize(-1)) { try TreeHash.root(at: -1, reading: tiles) }
        #expect(throws: (any Error).self) { try TreeBuilder(size: Int.max, reading: tiles) }
    }

    @Test
    func `a reader with too few hashes is refused`() throws {
        let tile = try #require(Tile(level: 0, index: 0, width: 44))
        var tiles = MemoryTiles()
        tiles.store([(tile, (0..<43).map(leaf))])
        #expect(throws: TileError.tooFewHashes(tile, found: 43)) { try TreeBuilder(size: 44, reading: tiles) }
        #expect(throws: TileError.tooFewHashes(tile, found: 43)) {
            try InclusionProof(index: 0, size: 44, reading: tiles)
        }
    }

    @Test
    func `a copy is a snapshot to go back to`() {
        var (builder, _) = tree(300)
        let before = builder
        builder.append(leaf(300))
        #expect(before.head == tree(300).builder.head)
        #expect(builder.head == tree(301).builder.head)
    }
}
