/// On whose account something is counted, so that one has not what is there for all.
package enum Party: Sendable, Hashable {
    /// Somebody without an account: by where they come from, see ``Party/remote(_:)``.
    case address(String)
    /// Somebody with an account, wherever they are and however many programs they run.
    case account(String)
    /// Whatever has an address of its own, such as a list.
    case thing(String)

    /// The other end of a connection: an IPv4 address, or the /64 that an IPv6 subscriber has for themselves.
    ///
    /// The text is what a socket or a proxy says, so it may have brackets, a port, a zone, or be an IPv4 address in IPv6 form
    /// (RFC 4291 §2.5.5.2): each way of writing an address is the same party.
    package static func remote(_ text: String) -> Party {
        var host = Substring(text)
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            host = host[host.index(after: host.startIndex)..<end]
        } else if let colon = host.firstIndex(of: ":"), IPv4Text.bytes(host[..<colon]) != nil {
            host = host[..<colon]
        }
        host = host.prefix { $0 != "%" }
        guard let bytes = IPv6Text.bytes(host), host.contains(":") else { return .address(host.lowercased()) }
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
            return .address(bytes.suffix(4).map { String($0) }.joined(separator: "."))
        }
        return .address(bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".") + "/64")
    }

    /// Whether it is this machine.
    package var isLoopback: Bool {
        // ::1 lies in the /64 of nothing but itself and `::`.
        if case .address(let text) = self { text.hasPrefix("127.") || text == "0.0.0.0.0.0.0.0/64" } else { false }
    }
}

extension Credentials {
    /// The party that a request is counted under where nobody is signed in.
    package var party: Party { .remote(remote) }
}
