import Hall
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
        let left = built.leftOut.sorted { ($1.value, $0.key.sentence(1)) < ($0.value, $1.key.sentence(1)) }
        return [
            "\(Self.plain(list.name)) (\(list.kind.rawValue))", built.marking(else: list.ceiling).label,
            "as of \(asOf?.description ?? "the beginning")",
            "\(built.lines.count) values\(built.isCut ? ", and more that this list does not hold" : "")",
            left.isEmpty ? "nothing left out" : "left out:",
        ] + left.prefix(Self.mostReasons).map { "  " + Self.plain($0.key.sentence($0.value)) }
            + (left.count > Self.mostReasons ? ["  and for \(left.count - Self.mostReasons) more reasons"] : [])
    }

    /// Each known-good list is a reason of its own.
    private static let mostReasons = 40

    /// A name that others chose can't begin a line of its own.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x85 && $0.value != 0x2028 && $0.value != 0x2029
                }))
    }

    var table: [UInt8] {
        var bytes: [UInt8] = []
        func line(_ fields: [String]) { bytes += CSV.line(fields).utf8 }
        line(["value", "valid_until", "confidence", "indicator", "tlp"])
        for entry in built.lines {
            line([
                entry.value, entry.until?.description ?? "", entry.confidence.map(String.init) ?? "", entry.indicator,
                entry.marking.label,
            ])
        }
        return bytes
    }
}
