import MerkleLog

/// The tree under a signed root, of which a source hands over the tiles; none is used before it has led to the root.
///
/// Holds the right edge and one full tile per level, whatever the size of the log.
struct ProvenTree<Source: LogSource> {
    let head: TreeHead
    private let source: Source
    private var edge: [Int: [TreeHash]] = [:]
    private var full: [Int: (index: Int, hashes: [TreeHash])] = [:]

    /// Reads the right edge of the tree.
    ///
    /// - Throws: `unproven` where it does not make the root.
    init(_ head: TreeHead, from source: Source) async throws {
        self.head = head
        self.source = source
        var tiles = TilesAtHand()
        var level = 0
        while head.size >> (8 * level) > 0 {
            if let tile = Tile(level: level, index: head.size >> (8 * level + 8), treeSize: head.size) {
                let hashes = try await source.hashes(of: tile)
                edge[level] = hashes
                tiles.put(hashes, level: level, index: tile.index)
            }
            level += 1
        }
        guard try TreeBuilder(size: head.size, reading: tiles).head == head else {
            throw LedgerError(.unproven, "the tiles of \(head.size) entries do not make the root that was signed")
        }
    }

    /// The root that the first `size` entries had.
    mutating func root(at size: Int) async throws -> TreeHash {
        var tiles = TilesAtHand()
        while true {
            do {
                return try TreeHash.root(at: size, reading: tiles)
            } catch let missing as TilesAtHand.Missing {
                tiles.put(
                    try await hashes(level: missing.level, index: missing.index), level: missing.level,
                    index: missing.index)
            }
        }
    }

    /// Makes sure that these are the leaves of a bundle.
    mutating func verify(_ leaves: [TreeHash], of bundle: EntryBundle) async throws {
        let fits: Bool
        if bundle.width < Tile.fullWidth {
            fits = leaves == edge[0]
        } else {
            let parents = try await hashes(level: 1, index: bundle.index / Tile.fullWidth)
            fits = leaves.count == Tile.fullWidth && Self.root(leaves) == parents[bundle.index % Tile.fullWidth]
        }
        guard fits else {
            let entries = bundle.entries
            throw LedgerError(
                .unproven,
                "the entries \(entries.lowerBound) to \(entries.upperBound - 1) are not those that were signed")
        }
    }

    private mutating func hashes(level: Int, index: Int) async throws -> [TreeHash] {
        guard let tile = Tile(level: level, index: index, treeSize: head.size) else {
            throw LedgerError(.unproven, "a log of \(head.size) entries has no tile \(index) of level \(level)")
        }
        if tile.width < Tile.fullWidth, let hashes = edge[level] { return hashes }
        if let last = full[level], last.index == index { return last.hashes }
        let hashes = try await source.hashes(of: tile)
        // Above every full tile stands its root, in a tile that has been led to the root before.
        let parents = try await self.hashes(level: level + 1, index: index / Tile.fullWidth)
        guard hashes.count == Tile.fullWidth, Self.root(hashes) == parents[index % Tile.fullWidth] else {
            throw LedgerError(.unproven, "\(tile) does not lead to the root that was signed")
        }
        full[level] = (index, hashes)
        return hashes
    }

    /// Over neighbouring nodes of one level.
    private static func root(_ hashes: [TreeHash]) -> TreeHash {
        var tree = TreeBuilder()
        for hash in hashes { tree.append(hash) }
        return tree.head.root
    }
}

/// Tiles that have been read, for what computes from them.
private struct TilesAtHand: TileReader {
    struct Missing: Error {
        let level: Int
        let index: Int
    }

    private var tiles: [Tile: [TreeHash]] = [:]

    mutating func put(_ hashes: [TreeHash], level: Int, index: Int) {
        if let tile = Tile(level: level, index: index) { tiles[tile] = hashes }
    }

    func hashes(of tile: Tile) throws -> [TreeHash] {
        guard let key = Tile(level: tile.level, index: tile.index), let found = tiles[key] else {
            throw Missing(level: tile.level, index: tile.index)
        }
        return found
    }
}
