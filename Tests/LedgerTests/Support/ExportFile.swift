import Files
import Foundation
import MerkleLog
import TestSupport

@testable import Ledger

/// An exported file taken apart, so that a test can change it.
struct ExportFile {
    var members: [(name: String, content: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while rest.count >= 1024, let first = rest.first, first != 0 {
            let header = Array(rest.prefix(512))
            let name = String(decoding: header.prefix { $0 != 0 }, as: UTF8.self)
            let length = Int(String(decoding: header[124..<135], as: UTF8.self), radix: 8) ?? 0
            members.append((name, Array(rest.dropFirst(512).prefix(length))))
            rest = rest.dropFirst(512 + (length + 511) / 512 * 512)
        }
    }

    var bytes: [UInt8] { members.flatMap { Tar.member($0.name, $0.content) } + Tar.end }

    subscript(name: String) -> [UInt8] {
        get { members.first { $0.name == name }?.content ?? [] }
        set {
            if let index = members.firstIndex(where: { $0.name == name }) { members[index].content = newValue }
        }
    }

    /// An entry with all that belongs to it.
    struct Entry: Equatable {
        var leaf: [UInt8]
        var record: EntryRecord
    }

    /// All entries; setting them writes the bundles anew, and leaves hash tiles and checkpoint as they are.
    func entries(_ size: Int) throws -> [Entry] {
        try EntryBundle.all(in: size).flatMap { bundle in
            try zip(bundle.entries(in: self[bundle.path]), EntryRecord.parse(self[bundle.recordsPath])).map(Entry.init)
        }
    }

    /// Writes these entries into the bundles of a log of `size`; what is too much goes into the last one.
    mutating func write(_ entries: [Entry], size: Int) {
        for bundle in EntryBundle.all(in: size) {
            let isLast = bundle.index == (size - 1) / 256
            let start = min(bundle.index * 256, entries.count)
            let part = entries[start..<(isLast ? entries.count : min(start + 256, entries.count))]
            var records: [UInt8] = []
            for entry in part { entry.record.append(to: &records) }
            self[bundle.path] = part.flatMap { [UInt8($0.leaf.count >> 8), UInt8($0.leaf.count & 255)] + $0.leaf }
            self[bundle.recordsPath] = records
        }
    }

    /// Makes hash tiles that fit the entries, and says their head.
    mutating func rewriteTiles(_ entries: [Entry]) -> TreeHead {
        var tree = TreeBuilder()
        for entry in entries { tree.append(.leaf(entry.leaf)) }
        members.removeAll { Tile(path: $0.name) != nil }
        let head = tree.head
        for (tile, hashes) in tree.takeChangedTiles() { members.append((tile.path, hashes.flatMap(\.bytes))) }
        return head
    }

    /// Written to a file and opened as a verifier opens it.
    func open(in folder: TemporaryFolder) throws -> ExportedLog {
        let path = folder.path + "/\(UUID().uuidString).tar"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try ExportedLog(OpenedFile(path))
    }
}
