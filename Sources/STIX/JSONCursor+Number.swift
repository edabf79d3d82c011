/// A JSON number that was read.
struct JSONNumber {
    var start: Int
    var end: Int
    /// Whether it has neither fraction nor exponent.
    var isInteger: Bool
    /// Whether it is an integer that a double cannot hold exactly: beyond ±(2^53 − 1).
    var isInexact: Bool
}

extension JSONCursor {
    /// Reads a number; its first byte is the next one.
    ///
    /// Refuses what is too great for a double (RFC 7493 §2.2).
    mutating func number() throws(Refusal) -> JSONNumber {
        let start = position
        var index = start
        if bytes[index] == 0x2D { index += 1 }
        let firstDigit = index
        var magnitude: UInt64 = 0
        index = try digits(at: index) { magnitude = magnitude &* 10 &+ UInt64($0) }
        let integerDigits = index - firstDigit
        if bytes[firstDigit] == 0x30, integerDigits > 1 {
            throw Refusal(code: .invalidJSON, position: start, sentence: "A JSON number does not begin with 0.")
        }
        var isInteger = true
        var hasExponent = false
        if index < end, bytes[index] == 0x2E {
            isInteger = false
            index = try digits(at: index + 1) { _ in }
        }
        if index < end, bytes[index] | 0x20 == 0x65 {
            isInteger = false
            hasExponent = true
            index += 1
            if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
            index = try digits(at: index) { _ in }
        }
        position = index
        // The greatest double has 309 digits before its point.
        if hasExponent || integerDigits > 300, !value(from: start, to: index).isFinite {
            throw Refusal(
                code: .numberOutOfRange, position: start, sentence: "The number is too great for a double.")
        }
        let isInexact = isInteger && (integerDigits > 16 || magnitude > 9_007_199_254_740_991)
        return JSONNumber(start: start, end: index, isInteger: isInteger, isInexact: isInexact)
    }

    /// The nearest double of a number that was read.
    func value(from start: Int, to end: Int) -> Double {
        Double(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)) ?? .infinity
    }

    @inline(__always)
    private func digits(at first: Int, _ each: (UInt8) -> Void) throws(Refusal) -> Int {
        var index = first
        while index < end, 0x30...0x39 ~= bytes[index] {
            each(bytes[index] - 0x30)
            index += 1
        }
        guard index > first else {
            guard index < end else { throw .truncated(at: end) }
            throw Refusal(code: .invalidJSON, position: index, sentence: "A digit was expected here.")
        }
        return index
    }
}
