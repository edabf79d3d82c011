/// Why bytes are no table: where, and in one sentence.
package struct CSVFault: Error, Sendable {
    /// What is wrong, for programs.
    package let code: String
    package let sentence: String
    package let file: String
    /// Counted from 1, the heading included.
    package let row: Int?
    /// By its number, counted from 1.
    package let column: String?
}

/// A table of text with a heading, as RFC 4180 describes it.
package struct CSVTable: Sendable {
    /// For messages.
    package let file: String
    /// Not empty, and no two alike.
    package let headings: [String]
    package let rows: [Row]

    package struct Row: Sendable {
        /// Where the row begins, counted from 1 with the heading; rows that break within a cell count once.
        package let number: Int
        /// As many as there are headings.
        package let cells: [String]
    }

    /// What a file may hold at most.
    package struct Limits: Sendable {
        let bytes: Int
        let rows: Int
        let columns: Int
        let cellBytes: Int

        package init(bytes: Int = 64 << 20, rows: Int = 1_000_000, columns: Int = 5_000, cellBytes: Int = 16 << 10) {
            (self.bytes, self.rows, self.columns, self.cellBytes) = (bytes, rows, columns, cellBytes)
        }
    }

    /// The place of a column in the heading; nil where there is none of that name.
    package func column(_ heading: String) -> Int? { headings.firstIndex(of: heading) }
}

extension CSVTable {
    /// Reads a table.
    ///
    /// Lines end with CRLF or LF; a byte order mark and empty lines are passed over.
    /// - Throws: `CSVFault` with row and column for what is no table: other bytes than UTF-8, a quote that does not
    ///   end or stands within a cell, a row with more or fewer cells than the heading, a heading that is empty or stands
    ///   twice, and more than the limits allow.
    package init(_ bytes: [UInt8], file: String, limits: Limits = Limits()) throws(CSVFault) {
        var reader = CSVReader(bytes: bytes, file: file, limits: limits)
        guard bytes.count <= limits.bytes else {
            throw reader.error("too-large", "the file has \(bytes.count) bytes; at most \(limits.bytes) are read")
        }
        guard let headings = try reader.nextRow() else {
            throw reader.error("empty", "the file is empty; a heading is expected in row 1")
        }
        if headings.cells.count == 1, headings.cells[0].contains(";") {
            throw reader.error("separator", "the cells are separated by semicolons; save the table with commas")
        }
        if headings.cells.count == 1, headings.cells[0].contains("\t") {
            throw reader.error("separator", "the cells are separated by tabs; save the table with commas")
        }
        var seen: Set<String> = []
        for (index, heading) in headings.cells.enumerated() {
            guard !heading.isEmpty else {
                throw reader.error("heading", "the heading of column \(index + 1) is empty")
            }
            guard seen.insert(heading).inserted else {
                throw reader.error("heading", "two columns are called \(heading)")
            }
        }
        var rows: [Row] = []
        while let row = try reader.nextRow() {
            guard row.cells.count == headings.cells.count else {
                throw reader.error(
                    "cells", "the row has \(row.cells.count) cells and the heading \(headings.cells.count)",
                    row: row.number)
            }
            guard rows.count < limits.rows else {
                throw reader.error("too-large", "there are more than \(limits.rows) rows", row: row.number)
            }
            rows.append(row)
        }
        self.init(file: file, headings: headings.cells, rows: rows)
    }
}
