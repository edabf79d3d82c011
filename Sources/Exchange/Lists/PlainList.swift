package import STIX
import Storage

/// A list of values for a firewall or resolver, at an address that is a secret.
package struct PlainList: Sendable, Hashable {
    /// What the values of a list are.
    package enum Kind: String, Sendable, CaseIterable, SQLValue {
        case ipv4
        case ipv6
        case domain
        case url
        case md5
        case sha1
        case sha256
        case email

        /// The object paths of patterns that compare with such a value, quotes left out.
        var paths: Set<String> {
            switch self {
            case .ipv4: ["ipv4-addr:value"]
            case .ipv6: ["ipv6-addr:value"]
            case .domain: ["domain-name:value"]
            case .url: ["url:value"]
            case .md5: ["file:hashes.MD5"]
            case .sha1: ["file:hashes.SHA-1", "file:hashes.SHA1"]
            case .sha256: ["file:hashes.SHA-256", "file:hashes.SHA256"]
            case .email: ["email-addr:value", "email-message:from_ref.value", "email-message:sender_ref.value"]
            }
        }

        var observed: ObservableValue.Kind {
            switch self {
            case .ipv4: .ipv4
            case .ipv6: .ipv6
            case .domain: .domain
            case .url: .url
            case .md5: .md5
            case .sha1: .sha1
            case .sha256: .sha256
            case .email: .email
            }
        }

        /// The shortest prefix that a list blocks: a wider network is a mistake, or an attack on whoever uses the list.
        static let shortestPrefix = (four: 8, six: 16)

        /// The value as a list has it; nil where it is none of this kind, or would block half of the net.
        func value(_ text: String) -> String? {
            guard let value = ObservableValue(text), value.kind == observed else { return nil }
            if let prefix = value.prefix, self == .ipv4 || self == .ipv6 {
                let shortest = prefix.version == .four ? Self.shortestPrefix.four : Self.shortestPrefix.six
                guard prefix.length >= shortest else { return nil }
            }
            // A URL is compared as it was written.
            let listed = self == .url ? text : value.text
            return listed.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F } ? listed : nil
        }
    }

    /// UUID.
    package let id: String
    /// UUID of the account that made it, and as which it reads.
    package let account: String
    package let name: String
    package let kind: Kind
    /// Ids of the only collections it reads; nil for all that its owner reads.
    package let collections: [String]?
    /// The least `confidence`; 0 takes indicators that state none too.
    package let confidence: Int
    /// What is marked more strictly is left out.
    package let ceiling: TLP
    package let created: Timestamp

    /// One account has no more.
    static let most = 50
    static let longestName = 100
}
