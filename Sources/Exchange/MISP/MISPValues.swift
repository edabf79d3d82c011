/// What a digest looks like.
enum MISPDigest: ExpressibleByIntegerLiteral {
    /// So many hexadecimal digits.
    case digits(Int)
    case ssdeep, tlsh
    /// Any text without white space: nobody has written down the form.
    case word

    init(integerLiteral digits: Int) { self = .digits(digits) }

    /// The digest as it is kept; nil where the text is none.
    func read(_ text: String) -> String? {
        switch self {
        case .digits(let count): text.utf8.count == count && text.isHexadecimal ? text.lowercased() : nil
        case .ssdeep: text.wholeMatch(of: /[0-9]+:[A-Za-z0-9+\/]*:[A-Za-z0-9+\/]*/) == nil ? nil : text
        case .tlsh: text.wholeMatch(of: /(T1)?[0-9A-Fa-f]{70}/) == nil ? nil : text
        case .word: text.contains(where: \.isWhitespace) ? nil : text
        }
    }
}

extension String {
    private static let hives = [
        "HKLM": "HKEY_LOCAL_MACHINE", "HKCU": "HKEY_CURRENT_USER", "HKCR": "HKEY_CLASSES_ROOT", "HKU": "HKEY_USERS",
        "HKCC": "HKEY_CURRENT_CONFIG",
    ]

    /// A registry key whose hive is written out, as STIX asks (STIX 2.1 §6.17).
    var withWholeHive: String {
        let hive = prefix { $0 != "\\" }
        return Self.hives[hive.uppercased()].map { $0 + dropFirst(hive.count) } ?? self
    }

    /// A URL in which every byte that RFC 3986 doesn't allow is percent-encoded; what has no scheme stays as it is.
    var percentEncoded: String {
        guard prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil else { return self }
        let bytes = Array(utf8)
        var encoded: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isAllowed =
                switch byte {
                case UInt8(ascii: "%"): bytes.dropFirst(index + 1).prefix(2).filter(\.isHexDigit).count == 2
                case ...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...: false
                default: true
                }
            if isAllowed {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// Whether it is a URL of RFC 3986 with an authority, once percent-encoded.
    var isURL: Bool { wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\/\/[!-~]+/) != nil && self == percentEncoded }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Whether it has the shape of a media type (RFC 6838 §4.2).
    var isMediaType: Bool {
        wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9!#$&^_.+\-]*\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+\-]*/) != nil
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20) }
}
