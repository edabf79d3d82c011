/// A tile's bytes: its hashes one after another, 32 bytes each (C2SP tlog-tiles, "Merkle Tree").
extension Tile {
    /// Writes the first ``width`` hashes, `32 * width` bytes.
    ///
    /// - Throws: `TileError.tooFewHashes`.
    public func encode(_ hashes: [TreeHash]) throws(TileError) -> [UInt8] {
        guard hashes.count >= width else { throw .tooFewHashes(self, found: hashes.count) }
        return hashes.withUnsafeBytes { Array($0.prefix(width * TreeHash.byteCount)) }
    }

    /// Reads hashes from bytes that hold this tile, or the wider one that it has become; gives the first ``width``.
    ///
    /// - Throws: `TileError.malformed` unless the bytes are 1 to 256 whole hashes; `TileError.tooFewHashes`.
    public func decode(_ bytes: some Collection<UInt8>) throws(TileError) -> [TreeHash] {
        let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: TreeHash.byteCount)
        guard rest == 0, 1...Self.fullWidth ~= count else { throw .malformed(self, byteCount: bytes.count) }
        guard count >= width else { throw .tooFewHashes(self, found: count) }
        let wanted = Array(bytes.prefix(width * TreeHash.byteCount))
        return wanted.withUnsafeBytes { raw in
            (0..<width).map { TreeHash(loading: raw, at: $0 * TreeHash.byteCount) }
        }
    }
}
