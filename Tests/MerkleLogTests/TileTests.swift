import MerkleLog
import Testing

@Suite("Tile")
struct TileTests {
    @Test(arguments: [
        (0, 1_234_067, 8, "tile/0/x001/x234/067.p/8"), (0, 1_234_067, 256, "tile/0/x001/x234/067"),
        (0, 0, 256, "tile/0/000"), (1, 999, 256, "tile/1/999"), (1, 1000, 1, "tile/1/x001/000.p/1"),
        (7, 0, 127, "tile/7/000.p/127"), (63, 0, 255, "tile/63/000.p/255"),
        (0, Int.max >> 8, 255, "tile/0/x036/x028/x797/x018/x963/967.p/255"),
    ])
    func `paths are those of the specification`(level: Int, index: Int, width: Int, path: String) throws {
        let tile = try #require(Tile(level: level, index: index, width: width))
        #expect(tile.path == path)
        #expect("\(tile)" == path)
        #expect(Tile(path: path) == tile)
    }

    @Test
    func `random tiles go round`() throws {
        var random = Generator(state: 8)
        for _ in 0..<300 {
            let index = Int.random(in: 0...(Int.max >> 8), using: &random) >> Int.random(in: 0...54, using: &random)
            let width = Int.random(in: 1...255, using: &random)
            let tile = try #require(Tile(level: Int.random(in: 0...63, using: &random), index: index, width: width))
            #expect(Tile(path: tile.path) == tile)
        }
    }

    @Test(arguments: [
        "", "/", "tile", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile//000", "tile/0//000",
        "tiles/0/000", "tile/64/000", "tile/-1/000", "tile/00/000", "tile/01/000", "tile/+1/000", "tile/x/000",
        "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/-01", "tile/0/+01", "tile/0/x000/001", "tile/0/x000",
        "tile/0/001/002", "tile/0/x001/x002", "tile/0/X001/002", "tile/0/x01/002", "tile/0/xx01/002",
        "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/00", "tile/0/000.p/01",
        "tile/0/000.p/256", "tile/0/000.p/-1", "tile/0/000.p/1/", "tile/0/000.p/1.p/1", "tile/0/000.q/1",
        "tile/0/.p/1", "tile/0/000 ", " tile/0/000", "tile/0/000\n", "tile/0/00０", "tile/0/0x00",
        "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/x036/x028/x797/x018/x963/968",
        "tile/0/x036/x028/x797/x018/x963/967", "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/0/000.p/99999999999999999999", "tile/entries/000", "tile/0/../000", "tile/0/%300",
    ])
    func `any other path is refused`(path: String) {
        #expect(Tile(path: path) == nil)
    }

    @Test(arguments: [
        (-1, 0, 1), (64, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, -1), (0, 0, 257), (0, Int.max, 1),
        (0, Int.max >> 8, 256), (0, Int.min, 1),
    ])
    func `impossible tiles cannot be named`(level: Int, index: Int, width: Int) {
        #expect(Tile(level: level, index: index, width: width) == nil)
        #expect(Tile(level: level, index: index, treeSize: 100) == nil || width != 1)
    }

    @Test
    func `a tree of 70,000 leaves has the tiles that the specification lists`() {
        let tiles = Array(Tile.all(in: 70_000))
        #expect(tiles.count { $0.level == 0 && $0.width == 256 } == 273)
        #expect(
            tiles.filter { $0.level > 0 || $0.width < 256 }.map(\.path) == [
                "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1",
            ])
        #expect(Array(Tile.all(in: 256)).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        #expect(Array(Tile.all(in: 0)).isEmpty)
        #expect(Array(Tile.all(in: -5)).isEmpty)
        #expect(Array(Tile.all(in: 70_000, since: 70_000)).isEmpty)
        #expect(Array(Tile.all(in: 5, since: 70_000)).isEmpty)
        #expect(Array(Tile.all(in: 70_000, since: 69_999)).map(\.path) == ["tile/0/273.p/112"])
        #expect(Array(Tile.all(in: Int.max).prefix(2)).map(\.index) == [0, 1])
        #expect(
            Array(Tile.all(in: Int.max, since: Int.max - 1)).map(\.path) == [
                "tile/0/x036/x028/x797/x018/x963/967.p/255"
            ])
    }

    @Test
    func `a tile exists from the moment that its last hash stands`() throws {
        let tile = try #require(Tile(level: 1, index: 1, width: 17))
        #expect(tile.exists(in: 70_000))
        #expect(tile.exists(in: 1 << 40))
        #expect(!tile.exists(in: 69_887))
        #expect(tile.exists(in: 69_888))
        #expect(!tile.exists(in: 0))
        #expect(!tile.exists(in: -1))
        #expect(Tile(level: 0, index: 273, treeSize: 70_000)?.width == 112)
        #expect(Tile(level: 0, index: 274, treeSize: 70_000) == nil)
        #expect(Tile(level: 0, index: 0, treeSize: 0) == nil)
        #expect(Tile(level: 8, index: 0, treeSize: Int.max) == nil)
        #expect(Tile(level: 7, index: 0, treeSize: Int.max)?.width == 127)
    }

    @Test
    func `the bytes are the hashes one after another, and a wider tile will do`() throws {
        let hashes = (0..<5).map(leaf)
        let tile = try #require(Tile(level: 0, index: 0, width: 3))
        let encoded = try tile.encode(hashes)
        #expect(encoded == hashes.prefix(3).flatMap(\.bytes))
        #expect(try tile.decode(encoded) == Array(hashes.prefix(3)))
        #expect(try tile.decode(hashes.flatMap(\.bytes)) == Array(hashes.prefix(3)))
        #expect(throws: TileError.tooFewHashes(tile, found: 2)) { try tile.encode([leaf(0), leaf(1)]) }
        #expect(throws: TileError.tooFewHashes(tile, found: 2)) { try tile.decode([UInt8](repeating: 0, count: 64)) }
        for count in [0, 1, 95, 97, 257 * 32, 1 << 20] {
            #expect(throws: TileError.malformed(tile, byteCount: count)) {
                try tile.decode([UInt8](repeating: 0, count: count))
            }
        }
    }
}
