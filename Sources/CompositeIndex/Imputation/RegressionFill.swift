/// Fills the gaps of an indicator with its least-squares prediction from complete indicators.
///
/// x̂ = b₀ + Σ bₖ xₖ, fitted on the units that have a value. Source: OECD/JRC Handbook (2008), p. 56, eq. 2 (regression
/// imputation). It overstates correlations.
struct RegressionFill {
    /// The codes of the predictors; nil for the complete indicators with the same parent.
    let predictors: [String]?

    /// - Throws: `IndexError` for an unknown or incomplete predictor, none at all, fewer units than coefficients, and
    ///   predictors that depend on each other.
    func fill(_ data: IndexData) throws(IndexError) -> NumberGrid {
        let isComplete = (0..<data.values.columns).map { !data.values.column($0).contains(where: \.isNaN) }
        let stated = try columns(in: data, isComplete)
        var values = data.values
        for target in 0..<values.columns where !isComplete[target] {
            let node = data.hierarchy.nodes[target]
            let siblings = node.parent.map { data.hierarchy.nodes[$0].children } ?? []
            let terms = (stated ?? siblings.filter { $0 < isComplete.count && isComplete[$0] }).filter { $0 != target }
            do {
                try fillColumn(target, from: terms, of: data.values, into: &values)
            } catch {
                throw error.within(indicator: node.code)
            }
        }
        return values
    }

    private func columns(in data: IndexData, _ isComplete: [Bool]) throws(IndexError) -> [Int]? {
        guard let predictors else { return nil }
        var columns: [Int] = []
        for code in predictors {
            guard let column = data.hierarchy.number(of: code), column < isComplete.count else {
                throw IndexError(.unknownIndicator, "The predictor is not there.", at: .init(indicator: code))
            }
            guard isComplete[column] else {
                throw IndexError(.missingValue, "The predictor has gaps of its own.", at: .init(indicator: code))
            }
            columns.append(column)
        }
        return columns
    }

    private func fillColumn(
        _ target: Int, from terms: [Int], of old: NumberGrid, into values: inout NumberGrid
    ) throws(IndexError) {
        guard !terms.isEmpty else { throw IndexError(.noData, "There is no complete indicator to predict from.") }
        let known = (0..<old.rows).filter { !old.isMissing($0, target) }
        let design = NumberGrid(known.map { row in [1] + terms.map { old[row, $0] } })
        let fit = try LeastSquares(design: design, observations: known.map { old[$0, target] })
        for row in 0..<old.rows where old.isMissing(row, target) {
            values[row, target] = zip(fit.coefficients, [1] + terms.map { old[row, $0] }).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }
}
