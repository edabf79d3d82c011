/// Weights as shares of one, in the order of the siblings they belong to.
public enum WeightShares {
    /// The same weight for each sibling.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 31.
    public static func equal(_ count: Int) -> [Double] {
        Array(repeating: 1 / Double(count), count: count)
    }

    /// Stated weights, divided by their sum.
    ///
    /// - Parameter codes: the siblings, for the place of an error.
    /// - Throws: `IndexError` for a weight that is negative or not a number, and for a sum of zero.
    public static func stated(_ weights: [Double], codes: [String]) throws(IndexError) -> [Double] {
        precondition(weights.count == codes.count)
        for (weight, code) in zip(weights, codes) where !(weight >= 0 && weight.isFinite) {
            throw IndexError(
                .negativeWeight, "The weight \(weight.shown) is not a number from zero up.", at: .init(indicator: code))
        }
        let sum = weights.reduce(0, +)
        guard sum > 0 else { throw IndexError(.zeroWeights, "The weights add up to zero.") }
        return weights.map { $0 / sum }
    }
}
