package import STIX
package import Storage

/// To whom a collection speaks.
package enum Audience: Sendable, Hashable {
    /// Whoever asks, without an account.
    case everyone
    /// All who are signed in here.
    case signedIn
    /// The organisations of a sharing group, by its UUID.
    case group(String)
    /// The people of one organisation, by its UUID. The gateway's own organisation has the gateway's id: its desk.
    case organisation(String)
    /// Named persons, a list that never changes, by its UUID.
    case persons(String)

    /// The kinds of audience, from the widest to the narrowest.
    package enum Kind: String, Sendable, CaseIterable, Comparable {
        case everyone, signedIn = "signed-in", group, organisation, persons

        package static func < (left: Kind, right: Kind) -> Bool { left.ceiling < right.ceiling }

        /// The strictest marking that may stand in a collection with such an audience (law 6).
        package var ceiling: TLP {
            switch self {
            case .everyone: .clear
            case .signedIn: .green
            case .group: .amber
            case .organisation: .amberStrict
            case .persons: .red
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .everyone: .everyone
        case .signedIn: .signedIn
        case .group: .group
        case .organisation: .organisation
        case .persons: .persons
        }
    }

    /// The strictest marking that may stand in a collection with this audience (law 6).
    package var ceiling: TLP { kind.ceiling }

    /// The audiences of which every reader of this one is certain to be, itself among them.
    ///
    /// What stands before them may decide about what is said here, and tells nobody anything new.
    package var wider: [Audience] {
        switch self {
        case .everyone: [.everyone]
        case .signedIn: [.everyone, .signedIn]
        case .group, .organisation, .persons: [.everyone, .signedIn, self]
        }
    }
}

extension Audience: SQLValue, LosslessStringConvertible {
    /// As it stands in tables, in `config` entries and in commands: the kind, and after a colon which one.
    package var description: String {
        switch self {
        case .everyone, .signedIn: kind.rawValue
        case .group(let id), .organisation(let id), .persons(let id): "\(kind.rawValue):\(id)"
        }
    }

    package init?(_ description: String) {
        let halves = description.split(separator: ":", maxSplits: 1).map(String.init)
        switch (halves.first.flatMap(Kind.init(rawValue:)), halves.dropFirst().first) {
        case (.everyone, nil): self = .everyone
        case (.signedIn, nil): self = .signedIn
        case (.group, let id?): self = .group(id)
        case (.organisation, let id?): self = .organisation(id)
        case (.persons, let id?): self = .persons(id)
        default: return nil
        }
    }

    package var sql: Value { .text(description) }

    package init?(sql: Value) {
        guard let text = String(sql: sql) else { return nil }
        self.init(text)
    }
}

extension TLP: SQLValue {
    package var sql: Value { .integer(Int64(rawValue)) }
    package init?(sql: Value) {
        guard let raw = Int(sql: sql) else { return nil }
        self.init(rawValue: raw)
    }
}
