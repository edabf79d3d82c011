package import STIX
package import Storage

/// To whom a collection speaks.
package enum Audience: String, Sendable, CaseIterable, SQLValue {
    /// Whoever asks, without an account.
    case everyone
    /// The one organisation that runs this gateway.
    case desk

    /// The strictest marking that may stand in a collection with this audience (law 6).
    package var ceiling: TLP {
        switch self {
        case .everyone: .clear
        case .desk: .amberStrict
        }
    }
}

extension TLP: SQLValue {
    package var sql: Value { .integer(Int64(rawValue)) }
    package init?(sql: Value) {
        guard let raw = Int(sql: sql) else { return nil }
        self.init(rawValue: raw)
    }
}
