import Crypto
package import STIX

/// What stands for an observable value in an index: in its order, a network is a range, and so is a domain with all below it.
///
/// The first byte says what it is; its highest bit, that the value is only the host of a URL or mail address. An address is its
/// prefix length and its bytes. A domain name is its labels from the last to the first, a dot behind each.
package struct ObservableKey: Sendable, Hashable {
    package let bytes: [UInt8]

    private init(_ tag: Tag, isHost: Bool = false, _ rest: [UInt8]) {
        bytes = [tag.rawValue | (isHost ? 0x80 : 0)] + rest
    }

    enum Tag: UInt8 {
        case four = 4
        case six = 6
        case system = 0x61
        case domain = 0x64
        case hash = 0x68
        case sector = 0x73
        case text = 0x74
        case vulnerability = 0x76

        init(_ version: IPPrefix.Version) { self = version == .four ? .four : .six }
    }

    /// The key under which exactly this value stands.
    package init(_ value: ObservableValue) {
        switch value.kind {
        case .ipv4, .ipv6: self = value.prefix.map { ObservableKey($0) } ?? ObservableKey(text: value.text)
        case .domain: self.init(.domain, Self.reversed(value.text))
        case .autonomousSystem: self.init(.system, Self.bytes(value.systemNumber ?? 0))
        case .vulnerability: self.init(.vulnerability, Array(value.text.utf8))
        case .md5, .sha1, .sha256, .sha512: self.init(.hash, Self.digest(value.text))
        case .url, .email: self.init(text: value.comparable)
        }
    }

    package init(_ prefix: IPPrefix, isHost: Bool = false) {
        self.init(Tag(prefix.version), isHost: isHost, [UInt8(prefix.length)] + prefix.firstAddress)
    }

    package init(domain: String, isHost: Bool = false) { self.init(.domain, isHost: isHost, Self.reversed(domain)) }

    package init(system: UInt32) { self.init(.system, Self.bytes(system)) }

    /// A word of the vocabulary `industry-sector-ov`.
    package init(sector: String) { self.init(.sector, Array(sector.utf8)) }

    /// Any other text, by its hash: a URL may be long.
    package init(text: String) { self.init(.text, Self.digest(text)) }

    /// Every key of a value: its own, and that of its host.
    package static func all(of value: ObservableValue) -> [ObservableKey] {
        [ObservableKey(value)] + (host(of: value).map { [$0] } ?? [])
    }

    /// The keys of a URL whose scheme was left out.
    static func all(withoutScheme url: ObservableValue) -> [ObservableKey] {
        guard let text = url.withoutScheme else { return [] }
        return [ObservableKey(text: text)] + (host(of: url).map { [$0] } ?? [])
    }

    /// The keys under which exactly this value may stand: its own, and that of a URL whose scheme somebody left out.
    static func exact(_ value: ObservableValue) -> [ObservableKey] {
        [ObservableKey(value)] + (value.withoutScheme.map { [ObservableKey(text: $0)] } ?? [])
    }

    private static func host(of value: ObservableValue) -> ObservableKey? {
        guard value.kind == .url || value.kind == .email else { return nil }
        return value.prefix.map { ObservableKey($0, isHost: true) }
            ?? value.domain.map { ObservableKey(domain: $0, isHost: true) }
    }

    /// By bytes: each value of a text that is checked, and each that is indexed, comes by here.
    private static func reversed(_ domain: String) -> [UInt8] {
        var domain = domain
        return domain.withUTF8 { name in
            var key: [UInt8] = []
            key.reserveCapacity(name.count + 1)
            var end = name.count
            for index in stride(from: name.count - 1, through: -1, by: -1)
            where index < 0 || name[index] == UInt8(ascii: ".") {
                if end > index + 1 { key += name[(index + 1)..<end] + [UInt8(ascii: ".")] }
                end = index
            }
            return key
        }
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }

    private static func digest(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8)).prefix(16)) }
}

/// Keys from one to another, the second one excluded.
package struct ObservableKeyRange: Sendable, Hashable {
    package let from: [UInt8]
    package let to: [UInt8]

    /// One key alone.
    static func only(_ key: ObservableKey) -> ObservableKeyRange {
        ObservableKeyRange(from: key.bytes, to: key.bytes + [0])
    }

    /// A domain and everything below it.
    static func below(_ domain: String, isHost: Bool) -> ObservableKeyRange {
        let key = ObservableKey(domain: domain, isHost: isHost).bytes
        // The sign after the dot: no label holds one.
        return ObservableKeyRange(from: key, to: key.dropLast() + [UInt8(ascii: ".") + 1])
    }

    /// The prefixes of one length that touch this one: inside it, or the one around it.
    static func touching(_ prefix: IPPrefix, length: Int, isHost: Bool) -> ObservableKeyRange {
        let outer = prefix.shortened(to: length)
        let first = ObservableKey(outer, isHost: isHost).bytes
        let head = [first[0], UInt8(length)]
        return ObservableKeyRange(
            from: head + outer.firstAddress,
            to: head + (length < prefix.length ? outer.firstAddress : prefix.lastAddress) + [0])
    }
}
