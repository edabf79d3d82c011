import Hall

/// Writes a table as RFC 4180 has it, with LF as line end.
///
/// Numbers are written with the fewest digits that read back as the same number, a missing one as an empty cell. Text that a
/// spreadsheet would take for a formula gets an apostrophe before it.
struct CSVWriter {
    private(set) var text = ""

    enum Cell {
        case text(String)
        case number(Double)
        case whole(Int)
    }

    mutating func row(_ cells: [Cell]) {
        text += cells.map(Self.cell).joined(separator: ",") + "\n"
    }

    mutating func heading(_ headings: [String]) { row(headings.map(Cell.text)) }

    private static func cell(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): CSV.field(text)
        case .number(let number): number.isFinite ? shortest(number) : ""
        case .whole(let number): String(number)
        }
    }

    /// Without the ending of whole numbers that Swift prints: `3`, not `3.0`.
    static func shortest(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
