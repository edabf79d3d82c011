import Storage

/// How much a notice presses, the least first.
package enum Urgency: Int, Sendable, Hashable, CaseIterable, Comparable, SQLValue {
    /// It comes with the next digest.
    case digest
    /// At once, but not in quiet hours.
    case soon
    /// At once, at any hour.
    case urgent

    package static func < (left: Urgency, right: Urgency) -> Bool { left.rawValue < right.rawValue }

    /// For programs, and for commands.
    package var word: String {
        switch self {
        case .digest: "digest"
        case .soon: "soon"
        case .urgent: "urgent"
        }
    }

    package init?(word: String) {
        guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = found
    }
}
