/// An IPv4 or IPv6 prefix; a single address is one of full length.
public struct IPPrefix: Sendable, Hashable {
    /// The version of the protocol.
    public enum Version: UInt8, Sendable, CaseIterable {
        case four = 4
        case six = 6

        /// Bits of an address.
        public var width: Int { self == .four ? 32 : 128 }
    }

    /// The version of the protocol.
    public let version: Version
    /// How many leading bits are those of the network.
    public let length: Int
    /// The bits of the network, from the highest down; then zeros.
    let bits: UInt128

    init(_ version: Version, bits: UInt128, length: Int) {
        self.version = version
        self.length = length
        self.bits = bits & Self.mask(length)
    }

    /// The prefix in a text such as `198.51.100.7`, `198.51.100.0/24` or `2001:db8::/32`; bits beyond its length are dropped.
    ///
    /// Nil for anything else, an octet with a leading zero too: some programs read it as octal. An IPv4 address that is
    /// mapped into IPv6 (RFC 4291 §2.5.5.2) is the IPv4 address.
    public init?(_ text: some StringProtocol) {
        self.init(Array(text.utf8)[...])
    }

    init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= 64 else { return nil }
        let halves = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        var version = Version.four
        var bits: UInt128
        if let four = Self.four(halves[0]) {
            bits = UInt128(four) << 96
        } else if let six = Self.six(halves[0]) {
            (version, bits) = (.six, six)
        } else {
            return nil
        }
        var length = version.width
        if halves.count == 2 {
            guard let stated = Self.decimal(halves[1], atMost: length) else { return nil }
            length = stated
        }
        if version == .six, bits >> 32 == 0xFFFF, length >= 96 {
            (version, bits, length) = (.four, bits << 96, length - 96)
        }
        self.init(version, bits: bits, length: length)
    }

    /// Whether it is one address.
    public var isAddress: Bool { length == version.width }

    /// Whether every address of the other is one of these.
    public func contains(_ other: IPPrefix) -> Bool {
        version == other.version && length <= other.length && other.bits & Self.mask(length) == bits
    }

    /// The first so many bits of it, or the last address where they are more than it has.
    public func shortened(to length: Int) -> IPPrefix {
        IPPrefix(version, bits: bits, length: max(0, min(length, self.length)))
    }

    /// The bytes of its first address, 4 or 16.
    public var firstAddress: [UInt8] { bytes(bits) }
    /// The bytes of its last address, 4 or 16.
    public var lastAddress: [UInt8] { bytes(bits | ~Self.mask(length)) }

    private func bytes(_ bits: UInt128) -> [UInt8] {
        (0..<version.width / 8).map { UInt8(truncatingIfNeeded: bits >> UInt128(120 - 8 * $0)) }
    }

    private static func mask(_ length: Int) -> UInt128 { length == 0 ? 0 : .max << UInt128(128 - length) }
}

extension IPPrefix: CustomStringConvertible {
    /// As RFC 5952 writes it; the length only where it is no single address.
    public var description: String {
        let address =
            version == .four ? firstAddress.map(String.init).joined(separator: ".") : Self.compressed(firstAddress)
        return isAddress ? address : "\(address)/\(length)"
    }

    private static func compressed(_ bytes: [UInt8]) -> String {
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        // The longest run of zeros, the first of equals, and none of a single group (RFC 5952 §4.2).
        var best = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > max(best.count, 1) { best = start..<index + 1 }
        }
        func text(_ groups: ArraySlice<UInt16>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !best.isEmpty else { return text(groups[...]) }
        return "\(text(groups[..<best.lowerBound]))::\(text(groups[best.upperBound...]))"
    }
}

extension IPPrefix {
    private static func decimal(_ digits: ArraySlice<UInt8>, atMost most: Int) -> Int? {
        guard (1...3).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value <= most ? value : nil
    }

    private static func four(_ text: ArraySlice<UInt8>) -> UInt32? {
        guard (7...15).contains(text.count) else { return nil }
        let octets = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard octets.count == 4 else { return nil }
        var value: UInt32 = 0
        for octet in octets {
            guard let number = decimal(octet, atMost: 255) else { return nil }
            value = value << 8 | UInt32(number)
        }
        return value
    }

    private static func six(_ text: ArraySlice<UInt8>) -> UInt128? {
        // What follows a percent sign names an interface of one machine (RFC 4007 §11).
        let text = text.prefix { $0 != UInt8(ascii: "%") }
        let colon = UInt8(ascii: ":")
        guard text.count >= 2, text.contains(colon) else { return nil }
        let parts = text.split(separator: colon, omittingEmptySubsequences: false)
        var front: [UInt16] = []
        var back: [UInt16] = []
        var isGap = false
        for (index, part) in parts.enumerated() {
            if part.isEmpty {
                let isEdge = index == 0 || index == parts.count - 1
                // At an edge the gap makes two empty parts, of which the inner one counts.
                if isEdge {
                    guard parts.count > 2, parts[index == 0 ? 1 : index - 1].isEmpty else { return nil }
                    continue
                }
                guard !isGap else { return nil }
                isGap = true
            } else if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
                guard let value = four(part) else { return nil }
                let groups = [UInt16(truncatingIfNeeded: value >> 16), UInt16(truncatingIfNeeded: value)]
                if isGap { back += groups } else { front += groups }
            } else {
                guard part.count <= 4, let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
                    part.first != UInt8(ascii: "+")
                else { return nil }
                if isGap { back.append(group) } else { front.append(group) }
            }
        }
        let missing = 8 - front.count - back.count
        guard isGap ? missing >= 1 : missing == 0 else { return nil }
        let groups = front + [UInt16](repeating: 0, count: isGap ? missing : 0) + back
        return groups.reduce(0) { $0 << 16 | UInt128($1) }
    }
}
