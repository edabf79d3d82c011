/// Weights from the first principal component: each indicator's share in the direction along which the units differ
/// most.
///
/// w = v / Σ v with the first eigenvector v of the correlation matrix. Source: OECD/JRC Handbook (2008), §6.1, p. 89.
public struct ComponentWeights: Hashable, Sendable {
    /// One weight per indicator; they add up to one.
    public let weights: [Double]
    /// The share of the total variance along the first component.
    public let explained: Double

    /// Takes the first component of the indicators.
    ///
    /// - Parameters:
    ///   - values: one row per unit, one column per indicator, nothing missing.
    ///   - codes: the indicators, for the place of an error.
    /// - Throws: `IndexError` `negativeWeight` where an indicator goes against the component, and as
    ///   ``PrincipalComponents``.
    public init(of values: NumberGrid, codes: [String]) throws(IndexError) {
        let components = try PrincipalComponents(of: values, codes: codes)
        var first = components.vectors.column(0)
        if first.reduce(0, +) < 0 { first = first.map { -$0 } }
        for (weight, code) in zip(first, codes) where weight < -1e-12 {
            throw IndexError(
                .negativeWeight,
                "It goes against the first principal component, so its weight would be negative (\(weight.shown)).",
                at: .init(indicator: code))
        }
        weights = try WeightShares.stated(first.map { max(0, $0) }, codes: codes)
        explained = components.explained[0]
    }
}
