import Foundation

/// The rooms of the house as `docs/architecture.md` states them and `Sources` holds them.
struct House {
    struct Room {
        let name: String
        /// ground, spine, domain, server or program.
        let floor: String
        /// The rooms that this one may import.
        let uses: Set<String>
        let files: [SourceFile]
    }

    /// From the ground up.
    let rooms: [Room]

    /// Where the package stands.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Reads the first table of the page: room, floor, may use, what.
    init() throws {
        rooms = try MarkdownTable.rows(of: "docs/architecture.md").prefix { $0.count == 4 }.map { cells in
            let name = cells[0].unquoted
            let uses = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).unquoted }
            return Room(
                name: name, floor: cells[1], uses: Set(uses.filter { $0 != "–" }),
                files: try SourceFile.all(in: "Sources/\(name)"))
        }
    }

    /// The names of the folders in a folder of the package.
    static func folders(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: root.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey]
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }.map(\.lastPathComponent)
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}

/// One Swift file, looked at line by line.
struct SourceFile {
    /// From the root of the package.
    let path: String
    let lines: [Substring]

    init(path: String) throws {
        self.path = path
        lines = try House.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    }

    static func all(in folder: String) throws -> [SourceFile] {
        try FileManager.default.subpathsOfDirectory(atPath: House.root.appending(path: folder).path)
            .filter { $0.hasSuffix(".swift") }.sorted().map { try SourceFile(path: "\(folder)/\($0)") }
    }

    var imports: Set<String> {
        Set(
            lines.compactMap { line in
                guard let words = Self.declaration(line.drop { $0 == " " }), words.first == "import" else { return nil }
                return words.dropFirst().first { !Self.kinds.contains($0) && $0 != "func" }
            })
    }

    /// Types that the whole module sees under their own name.
    var topLevelTypes: [String] {
        lines.compactMap { line in
            guard let words = Self.declaration(line), words.count > 1, Self.kinds.contains(words[0]) else { return nil }
            return String(words[1].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }

    var createdTables: [String] {
        lines.joined(separator: "\n").matches(of: /CREATE TABLE (?:IF NOT EXISTS )?(\w+)/).map { String($0.1) }
    }

    private static let kinds: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    private static let modifiers: Set<String> = [
        "public", "package", "internal", "private", "fileprivate", "final", "indirect", "nonisolated",
    ]

    /// The words of a line without attributes and modifiers; nil where it declares nothing.
    private static func declaration(_ line: Substring) -> [String]? {
        guard let first = line.utf8.first, first == UInt8(ascii: "@") || first >= UInt8(ascii: "a") else { return nil }
        let words = line.split(separator: " ").map(String.init).drop { $0.hasPrefix("@") || modifiers.contains($0) }
        return words.isEmpty ? nil : Array(words)
    }
}

/// The tables of a Markdown page.
enum MarkdownTable {
    /// The cells of every row, without headings and rules.
    static func rows(of path: String) throws -> [[String]] {
        let lines = try House.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var rows: [[String]] = []
        for (index, line) in lines.enumerated() where line.hasPrefix("|") {
            let isHeading = index + 1 < lines.count && lines[index + 1].hasPrefix("| ---")
            guard !isHeading, !line.hasPrefix("| ---") else { continue }
            rows.append(
                line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                    .map { $0.trimmingCharacters(in: .whitespaces) })
        }
        return rows
    }
}

extension String {
    /// Without the backticks of code.
    var unquoted: String { trimmingCharacters(in: CharacterSet(charactersIn: "`")) }
}
