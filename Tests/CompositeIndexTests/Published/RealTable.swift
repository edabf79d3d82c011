import CompositeIndex
import Foundation

/// The published figures that the environment variable CONCORD_REAL_DATA points to.
enum RealData {
    static let folder = ProcessInfo.processInfo.environment["CONCORD_REAL_DATA"].map { URL(filePath: $0) }
    static var isThere: Bool { folder != nil }
}

/// A table of published figures: a heading and rows, with quoted fields.
struct RealTable {
    let heading: [String]
    let rows: [[String]]

    init(_ name: String) throws {
        let folder = try RealData.folder.orThrow()
        let text = try String(contentsOf: folder.appending(path: "measure/\(name)"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
        heading = lines[0]
        rows = Array(lines.dropFirst())
    }

    /// The texts of a column.
    func texts(_ name: String) throws -> [String] {
        let place = try heading.firstIndex(of: name).orThrow()
        return rows.map { $0[place] }
    }

    /// The numbers of a column; NA is missing.
    func numbers(_ name: String) throws -> [Double] {
        try texts(name).map { $0 == "NA" || $0.isEmpty ? .nan : try Double($0).orThrow() }
    }

    /// The numbers of several columns.
    func grid(_ names: [String]) throws -> NumberGrid {
        NumberGrid(rows: rows.count, columns: try names.map(numbers))
    }

    private static func fields(of line: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}

struct NotThere: Error {}

extension Optional {
    func orThrow() throws -> Wrapped {
        guard let self else { throw NotThere() }
        return self
    }
}
