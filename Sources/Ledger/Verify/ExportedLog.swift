import Foundation
package import MerkleLog

/// A log in an exported file.
package actor ExportedLog: LogSource {
    private let file: FileHandle
    private let members: [String: (offset: UInt64, length: Int)]

    /// No piece of an honest export is longer: 256 bodies of the largest size, and their records.
    private static let longestRecords = 2_304 << 20
    /// Nor any other piece: 256 entries.
    private static let longestPiece = 256 * (2 + 65_535)

    /// - Throws: `LedgerError.badExport` where the file is not a tar archive.
    package init(path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw LedgerError(.badExport, "couldn't open \(path)")
        }
        self.file = file
        members = try Tar.index(file)
    }

    package func checkpoint() throws -> String { String(decoding: try piece("checkpoint"), as: UTF8.self) }

    package func hashes(of tile: Tile) throws -> [TreeHash] {
        let bytes = try piece(tile.path)
        return stride(from: 0, to: bytes.count - 31, by: 32).compactMap { TreeHash(bytes: bytes[$0..<$0 + 32]) }
    }

    package func leaves(of bundle: EntryBundle) throws -> [[UInt8]] {
        try bundle.entries(in: piece(bundle.path))
    }

    package func records(of bundle: EntryBundle) throws -> [EntryRecord] {
        try EntryRecord.parse(try piece(bundle.recordsPath, longest: Self.longestRecords))
    }

    private func piece(_ name: String, longest: Int = ExportedLog.longestPiece) throws -> [UInt8] {
        guard let member = members[name] else { throw LedgerError(.badExport, "the file holds no \(name)") }
        guard member.length <= longest else {
            throw LedgerError(.badExport, "\(name) has \(member.length) bytes; no log has more than \(longest)")
        }
        guard member.length > 0 else { return [] }
        try file.seek(toOffset: member.offset)
        guard let data = try file.read(upToCount: member.length), data.count == member.length else {
            throw LedgerError(.badExport, "the file ends within \(name)")
        }
        return Array(data)
    }
}
