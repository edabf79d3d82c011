import Foundation

extension Transformation {
    /// Transforms a column so that its order stays; missing values stay missing, and a constant column stays as it is.
    func apply(to column: [Double]) -> [Double] {
        let sample = Sample(column)
        guard let low = sample.minimum, let high = sample.maximum, low < high else { return column }
        switch self {
        case .logarithm: return column.map(Self.frozenLogarithm(of: sample, from: low, to: high))
        case .boxCox: return Self.boxCox(column, sample, low, high)
        }
    }

    /// ln(x − min + a) with a = (max − min) / 100; for a tail at the low end −ln(max − x + a).
    ///
    /// The offset makes it independent of the unit of measurement and defined for every number. Source: W. Becker et al.,
    /// "The COIN Tool – User Guide", JRC (2019), on the treatment of outliers; OECD/JRC
    /// Handbook (2008), p. 84, on logarithms of skewed indicators.
    static func frozenLogarithm(
        of sample: Sample, from low: Double, to high: Double
    ) -> @Sendable (Double) -> Double {
        let offset = (high - low) / 100
        let isTailLow = (sample.skewness ?? 0) < 0
        return { isTailLow ? -log(high - $0 + offset) : log($0 - low + offset) }
    }

    /// (y^λ − 1) / λ, or ln y for λ = 0, with y = x − min + (max − min) / 100 where there are values from zero down.
    ///
    /// λ in [−5, 5] maximises the likelihood (λ − 1) Σ ln y − n/2 ln var; first on a grid of 101 points, then by golden
    /// section to 1e-9. Source: G. E. P. Box, D. R. Cox, "An Analysis of Transformations", J. R. Statist. Soc. B 26 (1964),
    /// eq. 1 and 8. Here y is divided by its geometric mean, which changes the result by a linear function only and takes the
    /// first term of the likelihood away.
    private static func boxCox(_ column: [Double], _ sample: Sample, _ low: Double, _ high: Double) -> [Double] {
        let shift = low > 0 ? 0 : (high - low) / 100 - low
        let logs = sample.values.map { log($0 + shift) }
        let center = Sample(logs).mean ?? 0
        // Centred on the geometric mean g: ((y/g)^λ − 1)/λ is an affine function of (y^λ − 1)/λ.
        let power = { (log: Double, lambda: Double) in
            abs(lambda) < 1e-9 ? log - center : expm1(lambda * (log - center)) / lambda
        }
        let likelihood = { (lambda: Double) in
            -Foundation.log(Sample(logs.map { power($0, lambda) }).variance ?? .infinity)
        }
        let lambda = GoldenSection.maximum(of: likelihood, from: -5, to: 5, gridPoints: 101, tolerance: 1e-9)
        return column.map { $0.isNaN ? $0 : power(log($0 + shift), lambda) }
    }
}

/// The greatest value of a function of one number.
enum GoldenSection {
    /// Where the function is greatest: the best point of a grid, then refined between its neighbours.
    static func maximum(
        of function: (Double) -> Double, from low: Double, to high: Double, gridPoints: Int, tolerance: Double
    ) -> Double {
        let step = (high - low) / Double(gridPoints - 1)
        let values = (0..<gridPoints).map { function(low + Double($0) * step) }
        let best = values.indices.max { values[$0] < values[$1] } ?? 0
        var left = max(low, low + Double(best - 1) * step)
        var right = min(high, low + Double(best + 1) * step)
        let ratio = (5.0.squareRoot() - 1) / 2
        var (first, second) = (right - ratio * (right - left), left + ratio * (right - left))
        var (atFirst, atSecond) = (function(first), function(second))
        while right - left > tolerance {
            if atFirst >= atSecond {
                (right, second, atSecond) = (second, first, atFirst)
                first = right - ratio * (right - left)
                atFirst = function(first)
            } else {
                (left, first, atFirst) = (first, second, atSecond)
                second = left + ratio * (right - left)
                atSecond = function(second)
            }
        }
        return (left + right) / 2
    }
}
