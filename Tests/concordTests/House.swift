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
                name: name, floor: cells[1], uses: Set(uses.filter { $0 != "–" }), files: try SourceFile.all(in: "Sources/\(name)"))
        }
    }

    /// The names of the folders in a folder of the package.
    static func folders(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: root.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey])
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

    static func all(in folder: String) throws -> [SourceFile] {
        try FileManager.default.subpathsOfDirectory(atPath: House.root.appending(path: folder).path)
            .filter { $0.hasSuffix(".swift") }.sorted().map { SourceFile(path: "\(folder)/\($0)") }
    }

    var text: String { get throws { try House.text(of: path) } }
    var lines: [Substring] { get throws { try text.split(separator: "\n", omittingEmptySubsequences: false) } }

    var imports: Set<String> {
        get throws {
            Set(
                try lines.compactMap { line in
                    line.firstMatch(of: /^\s*(?:@\w+ +)*(?:(?:public|package|internal|private|fileprivate) +)?import +(?:(?:struct|class|enum|func|protocol|typealias) +)?(\w+)/)
                        .map { String($0.1) }
                })
        }
    }

    /// Types that the whole module sees under their own name.
    var topLevelTypes: [String] {
        get throws {
            try lines.compactMap { line in
                line.firstMatch(of: /^(?:@\w+(?:\([^)]*\))? +)*(?:(?:public|package|internal|private|fileprivate|final|indirect|nonisolated) +)*(?:struct|class|enum|actor|protocol|typealias) +(\w+)/)
                    .map { String($0.1) }
            }
        }
    }

    var createdTables: [String] {
        get throws {
            try text.matches(of: /CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)/).map { String($0.1) }
        }
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
