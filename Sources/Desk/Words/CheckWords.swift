import HTML
import Ledger
import STIX
import Web

/// The sentences of Check and of the known-good lists.
struct CheckWords: Sendable {
    let title: String
    let lead: String
    let label: String
    let hint: String
    let examples: String
    let button: String
    let again: String
    /// That nothing is kept.
    let kept: String
    let none: String
    let noneLead: String
    /// So many values, of which so many known, ours, on a list.
    let tally: @Sendable (_ values: Int, _ known: Int, _ ours: Int, _ good: Int) -> String
    let cut: @Sendable (Int) -> String
    let rows: @Sendable (_ first: Int, _ last: Int, _ all: Int) -> String
    let next: String
    let first: String
    let value: String
    let said: String
    let unknown: String
    let how: @Sendable (Mention.How) -> String
    let nobody: String
    let since: String
    let ours: @Sendable (Markup) -> Markup
    let good: @Sendable (Markup) -> Markup
    let makeIndicators: String
    let sighting: String
    let falsePositive: String
    let table: String
    let kind: @Sendable (ObservableValue.Kind) -> String
    let listsTitle: String
    let listsLead: String
    let noLists: String
    let entries: @Sendable (Int) -> String
    let listVersion: String
    let matches: @Sendable (Warninglist.Kind) -> String
}

extension CheckWords {
    /// The kinds that are called alike in every language; nil for the others.
    static func hash(_ kind: ObservableValue.Kind) -> String? {
        switch kind {
        case .ipv4: "IPv4"
        case .ipv6: "IPv6"
        case .url: "URL"
        case .md5, .sha1, .sha256, .sha512: kind.rawValue
        case .vulnerability: "CVE"
        case .autonomousSystem: "AS"
        case .domain, .email: nil
        }
    }
}
