/// Up to 256 neighbouring log entries, as they are served: each after its length in two bytes (C2SP tlog-tiles).
///
/// The entries of the bundle at index *n* hash to the hashes of the level-0 tile at index *n*.
public struct EntryBundle: Hashable, Sendable {
    /// The greatest length of one entry: 65,535 bytes, what two bytes can count.
    public static let maximumEntryLength = 65_535
    /// The place of the bundle, from 0.
    public let index: Int
    /// The number of entries, 1 to 256.
    public let width: Int

    /// Names a bundle.
    ///
    /// - Returns: `nil` unless width is 1 to 256 and `index * 256 + width` countable.
    public init?(index: Int, width: Int = Tile.fullWidth) {
        guard TilePath(index: index, width: width) != nil else { return nil }
        self.init(unchecked: index, width: width)
    }

    /// Names the bundle at a place as it stands in a log of `treeSize` entries, full or partial.
    ///
    /// - Returns: `nil` where such a log has no bundle.
    public init?(index: Int, treeSize: Int) {
        guard let tile = Tile(level: 0, index: index, treeSize: treeSize) else { return nil }
        self.init(unchecked: tile.index, width: tile.width)
    }

    /// Reads a path such as `tile/entries/x001/x234/067.p/8`.
    ///
    /// - Returns: `nil` unless the path is exactly what ``path`` writes.
    public init?(path: String) {
        let parts = path.utf8.prefix(TilePath.maximumLength).split(separator: UInt8(ascii: "/"), maxSplits: 2)
        guard parts.count == 3, let place = TilePath(parts[2]) else { return nil }
        self.init(index: place.index, width: place.width)
        guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
    }

    private init(unchecked index: Int, width: Int) {
        self.index = index
        self.width = width
    }

    /// The path under a log's prefix: `tile/entries/<index>[.p/<width>]`.
    public var path: String {
        "tile/entries/" + TilePath.text(index: index, width: width)
    }

    /// The indices of the entries in the log.
    public var entries: Range<Int> {
        index * Tile.fullWidth..<index * Tile.fullWidth + width
    }

    /// All bundles of a log; with `since`, those that a log of that size lacks or holds narrower.
    public static func all(in treeSize: Int, since oldSize: Int = 0) -> some Sequence<EntryBundle> {
        Tile.all(in: treeSize, since: oldSize).lazy.prefix { $0.level == 0 }
            .map { EntryBundle(unchecked: $0.index, width: $0.width) }
    }
}

extension EntryBundle: CustomStringConvertible {
    /// The path.
    public var description: String { path }
}
