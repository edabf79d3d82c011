/// Where the tiles of a log are kept: a table, a directory, a peer.
///
/// A reader need not be trusted for proofs (a false hash makes a proof that does not verify), but it is for
/// `TreeBuilder`, which appends to what it was given: compare the head after loading.
public protocol TileReader {
    /// The hashes of a tile, first to last: at least ``Tile/width`` of them; more are ignored.
    ///
    /// A store may thus keep one row per level and index, and answer with the widest tile that it has.
    func hashes(of tile: Tile) throws -> [TreeHash]
}

extension TileReader {
    /// Exactly the hashes asked for.
    func exactHashes(of tile: Tile) throws -> [TreeHash] {
        let hashes = try hashes(of: tile)
        guard hashes.count >= tile.width else { throw TileError.tooFewHashes(tile, found: hashes.count) }
        return hashes.count == tile.width ? hashes : Array(hashes.prefix(tile.width))
    }
}

/// Why tiles could not be used.
public enum TileError: Error, Equatable {
    /// A tree size below 0.
    case negativeSize(Int)
    /// Fewer hashes than the tile's width.
    case tooFewHashes(Tile, found: Int)
    /// Bytes that are not 1 to 256 whole hashes.
    case malformed(Tile, byteCount: Int)
    /// The tiles make another root than the tree head says.
    case rootMismatch(expected: TreeHead, found: TreeHash)
}

extension TileError: CustomStringConvertible {
    /// One sentence for people.
    public var description: String {
        switch self {
        case .negativeSize(let size): "\(size) is no tree size"
        case .tooFewHashes(let tile, let found): "\(tile) needs \(tile.width) hashes, \(found) found"
        case .malformed(let tile, let count): "\(tile) cannot be \(count) bytes long"
        case .rootMismatch(let head, let found): "tiles of size \(head.size) have root \(found), expected \(head.root)"
        }
    }
}
