/// The contents of a JSON string: the bytes between its quotation marks.
struct JSONText {
    var start: Int
    var end: Int
    var hasEscapes: Bool

    var count: Int { end - start }
}

extension JSONCursor {
    /// Reads a string, checking its escapes and its UTF-8; the opening quotation mark is the next byte.
    @inline(__always)
    mutating func string() throws(Refusal) -> JSONText {
        let start = position + 1
        var index = start
        // Most strings are plain ASCII without escapes: look at eight bytes at once for anything else.
        while index + 8 <= end {
            let special = JSONCursor.special(in: word(at: index))
            guard special != 0 else {
                index += 8
                continue
            }
            index += special.trailingZeroBitCount >> 3
            if bytes[index] == 0x22 {
                position = index + 1
                return JSONText(start: start, end: index, hasEscapes: false)
            }
            break
        }
        return try string(from: start, continuingAt: index)
    }

    /// A mark in the highest bit of each byte that is a control, `"`, `\` or not ASCII; the lowest mark is exact.
    @inline(__always)
    static func special(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let marks = (quote &- ones) | (backslash &- ones) | (word &- (ones &* 0x20)) | word
        return marks & (ones &* 0x80)
    }

    @inline(never)
    private mutating func string(from start: Int, continuingAt first: Int) throws(Refusal) -> JSONText {
        var index = first
        var hasEscapes = false
        while true {
            while index + 8 <= end {
                let special = JSONCursor.special(in: word(at: index))
                guard special == 0 else {
                    index += special.trailingZeroBitCount >> 3
                    break
                }
                index += 8
            }
            guard index < end else { throw .truncated(at: end) }
            let byte = bytes[index]
            switch byte {
            case 0x22:
                position = index + 1
                return JSONText(start: start, end: index, hasEscapes: hasEscapes)
            case 0x5C:
                hasEscapes = true
                index = try escape(at: index)
            case 0..<0x20:
                throw Refusal(
                    code: .invalidJSON, position: index,
                    sentence: "A control character stands in a string without being escaped.")
            case 0x80...:
                index = try character(at: index)
            default:
                index += 1
            }
        }
    }

    /// Checks the escape at this backslash and returns where it ends.
    private mutating func escape(at index: Int) throws(Refusal) -> Int {
        guard index + 1 < end else { throw .truncated(at: end) }
        switch bytes[index + 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return index + 2
        case 0x75: break
        default: throw Refusal(code: .invalidJSON, position: index, sentence: "JSON has no such escape.")
        }
        let unit = try codeUnit(at: index)
        switch unit {
        case 0xDC00...0xDFFF:
            throw JSONCursor.loneSurrogate(index)
        case 0xD800...0xDBFF:
            for offset in 6...7 {
                guard index + offset < end else { throw .truncated(at: end) }
                guard bytes[index + offset] == (offset == 6 ? 0x5C : 0x75) else {
                    throw JSONCursor.loneSurrogate(index)
                }
            }
            let low = try codeUnit(at: index + 6)
            guard 0xDC00...0xDFFF ~= low else { throw JSONCursor.loneSurrogate(index) }
            note(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), at: index)
            return index + 12
        default:
            note(unit, at: index)
            return index + 6
        }
    }

    private static func loneSurrogate(_ index: Int) -> Refusal {
        Refusal(
            code: .loneSurrogate, position: index,
            sentence: "Half of a surrogate pair stands alone, which is no character.")
    }

    /// The four hexadecimal digits of the `\u` escape that begins here.
    func codeUnit(at index: Int) throws(Refusal) -> UInt32 {
        guard index + 6 <= end else { throw .truncated(at: end) }
        var unit: UInt32 = 0
        for place in (index + 2)..<(index + 6) {
            let byte = bytes[place]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default:
                throw Refusal(
                    code: .invalidJSON, position: index, sentence: "The escape \\u needs four hexadecimal digits.")
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Checks the UTF-8 sequence that begins here (Unicode 15 table 3-7) and returns where it ends.
    private mutating func character(at index: Int) throws(Refusal) -> Int {
        let first = bytes[index]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF4: (length, high) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: throw JSONCursor.invalidUTF8(index)
        }
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            guard index + offset < end else { throw .truncated(at: end) }
            let byte = bytes[index + offset]
            guard low...high ~= byte else { throw JSONCursor.invalidUTF8(index) }
            (low, high) = (0x80, 0xBF)
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        if length > 2 { note(scalar, at: index) }
        return index + length
    }

    private static func invalidUTF8(_ index: Int) -> Refusal {
        Refusal(code: .invalidUTF8, position: index, sentence: "These bytes are not UTF-8.")
    }

    private mutating func note(_ scalar: UInt32, at index: Int) {
        guard scalar == 0 || 0xFDD0...0xFDEF ~= scalar || scalar & 0xFFFE == 0xFFFE else { return }
        if oddCharacter < 0 { oddCharacter = index }
    }
}
