/// Weights from factor analysis: principal components kept by a rule, rotated by varimax, each indicator counted at the
/// factor that it loads highest.
///
/// The weight of an indicator is its squared loading there, which is its share in the factor times the variance that
/// the factor explains; then all are divided by their sum. Source: OECD/JRC Handbook (2008), §6.1, p. 89–91, after G.
/// Nicoletti, S. Scarpetta, O. Boylaud, OECD Economics Department Working Papers 226 (2000).
public struct FactorWeights: Hashable, Sendable {
    /// One weight per indicator; they add up to one.
    public let weights: [Double]
    /// The number of the factor, from 0, at which each indicator is counted.
    public let factors: [Int]
    /// The rotated loadings.
    public let rotation: VarimaxRotation

    /// Rotates the components that are kept, and reads the weights off the loadings.
    ///
    /// - Parameters:
    ///   - values: one row per unit, one column per indicator, nothing missing.
    ///   - choice: which components are kept.
    ///   - codes: the indicators, for the place of an error.
    /// - Throws: `IndexError` `parameter` where the rule keeps no component, and as ``PrincipalComponents``.
    public init(of values: NumberGrid, keeping choice: FactorChoice, codes: [String]) throws(IndexError) {
        let components = try PrincipalComponents(of: values, codes: codes)
        let kept = choice.number(of: components)
        guard kept >= 1, kept <= codes.count else {
            throw IndexError(.parameter, "\(kept) components would be kept of \(codes.count).")
        }
        let rotation = try VarimaxRotation(of: components.loadings(kept))
        factors = codes.indices.map { indicator in
            let squares = rotation.loadings.row(indicator).map { $0 * $0 }
            return squares.indices.max { squares[$0] < squares[$1] } ?? 0
        }
        let squares = factors.enumerated().map { indicator, factor in
            rotation.loadings[indicator, factor] * rotation.loadings[indicator, factor]
        }
        weights = try WeightShares.stated(squares, codes: codes)
        self.rotation = rotation
    }
}

extension FactorChoice {
    /// How many components the rule keeps: the stated number; else those that pass both minima, and more where these do
    /// not reach the cumulative share.
    func number(of components: PrincipalComponents) -> Int {
        if let count { return count }
        var kept = components.eigenvalues.indices.count {
            components.eigenvalues[$0] >= minimumEigenvalue ?? 0 && components.explained[$0] >= minimumShare ?? 0
        }
        if minimumEigenvalue == nil, minimumShare == nil {
            kept = cumulativeShare == nil ? components.eigenvalues.count : 0
        }
        var sum = components.explained.prefix(kept).reduce(0, +)
        while let cumulativeShare, sum < cumulativeShare, kept < components.explained.count {
            sum += components.explained[kept]
            kept += 1
        }
        return kept
    }
}
