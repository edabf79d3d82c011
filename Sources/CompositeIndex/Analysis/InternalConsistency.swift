/// Cronbach's coefficient alpha: how far the indicators of a group measure one thing.
///
/// α = k / (k − 1) · (1 − k / Σ r) for k standardised indicators, with the sum over all entries of their correlation
/// matrix; 0.7 is what the Handbook calls acceptable. Source: OECD/JRC Handbook (2008), §3.3, p. 72–73.
public struct InternalConsistency: Hashable, Sendable {
    /// What one indicator does to the whole.
    public struct Item: Hashable, Sendable {
        /// The code of the indicator.
        public let code: String
        /// α of the others; nil where only one other is left.
        public let alphaWithout: Double?
        /// The correlation of the indicator with the sum of the others; nil where the others cancel out.
        public let correlationWithRest: Double?
    }

    /// Of the standardised indicators, from 1 down, without lower end: negative where indicators go against each other.
    public let alpha: Double
    /// Of the indicators as they are added, k / (k − 1) · (1 − Σ var / var Σ): the same where all have the same spread.
    public let alphaAsAdded: Double?
    /// One for each indicator, in order.
    public let items: [Item]

    /// Measures a group.
    ///
    /// - Parameters:
    ///   - values: units × indicators, at least two, nothing missing; more is better.
    ///   - codes: the indicators.
    /// - Throws: `IndexError` `tooFewValues` for one indicator, `inconsistent` where the indicators cancel each other
    ///   out, and as ``PrincipalComponents``.
    public init(of values: NumberGrid, codes: [String]) throws(IndexError) {
        guard codes.count >= 2 else {
            throw IndexError(.tooFewValues, "One indicator cannot be consistent with others.")
        }
        let r = try PrincipalComponents(of: values, codes: codes).correlations
        let all = Array(codes.indices)
        guard let alpha = Self.alpha(all, r) else {
            throw IndexError(.inconsistent, "The indicators cancel each other out.")
        }
        self.alpha = alpha
        let columns = codes.indices.map { values.column($0) }
        let sums = (0..<values.rows).map { row in columns.reduce(0) { $0 + $1[row] } }
        let parts = columns.reduce(0) { $0 + Self.variance($1) }
        let whole = Self.variance(sums)
        let k = Double(codes.count)
        alphaAsAdded = whole > 1e-12 * parts ? k / (k - 1) * (1 - parts / whole) : nil
        items = codes.indices.map { item in
            let rest = all.filter { $0 != item }
            let along = rest.reduce(0) { $0 + r[item, $1] }
            let variance = Self.total(rest, r)
            return Item(
                code: codes[item], alphaWithout: rest.count >= 2 ? Self.alpha(rest, r) : nil,
                correlationWithRest: variance > 1e-12 ? along / variance.squareRoot() : nil)
        }
    }

    private static func alpha(_ group: [Int], _ r: NumberGrid) -> Double? {
        let (k, sum) = (Double(group.count), total(group, r))
        return sum > 1e-12 ? k / (k - 1) * (1 - k / sum) : nil
    }

    private static func variance(_ values: [Double]) -> Double {
        let deviation = Sample(values).standardDeviation ?? 0
        return deviation * deviation
    }

    private static func total(_ group: [Int], _ r: NumberGrid) -> Double {
        group.reduce(0) { sum, row in group.reduce(sum) { $0 + r[row, $1] } }
    }
}
