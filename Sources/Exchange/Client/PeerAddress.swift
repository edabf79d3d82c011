import Foundation

/// The address of another server, as an operator enters it: `http` or `https`, without a name or password in it.
package struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// As it was entered.
    package let description: String
    /// Scheme, host and port: what a server's name is worth (RFC 6454 §4).
    let origin: String
    /// The same as it was entered: a port only where one was given.
    let site: String
    let isEncrypted: Bool
    /// Whether it is of this machine, so that nothing sent to it leaves.
    let isLoopback: Bool

    private static let longest = 2_048

    /// - Throws: `badSource`.
    package init(_ text: String) throws {
        try self.init(request: text)
        guard !text.contains("?") else {
            throw ExchangeError(
                .badSource, "an address must not have a ?query: it would not be sent, and may hold a secret")
        }
    }

    /// The address of one request, which may have a query.
    ///
    /// - Throws: `badSource`.
    init(request text: String) throws {
        // Two programs may read a strange address differently, and a secret goes where one of them says.
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x5C }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty
        else {
            throw ExchangeError(.badSource, "\(ExchangeError.excerpt(text)) is no address that begins with https://")
        }
        guard parts.user == nil, parts.password == nil else {
            throw ExchangeError(
                .badSource,
                "an address must not hold a name or password: other programs log it; use --user and --password-file")
        }
        guard parts.fragment == nil else {
            throw ExchangeError(.badSource, "\(text) has a #fragment, which is nothing to ask a server for")
        }
        isEncrypted = scheme == "https"
        origin = "\(scheme)://\(host):\(parts.port ?? (isEncrypted ? 443 : 80))"
        site = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        isLoopback = host == "localhost" || host == "[::1]" || host == "::1" || Self.isLoopback(host)
        description = text
    }

    /// RFC 1122 §3.2.1.3: 127.0.0.0/8.
    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether a secret may travel there.
    ///
    /// - Throws: `badSource` where it would go over the network in the clear.
    func check(_ credentials: PeerCredentials) throws {
        guard credentials == .none || isEncrypted || isLoopback else {
            throw ExchangeError(.badSource, "\(self) is not encrypted: a password or token goes over https:// only")
        }
    }

    /// The address with a slash at its end, and a path and query behind that.
    func appending(_ path: String = "", _ query: [(name: String, value: String)] = []) -> String {
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
