/// The values of one indicator that are present, in the order of the units, and the numbers that describe them.
///
/// A number that the values do not determine (the variance of one value, the skewness of a constant) is nil, never NaN.
public struct Sample: Sendable, Hashable {
    /// The values, without the missing ones.
    public let values: [Double]

    /// Takes a column; missing values (NaN) are left out.
    public init(_ column: some Sequence<Double>) {
        values = column.filter { !$0.isNaN }
    }

    /// The number of values.
    public var count: Int { values.count }
    /// The least value.
    public var minimum: Double? { values.min() }
    /// The greatest value.
    public var maximum: Double? { values.max() }
    /// Whether all values are equal; also true where there are none.
    public var isConstant: Bool { values.allSatisfy { $0 == values[0] } }

    /// The arithmetic mean, with the rounding error of the first sum taken back.
    public var mean: Double? {
        guard let first = values.first else { return nil }
        guard !isConstant else { return first }
        let rough = values.reduce(0, +) / Double(count)
        return rough + values.reduce(0) { $0 + ($1 - rough) } / Double(count)
    }

    /// The unbiased variance, with the divisor n − 1; from two values on.
    public var variance: Double? {
        guard count >= 2, let moments else { return nil }
        return moments.second * Double(count) / Double(count - 1)
    }

    /// The square root of the unbiased variance; from two values on.
    public var standardDeviation: Double? { variance?.squareRoot() }

    /// The skewness G1, corrected for bias; from three values on, nil for a constant.
    ///
    /// G1 = √(n(n−1)) / (n−2) · m₃ / m₂^1.5 with the central moments m of divisor n. Source: D. N. Joanes, C. A. Gill,
    /// "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1998), p. 183–184.
    public var skewness: Double? {
        guard count >= 3, !isConstant, let moments, moments.second > 0 else { return nil }
        let n = Double(count)
        return (n * (n - 1)).squareRoot() / (n - 2) * moments.third / (moments.second * moments.second.squareRoot())
    }

    /// The excess kurtosis G2, corrected for bias; from four values on, nil for a constant.
    ///
    /// G2 = (n−1) / ((n−2)(n−3)) · ((n+1) g₂ + 6) with g₂ = m₄ / m₂² − 3. Source: as ``skewness``.
    public var kurtosis: Double? {
        guard count >= 4, !isConstant, let moments, moments.second > 0 else { return nil }
        let n = Double(count)
        let plain = moments.fourth / (moments.second * moments.second) - 3
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * plain + 6)
    }

    /// The middle value, or the mean of the two in the middle.
    public var median: Double? { quantile(0.5) }

    /// The value below which the share `probability` (0 to 1) of the values lies, interpolated between order
    /// statistics.
    ///
    /// Definition 7 of R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50
    /// (1996), p. 361–365: position 1 + (n − 1) p.
    public func quantile(_ probability: Double) -> Double? {
        guard !values.isEmpty, probability >= 0, probability <= 1 else { return nil }
        return Self.quantile(probability, ofSorted: values.sorted())
    }

    /// As ``quantile(_:)`` for values that are in ascending order already and not empty.
    static func quantile(_ probability: Double, ofSorted sorted: [Double]) -> Double {
        let position = Double(sorted.count - 1) * probability
        let lower = Int(position.rounded(.down))
        guard lower + 1 < sorted.count else { return sorted[sorted.count - 1] }
        return sorted[lower] + (position - Double(lower)) * (sorted[lower + 1] - sorted[lower])
    }

    /// The second to fourth central moments, with the divisor n.
    private var moments: (second: Double, third: Double, fourth: Double)? {
        guard let mean else { return nil }
        var (second, third, fourth) = (0.0, 0.0, 0.0)
        for value in values {
            let difference = value - mean
            let square = difference * difference
            second += square
            third += square * difference
            fourth += square * square
        }
        let n = Double(count)
        return (second / n, third / n, fourth / n)
    }
}
