/// Constants (STIX 2.1 §9.2).
extension PatternParser {
    mutating func constant() throws(PatternError) -> Pattern.Constant {
        switch token.kind {
        case .true, .false:
            let value = token.kind == .true
            try advance()
            return .boolean(value)
        default: return .quantity(try quantity())
        }
    }

    mutating func quantity() throws(PatternError) -> Pattern.Quantity {
        let constant = token
        let quantity: Pattern.Quantity
        switch constant.kind {
        case .integer: quantity = .integer(try integer(constant))
        case .float:
            let number = value(of: constant)
            guard number.isFinite else { throw outOfRange(constant) }
            quantity = .float(number)
        case .string: quantity = .string(text(constant))
        case .binary:
            guard let bytes = base64(constant) else {
                throw malformed(constant, "The bytes between the quotation marks are not base64 (RFC 4648 §4).")
            }
            quantity = .binary(bytes)
        case .hex:
            guard let bytes = hexadecimal(constant) else {
                throw malformed(constant, "Bytes are written as pairs of hexadecimal digits.")
            }
            quantity = .hex(bytes)
        case .timestamp: quantity = .timestamp(try timestamp(constant))
        default: throw unexpected("a constant", "9.2")
        }
        try advance()
        return quantity
    }

    private func malformed(_ constant: Token, _ sentence: String) -> PatternError {
        PatternError(code: .badConstant, offset: constant.start, sentence: sentence, section: "9.2")
    }

    private func outOfRange(_ constant: Token) -> PatternError {
        PatternError(
            code: .numberOutOfRange, offset: constant.start, sentence: "The number is too great to compute with.",
            section: "9.2")
    }

    /// The characters of a name or string, escapes resolved.
    func text(_ token: Token) -> String {
        let raw = UnsafeBufferPointer(rebasing: lexer.bytes[token.start..<token.end])
        guard token.hasEscapes else { return String(decoding: raw, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: raw.count) { output in
            var count = 0
            var index = 0
            while index < raw.count {
                if raw[index] == 0x5C { index += 1 }
                output[count] = raw[index]
                count += 1
                index += 1
            }
            return count
        }
    }

    func integer(_ token: Token) throws(PatternError) -> Int64 {
        var magnitude: Int64 = 0
        let isNegative = lexer.bytes[token.start] == 0x2D
        for index in token.start..<token.end where lexer.bytes[index] & 0xF0 == 0x30 {
            let digit = Int64(lexer.bytes[index] - 0x30)
            let (tens, overflows) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflows, !overflowsToo else { throw outOfRange(token) }
            magnitude = sum
        }
        return magnitude
    }

    func value(of token: Token) -> Double {
        Double(String(decoding: UnsafeBufferPointer(rebasing: lexer.bytes[token.start..<token.end]), as: UTF8.self))
            ?? .infinity
    }

    func timestamp(_ token: Token) throws(PatternError) -> Timestamp {
        let text = UnsafeBufferPointer(rebasing: lexer.bytes[token.start..<token.end])
        guard let reading = TimestampReading(text), !reading.hasOffset else {
            throw malformed(token, "A moment is written like t'2024-01-20T12:31:12.123Z' (RFC 3339).")
        }
        return reading.timestamp
    }

    private func hexadecimal(_ token: Token) -> [UInt8]? {
        HexDigits.bytes(UnsafeBufferPointer(rebasing: lexer.bytes[token.start..<token.end]))
    }

    private func base64(_ token: Token) -> [UInt8]? {
        Base64Text.bytes(UnsafeBufferPointer(rebasing: lexer.bytes[token.start..<token.end]))
    }
}

/// Bytes as pairs of hexadecimal digits.
enum HexDigits {
    static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = value(text[index]), let low = value(text[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }

    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// Bytes as base64 with padding (RFC 4648 §4).
enum Base64Text {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        let padding = text.reversed().prefix { $0 == 0x3D }.count
        guard padding <= 2 else { return nil }
        for (index, letter) in text.enumerated() {
            let value: UInt32
            switch letter {
            case 0x41...0x5A: value = UInt32(letter) - 0x41
            case 0x61...0x7A: value = UInt32(letter) - 0x61 + 26
            case 0x30...0x39: value = UInt32(letter) - 0x30 + 52
            case 0x2B: value = 62
            case 0x2F: value = 63
            case 0x3D where index >= text.count - padding: value = 0
            default: return nil
            }
            bits = bits << 6 | value
            if index % 4 == 3 {
                bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
                bits = 0
            }
        }
        bytes.removeLast(padding)
        return bytes
    }

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<Swift.min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for offset in 0..<3 { bits = bits << 8 | (offset < part.count ? UInt32(part[start + offset]) : 0) }
            for place in 0..<4 {
                text.append(place <= part.count ? letters[Int(bits >> UInt32(18 - 6 * place) & 63)] : 0x3D)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
