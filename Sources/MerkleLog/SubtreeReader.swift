/// Computes subtree hashes of a tree of one size from its tiles, reading each tile at most once.
struct SubtreeReader<Reader: TileReader> {
    private let size: Int
    private let reader: Reader
    private var tiles: [Tile: [TreeHash]] = [:]

    init(size: Int, reading reader: Reader) {
        self.size = size
        self.reader = reader
    }

    /// MTH(D[range]), for the ranges that RFC 6962 splits a tree into: the start is a multiple of a power of two not
    /// smaller than the length.
    mutating func hash(of range: Range<Int>) throws -> TreeHash {
        var subtrees: [TreeHash] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let height = (range.upperBound - start).highestBit
            subtrees.append(try perfectSubtree(height: height, index: start >> height))
            start += 1 << height
        }
        return TreeHash.root(over: subtrees)
    }

    /// The subtree of 2^height leaves that starts at leaf index * 2^height.
    private mutating func perfectSubtree(height: Int, index: Int) throws -> TreeHash {
        let (level, inner) = height.quotientAndRemainder(dividingBy: 8)
        let first = index << inner
        guard let tile = Tile(level: level, index: first / Tile.fullWidth, treeSize: size) else {
            throw ProofError.outOfRange
        }
        let hashes = try tiles[tile] ?? reader.exactHashes(of: tile)
        tiles[tile] = hashes
        let offset = first % Tile.fullWidth
        return TreeHash.perfectSubtree(hashes[offset..<offset + 1 << inner])
    }
}

extension Int {
    /// The place of the highest bit of a positive number: the largest `k` with 2^k ≤ self.
    var highestBit: Int { Int.bitWidth - 1 - leadingZeroBitCount }
    /// The largest power of two smaller than a number above 1: where RFC 6962 §2.1 splits a tree.
    var split: Int { 1 << (self - 1).highestBit }
}

extension TreeHash {
    /// The root of the tree of the first `size` leaves, computed from tiles of that tree or a larger one.
    ///
    /// - Throws: `TileError`, and what the reader throws.
    public static func root(at size: Int, reading tiles: some TileReader) throws -> TreeHash {
        guard size >= 0 else { throw TileError.negativeSize(size) }
        var subtrees = SubtreeReader(size: size, reading: tiles)
        return try subtrees.hash(of: 0..<size)
    }
}
