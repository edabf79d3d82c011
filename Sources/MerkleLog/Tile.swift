/// A piece of the tree as it is stored and served: up to 256 neighbouring hashes of one level (C2SP tlog-tiles).
///
/// Level 0 holds leaf hashes; each hash of a higher level is the root over one full tile of the level below. A tile of
/// 256 hashes never changes; a partial one stands at the right edge and only grows.
public struct Tile: Hashable, Sendable {
    /// The number of hashes in a full tile: 256, or 8,192 bytes.
    public static let fullWidth = 256
    /// The level: 0 for leaf hashes, at most 63.
    ///
    /// No tree counted by `Int` reaches beyond level 7.
    public let level: Int
    /// The place of the tile in its level, from 0.
    public let index: Int
    /// The number of hashes, 1 to 256.
    public let width: Int

    /// Names a tile.
    ///
    /// - Returns: `nil` unless level is 0 to 63, width 1 to 256 and `index * 256 + width` countable.
    public init?(level: Int, index: Int, width: Int = Tile.fullWidth) {
        guard 0...63 ~= level, TilePath(index: index, width: width) != nil else { return nil }
        self.init(unchecked: level, index: index, width: width)
    }

    /// Names the tile at a place as it stands in a tree of `treeSize` leaves, full or partial.
    ///
    /// - Returns: `nil` where such a tree has no tile.
    public init?(level: Int, index: Int, treeSize: Int) {
        guard 0...63 ~= level, index >= 0, treeSize >= 0, index <= treeSize >> 8 else { return nil }
        let width = min(Self.fullWidth, treeSize >> (8 * level) - index * Self.fullWidth)
        guard width > 0 else { return nil }
        self.init(unchecked: level, index: index, width: width)
    }

    /// Reads a path such as `tile/0/x001/x234/067.p/8`.
    ///
    /// - Returns: `nil` unless the path is exactly what ``path`` writes: no further leading zeros, signs or slashes.
    public init?(path: String) {
        let parts = path.utf8.prefix(TilePath.maximumLength).split(separator: UInt8(ascii: "/"), maxSplits: 2)
        guard parts.count == 3, let level = Int(decimal: parts[1]), let place = TilePath(parts[2]) else { return nil }
        self.init(level: level, index: place.index, width: place.width)
        guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
    }

    init(unchecked level: Int, index: Int, width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    /// The path under a log's prefix: `tile/<level>/<index>[.p/<width>]`.
    public var path: String {
        "tile/\(level)/" + TilePath.text(index: index, width: width)
    }

    /// Whether every hash of this tile stands in a tree of `treeSize` leaves.
    ///
    /// A partial tile stands in every larger tree too, as the beginning of a wider one.
    public func exists(in treeSize: Int) -> Bool {
        Tile(level: level, index: index, treeSize: treeSize).map { $0.width >= width } ?? false
    }

    /// All tiles of a tree, level by level; with `since`, those that a tree of that size lacks or holds narrower.
    ///
    /// Computed while iterating, so a large size costs nothing by itself. A negative size counts as 0.
    public static func all(in treeSize: Int, since oldSize: Int = 0) -> some Sequence<Tile> {
        (0..<8).lazy.flatMap { level in
            let count = max(treeSize, 0) >> (8 * level)
            let start = max(oldSize, 0) >> (8 * level)
            let indices = start < count ? (start / fullWidth)..<((count - 1) / fullWidth + 1) : 0..<0
            return indices.lazy.map { index in
                Tile(unchecked: level, index: index, width: min(fullWidth, count - index * fullWidth))
            }
        }
    }
}

extension Tile: CustomStringConvertible {
    /// The path.
    public var description: String { path }
}
