/// The ordered weighted mean: weights belong to places, the first to the unit's greatest child.
///
/// All weight on the first place gives the maximum, on the last the minimum, equal weights the mean. Source: R. R.
/// Yager, "On Ordered Weighted Averaging Aggregation Operators in Multicriteria Decisionmaking", IEEE Trans. Syst. Man
/// Cybern. 18 (1988), p. 183–190.
enum OrderedWeights {
    /// - Parameters:
    ///   - values: the unit's children, without missing ones.
    ///   - weights: one per place, from zero up; only ratios matter.
    /// - Throws: `IndexError` `parameter` where there are not as many weights as children, and as ``WeightShares``.
    static func score(_ values: some Collection<Double>, weights: [Double]) throws(IndexError) -> Double {
        guard values.count == weights.count else {
            throw IndexError(.parameter, "There are \(weights.count) weights by place for \(values.count) children.")
        }
        let shares = try WeightShares.stated(weights, codes: weights.indices.map { "place \($0 + 1)" })
        return zip(values.sorted(by: >), shares).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// How much the weights act as "or", from 0 (the minimum) to 1 (the maximum); ½ for the mean.
    ///
    /// Source: Yager (1988), p. 187: Σ (n − j) wⱼ / (n − 1) with places j from 1.
    static func orness(_ weights: [Double]) -> Double {
        guard weights.count > 1 else { return 0.5 }
        let n = Double(weights.count)
        let sum = weights.reduce(0, +)
        return weights.enumerated().reduce(0) { $0 + (n - 1 - Double($1.offset)) * $1.element } / (n - 1) / sum
    }
}
