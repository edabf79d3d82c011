/// Walks through the bytes of a table once (RFC 4180 §2).
struct CSVReader {
    let bytes: [UInt8]
    let file: String
    let limits: CSVTable.Limits
    private var at: Int
    private var row = 0

    init(bytes: [UInt8], file: String, limits: CSVTable.Limits) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    func error(_ code: String, _ sentence: String, row: Int? = nil, column: Int? = nil) -> CSVFault {
        CSVFault(code: code, sentence: sentence, file: file, row: row, column: column.map { String($0 + 1) })
    }

    /// The cells of the next line that holds some; nil at the end.
    mutating func nextRow() throws(CSVFault) -> CSVTable.Row? {
        while at < bytes.count, skipLineEnd() { row += 1 }
        guard at < bytes.count else { return nil }
        row += 1
        var cells: [String] = []
        while true {
            guard cells.count < limits.columns else {
                throw error("too-large", "there are more than \(limits.columns) columns", row: row)
            }
            cells.append(try bytes[at...].first == Self.quote ? quoted(cells.count) : plain(cells.count))
            guard at < bytes.count, bytes[at] == Self.comma else { break }
            at += 1
        }
        let number = row
        _ = skipLineEnd()
        return CSVTable.Row(number: number, cells: cells)
    }

    /// Whether a line ended here.
    private mutating func skipLineEnd() -> Bool {
        if bytes[at...].first == Self.carriageReturn, bytes[(at + 1)...].first == Self.newline { at += 1 }
        guard bytes[at...].first == Self.newline else { return false }
        at += 1
        return true
    }

    private mutating func plain(_ column: Int) throws(CSVFault) -> String {
        let start = at
        while at < bytes.count, bytes[at] != Self.comma, bytes[at] != Self.newline {
            guard bytes[at] != Self.quote else {
                throw error(
                    "quote", "a quote stands within a cell that does not begin with one", row: row, column: column)
            }
            at += 1
        }
        // The CR of CRLF belongs to the line end.
        let endsLine = at == bytes.count || bytes[at] == Self.newline
        let end = endsLine && at > start && bytes[at - 1] == Self.carriageReturn ? at - 1 : at
        guard !bytes[start..<end].contains(Self.carriageReturn) else {
            throw error("line-end", "a line ends with CR alone; save it with LF or CRLF", row: row, column: column)
        }
        return try text(bytes[start..<end], column)
    }

    private mutating func quoted(_ column: Int) throws(CSVFault) -> String {
        at += 1
        var cell: [UInt8] = []
        var hasEnded = false
        while at < bytes.count, !hasEnded, cell.count <= limits.cellBytes {
            if bytes[at] != Self.quote {
                cell.append(bytes[at])
                at += 1
            } else if bytes[(at + 1)...].first == Self.quote {
                cell.append(Self.quote)
                at += 2
            } else {
                hasEnded = true
                at += 1
            }
        }
        let value = try text(cell[...], column)
        guard hasEnded else {
            throw error("quote", "the cell begins with a quote that does not end", row: row, column: column)
        }
        guard at == bytes.count || [Self.comma, Self.newline, Self.carriageReturn].contains(bytes[at]) else {
            throw error("quote", "something follows the quote that ends the cell", row: row, column: column)
        }
        return value
    }

    private func text(_ bytes: ArraySlice<UInt8>, _ column: Int) throws(CSVFault) -> String {
        guard bytes.count <= limits.cellBytes else {
            throw error("too-large", "a cell has more than \(limits.cellBytes) bytes", row: row, column: column)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw error("encoding", "the cell is not in UTF-8", row: row, column: column)
        }
        guard
            let control = text.unicodeScalars.first(where: { $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0) })
        else { return text }
        throw error(
            "control-character",
            "the cell holds the control character U+00\(control.value < 16 ? "0" : "")\(String(control.value, radix: 16).uppercased())",
            row: row, column: column)
    }
}
