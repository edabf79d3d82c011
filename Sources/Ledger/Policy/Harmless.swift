package import STIX

/// Why a value is likely to be harmless: whoever warned of it, or blocked it, would hit somebody who has done nothing.
package enum Harmless: Sendable, Hashable {
    /// It is, or touches, what an organisation here answers for: the part of its constituency, and its UUID.
    case constituency(part: String, organisation: String)
    /// It is no address or name of the Internet.
    case specialUse(SpecialUse)
    /// Names of the known-good lists that it is on.
    case knownGood([String])

    /// What somebody is about to do with values, and so what of them matters.
    package enum Purpose: Sendable {
        /// To say that they are bad: an address of a page counts as its host.
        case publishing
        /// To block them: an address of one page, or one mailbox, at a known host blocks that one alone.
        case blocking
    }
}

/// Whom organisations answer for, to be asked for many values.
package struct Constituencies: Sendable {
    private struct Part: Sendable {
        let text: String
        let organisation: String
    }

    private var networks: [IPPrefix: Part] = [:]
    /// The lengths of the networks, the longest first.
    private var lengths: [Int] = []
    private var domains: [String: Part] = [:]
    /// Every name above one of the domains.
    private var above: [String: Part] = [:]
    private var systems: [UInt32: Part] = [:]

    /// - Parameter all: by the UUID of each organisation.
    package init(_ all: [(organisation: String, constituency: Constituency)]) {
        for (organisation, stated) in all {
            for text in stated.networks {
                guard let prefix = IPPrefix(text) else { continue }
                networks[prefix] = networks[prefix] ?? Part(text: text, organisation: organisation)
            }
            for text in stated.domains {
                guard let domain = ObservableValue(text)?.domain else { continue }
                let part = Part(text: text, organisation: organisation)
                domains[domain] = domains[domain] ?? part
                for name in Self.names(above: domain) { above[name] = above[name] ?? part }
            }
            for number in stated.systems {
                guard let number = UInt32(exactly: number) else { continue }
                systems[number] = systems[number] ?? Part(text: "AS\(number)", organisation: organisation)
            }
        }
        lengths = Set(networks.keys.map(\.length)).sorted(by: >)
    }

    /// Who answers for a value or a part of it; nil where nobody does.
    package func harmless(_ value: ObservableValue) -> Harmless? {
        find(value).map { .constituency(part: $0.text, organisation: $0.organisation) }
    }

    private func find(_ value: ObservableValue) -> Part? {
        if let prefix = value.prefix {
            for length in lengths where length <= prefix.length {
                if let part = networks[prefix.shortened(to: length)] { return part }
            }
            guard !prefix.isAddress else { return nil }
            return networks.filter { prefix.contains($0.key) }.min { $0.key.description < $1.key.description }?.value
        }
        if let domain = value.domain {
            if let part = ([domain] + Self.names(above: domain)).lazy.compactMap({ domains[$0] }).first { return part }
            return value.kind == .domain ? above[domain] : nil
        }
        return value.systemNumber.flatMap { systems[$0] }
    }

    /// The names of two labels or more above a name.
    private static func names(above domain: String) -> [String] {
        let labels = domain.split(separator: ".")
        guard labels.count > 2 else { return [] }
        return (1...labels.count - 2).map { labels[$0...].joined(separator: ".") }
    }
}
