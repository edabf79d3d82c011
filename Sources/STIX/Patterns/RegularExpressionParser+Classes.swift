extension CharacterClass {
    static let digitRanges: [ClosedRange<UInt32>] = [0x30...0x39]
    static let wordRanges: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    static let spaceRanges: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20]
    static let horizontalRanges: [ClosedRange<UInt32>] = [
        0x09...0x09, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x180E...0x180E, 0x2000...0x200A, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000,
    ]
    static let verticalRanges: [ClosedRange<UInt32>] = [0x0A...0x0D, 0x85...0x85, 0x2028...0x2029]
    static let word = CharacterClass(wordRanges)

    /// All characters except those in the ranges.
    static func others(than ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var gaps: [ClosedRange<UInt32>] = []
        var first: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > first { gaps.append(first...(range.lowerBound - 1)) }
            first = Swift.max(first, range.upperBound + 1)
        }
        if first <= 0x10FFFF { gaps.append(first...0x10FFFF) }
        return gaps
    }

    /// The classes of POSIX in ASCII.
    static let named: [String: [ClosedRange<UInt32>]] = [
        "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A], "ascii": [0...0x7F],
        "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0...0x1F, 0x7F...0x7F], "digit": digitRanges,
        "graph": [0x21...0x7E], "lower": [0x61...0x7A], "print": [0x20...0x7E],
        "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "space": spaceRanges, "upper": [0x41...0x5A],
        "word": wordRanges, "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
    ]
}

/// Escapes and classes in square brackets.
extension RegularExpressionParser {
    /// What an escape stands for.
    enum Escape {
        case character(UInt32)
        case ranges([ClosedRange<UInt32>])
        case categories(UInt32)
    }

    mutating func escape() throws(Refusal) -> Tree {
        switch peek(1) ?? 0 {
        case 0x62: return check(.wordBoundary)
        case 0x42: return check(.noWordBoundary)
        case 0x41: return check(.textStart)
        case 0x7A: return check(.textEnd)
        case 0x5A: return check(.textEndOrLastLine)
        case 0x31...0x39, 0x6B, 0x67: throw unsupported("a back reference")
        case 0x47, 0x4B, 0x58, 0x43: throw unsupported("the escape \\\(Unicode.Scalar(text[index + 1]) ?? "?")")
        case 0x52:
            index += 2
            return .alternatives([.sequence([literal(0x0D), literal(0x0A)]), set(CharacterClass.verticalRanges)])
        case 0x4E:
            index += 2
            return set([0x0A...0x0A], isNegated: true)
        default: break
        }
        switch try commonEscape() {
        case .character(let scalar): return literal(scalar)
        case .ranges(let ranges): return set(ranges)
        case .categories(let mask): return .read(CharacterClass(categories: mask))
        }
    }

    private mutating func check(_ position: RegularExpression.Position) -> Tree {
        index += 2
        return .check(position)
    }

    /// An escape that means the same inside and outside of brackets.
    private mutating func commonEscape() throws(Refusal) -> Escape {
        index += 1
        guard let letter = peek() else { throw invalid("The regular expression ends with a backslash.") }
        index += 1
        switch letter {
        case 0x64: return .ranges(CharacterClass.digitRanges)
        case 0x44: return .ranges(CharacterClass.others(than: CharacterClass.digitRanges))
        case 0x77: return .ranges(CharacterClass.wordRanges)
        case 0x57: return .ranges(CharacterClass.others(than: CharacterClass.wordRanges))
        case 0x73: return .ranges(CharacterClass.spaceRanges)
        case 0x53: return .ranges(CharacterClass.others(than: CharacterClass.spaceRanges))
        case 0x68: return .ranges(CharacterClass.horizontalRanges)
        case 0x48: return .ranges(CharacterClass.others(than: CharacterClass.horizontalRanges))
        case 0x76: return .ranges(CharacterClass.verticalRanges)
        case 0x56: return .ranges(CharacterClass.others(than: CharacterClass.verticalRanges))
        case 0x70, 0x50: return .categories(try category(isNegated: letter == 0x50))
        case 0x6E: return .character(0x0A)
        case 0x72: return .character(0x0D)
        case 0x74: return .character(0x09)
        case 0x66: return .character(0x0C)
        case 0x61: return .character(0x07)
        case 0x65: return .character(0x1B)
        case 0x78: return .character(try hexadecimal())
        case 0x6F:
            guard skip("{") else { throw invalid("The escape \\o needs octal digits in braces.") }
            return .character(try number(radix: 8, until: 0x7D, atMost: 8))
        case 0x30: return .character(try number(radix: 8, until: nil, atMost: 2))
        case 0x63:
            guard let control = peek(), 0x20..<0x7F ~= control else {
                throw invalid("The escape \\c needs a printable ASCII character behind it.")
            }
            index += 1
            return .character((0x61...0x7A ~= control ? control - 0x20 : control) ^ 0x40)
        case 0x31...0x39, 0x41...0x5A, 0x61...0x7A:
            throw invalid("The regular expression has an escape that PCRE does not know.")
        default: return .character(letter)
        }
    }

    private mutating func hexadecimal() throws(Refusal) -> UInt32 {
        if skip("{") { return try number(radix: 16, until: 0x7D, atMost: 8) }
        return try number(radix: 16, until: nil, atMost: 2)
    }

    private mutating func number(radix: UInt32, until end: UInt32?, atMost most: Int) throws(Refusal) -> UInt32 {
        var value: UInt32 = 0
        var count = 0
        while count < most, let digit = peek(), digit < 0x80, let nibble = HexDigits.value(UInt8(digit)),
            nibble < radix
        {
            value = value << (radix == 16 ? 4 : 3) | UInt32(nibble)
            (index, count) = (index + 1, count + 1)
        }
        if let end {
            guard count > 0, peek() == end else {
                throw invalid("A character of the regular expression is written with a broken number.")
            }
            index += 1
        }
        guard Unicode.Scalar(value) != nil else {
            throw invalid("A number in the regular expression is that of no character.")
        }
        return value
    }

    private mutating func category(isNegated: Bool) throws(Refusal) -> UInt32 {
        var name = ""
        if skip("{") {
            while let scalar = peek(), scalar != 0x7D, name.count < 32 {
                name.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
                index += 1
            }
            guard skip("}") else { throw invalid("A property of the regular expression is not closed.") }
        } else if let scalar = peek() {
            name.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
            index += 1
        }
        let isTurned = name.hasPrefix("^")
        if isTurned { name.removeFirst() }
        let mask =
            name == "Any"
            ? .max : name == "L&" ? UnicodeCategory.mask("Lu").map { $0 | 0b110 } : UnicodeCategory.mask(name)
        guard let mask else {
            throw Refusal(
                reason: .unsupported,
                sentence: "The regular expression names a property of characters other than a general category.")
        }
        return isTurned != isNegated ? ~mask : mask
    }

    /// A class in square brackets.
    mutating func bracketed() throws(Refusal) -> CharacterClass {
        index += 1
        let isNegated = skip("^")
        var ranges: [ClosedRange<UInt32>] = []
        var categories: UInt32 = 0
        var isFirst = true
        while let scalar = peek(), scalar != 0x5D || isFirst {
            isFirst = false
            guard let low = try member(&ranges, &categories) else { continue }
            // A hyphen before the closing bracket is a character like others.
            guard peek() == 0x2D, let after = peek(1), after != 0x5D else {
                ranges.append(low...low)
                continue
            }
            index += 1
            guard let high = try member(&ranges, &categories) else {
                ranges += [low...low, 0x2D...0x2D]
                continue
            }
            guard low <= high else { throw invalid("A range of the regular expression ends before it begins.") }
            ranges.append(low...high)
        }
        guard skip("]") else { throw invalid("A class of the regular expression is not closed.") }
        return CharacterClass(ranges, categories: categories, isNegated: isNegated, folds: flags.ignoresCase)
    }

    /// One character of a class; nil where it was several, which have been added.
    private mutating func member(
        _ ranges: inout [ClosedRange<UInt32>], _ categories: inout UInt32
    ) throws(Refusal) -> UInt32? {
        if follows("[:"), let named = try posix() {
            ranges += named
            return nil
        }
        if follows("[.") || follows("[=") {
            throw Refusal(reason: .unsupported, sentence: "PCRE does not know collating elements.")
        }
        guard text[index] == 0x5C else {
            index += 1
            return text[index - 1]
        }
        if skip("\\b") { return 0x08 }
        if skip("\\Q") || skip("\\E") { return nil }
        switch try commonEscape() {
        case .character(let scalar): return scalar
        case .ranges(let several): ranges += several
        case .categories(let mask): categories |= mask
        }
        return nil
    }

    private mutating func posix() throws(Refusal) -> [ClosedRange<UInt32>]? {
        let start = index
        index += 2
        let isNegated = skip("^")
        var name = ""
        while let scalar = peek(), 0x61...0x7A ~= scalar, name.utf8.count < 8 {
            name.unicodeScalars.append(Unicode.Scalar(scalar) ?? "?")
            index += 1
        }
        guard skip(":]") else {
            index = start
            return nil
        }
        guard let ranges = CharacterClass.named[name] else {
            throw invalid("The regular expression names a class that POSIX does not know.")
        }
        return isNegated ? CharacterClass.others(than: ranges) : ranges
    }
}
