import Ledger
package import STIX

/// A value of a draft that is likely to be harmless, and so is not published unless its author says so.
package struct SparedValue: Sendable, Hashable {
    package enum Why: Sendable, Hashable {
        /// It is the author's organisation's.
        case ours(part: String)
        /// It is another organisation's, which the author may know.
        case theirs(part: String, organisation: String)
        /// It is another organisation's.
        case somebodys
        case specialUse(SpecialUse)
        /// It is on these lists.
        case knownGood([String])
    }

    /// As the draft has it: a value, or a pattern that names one.
    package let text: String
    package let why: Why
    /// Whether its author has said that it is published all the same.
    package var isKept: Bool

    package init(text: String, why: Why, isKept: Bool = false) {
        self.text = text
        self.why = why
        self.isKept = isKept
    }
}

extension IndicatorPattern {
    /// The values of which each alone is enough for it.
    var values: [ObservableValue] {
        guard let pattern = try? Pattern.parse(pattern) else { return [] }
        return NamedValues(pattern).values.filter { $0.manner == .alone }.map(\.value)
    }
}
