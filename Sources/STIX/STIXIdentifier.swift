/// The form of identifiers: `type--uuid` (STIX 2.1 §2.9).
public enum STIXIdentifier {
    /// What can be said about an identifier that is well formed.
    public enum Form: Sendable, Equatable {
        /// A type, two hyphens and a lower-case RFC 4122 UUID of version 1 to 5.
        case standard
        /// Well formed, but the UUID has capital letters, or another variant or version than those of RFC 4122.
        case nonstandardUUID
    }

    /// Whether the text is an identifier, standard or not.
    public static func isValid(_ text: String) -> Bool { form(of: text) != nil }

    /// What form the identifier has; nil where it is none.
    public static func form(of text: String) -> Form? {
        var text = text
        return text.withUTF8 { form(of: $0) }
    }

    /// The type and the UUID of an identifier; nil where it is none.
    public static func split(_ text: String) -> (type: Substring, uuid: Substring)? {
        guard isValid(text) else { return nil }
        let utf8 = text.utf8
        let uuid = utf8.index(utf8.endIndex, offsetBy: -36)
        return (text[..<utf8.index(uuid, offsetBy: -2)], text[uuid...])
    }

    /// Whether the text may be the name of a type: 3 to 250 of a–z, 0–9 and single hyphens, a letter first.
    public static func isTypeName(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isTypeName($0) }
    }

    static func isTypeName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard 3...250 ~= text.count, 0x61...0x7A ~= text[0] else { return false }
        var previous: UInt8 = 0
        for byte in text {
            guard 0x61...0x7A ~= byte || 0x30...0x39 ~= byte || (byte == 0x2D && previous != 0x2D) else { return false }
            previous = byte
        }
        return true
    }

    static func form(of text: UnsafeBufferPointer<UInt8>) -> Form? {
        // The shortest type has three letters, then come two hyphens and 36 characters.
        let uuid = text.count - 36
        guard uuid >= 5, text[uuid - 1] == 0x2D, text[uuid - 2] == 0x2D,
            isTypeName(UnsafeBufferPointer(rebasing: text[..<(uuid - 2)]))
        else { return nil }
        let digits = text.baseAddress.unsafelyUnwrapped + uuid
        guard digits[8] == 0x2D, digits[13] == 0x2D, digits[18] == 0x2D, digits[23] == 0x2D else { return nil }
        // The 32 digits without the four hyphens, eight at a time.
        func word(_ index: Int) -> UInt64 {
            UnsafeRawPointer(digits).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        }
        func half(_ index: Int) -> UInt64 {
            UInt64(UnsafeRawPointer(digits).loadUnaligned(fromByteOffset: index, as: UInt32.self))
        }
        var hasCapitals = false
        let words = SIMD4(word(0), half(9) | half(14) << 32, half(19) | half(24) << 32, word(28))
        for lane in 0..<4 {
            let eight = words[lane]
            let capitals = bytes(eight, from: 0x41, to: 0x46)
            let others = bytes(eight, from: 0x30, to: 0x39) | bytes(eight, from: 0x61, to: 0x66)
            guard capitals | others == 0x8080_8080_8080_8080 else { return nil }
            if capitals != 0 { hasCapitals = true }
        }
        // RFC 4122: the 13th digit is the version, the two highest bits of the 17th are the variant.
        let version = text[uuid + 14]
        let variant = text[uuid + 19]
        let isStandard = 0x31...0x35 ~= version && (variant == 0x38 || variant == 0x39 || 0x61...0x62 ~= variant)
        return isStandard && !hasCapitals ? .standard : .nonstandardUUID
    }

    /// A mark in the highest bit of each of eight bytes that is in the range, which is one of ASCII.
    @inline(__always)
    private static func bytes(_ word: UInt64, from low: UInt64, to high: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let seven = word & (ones &* 0x7F)
        let reached = seven &+ ones &* (0x80 - low)
        let passed = seven &+ ones &* (0x7F - high)
        return reached & ~passed & ~word & (ones &* 0x80)
    }
}
