/// Weights that give each indicator its stated influence: the correlations of the indicators with their weighted
/// arithmetic mean stand in the stated ratios, or come as close as weights from zero up allow.
///
/// With R the correlations between the indicators and u = weight · standard deviation, the correlation of indicator i
/// with the mean is (R u)ᵢ / √(uᵀR u), and its share in the sum of all correlations does not depend on the root.
/// Objective: the least Σ (share − stated share)². Where R⁻¹ of the stated shares is nowhere negative it is the answer,
/// exactly; otherwise the problem is convex in u ≥ 0 and is searched until the distance from the best objective is
/// proved to be below the tolerance. Source of the objective: W. Becker, M. Saisana, P. Paruolo, I. Vandecasteele,
/// "Weights and importance in composite indicators: Closing the gap", Ecological Indicators 80 (2017), p. 12–22.
public struct CorrelationWeights: Hashable, Sendable {
    /// One weight per indicator; they add up to one.
    public let weights: [Double]
    /// The correlation of each indicator with the weighted mean.
    public let correlations: [Double]
    /// Σ (share of the correlations − stated share)²; zero where the stated influence is met.
    public let objective: Double
    /// How far the objective may still be from its best value: 0 where the shares are met exactly.
    public let gap: Double

    /// Finds the weights for a goal.
    ///
    /// - Parameters:
    ///   - values: one row per unit, one column per indicator, nothing missing.
    ///   - goal: the influence of each indicator by its code, and when the search ends.
    ///   - codes: the indicators.
    /// - Throws: `IndexError` as ``PrincipalComponents``; `parameter` for an influence that is not positive;
    ///   `inconsistent` for an indicator whose correlations with the group add up to zero or less, because more of it
    ///   would lower the index; `notConverged` where the rounds do not suffice.
    public init(of values: NumberGrid, goal: CorrelationGoal, codes: [String]) throws(IndexError) {
        var stated: [Double] = []
        for code in codes {
            let influence = goal.importance.map { $0[code] ?? 0 } ?? 1
            guard influence > 0, influence.isFinite else {
                throw IndexError(
                    .parameter, "Its importance is not stated as a positive number.", at: .init(indicator: code))
            }
            stated.append(influence)
        }
        let target = try WeightShares.stated(stated, codes: codes)
        let r = try PrincipalComponents(of: values, codes: codes).correlations
        let (u, gap) = try Self.closest(to: target, r, goal, codes)
        let deviations = codes.indices.map { Sample(values.column($0)).standardDeviation ?? 0 }
        weights = try WeightShares.stated(zip(u, deviations).map { $0 / $1 }, codes: codes)
        let along = codes.indices.map { row in zip(r.row(row), u).reduce(0) { $0 + $1.0 * $1.1 } }
        let length = zip(u, along).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
        correlations = along.map { $0 / length }
        let sum = along.reduce(0, +)
        objective = zip(along, target).reduce(0) { $0 + ($1.0 / sum - $1.1) * ($1.0 / sum - $1.1) }
        self.gap = gap
    }

    /// The u ≥ 0 with the least |R u / Σ R u − target|².
    private static func closest(
        to target: [Double], _ r: NumberGrid, _ goal: CorrelationGoal, _ codes: [String]
    ) throws(IndexError) -> (u: [Double], gap: Double) {
        if let factor = try? CholeskyFactor(of: r) {
            let exact = factor.solve(target)
            if exact.allSatisfy({ $0 >= 0 }) { return (exact, 0) }
        }
        let sums = codes.indices.map { r.column($0).reduce(0, +) }
        for (sum, code) in zip(sums, codes) where sum <= 0 {
            throw IndexError(
                .inconsistent,
                "Its correlations with the group add up to \(sum.shown): more of it would lower the index.",
                at: .init(indicator: code))
        }
        let columns = NumberGrid(
            rows: codes.count, columns: codes.indices.map { column in r.column(column).map { $0 / sums[column] } })
        let (shares, gap) = try SimplexLeastSquares.solve(
            columns, target, tolerance: goal.tolerance, maximumRounds: goal.maximumIterations)
        return (zip(shares, sums).map { $0 / $1 }, gap)
    }
}
