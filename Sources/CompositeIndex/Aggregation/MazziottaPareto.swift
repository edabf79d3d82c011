/// The mean of the children, with a penalty for imbalance.
///
/// M − S²/M (S · cv) with the weighted mean M and the weighted standard deviation S of divisor 1 of the unit's own
/// children; M + S²/M where more of the index is worse. The children are meant to be scaled to mean 100 and standard
/// deviation 10 (MPI), or between goalposts to 70–130 (adjusted MPI). Sources: M. Mazziotta, A. Pareto, "On a
/// Generalized Non-compensatory Composite Index for Measuring Socio-economic Phenomena", Social Indicators Research 127
/// (2016), p. 983–1003; the same authors in *Rivista Italiana di Economia Demografia e Statistica* 76 (2022) for the
/// weights.
enum MazziottaPareto {
    /// - Parameters:
    ///   - values: the unit's children, without missing ones.
    ///   - weights: one per child, with a sum above zero.
    ///   - penalty: whether imbalance takes from the mean (more is better) or adds to it.
    /// - Throws: `IndexError` `nonPositive` where the mean is not above zero, so that the variation relative to it says
    ///   nothing.
    static func score(
        _ values: some Collection<Double>, weights: [Double], penalty: Bool
    ) throws(IndexError) -> Double {
        precondition(values.count == weights.count)
        let whole = weights.reduce(0, +)
        let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / whole
        guard mean > 0 else {
            throw IndexError(.nonPositive, "The mean \(mean) is not above zero, so imbalance cannot be measured by it.")
        }
        let variance = zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) } / whole
        return penalty ? mean - variance / mean : mean + variance / mean
    }
}
