import Hall
import Kinds
import STIX
import Web

/// Objects of a kind from a table (RFC 4180): a column for each field, by its name, in any order.
///
/// Several values stand apart by `|`; a sum of money is `1200 EUR`, a range `1000 2500 EUR`. Columns that the list itself writes
/// (`id`, `changed`, `marking`) are passed over, so that a list can be read again.
struct RecordImport: Sendable {
    /// A row of the table, as the kind reads it.
    struct Row: Sendable {
        /// Counted from 1, the heading included.
        let number: Int
        let reading: RecordReading
    }

    /// Rows, cells and bytes that are read at once.
    static let limits = CSVTable.Limits(bytes: 2 << 20, rows: 20_000, columns: 500, cellBytes: 60_000)
    static let ignored: Set<String> = ["id", "changed", "marking"]

    let rows: [Row]
    /// Columns that are no field of the kind.
    let strays: [String]

    /// Whether every row can be said.
    var isFine: Bool { strays.isEmpty && !rows.isEmpty && rows.allSatisfy(\.reading.mistakes.isEmpty) }

    /// - Throws: `CSVFault` for what is no table.
    init(_ text: String, of kind: Kind, language: String, taxonomies: @escaping @Sendable (String) -> Set<String>?)
        throws(CSVFault)
    {
        let table = try CSVTable(Array(text.utf8), file: "", limits: Self.limits)
        let fields = table.headings.map { heading in kind.fields.first { $0.name == heading } }
        strays = zip(table.headings, fields).filter { $1 == nil && !Self.ignored.contains($0) }.map(\.0)
        let empty = TypedRecord(kind, language: language)
        rows = table.rows.map { row in
            var typed = empty
            for (cell, field) in zip(row.cells, fields) {
                if let field, !cell.isEmpty { typed.type(CSV.unguarded(cell), in: field) }
            }
            return Row(number: row.number, reading: RecordReading(typed, of: kind, taxonomies: taxonomies))
        }
    }
}

/// The import of a table: the form, and what is wrong with each row.
struct RecordImportModel: Sendable {
    struct Target: Sendable {
        let id: String
        let title: String
    }

    let kind: Kind
    let text: String
    let targets: [Target]
    let collection: String
    /// Why it is no table; nil where it is one.
    let fault: CSVFault?
    /// Nil before anything was looked at.
    let read: RecordImport?
    /// How many were said; nil where nothing was.
    let said: Int?
    /// Whether the collection takes none of it.
    let isRefused: Bool
}
