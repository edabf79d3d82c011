import STIX

/// A list as a file: lines with a header of comments, or comma-separated values (RFC 4180).
struct ListFile {
    let list: PlainList
    let built: ListBuilder
    /// When the collections last changed; the file of the same content is the same.
    let asOf: Timestamp?

    var text: [UInt8] {
        var bytes: [UInt8] = []
        func line(_ text: String) {
            bytes += text.utf8
            bytes.append(0x0A)
        }
        for remark in remarks { line("# " + remark) }
        for entry in built.lines { line(entry.value) }
        return bytes
    }

    private var remarks: [String] {
        // A name can't begin a line of its own.
        let name = String(
            String.UnicodeScalarView(
                list.name.unicodeScalars.filter {
                    $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x85 && $0.value != 0x2028 && $0.value != 0x2029
                }))
        return [
            "\(name) (\(list.kind.rawValue))", built.marking(else: list.ceiling).label,
            "as of \(asOf?.description ?? "the beginning")",
            "\(built.lines.count) values\(built.isCut ? ", and more that this list does not hold" : "")",
            "\(built.leftOut) indicators left out: their values must not be blocked by themselves",
        ]
    }

    var table: [UInt8] {
        var bytes: [UInt8] = []
        func line(_ cells: [String]) {
            bytes += cells.map(Self.cell).joined(separator: ",").utf8
            bytes += [0x0D, 0x0A]
        }
        line(["value", "valid_until", "confidence", "indicator", "tlp"])
        for entry in built.lines {
            line([
                entry.value, entry.until?.description ?? "", entry.confidence.map(String.init) ?? "", entry.indicator,
                entry.marking.label,
            ])
        }
        return bytes
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { "\",\r\n;\t".contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
