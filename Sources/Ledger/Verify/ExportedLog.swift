package import Files
package import MerkleLog

/// A log in an exported file.
package actor ExportedLog: LogSource {
    let file: OpenedFile
    let members: [String: (offset: Int, length: Int)]

    /// No piece of an honest export is longer: 256 bodies of the largest size, and their records.
    private static let longestRecords = 2_304 << 20
    /// So much of them is read at once.
    private static let part = 64 << 10
    /// Nor any other piece: 256 entries.
    private static let longestPiece = 256 * (2 + 65_535)

    /// - Throws: `LedgerError.badExport` where the file is not a tar archive of a log, and of nothing else.
    package init(_ file: OpenedFile) throws {
        // A few blocks on a disk can claim to be gigabytes of zeros; no export has any.
        guard !file.hasHole else {
            throw LedgerError(.badExport, "\(file.path) is a sparse file: parts of it were never written")
        }
        self.file = file
        members = try Tar.index(file, Self.isPart)
    }

    /// Whether a log has such a piece, under exactly this name.
    private static func isPart(_ name: String) -> Bool {
        name == "checkpoint" || Tile(path: name) != nil || EntryBundle(path: name) != nil
            || EntryBundle(recordsPath: name)?.recordsPath == name || BlobMember.hash(of: name) != nil
    }

    package func strangers(in size: Int) -> [String] {
        members.keys.filter { name in
            // Whether a file belongs there, the bodies say.
            guard name != "checkpoint", BlobMember.hash(of: name) == nil else { return false }
            if let tile = Tile(path: name) {
                return tile != Tile(level: tile.level, index: tile.index, treeSize: size)
            }
            guard let bundle = EntryBundle(path: name) ?? EntryBundle(recordsPath: name) else { return true }
            return bundle != EntryBundle(index: bundle.index, treeSize: size)
        }.sorted()
    }

    package func checkpoint() throws -> String { String(decoding: try piece("checkpoint"), as: UTF8.self) }

    package func hashes(of tile: Tile) throws -> [TreeHash] {
        let bytes = try piece(tile.path)
        guard bytes.count % 32 == 0 else { throw LedgerError(.badExport, "\(tile) is cut off within a hash") }
        return stride(from: 0, to: bytes.count, by: 32).compactMap { TreeHash(bytes: bytes[$0..<$0 + 32]) }
    }

    package func leaves(of bundle: EntryBundle) throws -> [[UInt8]] {
        try bundle.entries(in: piece(bundle.path))
    }

    package func records(of bundle: EntryBundle) throws -> [EntryRecord] {
        let (start, length) = try place(of: bundle.recordsPath, longest: Self.longestRecords)
        return try EntryRecord.parse(length: length) { [file] in try file.bytes(at: start + $0, count: $1) }
    }

    package nonisolated func records(
        of bundle: EntryBundle, take: (EntryRecord) async throws -> Void
    ) async throws {
        let (start, length) = try await place(of: bundle.recordsPath, longest: Self.longestRecords)
        var reader = RecordReader()
        var offset = 0
        while offset < length {
            let piece = try await bytes(at: start + offset, count: min(Self.part, length - offset))
            guard !piece.isEmpty else { break }
            offset += piece.count
            reader.feed(piece)
            while let record = try reader.next() { try await take(record) }
        }
        try reader.finish()
    }

    private func bytes(at offset: Int, count: Int) throws -> [UInt8] { try file.bytes(at: offset, count: count) }

    private func piece(_ name: String) throws -> [UInt8] {
        let (start, length) = try place(of: name, longest: Self.longestPiece)
        let bytes = try file.bytes(at: start, count: length)
        guard bytes.count == length else { throw LedgerError(.badExport, "the file ends within \(name)") }
        return bytes
    }

    private func place(of name: String, longest: Int) throws -> (offset: Int, length: Int) {
        guard let member = members[name] else { throw LedgerError(.badExport, "the file holds no \(name)") }
        guard member.length <= longest else {
            throw LedgerError(.badExport, "\(name) has \(member.length) bytes; no log has more than \(longest)")
        }
        return member
    }
}
