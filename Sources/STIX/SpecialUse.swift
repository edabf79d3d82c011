/// Addresses and names that mean something else on every network, or nothing at all: RFC 6890 and its registries, RFC 6761.
///
/// What is kept for documentation (RFC 5737, RFC 3849, RFC 9637, the names of RFC 2606) is left out on purpose: nothing answers
/// there, so nobody is harmed where it is blocked, and examples, drills and demonstrations are written with it.
public enum SpecialUse: String, Sendable, Hashable, CaseIterable {
    /// No address yet, this network: RFC 1122.
    case unspecified
    /// One's own machine.
    case loopback
    /// RFC 1918, RFC 4193, RFC 8215.
    case privateUse = "private-use"
    /// Between a provider and its customers: RFC 6598.
    case shared
    case linkLocal = "link-local"
    case multicast
    case benchmarking
    /// Kept by a standard, or for later.
    case reserved
    /// A name that each network resolves for itself: RFC 6761, RFC 6762 with its appendix G, RFC 8375.
    case localName = "local-name"

    /// The use of the address or host that a value is or has; nil where it has none.
    ///
    /// A network has that of any address in it.
    public init?(_ value: ObservableValue) {
        if let prefix = value.prefix {
            self.init(prefix)
        } else {
            guard let domain = value.domain, Self.names.contains(where: { domain == $0 || domain.hasSuffix("." + $0) })
            else { return nil }
            self = .localName
        }
    }

    /// The use of an address, or of any address in a network; nil where it has none.
    public init?(_ prefix: IPPrefix) {
        guard let found = Self.networks.first(where: { $0.network.touches(prefix) }) else { return nil }
        self = found.use
    }

    private static let names = [
        "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa",
        "in-addr.arpa", "ip6.arpa", "ipv4only.arpa", "resolver.arpa", "service.arpa",
    ]

    /// What is not globally reachable by the registries of IANA, and multicast.
    private static let networks: [(network: IPPrefix, use: SpecialUse)] = [
        ("0.0.0.0/8", unspecified), ("10.0.0.0/8", privateUse), ("100.64.0.0/10", shared), ("127.0.0.0/8", loopback),
        ("169.254.0.0/16", linkLocal), ("172.16.0.0/12", privateUse), ("192.0.0.0/24", reserved),
        ("192.168.0.0/16", privateUse), ("198.18.0.0/15", benchmarking), ("224.0.0.0/4", multicast),
        ("240.0.0.0/4", reserved), ("::/128", unspecified), ("::1/128", loopback), ("64:ff9b:1::/48", privateUse),
        ("100::/64", reserved), ("2001:2::/48", benchmarking), ("2001:10::/28", reserved), ("5f00::/16", reserved),
        ("fc00::/7", privateUse), ("fe80::/10", linkLocal), ("ff00::/8", multicast),
    ].compactMap { text, use in IPPrefix(text).map { ($0, use) } }
}

extension IPPrefix {
    /// Whether some address is of both.
    public func touches(_ other: IPPrefix) -> Bool { contains(other) || other.contains(self) }
}
