package import MerkleLog

/// A log as somebody holds it: a data directory, an exported file, a gateway that answers.
///
/// The same pieces under the same paths everywhere: those of C2SP tlog-tiles, and beside each entry bundle the records
/// of its entries. Nothing a source says is believed.
package protocol LogSource: Sendable {
    /// The signed note.
    func checkpoint() async throws -> String
    /// Hashes that the source claims for a tile.
    func hashes(of tile: Tile) async throws -> [TreeHash]
    /// The leaves of a bundle, in order.
    func leaves(of bundle: EntryBundle) async throws -> [[UInt8]]
    /// What those entries say, in order.
    func records(of bundle: EntryBundle) async throws -> [EntryRecord]
}

extension EntryBundle {
    /// The bundle whose records have this path.
    package init?(recordsPath: String) {
        guard recordsPath.hasPrefix("tile/records/") else { return nil }
        self.init(path: recordsPath.replacing("tile/records/", with: "tile/entries/", maxReplacements: 1))
    }

    /// Where the records of this bundle's entries are served, beside the paths of C2SP tlog-tiles.
    package var recordsPath: String { path.replacing("tile/entries/", with: "tile/records/") }
}
