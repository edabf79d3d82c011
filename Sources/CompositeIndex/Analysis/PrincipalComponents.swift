/// The directions along which the units differ most: eigenvectors of the correlations between the indicators.
///
/// Source: OECD/JRC Handbook (2008), §3.1, p. 63–69.
public struct PrincipalComponents: Hashable, Sendable {
    /// Pearson's correlations between the indicators.
    public let correlations: NumberGrid
    /// The variance along each component, descending; they add up to the number of indicators.
    public let eigenvalues: [Double]
    /// Indicators × components: the directions, of length 1.
    public let vectors: NumberGrid

    /// The share of the total variance along each component.
    public var explained: [Double] { eigenvalues.map { $0 / Double(eigenvalues.count) } }

    /// Finds the components of the indicators.
    ///
    /// - Parameters:
    ///   - values: one row per unit, one column per indicator, nothing missing.
    ///   - codes: the indicators, for the place of an error.
    /// - Throws: `IndexError` `missingValue`, `constant` for an indicator that is the same for all units,
    ///   `tooFewValues` below three units.
    public init(of values: NumberGrid, codes: [String]) throws(IndexError) {
        precondition(values.columns == codes.count)
        guard values.rows >= 3 else {
            throw IndexError(.tooFewValues, "\(values.rows) units are too few to correlate.")
        }
        for (column, code) in codes.enumerated() {
            let sample = Sample(values.column(column))
            guard sample.count == values.rows else {
                throw IndexError(
                    .missingValue, "\(values.rows - sample.count) of its values are missing.",
                    at: .init(indicator: code))
            }
            guard !sample.isConstant else {
                throw IndexError(.constant, "It is the same for all units.", at: .init(indicator: code))
            }
        }
        correlations = Correlation.pearson.matrix(of: values)
        let eigen = try SymmetricEigen(of: correlations)
        eigenvalues = eigen.values.map { max(0, $0) }
        vectors = eigen.vectors
    }

    /// Indicators × the first `count` components: the correlation of each indicator with each component.
    public func loadings(_ count: Int) -> NumberGrid {
        precondition(count >= 0 && count <= eigenvalues.count)
        return NumberGrid(
            rows: vectors.rows,
            columns: (0..<count).map { component in
                vectors.column(component).map { $0 * eigenvalues[component].squareRoot() }
            })
    }
}
