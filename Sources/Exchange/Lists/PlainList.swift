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

        /// Of every pattern that can name such a value, one of these is a part; nil where there is no such part.
        var needles: [String]? {
            switch self {
            case .ipv4, .ipv6: nil
            case .domain: ["value", "host", "Host", "HOST"]
            case .url: ["url:", "://"]
            case .md5, .sha1, .sha256: ["hashes"]
            case .email: ["email-", "@"]
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

        /// The value as a list has it; nil where it would block half of the net, or a line can't hold it.
        func value(_ named: NamedValues.Value) -> String? {
            if let prefix = named.value.prefix, self == .ipv4 || self == .ipv6 {
                let shortest = prefix.version == .four ? Self.shortestPrefix.four : Self.shortestPrefix.six
                guard prefix.length >= shortest else { return nil }
            }
            // A URL is compared as it was written.
            let listed = self == .url ? named.text : named.value.text
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
