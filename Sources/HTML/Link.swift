/// An address that may stand in `href`: it can lead somewhere, and can do nothing else.
///
/// Text from others becomes a link only through here. `javascript:`, `data:`, addresses with white space or control
/// characters, addresses with a user name before the host (`https://bank.example@evil.example`), and references that a
/// browser would read as another host (`//evil.example`, `/\evil.example`) are not admitted.
public struct Link: Sendable, Hashable {
    /// A form of address that a place on a page may admit.
    public enum Form: Sendable, Hashable, CaseIterable {
        case http, https, mailto
        /// A path, query or fragment of this site.
        case relative
    }

    /// The address, not yet escaped.
    ///
    /// Interpolating a link into ``Markup`` escapes it.
    public let text: String

    /// The address, if it has one of the forms; otherwise nothing, and the text should be shown as text.
    public init?(_ text: String, admitting forms: Set<Form> = [.http, .https]) {
        guard text.utf8.count <= 2_048, !text.unicodeScalars.contains(where: Link.isForbidden) else { return nil }
        guard let form = Link.form(of: text), forms.contains(form) else { return nil }
        self.text = text
    }

    /// The host of an http or https address, for showing where a link leads.
    public var host: String? {
        guard let start = text.range(of: "://")?.upperBound else { return nil }
        return String(text[start...].prefix { !"/?#".contains($0) })
    }

    private static func form(of text: String) -> Form? {
        guard let first = text.unicodeScalars.first else { return nil }
        switch first {
        case "/":
            let second = text.dropFirst().first
            return second == "/" || second == "\\" ? nil : .relative
        case "?", "#":
            return .relative
        default:
            break
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "http": return leadsToHost(rest) ? .http : nil
        case "https": return leadsToHost(rest) ? .https : nil
        case "mailto": return rest.contains("@") ? .mailto : nil
        default: return nil
        }
    }

    /// Whether what follows `http:` names a host, and nothing that pretends to be one.
    private static func leadsToHost(_ rest: Substring) -> Bool {
        guard rest.hasPrefix("//") else { return false }
        let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
        return !host.isEmpty && !host.contains("@") && !host.contains("\\")
    }

    /// White space, control and direction characters, which browsers drop or which make an address look like another.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            || scalar.properties.generalCategory == .format || "\"<>`".unicodeScalars.contains(scalar)
    }
}

extension String {
    /// The first place where a piece of text stands.
    fileprivate func range(of piece: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(piece) {
                return start..<index(start, offsetBy: piece.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
