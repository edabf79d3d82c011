import STIX

/// The address of another server, as an operator enters it: `http` or `https`, without a name or password in it.
///
/// It is read here and nowhere else, so that no other program finds another host or port in it.
package struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// As it was entered.
    package let description: String
    /// Scheme, host and port: what a server's name is worth (RFC 6454 §4).
    package let origin: String
    /// The same as it was entered: a port only where one was given.
    package let site: String
    package let isEncrypted: Bool
    /// Whether it is of this machine, so that nothing sent to it leaves.
    let isLoopback: Bool
    /// A name, or an address without brackets.
    let host: String
    /// Host and port as `Host` says them (RFC 9110 §7.2).
    let authority: String
    /// 1 to 65535.
    let port: Int
    /// What is asked for there: path and query (RFC 9112 §3.2.1).
    let target: String

    private static let longest = 2_048
    private static let longestHost = 253

    /// - Throws: `badAddress`.
    package init(_ text: String) throws {
        try self.init(request: text)
        guard !text.contains("?") else {
            throw OutsideError(
                .badAddress, "an address must not have a ?query: it would not be sent, and may hold a secret")
        }
    }

    /// The address of one request, which may have a query.
    ///
    /// - Throws: `badAddress`.
    package init(request text: String) throws {
        func none() -> OutsideError {
            OutsideError(.badAddress, "\(OutsideError.excerpt(text)) is no address that begins with https://")
        }
        // Two programs may read a strange address differently, and a secret goes where one of them says.
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x5C }),
            let scheme = ["https", "http"].first(where: { text.lowercased().hasPrefix($0 + "://") })
        else { throw none() }
        let rest = text.dropFirst(scheme.count + 3)
        let named = rest.prefix { !"/?#".contains($0) }
        guard !named.contains("@") else {
            throw OutsideError(
                .badAddress,
                "an address must not hold a name or password: other programs log it; use --user and --password-file")
        }
        guard !text.contains("#") else {
            throw OutsideError(.badAddress, "\(text) has a #fragment, which is nothing to ask a server for")
        }
        guard let (name, number) = Self.parts(of: named) else { throw none() }
        guard number.map({ 1...65_535 ~= $0 }) ?? true else {
            throw OutsideError(.badAddress, "\(OutsideError.excerpt(text)) has a port that is none: 1 to 65535")
        }
        let isBracketed = named.hasPrefix("[")
        let shown = isBracketed ? "[\(name)]" : name
        isEncrypted = scheme == "https"
        host = name
        port = number ?? (isEncrypted ? 443 : 80)
        origin = "\(scheme)://\(shown):\(port)"
        site = "\(scheme)://\(shown)" + (number.map { ":\($0)" } ?? "")
        isLoopback = isBracketed ? name == "::1" : name == "localhost" || Self.isLoopback(name)
        let path = rest.dropFirst(named.count)
        target = path.hasPrefix("/") ? String(path) : "/" + path
        self.authority = shown + (number.map { ":\($0)" } ?? "")
        description = text
    }

    /// Whether the host is an address, which has no name that a certificate could bear.
    var isLiteral: Bool { host.contains(":") || Self.isIPv4(host) }

    /// Host and port of `host`, `host:port`, `[IPv6]` or `[IPv6]:port` (RFC 3986 §3.2.2 and §3.2.3); nil where it is neither.
    private static func parts(of authority: Substring) -> (host: String, port: Int?)? {
        let host: Substring
        let rest: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[..<end].dropFirst()
            rest = authority[authority.index(after: end)...]
            guard host.contains(":"), host.utf8.count <= 45, host.allSatisfy({ $0.isHexDigit || ":.".contains($0) })
            else { return nil }
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority.dropFirst(host.count)
            guard 1...longestHost ~= host.utf8.count,
                host.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) })
            else { return nil }
        }
        guard !rest.isEmpty else { return (host.lowercased(), nil) }
        let digits = rest.dropFirst()
        guard rest.hasPrefix(":"), 1...5 ~= digits.count, digits.allSatisfy(\.isNumber) else {
            // A number that can't be counted is a port that is none.
            return rest.hasPrefix(":") && !digits.isEmpty && digits.allSatisfy(\.isNumber)
                ? (host.lowercased(), 0) : nil
        }
        return (host.lowercased(), Int(digits) ?? 0)
    }

    private static func isIPv4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// RFC 1122 §3.2.1.3: 127.0.0.0/8.
    private static func isLoopback(_ host: String) -> Bool { host.hasPrefix("127.") && isIPv4(host) }

    /// Whether a secret may travel there.
    ///
    /// - Throws: `badAddress` where it would go over the network in the clear.
    package func check(_ credentials: PeerCredentials) throws {
        guard credentials == .none || isEncrypted || isLoopback else {
            throw OutsideError(.badAddress, "\(self) is not encrypted: a password or token goes over https:// only")
        }
    }

    /// Whether a connection may go there, as far as that can be said without asking for a name.
    ///
    /// - Throws: `innerNetwork`.
    package func check(_ reach: Reach) throws {
        let use = host == "localhost" ? .loopback : IPPrefix(host).flatMap { reach.refusal($0) }
        if reach == .internet, let use { throw OutsideError(innerNetwork: "\(self)", use) }
    }

    /// The address that an answer from this one names, as RFC 3986 §5.2 resolves it; its fragment is nothing to ask a server for.
    ///
    /// - Throws: `badAddress`.
    func resolving(_ reference: String) throws -> PeerAddress {
        let text = String(reference.prefix { $0 != "#" })
        let scheme = text.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
        if text.dropFirst(scheme.count).hasPrefix(":"), !scheme.isEmpty { return try PeerAddress(request: text) }
        if text.hasPrefix("//") { return try PeerAddress(request: (isEncrypted ? "https:" : "http:") + text) }
        let path = target.prefix { $0 != "?" }
        let whole: Substring =
            if text.hasPrefix("/") {
                text[...]
            } else if text.isEmpty || text.hasPrefix("?") {
                (path + text)[...]
            } else {
                path[...(path.lastIndex(of: "/") ?? path.startIndex)] + text[...]
            }
        let query = whole.drop { $0 != "?" }
        return try PeerAddress(request: site + Self.withoutDots(whole.dropLast(query.count)) + query)
    }

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: Substring) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for part in parts {
            if part == ".." { _ = kept.popLast() } else if part != "." { kept.append(part) }
        }
        let endsInFolder = parts.last == "." || parts.last == ".."
        return "/" + kept.joined(separator: "/") + (endsInFolder && !kept.isEmpty ? "/" : "")
    }

    /// The address with a slash at its end, and a path and query behind that.
    package func appending(_ path: String = "", _ query: [(name: String, value: String)] = []) -> String {
        let base = description.hasSuffix("/") ? description : description + "/"
        guard !query.isEmpty else { return base + path }
        return base + path + "?"
            + query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// RFC 3986 §2.3: all but the unreserved characters.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
