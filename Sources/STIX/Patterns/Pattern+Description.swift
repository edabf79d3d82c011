extension Pattern: CustomStringConvertible {
    /// The pattern in its canonical form: reading it gives the same pattern.
    ///
    /// One space between words, parentheses only where they are needed, `=` and `!=`, names quoted only where they must be.
    public var description: String {
        var text = ""
        Pattern.write(observations, into: &text)
        return text
    }

    /// How strongly an expression binds, from the weakest up.
    private enum Binding: Int { case sequence, alternatives, conjunction, single }

    private static func binding(_ observations: Observations) -> Binding {
        switch observations {
        case .inOrder: .sequence
        case .any: .alternatives
        case .all: .conjunction
        case .one, .qualified: .single
        }
    }

    private static func write(_ observations: Observations, into text: inout String) {
        func join(_ parts: Several<Observations>, _ word: String, _ own: Binding) {
            for (index, part) in parts.elements.enumerated() {
                if index > 0 { text += " \(word) " }
                group(part, binding(part).rawValue <= own.rawValue, into: &text)
            }
        }
        switch observations {
        case .one(let comparisons):
            text += "["
            write(comparisons, into: &text)
            text += "]"
        case .all(let parts): join(parts, "AND", .conjunction)
        case .any(let parts): join(parts, "OR", .alternatives)
        case .inOrder(let parts): join(parts, "FOLLOWEDBY", .sequence)
        case .qualified(let inner, let qualifier):
            let isJoined = binding(inner) != .single
            group(inner, isJoined || inner.ownQualifiers.contains(qualifier.number), into: &text)
            text += " \(qualifier)"
        }
    }

    private static func group(_ observations: Observations, _ needsParentheses: Bool, into text: inout String) {
        if needsParentheses { text += "(" }
        write(observations, into: &text)
        if needsParentheses { text += ")" }
    }

    private static func write(_ comparisons: Comparisons, into text: inout String) {
        switch comparisons {
        case .test(.exists(let path, let isNegated)): text += "\(isNegated ? "NOT " : "")EXISTS \(path)"
        case .test(.compares(let path, let isNegated, let operation)):
            text += "\(path)\(isNegated ? " NOT" : "") \(operation)"
        case .all(let parts):
            for (index, part) in parts.elements.enumerated() {
                if index > 0 { text += " AND " }
                if case .test = part { write(part, into: &text) } else { enclose(part, into: &text) }
            }
        case .any(let parts):
            for (index, part) in parts.elements.enumerated() {
                if index > 0 { text += " OR " }
                if case .any = part { enclose(part, into: &text) } else { write(part, into: &text) }
            }
        }
    }

    private static func enclose(_ comparisons: Comparisons, into text: inout String) {
        text += "("
        write(comparisons, into: &text)
        text += ")"
    }
}

extension Pattern.Observations {
    /// The qualifiers directly behind an observation, up to the next parentheses.
    fileprivate var ownQualifiers: Set<Int> {
        guard case .qualified(let inner, let qualifier) = self else { return [] }
        let before = inner.ownQualifiers
        return before.contains(qualifier.number) ? [qualifier.number] : before.union([qualifier.number])
    }
}

extension Pattern.Qualifier: CustomStringConvertible {
    fileprivate var number: Int {
        switch self {
        case .within: 0
        case .repeats: 1
        case .startStop: 2
        }
    }

    /// As it is written in a pattern.
    public var description: String {
        switch self {
        case .within(let seconds):
            if let whole = Int64(exactly: seconds.value) {
                "WITHIN \(whole) SECONDS"
            } else {
                "WITHIN \(DecimalText.of(seconds.value)) SECONDS"
            }
        case .repeats(let times): "REPEATS \(times.count) TIMES"
        case .startStop(let interval): "START t'\(interval.start)' STOP t'\(interval.stop)'"
        }
    }
}

extension Pattern.Operation: CustomStringConvertible {
    /// As it is written in a pattern.
    public var description: String {
        switch self {
        case .equals(let constant): "= \(constant)"
        case .differs(let constant): "!= \(constant)"
        case .orders(let order, let quantity): "\(order.rawValue) \(quantity)"
        case .isIn(let constants): "IN (\(constants.map(\.description).joined(separator: ", ")))"
        case .isLike(let text): "LIKE \(QuotedText.of(text))"
        case .matches(let text): "MATCHES \(QuotedText.of(text))"
        case .isSubset(let text): "ISSUBSET \(QuotedText.of(text))"
        case .isSuperset(let text): "ISSUPERSET \(QuotedText.of(text))"
        }
    }
}

extension Pattern.Constant: CustomStringConvertible {
    /// As it is written in a pattern.
    public var description: String {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .quantity(let quantity): quantity.description
        }
    }
}

extension Pattern.Quantity: CustomStringConvertible {
    /// As it is written in a pattern.
    public var description: String {
        switch self {
        case .integer(let value): String(value)
        case .float(let value): DecimalText.of(value)
        case .string(let text): QuotedText.of(text)
        case .binary(let bytes): "b'\(Base64Text.text(bytes))'"
        case .hex(let bytes): "h'\(HexDigits.text(bytes))'"
        case .timestamp(let moment): "t'\(moment)'"
        }
    }
}

extension Pattern.Path: CustomStringConvertible {
    /// As it is written in a pattern.
    public var description: String {
        steps.reduce("\(type):\(QuotedText.step(property))") { text, step in
            switch step {
            case .property(let name): "\(text).\(QuotedText.step(name))"
            case .index(let index): "\(text)[\(index)]"
            case .every: "\(text)[*]"
            }
        }
    }
}

/// Text between single quotes.
private enum QuotedText {
    static func of(_ text: String) -> String {
        var quoted: [UInt8] = [0x27]
        for byte in text.utf8 {
            if byte == 0x27 || byte == 0x5C { quoted.append(0x5C) }
            quoted.append(byte)
        }
        quoted.append(0x27)
        return String(decoding: quoted, as: UTF8.self)
    }

    /// A step of a path: quoted unless it is a name that is no keyword.
    static func step(_ name: String) -> String {
        let isName = Array(name.utf8).withUnsafeBufferPointer { bytes in
            var lexer = PatternLexer(bytes)
            guard let token = try? lexer.next() else { return false }
            return token.kind == .name && token.start == 0 && token.end == bytes.count
        }
        return isName ? name : of(name)
    }
}

/// Numbers without an exponent, which the grammar does not have.
private enum DecimalText {
    static func of(_ value: Double) -> String {
        let text = value.description
        guard let mark = text.firstIndex(of: "e") else { return text }
        let isNegative = text.first == "-"
        let mantissa = text[..<mark].drop { $0 == "-" }
        var digits = mantissa.filter { $0 != "." }
        let pointAfter = mantissa.firstIndex(of: ".").map { mantissa.distance(from: mantissa.startIndex, to: $0) }
        let point = (pointAfter ?? digits.count) + (Int(text[text.index(after: mark)...]) ?? 0)
        if point <= 0 {
            digits = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            digits += String(repeating: "0", count: point - digits.count) + ".0"
        } else {
            digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
        }
        return (isNegative ? "-" : "") + digits
    }
}
