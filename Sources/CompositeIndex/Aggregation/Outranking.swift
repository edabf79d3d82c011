/// How much weight stands behind ranking each unit above each other: what every method that counts pairs starts from.
///
/// An indicator speaks with its weight for the unit that is better on it, and with half for either where they are equal
/// or a value is missing. All is kept in whole numbers, so that equal support is equal whatever the order of summation.
/// Source: OECD/JRC Handbook (2008), §6.13, p. 112–113, after G. Munda, M. Nardo, EUR 21833 EN (2005).
public struct Outranking: Hashable, Sendable {
    /// The number of units.
    public let count: Int
    /// Row by row: twice the weight for the row's unit where it is better than the column's, once where they are equal.
    let support: [Int64]
    /// Twice the sum of the weights: `support` of a pair in both directions.
    let total: Int64

    /// Compares all units pair by pair.
    ///
    /// - Parameters:
    ///   - values: units × indicators; more is better.
    ///   - weights: one number from zero up per indicator, with a sum above zero; only ratios matter.
    public init(of values: NumberGrid, weights: [Double]) {
        precondition(weights.count == values.columns)
        let wholes = Self.wholeNumbers(weights)
        let n = values.rows
        var support = [Int64](repeating: 0, count: n * n)
        for (column, whole) in wholes.enumerated() where whole > 0 {
            let column = values.column(column)
            for row in 0..<n {
                for other in 0..<row {
                    let isBetter = column[row] > column[other]
                    let isWorse = column[row] < column[other]
                    support[row * n + other] += isBetter ? 2 * whole : isWorse ? 0 : whole
                    support[other * n + row] += isBetter ? 0 : isWorse ? 2 * whole : whole
                }
            }
        }
        count = n
        self.support = support
        total = 2 * wholes.reduce(0, +)
    }

    /// The share of the weight, from 0 to 1, that ranks a unit above another.
    public func share(of unit: Int, above other: Int) -> Double {
        Double(support[unit * count + other]) / Double(total)
    }

    /// Weighted Borda points, from 0 to n − 1: the units beaten on average over the indicators, ties half.
    ///
    /// Source: OECD/JRC Handbook (2008), §6.13, p. 110.
    public var bordaPoints: [Double] {
        (0..<count).map { unit in
            let points = (0..<count).reduce(0) { $0 + (($1 == unit) ? 0 : support[unit * count + $1]) }
            return Double(points) / Double(total)
        }
    }

    /// Copeland's score, from −(n − 1) to n − 1: the units that more weight ranks below than above, less those it ranks
    /// above.
    ///
    /// Source: A. H. Copeland's rule as in H. Moulin, *Axioms of Cooperative Decision Making* (1988), p. 233.
    public var copelandScores: [Double] {
        (0..<count).map { unit in
            (0..<count).reduce(0.0) { score, other in
                let (forth, back) = (support[unit * count + other], support[other * count + unit])
                return score + (forth > back ? 1 : forth < back ? -1 : 0)
            }
        }
    }

    /// Whole numbers in the ratios of the weights: the smallest exact ones with a greatest of at most 100,000; where
    /// there are none, the weights to 32 binary digits of the greatest.
    static func wholeNumbers(_ weights: [Double]) -> [Int64] {
        let greatest = weights.max() ?? 0
        precondition(greatest > 0 && weights.allSatisfy { $0 >= 0 && $0.isFinite })
        let ratios = weights.map { $0 / greatest }
        for multiple in 1...100_000 {
            let scale = Double(multiple)
            if ratios.allSatisfy({ abs($0 * scale - ($0 * scale).rounded()) < 1e-9 }) {
                return ratios.map { Int64(($0 * scale).rounded()) }
            }
        }
        return ratios.map { Int64(($0 * 0x1p32).rounded()) }
    }
}
