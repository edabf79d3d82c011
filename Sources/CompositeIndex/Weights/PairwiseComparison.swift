/// Weights from comparing each two indicators, by the analytic hierarchy process, with how consistent the comparisons
/// are.
///
/// The weights are the principal eigenvector of the comparison matrix; the consistency ratio is (λ − n) / (n − 1),
/// divided by its mean over random matrices. Sources: OECD/JRC Handbook (2008), §6.7, p. 96–98; T. L. Saaty, *The
/// Analytic Hierarchy Process* (1980), p. 21 for the means.
public struct PairwiseComparison: Hashable, Sendable {
    /// One weight per indicator; they add up to one.
    public let weights: [Double]
    /// The greatest eigenvalue λ; equal to the number of indicators where the comparisons are fully consistent.
    public let eigenvalue: Double
    /// 0 where the comparisons are fully consistent, as one or two always are; Saaty asks for 0.1 at most.
    public let consistencyRatio: Double

    /// The mean of (λ − n) / (n − 1) over random comparison matrices, for n from 1 to 15.
    static let randomIndex = [
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
    ]

    /// Reads the weights off the comparisons.
    ///
    /// - Parameters:
    ///   - comparisons: how many times as important the row is as the column; positive, with reciprocals across the
    ///     diagonal.
    ///   - limit: the greatest consistency ratio that is accepted.
    ///   - codes: the indicators, for the place of an error.
    /// - Throws: `IndexError` `inconsistent` above the limit; `parameter` for a number that is not positive or not the
    ///   reciprocal (within 1 %, because people write 0.33); `tooLarge` beyond 15 indicators, for which Saaty has no
    ///   mean.
    public init(comparisons: NumberGrid, limit: Double = 0.1, codes: [String]) throws(IndexError) {
        let n = comparisons.rows
        guard n > 0, comparisons.columns == n, codes.count == n else {
            throw IndexError(.shape, "There must be one row and one column of comparisons for each indicator.")
        }
        guard n <= Self.randomIndex.count else {
            throw IndexError(
                .tooLarge, "Comparisons of more than \(Self.randomIndex.count) indicators have no yardstick.")
        }
        try Self.check(comparisons, codes)
        let (vector, value) = try Self.principal(comparisons)
        weights = vector
        eigenvalue = value
        let mean = Self.randomIndex[n - 1]
        consistencyRatio = mean > 0 ? max(0, (value - Double(n)) / Double(n - 1)) / mean : 0
        guard consistencyRatio <= limit else {
            throw IndexError(
                .inconsistent,
                "The comparisons contradict each other: consistency ratio \(consistencyRatio.shown), limit \(limit.shown)."
            )
        }
    }

    private static func check(_ comparisons: NumberGrid, _ codes: [String]) throws(IndexError) {
        for row in 0..<comparisons.rows {
            for column in 0...row {
                let (forth, back) = (comparisons[row, column], comparisons[column, row])
                guard forth > 0, back > 0, forth.isFinite, back.isFinite else {
                    throw IndexError(
                        .parameter, "The comparison with \(codes[column]) is not a positive number.",
                        at: .init(indicator: codes[row]))
                }
                guard abs(forth * back - 1) <= 0.01 else {
                    throw IndexError(
                        .parameter,
                        "The comparisons with \(codes[column]) are \(forth.shown) and \(back.shown), not reciprocal.",
                        at: .init(indicator: codes[row]))
                }
            }
        }
    }

    /// Power iteration, which converges for every positive matrix (Perron–Frobenius).
    private static func principal(_ matrix: NumberGrid) throws(IndexError) -> (vector: [Double], value: Double) {
        let n = matrix.rows
        var vector = WeightShares.equal(n)
        for _ in 0..<10_000 {
            let product = (0..<n).map { row in
                zip(matrix.row(row), vector).reduce(0) { $0 + $1.0 * $1.1 }
            }
            let value = product.reduce(0, +)
            let next = product.map { $0 / value }
            let change = zip(next, vector).reduce(0) { max($0, abs($1.0 - $1.1)) }
            vector = next
            if change < 1e-15 { return (vector, value) }
        }
        throw IndexError(.notConverged, "The weights did not settle within 10,000 steps.")
    }
}
