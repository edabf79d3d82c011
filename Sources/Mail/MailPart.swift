/// A letter or a part of one, as somebody else wrote it: a head of fields, and what follows.
///
/// Only what reports of mail servers need is read: no coding is undone, and what can't be read is nothing.
struct MailPart {
    let fields: [(name: String, value: String)]
    let body: ArraySlice<UInt8>

    private static let mostFields = 500
    private static let longestField = 16 << 10
    private static let mostParts = 16

    init(_ bytes: ArraySlice<UInt8>) {
        var rest = MailLines(bytes)
        // As bytes, each put behind the last at most once: what is folded into a million lines costs no more than its length.
        var fields: [(name: String, value: [UInt8])] = []
        while let line = rest.next(), !line.isEmpty {
            if let first = line.first, first == 0x20 || first == 0x09 {
                // A line that goes on with the one before (RFC 5322 §2.2.3).
                guard let last = fields.indices.last else { continue }
                let room = Self.longestField - fields[last].value.count
                if room > 1 { fields[last].value += [0x20] + Self.trimmed(line).prefix(room - 1) }
            } else if let colon = line.firstIndex(of: 0x3A), fields.count < Self.mostFields {
                let value = Self.trimmed(line[(colon + 1)...]).prefix(Self.longestField)
                fields.append((Self.text(line[..<colon].prefix(Self.longestField)).lowercased(), Array(value)))
            }
        }
        self.fields = fields.map { ($0.name, Self.text($0.value[...])) }
        body = rest.rest
    }

    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// `type/subtype` in lower case.
    var type: String {
        (value("content-type") ?? "text/plain").prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
    }

    /// What stands between its borders (RFC 2046 §5.1.1); nothing where it is no multipart.
    var parts: [MailPart] {
        guard type.hasPrefix("multipart/"), let border = parameter("boundary"), 1...200 ~= border.utf8.count else {
            return []
        }
        let mark = Array("--\(border)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        var lines = MailLines(body)
        var place = body.startIndex
        while let line = lines.next() {
            if line.starts(with: mark) {
                let rest = line.dropFirst(mark.count)
                let isEnd = rest.starts(with: [0x2D, 0x2D])
                guard isEnd || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
                    place = lines.rest.startIndex
                    continue
                }
                if let start, parts.count < Self.mostParts { parts.append(MailPart(body[start..<place])) }
                if isEnd { return parts }
                start = lines.rest.startIndex
            }
            place = lines.rest.startIndex
        }
        // Cut off on the way.
        if let start, parts.count < Self.mostParts { parts.append(MailPart(body[start...])) }
        return parts
    }

    /// RFC 2045 §5.1.
    private func parameter(_ name: String) -> String? {
        guard let value = value("content-type") else { return nil }
        var rest = value[...].drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let found = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(found.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var text = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let next = rest.first, next != "\"" {
                    rest = rest.dropFirst()
                    if next == "\\", let escaped = rest.first {
                        text.append(escaped)
                        rest = rest.dropFirst()
                    } else {
                        text.append(next)
                    }
                }
                rest = rest.drop { $0 != ";" }
            } else {
                text = String(rest.prefix { $0 != ";" && $0 != " " })
                rest = rest.drop { $0 != ";" }
            }
            if found.lowercased().filter({ $0 != " " }) == name { return text }
        }
        return nil
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: trimmed(bytes.prefix(longestField)), as: UTF8.self)
    }

    /// Without the spaces around it.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let start = bytes.drop(while: isSpace)
        let end = start.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start.startIndex
        return start[..<end]
    }
}

/// Lines that end in LF, or in CR LF.
struct MailLines {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = rest[..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
        return line.last == 0x0D ? line.dropLast() : line
    }
}
