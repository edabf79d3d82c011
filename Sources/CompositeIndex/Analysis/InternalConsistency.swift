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

    /// From 1 down, without lower end: negative where indicators go against each other.
    public let alpha: Double
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

    private static func total(_ group: [Int], _ r: NumberGrid) -> Double {
        group.reduce(0) { sum, row in group.reduce(sum) { $0 + r[row, $1] } }
    }
}
