/// Weights that every unit chooses for itself, as favourable as the limits allow: its score is the share of the best
/// score that any unit would have under the same weights.
///
/// For each unit: the greatest Σ w·y under Σ w·y ≤ 1 for all units, w ≥ 0 and the limits, by linear programming.
/// Sources: OECD/JRC Handbook (2008), §6.3, p. 92–94; L. Cherchye, W. Moesen, N. Rogge, T. Van Puyenbroeck, "An
/// Introduction to 'Benefit of the Doubt' Composite Indicators", Social Indicators Research 82 (2007), p. 111–145.
public struct BenefitOfTheDoubt: Hashable, Sendable {
    /// One score per unit, from 0 to 1.
    public let scores: [Double]
    /// One row per unit, one column per indicator: weights that reach the score; others may reach it too.
    public let weights: NumberGrid

    /// Solves one linear problem for each unit.
    ///
    /// - Parameters:
    ///   - values: one row per unit, one column per indicator; from zero up, nothing missing.
    ///   - limits: what each indicator must and may make up, so that no unit lives on one indicator alone.
    ///   - units: the units, for the place of an error.
    ///   - codes: the indicators, for the place of an error.
    /// - Throws: `IndexError` `missingValue`, `nonPositive` (a negative value, or a zero that must make up a share of
    ///   the score), `noData` where all values are zero, `infeasible` where the limits cannot add up to one.
    public init(of values: NumberGrid, limits: ShareLimits?, units: [String], codes: [String]) throws(IndexError) {
        precondition(values.rows == units.count && values.columns == codes.count)
        try Self.check(values, limits, units, codes)
        var rows = (0..<values.rows).map { Array(values.row($0)) }
        if let limits, limits.whole == .weights {
            rows += Self.shareRows(Array(repeating: 1, count: codes.count), limits)
        }
        var weights = NumberGrid(rows: values.rows, columns: values.columns)
        var scores: [Double] = []
        for unit in 0..<values.rows {
            let own = Array(values.row(unit))
            var limited = rows
            if let limits, limits.whole == .score { limited += Self.shareRows(own, limits) }
            let program: LinearProgram
            do {
                program = try LinearProgram(
                    maximising: own, rows: limited,
                    limits: limited.indices.map { $0 < values.rows ? 1 : 0 })
            } catch { throw error.within(unit: units[unit]) }
            scores.append(min(1, program.value))
            for (column, weight) in program.solution.enumerated() { weights[unit, column] = weight }
        }
        self.scores = scores
        self.weights = weights
    }

    /// lower · Σ w·f ≤ w_q f_q ≤ upper · Σ w·f, as rows that must not exceed zero.
    private static func shareRows(_ factors: [Double], _ limits: ShareLimits) -> [[Double]] {
        let (lower, upper) = (limits.lower, limits.upper)
        return factors.indices.flatMap { indicator in
            var floor = factors.map { lower * $0 }
            floor[indicator] -= factors[indicator]
            var ceiling = factors.map { -upper * $0 }
            ceiling[indicator] += factors[indicator]
            return [floor, ceiling]
        }
    }

    private static func check(
        _ values: NumberGrid, _ limits: ShareLimits?, _ units: [String], _ codes: [String]
    ) throws(IndexError) {
        if let limits {
            let (lower, upper) = (limits.lower, limits.upper)
            let count = Double(codes.count)
            guard lower >= 0, lower <= upper, lower * count <= 1 + 1e-12, upper * count >= 1 - 1e-12 else {
                throw IndexError(
                    .infeasible,
                    "Shares from \(lower.shown) to \(upper.shown) of \(codes.count) indicators cannot add up to 1.")
            }
        }
        for unit in 0..<values.rows {
            for (column, value) in values.row(unit).enumerated() {
                let place = IndexError.Place(unit: units[unit], indicator: codes[column])
                guard value.isFinite else { throw IndexError(.missingValue, "The value is missing.", at: place) }
                guard value >= 0 else {
                    throw IndexError(
                        .nonPositive, "The value \(value.shown) is below zero, so no share can be formed.", at: place)
                }
                if value == 0, let limits, limits.whole == .score, limits.lower > 0 {
                    throw IndexError(.nonPositive, "A value of zero cannot make up a share of the score.", at: place)
                }
            }
        }
        for column in 0..<values.columns where values.column(column).allSatisfy({ $0 == 0 }) {
            throw IndexError(.noData, "All values are zero.", at: .init(indicator: codes[column]))
        }
    }
}
