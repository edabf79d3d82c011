/// A value by which something can be observed and asked for: an address, a name, a hash; in its one canonical form.
public struct ObservableValue: Sendable, Hashable {
    /// What kind of value it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case ipv4 = "ipv4-addr"
        case ipv6 = "ipv6-addr"
        case domain = "domain-name"
        case url
        case email = "email-addr"
        case md5 = "MD5"
        case sha1 = "SHA-1"
        case sha256 = "SHA-256"
        case sha512 = "SHA-512"
        /// An identifier of Common Vulnerabilities and Exposures.
        case vulnerability
        case autonomousSystem = "autonomous-system"
    }

    /// What kind of value it is.
    public let kind: Kind
    /// The canonical text: addresses after RFC 5952, names in lower case and A-labels, `AS64500`, `CVE-2026-0001`.
    public let text: String
    /// The prefix, where it is an address or prefix, or the host of a URL or mail address is one.
    public let prefix: IPPrefix?
    /// The domain name, where it is one, or the host of a URL or mail address is one.
    public let domain: String?

    init(_ kind: Kind, _ text: String, prefix: IPPrefix? = nil, domain: String? = nil) {
        self.kind = kind
        self.text = text
        self.prefix = prefix
        self.domain = domain
    }

    /// The value that makes up the whole text; nil where it is none.
    ///
    /// A name may end in any label of letters here: where nothing but a value is expected, `report.pdf` may be one.
    public init?(_ text: some StringProtocol) {
        self.init(Array(text.utf8)[...])
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard (2...Self.longest).contains(bytes.count) else { return nil }
        let found =
            Self(prefix: bytes) ?? Self(hash: bytes) ?? Self(vulnerability: bytes) ?? Self(system: bytes)
            ?? Self(url: bytes) ?? Self(email: bytes) ?? Self(domain: bytes)
        guard let found else { return nil }
        self = found
    }

    /// A longer text is no value.
    static let longest = 2_048

    /// The same with its last dot in brackets and the scheme of a URL spoilt, so that nobody follows it by mistake.
    public var defanged: String {
        let isAddress = prefix.map { $0.version == .six } ?? false
        guard !isAddress, prefix != nil || domain != nil else { return text }
        var bytes = Array(text.utf8)
        let end = hostEnd(bytes)
        if let dot = bytes[..<end].lastIndex(of: UInt8(ascii: ".")) {
            bytes.replaceSubrange(dot...dot, with: "[.]".utf8)
        }
        let spoilt = String(decoding: bytes, as: UTF8.self)
        return kind == .url && spoilt.hasPrefix("http") ? "hxxp" + spoilt.dropFirst(4) : spoilt
    }

    /// Where the host of a URL ends; the end of any other value.
    private func hostEnd(_ bytes: [UInt8]) -> Int {
        guard kind == .url, let scheme = bytes.firstIndex(of: UInt8(ascii: ":")) else { return bytes.count }
        return bytes[(scheme + 3)...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
    }
}

extension ObservableValue {
    init?(prefix bytes: ArraySlice<UInt8>) {
        guard let prefix = IPPrefix(bytes) else { return nil }
        self.init(prefix)
    }

    /// An address or prefix.
    public init(_ prefix: IPPrefix) {
        self.init(prefix.version == .four ? .ipv4 : .ipv6, prefix.description, prefix: prefix)
    }

    /// A hash by its length in hexadecimal digits.
    init?(hash bytes: ArraySlice<UInt8>) {
        let kind: Kind
        switch bytes.count {
        case 32: kind = .md5
        case 40: kind = .sha1
        case 64: kind = .sha256
        case 128: kind = .sha512
        default: return nil
        }
        guard bytes.allSatisfy(\.isHexadecimal) else { return nil }
        self.init(kind, String(decoding: bytes, as: UTF8.self).lowercased())
    }

    /// `CVE-` with a year and four digits or more.
    init?(vulnerability bytes: ArraySlice<UInt8>) {
        guard (13...24).contains(bytes.count), bytes.starts(with: "CVE-".utf8) || bytes.starts(with: "cve-".utf8) else {
            return nil
        }
        let parts = bytes.dropFirst(4).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count >= 4,
            parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
        else { return nil }
        self.init(.vulnerability, String(decoding: bytes, as: UTF8.self).uppercased())
    }

    /// `AS64500`, `ASN64500`, `asn64500`; not `as64500`, which may be a word.
    init?(system bytes: ArraySlice<UInt8>) {
        let name = bytes.prefix(while: \.isLetter)
        guard ["AS", "ASN", "asn"].contains(String(decoding: name, as: UTF8.self)),
            let number = UInt32(digits: bytes.dropFirst(name.count))
        else { return nil }
        self.init(system: number)
    }

    /// An autonomous system by its number.
    public init(system number: UInt32) {
        self.init(.autonomousSystem, "AS\(number)")
    }

    /// The number of an autonomous system; nil for every other value.
    public var systemNumber: UInt32? { kind == .autonomousSystem ? UInt32(text.dropFirst(2)) : nil }

    init?(domain bytes: ArraySlice<UInt8>) {
        guard bytes.contains(UInt8(ascii: ".")), let name = DomainName.canonical(bytes) else { return nil }
        self.init(.domain, name, domain: name)
    }

    /// A mail address; of its left side nothing is changed but the letter case, which no provider tells apart.
    init?(email bytes: ArraySlice<UInt8>) {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), (1...64).contains(at - bytes.startIndex),
            let name = DomainName.canonical(bytes[(at + 1)...]), Self.isLocalPart(bytes[..<at])
        else { return nil }
        self.init(.email, String(decoding: bytes[..<at], as: UTF8.self).lowercased() + "@" + name, domain: name)
    }

    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first != UInt8(ascii: ".") && bytes.last != UInt8(ascii: ".")
            && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"()<>[]:;@\\,\"/".utf8.contains($0) }
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
    /// Its value as a hexadecimal digit.
    var hexadecimalDigit: UInt8? { isDigit ? self - 0x30 : isHexadecimal ? (self | 0x20) - 0x57 : nil }
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension UInt32 {
    /// A number of at most ten digits, none of them a leading zero.
    init?(digits: ArraySlice<UInt8>) {
        guard (1...10).contains(digits.count), digits.first != UInt8(ascii: "0"), digits.allSatisfy(\.isDigit) else {
            return nil
        }
        self.init(String(decoding: digits, as: UTF8.self))
    }
}
