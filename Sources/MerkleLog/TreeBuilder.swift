/// Grows a tree at its right edge, and tells which tiles to store.
///
/// Holds the partial tiles of the edge (at most 8 × 8 KB) and the tiles completed since they were last taken. A value:
/// whoever copies it before a transaction can go back to the copy when the transaction fails.
public struct TreeBuilder: Sendable {
    /// The number of leaves.
    public private(set) var size = 0
    /// The roots of the perfect subtrees that make up the tree: one per bit set in `size`, widest first.
    private var subtrees: [TreeHash] = []
    /// The right edge, by level.
    private var edge: [EdgeLevel] = []

    /// Starts an empty tree.
    public init() {}

    /// Goes on with a stored tree, reading only the partial tiles of its right edge (at most 8).
    ///
    /// Compare ``head`` with the last checkpoint before appending, or use ``init(resuming:reading:)``.
    ///
    /// - Throws: `TileError`, and what the reader throws.
    public init(size: Int, reading tiles: some TileReader) throws {
        guard size >= 0 else { throw TileError.negativeSize(size) }
        self.size = size
        var level = 0
        while size >> (8 * level) > 0 {
            var column = EdgeLevel(index: size >> (8 * level + 8))
            if let tile = Tile(level: level, index: column.index, treeSize: size) {
                column.hashes = try tiles.exactHashes(of: tile)
                column.takenWidth = tile.width
            }
            edge.append(column)
            level += 1
        }
        subtrees = edge.reversed().flatMap(\.subtrees)
    }

    /// Goes on with a stored tree, after making sure that it is the one with this head.
    ///
    /// - Throws: `TileError`, above all `rootMismatch`, and what the reader throws.
    public init(resuming head: TreeHead, reading tiles: some TileReader) throws {
        try self.init(size: head.size, reading: tiles)
        let root = self.head.root
        guard root == head.root else { throw TileError.rootMismatch(expected: head, found: root) }
    }

    /// The size and root now; at most 62 hashes are computed.
    public var head: TreeHead {
        TreeHead(size: size, root: TreeHash.root(over: subtrees))
    }

    /// Adds a leaf; on average one node is hashed.
    public mutating func append(_ leafHash: TreeHash) {
        put(leafHash, level: 0)
        var hash = leafHash
        var height = 0
        // Like adding 1 to a binary number: each bit set joins two subtrees of equal height and carries on.
        while size >> height & 1 == 1, let left = subtrees.popLast() {
            hash = TreeHash.node(left, hash)
            height += 1
            if height % 8 == 0 { put(hash, level: height / 8) }
        }
        subtrees.append(hash)
        size += 1
    }

    /// Hands over every tile completed or grown since the last call (or since loading), with its whole content.
    ///
    /// In the order of `Tile.all(in:since:)`: by level, then index. A store keeps them by level and index, later ones
    /// replacing earlier ones.
    public mutating func takeChangedTiles() -> [(Tile, [TreeHash])] {
        var changed: [(Tile, [TreeHash])] = []
        for level in edge.indices {
            changed += edge[level].takeChanged(level: level)
        }
        return changed
    }

    private mutating func put(_ hash: TreeHash, level: Int) {
        if level == edge.count { edge.append(EdgeLevel(index: 0)) }
        edge[level].append(hash)
    }
}

/// The right edge of one level: the tile that grows, and the full ones nobody took yet.
private struct EdgeLevel: Sendable {
    /// The index of the growing tile.
    var index: Int
    /// Its hashes, at most 255.
    var hashes: [TreeHash] = []
    /// How many of them were there when it was last taken.
    var takenWidth = 0
    /// The tiles before it that became full since.
    private var full: [[TreeHash]] = []

    init(index: Int) {
        self.index = index
    }

    mutating func append(_ hash: TreeHash) {
        hashes.append(hash)
        guard hashes.count == Tile.fullWidth else { return }
        full.append(hashes)
        hashes = []
        hashes.reserveCapacity(Tile.fullWidth)
        index += 1
        takenWidth = 0
    }

    mutating func takeChanged(level: Int) -> [(Tile, [TreeHash])] {
        let first = index - full.count
        var changed = full.enumerated().map { offset, hashes in
            (Tile(unchecked: level, index: first + offset, width: Tile.fullWidth), hashes)
        }
        if hashes.count > takenWidth {
            changed.append((Tile(unchecked: level, index: index, width: hashes.count), hashes))
        }
        full = []
        takenWidth = hashes.count
        return changed
    }

    /// The growing tile as perfect subtrees, widest first.
    var subtrees: [TreeHash] {
        var start = 0
        return (0..<8).reversed().filter { hashes.count >> $0 & 1 == 1 }.map { height in
            defer { start += 1 << height }
            return TreeHash.perfectSubtree(hashes[start..<start + 1 << height])
        }
    }
}
