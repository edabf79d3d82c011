import STIX

/// The few ways in which pages read a parsed object.
extension JSON {
    /// The text of a string property.
    func text(_ name: String) -> String? {
        self[name]?.string
    }

    /// The texts of a list property; what is no text is left out.
    func texts(_ name: String) -> [String] {
        self[name]?.array?.compactMap(\.string) ?? []
    }

    /// Whether a property is `true`.
    func isTrue(_ name: String) -> Bool {
        self[name]?.bool == true
    }

    /// The value on one line, for comparing and for showing values that have no better form.
    ///
    /// With a bound, it stops soon after so many bytes.
    func compact(bytes: Int = .max) -> String {
        var result = ""
        writeCompact(to: &result, bytes: bytes)
        return result
    }

    private func writeCompact(to result: inout String, bytes: Int) {
        guard result.utf8.count <= bytes else { return }
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .number(let number): result += number.text
        case .string(let text): result += JSON.quoted(text, bytes: bytes)
        case .array(let elements):
            result += "["
            for (index, element) in elements.enumerated() where result.utf8.count <= bytes {
                if index > 0 { result += ", " }
                element.writeCompact(to: &result, bytes: bytes)
            }
            result += "]"
        case .object(let members):
            result += "{"
            for (index, member) in members.enumerated() where result.utf8.count <= bytes {
                if index > 0 { result += ", " }
                result += JSON.quoted(member.name, bytes: bytes) + ": "
                member.value.writeCompact(to: &result, bytes: bytes)
            }
            result += "}"
        }
    }

    /// The value over several lines, two spaces a level; stops soon after so many bytes.
    func indented(bytes: Int) -> String {
        var result = ""
        writeIndented(to: &result, depth: 0, bytes: bytes)
        return result
    }

    private func writeIndented(to result: inout String, depth: Int, bytes: Int) {
        guard result.utf8.count <= bytes else { return }
        let inner = "\n" + String(repeating: "  ", count: depth + 1)
        let outer = "\n" + String(repeating: "  ", count: depth)
        switch self {
        case .array(let elements) where !elements.isEmpty:
            result += "["
            for (index, element) in elements.enumerated() where result.utf8.count <= bytes {
                result += (index > 0 ? "," : "") + inner
                element.writeIndented(to: &result, depth: depth + 1, bytes: bytes)
            }
            result += outer + "]"
        case .object(let members) where !members.isEmpty:
            result += "{"
            for (index, member) in members.enumerated() where result.utf8.count <= bytes {
                result += (index > 0 ? "," : "") + inner + JSON.quoted(member.name, bytes: bytes) + ": "
                member.value.writeIndented(to: &result, depth: depth + 1, bytes: bytes)
            }
            result += outer + "}"
        default:
            writeCompact(to: &result, bytes: bytes)
        }
    }

    private static func quoted(_ text: String, bytes: Int) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            guard result.utf8.count <= bytes else { return result }
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{0}"..<" ", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
