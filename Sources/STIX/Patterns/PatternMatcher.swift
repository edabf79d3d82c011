/// A pattern made ready to be matched often.
///
/// Work is bounded: every comparison, every step of a regular expression and every try to place an observation counts against
/// a budget, and where it ends, so does the match, with `MatchRefusal.Code.tooMuchWork`.
public struct PatternMatcher: Sendable {
    /// Steps that one match may take unless said otherwise; they take some tenths of a second.
    public static let standardBudget = 50_000_000

    let conditions: [ObservationCondition]
    let slots: [MatchPlan.Slot]
    let plan: MatchPlan.Step

    /// Makes a pattern ready.
    ///
    /// Throws `MatchRefusal` where it has a regular expression or an address block that cannot be matched, or asks for too many
    /// observations at once.
    public init(_ pattern: Pattern) throws(MatchRefusal) {
        var planner = MatchPlan()
        plan = try planner.plan(pattern.observations, .always)
        conditions = planner.conditions
        slots = planner.slots
    }

    /// Some observations that together fulfil the pattern, as their places in the list; nil where none do.
    ///
    /// Where one observation is enough, it is the first one that fulfils it.
    public func match(
        _ observed: [ObservedData], budget: Int = standardBudget
    ) throws(MatchRefusal) -> [Int]? {
        var budget = budget
        return try match(observed, budget: &budget)
    }

    /// The same, with a budget that several matches share.
    public func match(_ observed: [ObservedData], budget: inout Int) throws(MatchRefusal) -> [Int]? {
        if case .slot(let slot, times: 1) = plan {
            for (place, one) in observed.enumerated() where try holds(slot, one, &budget) != nil { return [place] }
            return nil
        }
        var search = try MatchSearch(self, observed, budget)
        let found = try search.run(plan)
        budget = search.budget
        return found
    }

    /// Whether one observation alone fulfils the pattern.
    public func matches(_ observed: ObservedData, budget: inout Int) throws(MatchRefusal) -> Bool {
        if case .slot(let slot, times: 1) = plan { return try holds(slot, observed, &budget) != nil }
        return try match([observed], budget: &budget) != nil
    }

    /// The time in which an observation may count for this slot, or nil where it does not fulfil it.
    func holds(
        _ slot: Int, _ observed: ObservedData, _ budget: inout Int
    ) throws(MatchRefusal) -> MatchPlan.Window? {
        for alternative in slots[slot].alternatives {
            guard let window = alternative.window.cut(observed.first, observed.last),
                try conditions[alternative.condition].holds(observed, &budget)
            else { continue }
            return window
        }
        return nil
    }
}

/// Why a pattern is not matched.
public struct MatchRefusal: Error, Sendable, Equatable {
    /// What stands against it, for programs.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// The budget ended before the answer.
        case tooMuchWork = "too-much-work"
        /// A regular expression is none.
        case badExpression = "bad-expression"
        /// A regular expression needs more than linear time, or too much memory.
        case unsupportedExpression = "unsupported-expression"
        /// A constant is no IP address and no CIDR block.
        case badNetwork = "bad-network"
    }

    /// What stands against it, for programs.
    public let code: Code
    /// What it is, for people: one English sentence.
    public let sentence: String

    /// The budget ended, or a pattern is too large to begin with.
    public static let tooMuchWork = MatchRefusal(
        code: .tooMuchWork, sentence: "Matching the pattern takes more work than the limit allows.")
}
