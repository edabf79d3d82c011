import Foundation
import STIX

/// A value that somebody pasted, as a STIX pattern.
struct IndicatorPattern: Sendable, Hashable {
    /// The value as it is known, no longer defanged; the pattern itself where a pattern was given.
    let value: String
    let pattern: String

    /// Nil where the text is neither an address, network, domain, URL, e-mail address or hash, nor a pattern in brackets.
    init?(_ text: String) {
        let value = Self.refanged(text)
        guard !value.isEmpty, value.utf8.count <= 4_096 else { return nil }
        if value.hasPrefix("["), value.hasSuffix("]"), value.count > 4 {
            (self.value, pattern) = (value, value)
            return
        }
        guard let (path, shown) = Self.path(of: value) else { return nil }
        let literal = shown.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        let isNetwork = path.hasSuffix("-addr:value") && shown.contains("/") && !path.hasPrefix("email")
        self.value = shown
        pattern = "[\(path) \(isNetwork ? "ISSUBSET" : "=") '\(literal)']"
    }

    /// The object path that holds such a value, and the value in its usual spelling.
    private static func path(of value: String) -> (String, String)? {
        let lower = value.lowercased()
        if let hash = hashName(lower) { return ("file:hashes.\(hash)", lower) }
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("ftp://") {
            let rest = value.drop { $0 != ":" }.dropFirst(3)
            return rest.isEmpty || rest.contains(where: \.isWhitespace) ? nil : ("url:value", value)
        }
        let halves = value.split(separator: "/", omittingEmptySubsequences: false)
        if halves.count <= 2, let host = halves.first.map(String.init) {
            let length = halves.count == 2 ? Int(halves[1]) : 0
            if parses(host, AF_INET), let length, (0...32).contains(length) { return ("ipv4-addr:value", value) }
            if parses(host, AF_INET6), let length, (0...128).contains(length) { return ("ipv6-addr:value", lower) }
        }
        let mail = lower.split(separator: "@", omittingEmptySubsequences: false)
        if mail.count == 2, !mail[0].isEmpty, isDomain(mail[1]) { return ("email-addr:value", value) }
        return isDomain(lower[...]) ? ("domain-name:value", lower) : nil
    }

    private static func hashName(_ text: String) -> String? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        return HashAlgorithm(digits: text.utf8.count).map { $0 == .md5 ? $0.rawValue : "'\($0.rawValue)'" }
    }

    private static func parses(_ host: String, _ family: Int32) -> Bool {
        var bytes = in6_addr()
        return inet_pton(family, host, &bytes) == 1
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, text.utf8.count <= 253, let last = labels.last, last.count >= 2,
            !last.allSatisfy(\.isNumber)
        else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
    }

    /// A value that was written so that nobody clicks it.
    private static func refanged(_ text: String) -> String {
        var value = text.trimmingCharacters(in: .whitespaces)
        if value.hasPrefix("["),
            value.contains(" = ") || value.contains(" ISSUBSET ") || value.contains(" MATCHES ")
                || value.contains(" LIKE ") || value.contains(" IN ")
        {
            return value
        }
        for (fanged, plain) in [
            ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[dot]", "."), ("[:]", ":"), ("[://]", "://"), ("[at]", "@"),
            ("[@]", "@"),
        ] { value = value.replacing(fanged, with: plain) }
        if value.lowercased().hasPrefix("hxxp") { value = "http" + value.dropFirst(4) }
        return value
    }
}
