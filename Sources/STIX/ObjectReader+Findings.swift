extension ObjectReader {
    /// Keeps a finding about the value that this many steps of the path lead to.
    mutating func note(
        _ code: Finding.Code, at position: Int, level: Int,
        _ sentence: @autoclosure () -> String, section: String? = nil
    ) {
        guard hasRoom() else { return }
        keep(code, at: position, pointer(level: level), sentence(), section)
    }

    /// Keeps a finding about the value with this pointer.
    mutating func note(
        _ code: Finding.Code, at position: Int, pointer: String,
        _ sentence: @autoclosure () -> String, section: String? = nil
    ) {
        guard hasRoom() else { return }
        keep(code, at: position, pointer, sentence(), section)
    }

    private mutating func keep(
        _ code: Finding.Code, at position: Int, _ pointer: String, _ sentence: String, _ section: String?
    ) {
        findings.append(
            Finding(
                severity: code.severity, code: code, pointer: pointer, offset: offset + position, sentence: sentence,
                section: section))
    }

    /// Whether one more finding is kept; says once that others are not.
    private mutating func hasRoom() -> Bool {
        guard findings.count >= limits.findings - 1 else { return true }
        if findings.count == limits.findings - 1 {
            findings.append(
                Finding(
                    severity: .warning, code: .findingsOmitted, pointer: "", offset: offset,
                    sentence: "There are more findings, which are left out."))
        }
        return false
    }

    /// Keeps a finding about a property of the object itself.
    mutating func note(
        _ code: Finding.Code, _ member: Member,
        _ sentence: @autoclosure () -> String, section: String? = nil
    ) {
        path[0] = Step(name: member.name)
        note(code, at: member.value.start, level: 1, sentence(), section: section)
    }

    /// Keeps a finding about the object as a whole.
    mutating func note(
        _ code: Finding.Code, _ sentence: @autoclosure () -> String,
        section: String? = nil
    ) {
        note(code, at: 0, level: 0, sentence(), section: section)
    }

    /// Longer names are shown as `…`: no name of the standard is longer than 250 (STIX 2.1 §3.1), and a hostile one of
    /// megabytes must not be repeated with every finding and reference.
    private static let longestName = 250
    /// Longer paths are cut at their beginning, for the same reason.
    private static let longestPath = 500

    /// The JSON pointer (RFC 6901) to the value that this many steps lead to.
    func pointer(level: Int) -> String {
        var text = ""
        for step in path[..<level] {
            text += "/"
            if step.index >= 0 {
                text += String(step.index)
            } else if step.name.count > ObjectReader.longestName {
                text += "…"
            } else {
                for character in cursor.decoded(step.name).unicodeScalars {
                    switch character {
                    case "~": text += "~0"
                    case "/": text += "~1"
                    default: text.unicodeScalars.append(character)
                    }
                }
            }
        }
        return text
    }

    /// The names on the path, joined by `/`, without indices.
    mutating func propertyPath(level: Int) -> String {
        var bytes: [UInt8] = []
        swap(&bytes, &scratch.nextPath)
        bytes.removeAll(keepingCapacity: true)
        for step in path[..<level] where step.index < 0 {
            if bytes.count > ObjectReader.longestPath { bytes = Array("…".utf8) }
            if !bytes.isEmpty { bytes.append(0x2F) }
            if step.name.count > ObjectReader.longestName {
                bytes.append(contentsOf: "…".utf8)
            } else {
                cursor.decode(step.name, into: &bytes)
            }
        }
        swap(&bytes, &scratch.nextPath)
        if scratch.nextPath != scratch.pathBytes {
            swap(&scratch.nextPath, &scratch.pathBytes)
            scratch.path = String(decoding: scratch.pathBytes, as: UTF8.self)
        }
        return scratch.path
    }
}
