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
        if own.contains(address) { return .loopback }
        return Self.all(in: address).compactMap { one in
            SpecialUse(one) ?? (Self.siteLocal.contains { $0.contains(one) } ? .privateUse : nil)
        }.first
    }

    /// The same for an address that a name was resolved to.
    func refusal(_ address: SocketAddress, own: Set<IPPrefix> = []) -> SpecialUse? {
        guard self == .internet else { return nil }
        // What is no address of IP is a socket of this machine.
        guard let prefix = address.ipAddress.flatMap({ IPPrefix($0) }) else { return .loopback }
        return refusal(prefix, own: own)
    }

    /// RFC 3879: not to be used any more, and routed by some all the same.
    private static let siteLocal = [IPPrefix("fec0::/10")].compactMap(\.self)

    /// The address, and the addresses of IPv4 within it that a machine between may send it on to.
    private static func all(in address: IPPrefix) -> [IPPrefix] {
        let bytes = address.firstAddress
        guard bytes.count == 16 else { return [address] }
        func four(_ start: Int, turned mask: UInt8 = 0) -> [IPPrefix] {
            [IPPrefix(bytes[start..<start + 4].map { String($0 ^ mask) }.joined(separator: "."))].compactMap(\.self)
        }
        for way in ways where way.network.contains(address) { return [address] + four(way.start, turned: way.mask) }
        return [address]
    }

    /// Where an address of IPv4 stands in one of IPv6.
    private static let ways: [(network: IPPrefix, start: Int, mask: UInt8)] = [
        // Translated: RFC 6052 §2.1, RFC 2765 §2.1, and mapped or compatible, RFC 4291 §2.5.5.
        ("64:ff9b::/96", 12, 0), ("::ffff:0:0:0/96", 12, 0), ("::/96", 12, 0),
        // In a tunnel: RFC 3056 §2, RFC 4380 §4.
        ("2002::/16", 2, 0), ("2001::/32", 12, 0xFF),
    ].compactMap { text, start, mask in IPPrefix(text).map { ($0, start, mask) } }
}
