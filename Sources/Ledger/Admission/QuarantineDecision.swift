import Storage

/// What an operator decides about an object in quarantine (law 4).
package enum QuarantineDecision: String, Sendable, Codable, SQLValue {
    /// It is placed although the law held it.
    case accept
    /// It stays out.
    case dismiss
}

/// What accepting a quarantined object does.
package enum Acceptance: Sendable {
    /// It is placed as a version of its line.
    case place
    /// The content that stands under its version is withdrawn, and this one takes its place.
    case replace
    /// Everything that others said under its identifier is withdrawn, and the line is its own from now on.
    case takeOver
}

extension Quarantine.Code {
    /// Nil for what no decision can let in: it has no identity, its marking forbids it, or its identifier is another's.
    package var acceptance: Acceptance? {
        switch self {
        case .conflictingVersion: .replace
        case .takenLine: .takeOver
        case .foreignLine, .createdChanged, .authorChanged, .fromTheFuture, .afterRevocation, .revokesThePast,
            .unknownMarking:
            .place
        case .refused, .aboveCeiling, .reserved: nil
        }
    }
}
