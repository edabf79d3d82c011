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
}
