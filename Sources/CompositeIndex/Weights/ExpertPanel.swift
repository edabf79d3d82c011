/// The weights that a panel of experts gives, made into one set, with how far the experts agree.
///
/// Budget allocation is this panel with a stated budget: each expert hands out the same number of points. Source:
/// OECD/JRC Handbook (2008), §6.5, p. 96.
public struct ExpertPanel: Hashable, Sendable {
    /// One weight per indicator; they add up to one.
    public let weights: [Double]
    /// The agreement of the experts on the order of the indicators; nil for fewer than two experts, or where every
    /// expert gives all indicators the same weight.
    public let agreement: KendallAgreement?

    /// Combines the opinions of a panel.
    ///
    /// - Parameters:
    ///   - points: one row per expert, one column per indicator, from zero up; only ratios within a row matter.
    ///   - budget: where stated, the sum that every row must have, within one part in a million.
    ///   - combination: how the shares become one; a trimmed mean of n experts leaves out ⌊trim · n⌋ on each side.
    ///   - codes: the indicators, for the place of an error.
    /// - Throws: `IndexError` for an empty panel, a negative or missing number, a row that adds up to zero or not to
    ///   the budget, and a share to trim that is not between 0 and ½.
    public init(
        points: NumberGrid, budget: Double? = nil, combination: PanelCombination = .mean, codes: [String]
    ) throws(IndexError) {
        precondition(points.columns == codes.count)
        guard points.rows > 0 else { throw IndexError(.noData, "The panel has no expert.") }
        if case .trimmedMean(let share) = combination, !(share >= 0 && share < 0.5) {
            throw IndexError(.parameter, "The share to leave out on each side is \(share), not from 0 up to ½.")
        }
        var shares = points
        for expert in 0..<points.rows {
            let row = Array(points.row(expert))
            let own: [Double]
            do { own = try WeightShares.stated(row, codes: codes) } catch {
                throw IndexError(error.code, "Expert \(expert + 1): \(error.sentence)", at: error.place)
            }
            let sum = row.reduce(0, +)
            if let budget, abs(sum - budget) > 1e-6 * abs(budget) {
                throw IndexError(
                    .parameter, "Expert \(expert + 1) hands out \(sum.shown) points; the budget is \(budget.shown).")
            }
            for (column, share) in own.enumerated() { shares[expert, column] = share }
        }
        let combined = (0..<points.columns).map { Self.combine(shares.column($0), by: combination) }
        weights = try WeightShares.stated(combined, codes: codes)
        agreement = KendallAgreement(ratings: points)
    }

    private static func combine(_ values: [Double], by combination: PanelCombination) -> Double {
        let sorted = values.sorted()
        switch combination {
        case .mean: return sorted.reduce(0, +) / Double(sorted.count)
        case .median: return Sample.quantile(0.5, ofSorted: sorted)
        case .trimmedMean(let share):
            let cut = Int((share * Double(sorted.count)).rounded(.down))
            let kept = sorted[cut..<sorted.count - cut]
            return kept.reduce(0, +) / Double(kept.count)
        }
    }
}
