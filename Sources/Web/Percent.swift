/// Percent-encoding of RFC 3986.
enum Percent {
    /// Characters that stand for themselves in a path segment, and the slash.
    static let path = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/".utf8)
    /// Characters that stand for themselves in a query value.
    static let query = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/".utf8)

    /// Characters that stand for themselves in a parameter of a header (RFC 8187 §3.2.1).
    static let name = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~".utf8)

    static func encode(_ text: String, keeping kept: Set<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            if kept.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }

    /// The text meant, with `+` as a space; nothing if it is not well formed or not UTF-8.
    static func decodeQuery(_ text: some StringProtocol) -> String? { decodeForm(text.utf8) }

    /// The same of bytes.
    ///
    /// - Parameter joiningLineEnds: whether CR LF is read as LF.
    static func decodeForm(_ text: some Collection<UInt8>, joiningLineEnds: Bool = false) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        func add(_ byte: UInt8) {
            if joiningLineEnds, byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
            bytes.append(byte)
        }
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): add(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value) else { return nil }
                add(high << 4 | low)
            default: add(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
