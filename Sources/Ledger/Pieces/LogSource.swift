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
    /// The same one by one, as they come: whoever takes them can refuse the first that does not fit.
    func records(of bundle: EntryBundle, take: (EntryRecord) async throws -> Void) async throws
    /// The paths of what it holds and a log of this size has no use for.
    func strangers(in size: Int) async -> [String]
}

extension LogSource {
    /// Where pieces are asked for one by one, no other is seen.
    package func strangers(in size: Int) async -> [String] { [] }

    package func records(of bundle: EntryBundle, take: (EntryRecord) async throws -> Void) async throws {
        for record in try await records(of: bundle) { try await take(record) }
    }
}

extension EntryBundle {
    /// The bundle whose records have this path.
    package init?(recordsPath: String) {
        guard recordsPath.hasPrefix("tile/records/") else { return nil }
        self.init(path: recordsPath.replacing("tile/records/", with: "tile/entries/", maxReplacements: 1))
    }

    /// Where the records of this bundle's entries are served, beside the paths of C2SP tlog-tiles.
    package var recordsPath: String { path.replacing("tile/entries/", with: "tile/records/") }

    /// The entries that the bytes of a bundle hold, be they too few or one too many: which of them is bad, the verifier says.
    ///
    /// - Throws: `LedgerError.badExport` where not even the first entry can be read.
    package func entries(in bytes: [UInt8]) throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while entries.count <= width, rest.count >= 2 {
            let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
            guard rest.count >= 2 + length else { break }
            entries.append(Array(rest.dropFirst(2).prefix(length)))
            rest = rest.dropFirst(2 + length)
        }
        guard !entries.isEmpty else { throw LedgerError(.badExport, "\(path) holds no entry") }
        return entries
    }
}
