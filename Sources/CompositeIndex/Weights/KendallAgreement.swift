/// Kendall's coefficient of concordance W: how far several raters put the same items into the same order.
///
/// W = 12 S / (m² (n³ − n) − m ΣT), where S is the sum of squared differences of the items' rank sums from their mean,
/// m the number of raters, n the number of items and T = Σ (t³ − t) over the ties of one rater. Source: M. G. Kendall,
/// J. D. Gibbons, *Rank Correlation Methods*, 5th ed. (1990), chapter 6.
public struct KendallAgreement: Hashable, Sendable {
    /// From 0, no agreement, to 1, the same order by all.
    public let coefficient: Double
    /// m (n − 1) W, which is about χ² distributed with ``degreesOfFreedom`` where the raters rank at random.
    public let chiSquare: Double
    /// n − 1.
    public let degreesOfFreedom: Int

    /// Compares the orders that raters give.
    ///
    /// - Parameter ratings: one row per rater, one column per item, nothing missing.
    /// - Returns: nil for fewer than two raters or two items, or where all raters tie all items.
    public init?(ratings: NumberGrid) {
        let (m, n) = (Double(ratings.rows), Double(ratings.columns))
        guard ratings.rows >= 2, ratings.columns >= 2 else { return nil }
        var sums = [Double](repeating: 0, count: ratings.columns)
        var ties = 0.0
        for rater in 0..<ratings.rows {
            let ranks = MidRanks.ascending(Array(ratings.row(rater)))
            for (item, rank) in ranks.enumerated() { sums[item] += rank }
            let sorted = ranks.sorted()
            var start = 0
            while start < sorted.count {
                var end = start + 1
                while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
                let t = Double(end - start)
                ties += t * t * t - t
                start = end
            }
        }
        let mean = m * (n + 1) / 2
        let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let greatest = m * m * (n * n * n - n) - m * ties
        guard greatest > 0 else { return nil }
        coefficient = 12 * spread / greatest
        chiSquare = m * (n - 1) * coefficient
        degreesOfFreedom = ratings.columns - 1
    }
}
