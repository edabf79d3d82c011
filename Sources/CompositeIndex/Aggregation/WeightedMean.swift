import Foundation

/// Weighted means of one unit's values: how far strength in one child makes up for weakness in another.
///
/// All take values without gaps and as many weights, which are not negative and not all zero; only ratios of the weights
/// matter. Sums run in the order given.
public enum WeightedMean {
    /// Σ wᵢxᵢ / Σ wᵢ: fully compensating.
    ///
    /// Source: OECD/JRC Handbook (2008), §6.10, p. 102–103.
    public static func arithmetic(_ values: some Sequence<Double>, weights: some Sequence<Double>) -> Double {
        var sum = 0.0
        var total = 0.0
        for (value, weight) in zip(values, weights) {
            sum += weight * value
            total += weight
        }
        return sum / total
    }

    /// exp(Σ wᵢ ln xᵢ / Σ wᵢ) = Π xᵢ^(wᵢ/Σw), for positive values: partly compensating.
    ///
    /// A value of weight zero has no effect, whatever it is. Source: OECD/JRC Handbook (2008), §6.11, p. 103.
    public static func geometric(_ values: some Sequence<Double>, weights: some Sequence<Double>) -> Double {
        var sum = 0.0
        var total = 0.0
        for (value, weight) in zip(values, weights) where weight > 0 {
            sum += weight * log(value)
            total += weight
        }
        return exp(sum / total)
    }

    /// Σ wᵢ / Σ (wᵢ/xᵢ), for positive values.
    ///
    /// Source: the power mean of exponent −1, see ``power(_:weights:exponent:)``.
    public static func harmonic(_ values: some Sequence<Double>, weights: some Sequence<Double>) -> Double {
        var sum = 0.0
        var total = 0.0
        for (value, weight) in zip(values, weights) where weight > 0 {
            sum += weight / value
            total += weight
        }
        return total / sum
    }

    /// (Σ wᵢ xᵢ^p / Σ wᵢ)^(1/p), for positive values; exponent 0 is the limit, the geometric mean.
    ///
    /// The smaller the exponent, the more the weakest child counts. Source: G. H. Hardy, J. E. Littlewood, G. Pólya,
    /// *Inequalities*, 2nd ed. (1952), §2.2.
    public static func power(
        _ values: some Sequence<Double>, weights: some Sequence<Double>, exponent: Double
    ) -> Double {
        if exponent == 0 { return geometric(values, weights: weights) }
        var sum = 0.0
        var total = 0.0
        for (value, weight) in zip(values, weights) where weight > 0 {
            sum += weight * pow(value, exponent)
            total += weight
        }
        return pow(sum / total, 1 / exponent)
    }
}
