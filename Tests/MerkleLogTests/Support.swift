import MerkleLog
import Testing

/// SplitMix64: the same numbers in every run.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// Tiles by level and index, as a store keeps them: later ones replace earlier ones.
struct MemoryTiles: TileReader, Equatable {
    struct Key: Hashable {
        let level: Int
        let index: Int
    }

    struct Missing: Error {}

    private(set) var rows: [Key: [TreeHash]] = [:]

    mutating func store(_ tiles: [(Tile, [TreeHash])]) {
        for (tile, hashes) in tiles {
            rows[Key(level: tile.level, index: tile.index)] = hashes
        }
    }

    func hashes(of tile: Tile) throws -> [TreeHash] {
        guard let hashes = rows[Key(level: tile.level, index: tile.index)] else { throw Missing() }
        return hashes
    }
}

/// Counts the tiles read through it.
final class CountingTiles: TileReader {
    private let tiles: MemoryTiles
    private(set) var count = 0

    init(_ tiles: MemoryTiles) {
        self.tiles = tiles
    }

    func hashes(of tile: Tile) throws -> [TreeHash] {
        count += 1
        return try tiles.hashes(of: tile)
    }
}

/// A tree of 70,000 leaves and its tiles, built once for all tests.
struct LargeTree {
    static let shared = LargeTree()

    let leaves: [TreeHash]
    let tiles: MemoryTiles
    let head: TreeHead

    private init() {
        leaves = (0..<70_000).map { leaf($0) }
        var builder = TreeBuilder()
        for leaf in leaves { builder.append(leaf) }
        var tiles = MemoryTiles()
        tiles.store(builder.takeChangedTiles())
        self.tiles = tiles
        head = builder.head
    }
}

/// The hash of a small entry that no other number has.
func leaf(_ number: Int) -> TreeHash {
    withUnsafeBytes(of: number.littleEndian) { TreeHash.leaf($0) }
}

/// A tree of the first `size` leaves and its tiles.
func tree(_ size: Int) -> (builder: TreeBuilder, tiles: MemoryTiles) {
    var builder = TreeBuilder()
    for number in 0..<size { builder.append(leaf(number)) }
    var tiles = MemoryTiles()
    tiles.store(builder.takeChangedTiles())
    return (builder, tiles)
}

/// Bytes from hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

extension TreeHash {
    /// The same hash with one bit turned.
    func turned(bit: Int) throws -> TreeHash {
        var changed = bytes
        changed[bit / 8] ^= 1 << (bit % 8)
        return try #require(TreeHash(bytes: changed))
    }
}
