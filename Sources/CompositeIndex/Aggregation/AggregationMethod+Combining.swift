extension AggregationMethod {
    /// The scores of one aggregate.
    ///
    /// - Parameters:
    ///   - values: units × children, on the common scale.
    ///   - weights: of the children.
    ///   - missing: what happens where a child has no value.
    ///   - units: the codes of the units, for the place of an error.
    ///   - children: the codes of the children, for the place of an error.
    /// - Throws: `IndexError` for a missing value that is to be refused, and for a value that the method cannot take.
    func combine(
        _ values: NumberGrid, weights: GroupWeights, missing: MissingChildren, units: [String], children: [String]
    ) throws(IndexError) -> [Double] {
        var scores = [Double](repeating: NumberGrid.missing, count: values.rows)
        for row in 0..<values.rows {
            let whole = weights.row(row)
            let present = whole.indices.filter { !values.isMissing(row, $0) }
            if present.count < whole.count {
                guard case .skip(let share) = missing else {
                    let child = whole.indices.first { values.isMissing(row, $0) } ?? 0
                    throw IndexError(
                        .missingValue,
                        "\(children[child]) has no value here; fill it in or let the others stand for it.",
                        at: .init(unit: units[row]))
                }
                let available = present.reduce(0) { $0 + whole[$1] } / whole.reduce(0, +)
                guard available > 0, available >= share else { continue }
            }
            let (some, theirs) = (present.map { values[row, $0] }, present.map { whole[$0] })
            do {
                scores[row] = try mean(of: some, weights: theirs)
            } catch {
                throw error.within(unit: units[row])
            }
        }
        return scores
    }

    /// The mean of one unit's values, which are all there.
    private func mean(of values: [Double], weights: [Double]) throws(IndexError) -> Double {
        switch self {
        case .arithmetic:
            return WeightedMean.arithmetic(values, weights: weights)
        case .geometric:
            try requirePositive(values, weights, "geometric mean")
            return WeightedMean.geometric(values, weights: weights)
        case .harmonic:
            try requirePositive(values, weights, "harmonic mean")
            return WeightedMean.harmonic(values, weights: weights)
        case .power(let exponent):
            if exponent != 1 { try requirePositive(values, weights, "power mean") }
            return WeightedMean.power(values, weights: weights, exponent: exponent)
        default:
            throw IndexError(.parameter, "The method looks at all units together.")
        }
    }

    private func requirePositive(_ values: [Double], _ weights: [Double], _ name: String) throws(IndexError) {
        guard let bad = zip(values, weights).first(where: { $1 > 0 && $0 <= 0 })?.0 else { return }
        throw IndexError(
            .nonPositive,
            "The \(name) of \(bad) makes no sense; normalise to a scale that starts above zero, such as 1 to 100.")
    }
}

extension GroupWeights {
    /// The weights that count for a unit.
    func row(_ row: Int) -> [Double] {
        switch self {
        case .common(let weights): weights
        case .perUnit(let grid): Array(grid.row(row))
        }
    }
}
