/// Reads the tokens of a pattern, as the grammar of the standard cuts them: always the longest that fits.
struct PatternLexer {
    enum Kind: UInt8 {
        case end
        /// A name, without and with hyphens.
        case name, hyphenated
        case integer, float, string, binary, hex, timestamp
        case equal, unequal, less, atMost, greater, atLeast
        case colon, dot, comma, openParenthesis, closeParenthesis, openBracket, closeBracket, asterisk
        // Keywords, which are written in capitals only.
        case and, or, not, followedBy, like, matches, isSuperset, isSubset, exists, last, `in`, start, stop, seconds
        case within, repeats, times, `true`, `false`
    }

    struct Token {
        var kind: Kind
        var start: Int
        var end: Int
        /// Whether a string has escapes.
        var hasEscapes = false
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    mutating func next() throws(PatternError) -> Token {
        try skipSpace()
        let start = position
        guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
        let first = bytes[start]
        switch first {
        case 0x41...0x5A, 0x61...0x7A, 0x5F:
            if byte(at: start + 1) == 0x27, first == 0x74 || first == 0x62 || first == 0x68 {
                return try quoted(first == 0x74 ? .timestamp : first == 0x62 ? .binary : .hex, from: start + 1)
            }
            return word(from: start)
        case 0x27: return try quoted(.string, from: start)
        case 0x30...0x39, 0x2B, 0x2D: return try number(from: start)
        case 0x2E:
            if 0x30...0x39 ~= byte(at: start + 1) { return try number(from: start) }
            return mark(.dot, 1)
        case 0x3D: return mark(.equal, byte(at: start + 1) == 0x3D ? 2 : 1)
        case 0x21 where byte(at: start + 1) == 0x3D: return mark(.unequal, 2)
        case 0x3C:
            switch byte(at: start + 1) {
            case 0x3E: return mark(.unequal, 2)
            case 0x3D: return mark(.atMost, 2)
            default: return mark(.less, 1)
            }
        case 0x3E: return byte(at: start + 1) == 0x3D ? mark(.atLeast, 2) : mark(.greater, 1)
        case 0x3A: return mark(.colon, 1)
        case 0x2C: return mark(.comma, 1)
        case 0x28: return mark(.openParenthesis, 1)
        case 0x29: return mark(.closeParenthesis, 1)
        case 0x5B: return mark(.openBracket, 1)
        case 0x5D: return mark(.closeBracket, 1)
        case 0x2A: return mark(.asterisk, 1)
        default:
            throw PatternError(
                code: .unexpectedCharacter, offset: start, sentence: "No part of a pattern begins with this character.",
                section: "9")
        }
    }

    @inline(__always)
    private mutating func mark(_ kind: Kind, _ length: Int) -> Token {
        position += length
        return Token(kind: kind, start: position - length, end: position)
    }

    private mutating func word(from start: Int) -> Token {
        var index = start + 1
        var isHyphenated = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x30...0x39: break
            case 0x2D: isHyphenated = true
            default:
                position = index
                return Token(
                    kind: isHyphenated ? .hyphenated : PatternLexer.keyword(bytes, start, index), start: start,
                    end: index)
            }
            index += 1
        }
        position = index
        return Token(
            kind: isHyphenated ? .hyphenated : PatternLexer.keyword(bytes, start, index), start: start, end: index)
    }

    /// A number: an integer does not begin with a superfluous zero, a float ends with digits.
    private mutating func number(from start: Int) throws(PatternError) -> Token {
        var index = start
        if bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
        let digits = index
        while 0x30...0x39 ~= byte(at: index) { index += 1 }
        if byte(at: index) == 0x2E, 0x30...0x39 ~= byte(at: index + 1) {
            index += 1
            while 0x30...0x39 ~= byte(at: index) { index += 1 }
            position = index
            return Token(kind: .float, start: start, end: index)
        }
        guard index > digits, bytes[digits] != 0x30 || index == digits + 1 else {
            throw PatternError(
                code: .unexpectedCharacter, offset: start,
                sentence: "A number is written with digits, and an integer does not begin with a superfluous 0.",
                section: "9.2")
        }
        position = index
        return Token(kind: .integer, start: start, end: index)
    }

    /// Something between single quotes; the first is at this place.
    private mutating func quoted(_ kind: Kind, from quote: Int) throws(PatternError) -> Token {
        var index = quote + 1
        var hasEscapes = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x27:
                position = index + 1
                return Token(kind: kind, start: quote + 1, end: index, hasEscapes: hasEscapes)
            case 0x5C:
                let escaped = byte(at: index + 1)
                guard escaped == 0x27 || escaped == 0x5C else {
                    throw PatternError(
                        code: .badEscape, offset: index,
                        sentence: "In a string, a backslash stands before a quotation mark or another backslash only.",
                        section: "9.2")
                }
                hasEscapes = true
                index += 2
            default: index += 1
            }
        }
        throw PatternError(
            code: .unclosed, offset: quote, sentence: "This quotation mark is not closed.", section: "9.2")
    }

    /// White space and comments.
    private mutating func skipSpace() throws(PatternError) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09...0x0D: position += 1
            case 0x2F where byte(at: position + 1) == 0x2F:
                while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            case 0x2F where byte(at: position + 1) == 0x2A:
                var index = position + 2
                while byte(at: index) != 0x2A || byte(at: index + 1) != 0x2F {
                    index += 1
                    guard index < bytes.count else {
                        throw PatternError(
                            code: .unclosed, offset: position, sentence: "This comment is not closed.", section: "9")
                    }
                }
                position = index + 2
            case 0x80...:
                let width = PatternLexer.spaceWidth(byte(at: position), byte(at: position + 1), byte(at: position + 2))
                guard width > 0 else { return }
                position += width
            default: return
            }
        }
    }

    /// The bytes of a space beyond ASCII that the grammar names, or 0.
    private static func spaceWidth(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Int {
        switch (one, two, three) {
        case (0xC2, 0x85, _), (0xC2, 0xA0, _): 2
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
            (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            3
        default: 0
        }
    }

    private static let keywords: [(StaticString, Kind)] = [
        ("AND", .and), ("OR", .or), ("NOT", .not), ("FOLLOWEDBY", .followedBy), ("LIKE", .like), ("MATCHES", .matches),
        ("ISSUPERSET", .isSuperset), ("ISSUBSET", .isSubset), ("EXISTS", .exists), ("LAST", .last), ("IN", .in),
        ("START", .start), ("STOP", .stop), ("SECONDS", .seconds), ("WITHIN", .within), ("REPEATS", .repeats),
        ("TIMES", .times), ("true", .true), ("false", .false),
    ]

    static func keyword(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Kind {
        // All begin with one of these letters, and most names of the standard do not.
        switch bytes[start] {
        case 0x41, 0x45, 0x46, 0x49, 0x4C, 0x4D, 0x4E, 0x4F, 0x52, 0x53, 0x54, 0x57, 0x66, 0x74: break
        default: return .name
        }
        guard 2...10 ~= end - start else { return .name }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        for (text, kind) in keywords
        where sameBytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), word) {
            return kind
        }
        return .name
    }
}
