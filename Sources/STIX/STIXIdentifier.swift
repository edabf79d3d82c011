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
        var hasCapitals = false
        for index in 0..<36 {
            let byte = text[uuid + index]
            switch index {
            case 8, 13, 18, 23:
                guard byte == 0x2D else { return nil }
            default:
                if 0x41...0x46 ~= byte {
                    hasCapitals = true
                } else if !(0x30...0x39 ~= byte || 0x61...0x66 ~= byte) {
                    return nil
                }
            }
        }
        // RFC 4122: the 13th digit is the version, the two highest bits of the 17th are the variant.
        let version = text[uuid + 14]
        let variant = text[uuid + 19]
        let isStandard = 0x31...0x35 ~= version && (variant == 0x38 || variant == 0x39 || 0x61...0x62 ~= variant)
        return isStandard && !hasCapitals ? .standard : .nonstandardUUID
    }
}
