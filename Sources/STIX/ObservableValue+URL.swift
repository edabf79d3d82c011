extension ObservableValue {
    /// A URL: scheme and host in lower case, no port that goes without saying, a path of at least `/` (RFC 3986 §6.2).
    init?(url bytes: ArraySlice<UInt8>) {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8),
            let scheme = Self.scheme(bytes[..<colon])
        else { return nil }
        let rest = bytes[(colon + 3)...]
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let user = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[...$0] } ?? []
        guard let host = Self.host(authority.dropFirst(user.count)) else { return nil }
        var port = host.port
        if port == (scheme == "https" ? 443 : scheme == "http" ? 80 : scheme == "ftp" ? 21 : nil) { port = nil }
        var text = "\(scheme)://\(String(decoding: user, as: UTF8.self))\(host.text)"
        if let port { text += ":\(port)" }
        let path = rest.dropFirst(authority.count)
        if path.first != UInt8(ascii: "/") { text += "/" }
        text += String(decoding: path, as: UTF8.self)
        self.init(.url, text, prefix: host.prefix, domain: host.domain)
    }

    /// The scheme in lower case; one that was spoilt is mended.
    static func scheme(_ bytes: ArraySlice<UInt8>) -> String? {
        guard (2...8).contains(bytes.count) else { return nil }
        switch String(decoding: bytes, as: UTF8.self).lowercased() {
        case "http", "hxxp", "hxtp", "htxp", "h**p", "hp", "meow": return "http"
        case "https", "hxxps", "hxtps", "htxps", "h**ps", "meows": return "https"
        case "ftp", "fxp", "fxtp": return "ftp"
        case "ftps", "fxps": return "ftps"
        case "sftp", "ssh", "ws", "wss", "ldap", "ldaps", "tcp", "udp", "rtsp", "smb":
            return String(decoding: bytes, as: UTF8.self).lowercased()
        default: return nil
        }
    }

    private static func host(
        _ bytes: ArraySlice<UInt8>
    ) -> (text: String, port: Int?, prefix: IPPrefix?, domain: String?)? {
        if bytes.first == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")),
                let prefix = IPPrefix(bytes[(bytes.startIndex + 1)..<end]), prefix.isAddress,
                let port = port(bytes[(end + 1)...])
            else { return nil }
            return (prefix.version == .six ? "[\(prefix)]" : "\(prefix)", port, prefix, nil)
        }
        let coded = bytes.prefix { $0 != UInt8(ascii: ":") }
        guard let port = port(bytes.dropFirst(coded.count)) else { return nil }
        let name = coded.contains(UInt8(ascii: "%")) ? URLNormalization.percentDecoded(coded)[...] : coded
        if let prefix = IPPrefix(name), prefix.isAddress { return ("\(prefix)", port, prefix, nil) }
        guard let domain = DomainName.canonical(name) else { return nil }
        return (domain, port, nil, domain)
    }

    /// What stands behind the host: nothing, or a colon with a port; nil for anything else.
    private static func port(_ bytes: ArraySlice<UInt8>) -> Int?? {
        guard bytes.first == UInt8(ascii: ":") else { return bytes.isEmpty ? .some(nil) : nil }
        guard bytes.count > 1 else { return .some(nil) }
        guard let number = UInt32(digits: bytes.dropFirst()), number <= 65_535 else { return nil }
        return Int(number)
    }
}
