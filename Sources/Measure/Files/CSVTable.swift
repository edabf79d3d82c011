/// A table of text with a heading, as RFC 4180 describes it.
struct CSVTable {
    /// For messages.
    let file: String
    /// Not empty, and no two alike.
    let headings: [String]
    let rows: [Row]

    struct Row {
        /// Where the row begins, counted from 1 with the heading; rows that break within a cell count once.
        let number: Int
        /// As many as there are headings.
        let cells: [String]
    }

    /// What a file may hold at most.
    struct Limits {
        var bytes = 64 << 20
        var rows = 1_000_000
        var columns = 5_000
        var cellBytes = 16 << 10
    }

    func place(_ row: Row, _ column: Int) -> MeasureError.Place {
        .init(file: file, row: row.number, column: headings[column])
    }

    /// The place of a column in the heading; nil where there is none of that name.
    func column(_ heading: String) -> Int? { headings.firstIndex(of: heading) }
}

extension CSVTable {
    /// Reads a table.
    ///
    /// Lines end with CRLF or LF; a byte order mark and empty lines are passed over.
    /// - Throws: `MeasureError` with row and column for what is no table: other bytes than UTF-8, a quote that does not
    ///   end or stands within a cell, a row with more or fewer cells than the heading, a heading that is empty or stands
    ///   twice, and more than the limits allow.
    init(_ bytes: [UInt8], file: String, limits: Limits = Limits()) throws(MeasureError) {
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
