import NIOCore
import STIX

/// How far a connection may lead: into the internet, or into inner networks and to this machine too.
///
/// An address is text of an operator, of a stranger, or of a name server that a stranger runs. What counts is where it leads, so each
/// address that a name resolves to is looked at, and the connection goes to the one that was looked at.
package enum Reach: Sendable, Hashable, CaseIterable {
    case internet
    /// An operator has said so, for this one place.
    case anywhere

    package init(isInnerToo: Bool) { self = isInnerToo ? .anywhere : .internet }

    /// Why nothing is sent to an address; nil where it may be.
    ///
    /// - Parameter own: the addresses of this machine.
    func refusal(_ address: IPPrefix, own: Set<IPPrefix> = []) -> SpecialUse? {
        guard self == .internet else { return nil }
        let all = Self.all(in: address)
        if !own.isDisjoint(with: all) { return .loopback }
        if let use = all.lazy.compactMap({ SpecialUse($0) }).first ?? all.lazy.compactMap(Self.use).first { return use }
        // What nobody has been given yet leads nowhere that is public, whatever this network makes of it.
        guard address.version == .six, !Self.given.contains(where: { $0.contains(address) }) else { return nil }
        return .reserved
    }

    /// The same for an address that a name was resolved to.
    func refusal(_ address: SocketAddress, own: Set<IPPrefix> = []) -> SpecialUse? {
        guard self == .internet else { return nil }
        // What is no address of IP is a socket of this machine.
        guard let prefix = address.ipAddress.flatMap({ IPPrefix($0) }) else { return .loopback }
        return refusal(prefix, own: own)
    }

    /// What is of no machine of the internet beside that: the rest of the registries of IANA for special purposes (RFC 6890), and what
    /// was taken out of use and is routed by some all the same.
    private static func use(_ address: IPPrefix) -> SpecialUse? {
        guard !reachable.contains(where: { $0.contains(address) }) else { return nil }
        return unreachable.first { $0.network.contains(address) }?.use
    }

    /// Within what is kept for protocols, what may be reached all the same: anycast of RFC 7723, RFC 8155 and RFC 9665, RFC 7450,
    /// RFC 7535, RFC 7343, RFC 9374.
    private static let reachable = [
        "2001:1::1/128", "2001:1::2/128", "2001:1::3/128", "2001:3::/32",
        "2001:4:112::/48", "2001:20::/28", "2001:30::/28",
    ].compactMap { IPPrefix($0) }

    private static let unreachable: [(network: IPPrefix, use: SpecialUse)] = [
        // Relays of 6to4, RFC 7526; site-local, RFC 3879; dummies, RFC 9780; protocols, RFC 2928, tunnels of RFC 4380 among them.
        ("192.88.99.0/24", .reserved), ("fec0::/10", .privateUse), ("100:0:0:1::/64", .reserved),
        ("2001::/23", .reserved),
    ].compactMap { text, use in IPPrefix(text).map { ($0, use) } }

    /// All that IANA gives out of IPv6 (RFC 4291 §2.4), and what leads from there into IPv4 (RFC 6052 §2.1).
    private static let given = ["2000::/3", "64:ff9b::/96"].compactMap { IPPrefix($0) }

    /// The address, and the addresses of IPv4 within it that a machine between may send it on to.
    private static func all(in address: IPPrefix) -> [IPPrefix] {
        let bytes = address.firstAddress
        guard bytes.count == 16 else { return [address] }
        func four(_ start: Int, turned mask: UInt8 = 0) -> [IPPrefix] {
            [IPPrefix(bytes[start..<start + 4].map { String($0 ^ mask) }.joined(separator: "."))].compactMap(\.self)
        }
        for way in ways where way.network.contains(address) { return [address] + four(way.start, turned: way.mask) }
        // A tunnel between the machines of a site, in whichever network: RFC 5214 §6.1.
        let isISATAP = bytes[8] & ~2 == 0 && Array(bytes[9..<12]) == [0, 0x5E, 0xFE]
        return [address] + (isISATAP ? four(12) : [])
    }

    /// Where an address of IPv4 stands in one of IPv6.
    private static let ways: [(network: IPPrefix, start: Int, mask: UInt8)] = [
        // Translated: RFC 6052 §2.1, RFC 2765 §2.1, and mapped or compatible, RFC 4291 §2.5.5.
        ("64:ff9b::/96", 12, 0), ("::ffff:0:0:0/96", 12, 0), ("::/96", 12, 0),
        // In a tunnel: RFC 3056 §2, RFC 4380 §4.
        ("2002::/16", 2, 0), ("2001::/32", 12, 0xFF),
    ].compactMap { text, start, mask in IPPrefix(text).map { ($0, start, mask) } }
}
