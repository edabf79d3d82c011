/// Comma-separated values, RFC 4180, that are safe to open in a spreadsheet.
package enum CSV {
    /// A line of fields, with CR LF at its end.
    package static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    /// Text as one field: what a spreadsheet would take for a formula gets an apostrophe before it.
    package static func field(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",\r\n;\t".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell as it was before ``field(_:)`` guarded it.
    package static func unguarded(_ cell: String) -> String {
        guard cell.first == "'", isFormula(String(cell.dropFirst())) else { return cell }
        return String(cell.dropFirst())
    }

    /// Whether a spreadsheet may compute rather than show it: it looks past white space, and knows full-width signs.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" { return true }
        guard let sign = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
        return "=+-@＝＋－＠".unicodeScalars.contains(sign)
    }
}
