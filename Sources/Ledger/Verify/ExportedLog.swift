import Foundation
package import MerkleLog

/// A log in an exported file.
package actor ExportedLog: LogSource {
    private let file: FileHandle
    private let members: [String: (offset: UInt64, length: Int)]

    /// No piece of an honest export is longer: 256 bodies of the largest size.
    private static let longestPiece = 4 << 30

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
        try bundle.decode(try piece(bundle.path))
    }

    package func records(of bundle: EntryBundle) throws -> [EntryRecord] {
        try EntryRecord.parse(try piece(bundle.recordsPath))
    }

    private func piece(_ name: String) throws -> [UInt8] {
        guard let member = members[name], member.length <= Self.longestPiece else {
            throw LedgerError(.badExport, "the file holds no \(name)")
        }
        try file.seek(toOffset: member.offset)
        guard let data = try file.read(upToCount: member.length), data.count == member.length || member.length == 0
        else {
            throw LedgerError(.badExport, "the file ends within \(name)")
        }
        return Array(data)
    }
}
