extension AggregationMethod {
    /// The scores of one aggregate.
    ///
    /// - Parameters:
    ///   - values: units × children, on the common scale.
    ///   - weights: of the children.
    ///   - missing: what happens where a child has no value. In comparisons by pairs, a child without value speaks for
    ///     neither unit.
    ///   - units: the codes of the units, for the place of an error.
    ///   - children: the codes of the children, for the place of an error.
    /// - Throws: `IndexError` for a missing value that is to be refused, for a value that the method cannot take, and for
    ///   weights of each unit's own in anything but a sum.
    func combine(
        _ values: NumberGrid, weights: GroupWeights, missing: MissingChildren, units: [String], children: [String]
    ) throws(IndexError) -> [Double] {
        if case .perUnit(let own) = weights {
            return try sums(values, own, units: units, children: children)
        }
        var scored: [Int] = []
        for row in 0..<values.rows {
            if try isEnough(values.row(row), weights.row(row), missing, units[row], children) { scored.append(row) }
        }
        var scores = [Double](repeating: NumberGrid.missing, count: values.rows)
        if comparesUnits {
            let theirs = try byPairs(values.keeping(rows: scored).settled(), weights.row(0))
            for (place, row) in scored.enumerated() { scores[row] = theirs[place] }
        } else {
            for row in scored {
                do { scores[row] = try score(of: values.row(row), weights: weights.row(row)) } catch {
                    throw error.within(unit: units[row])
                }
            }
        }
        return scores
    }

    /// Σ wᵢxᵢ with the weights that each unit chose: they were chosen for this sum, and do not add up to 1.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 31, table 4: benefit of the doubt requires additive aggregation.
    private func sums(
        _ values: NumberGrid, _ own: NumberGrid, units: [String], children: [String]
    ) throws(IndexError) -> [Double] {
        guard self == .arithmetic else {
            throw IndexError(
                .parameter, "Weights that each unit chooses for itself make a score as a sum only: arithmetic.")
        }
        var scores: [Double] = []
        for row in 0..<values.rows {
            _ = try isEnough(values.row(row), Array(own.row(row)), .refuse, units[row], children)
            scores.append(zip(values.row(row), own.row(row)).reduce(0) { $0 + $1.0 * $1.1 })
        }
        return scores
    }

    /// Whether a unit's score depends on the other units.
    var comparesUnits: Bool {
        switch self {
        case .borda, .copeland, .kemeny: true
        default: false
        }
    }

    /// Whether enough children have a value to give a score.
    private func isEnough(
        _ values: ArraySlice<Double>, _ weights: [Double], _ missing: MissingChildren, _ unit: String,
        _ children: [String]
    ) throws(IndexError) -> Bool {
        guard let gap = zip(values, children).first(where: { $0.0.isNaN })?.1 else { return true }
        guard case .skip(let share) = missing else {
            throw IndexError(
                .missingValue, "\(gap) has no value here; fill it in or let the others stand for it.",
                at: .init(unit: unit))
        }
        let present = zip(values, weights).reduce(0) { $0 + ($1.0.isNaN ? 0 : $1.1) }
        return present > 0 && present >= share * weights.reduce(0, +)
    }

    /// The score of one unit; children without value are left out.
    private func score(of values: ArraySlice<Double>, weights: [Double]) throws(IndexError) -> Double {
        let pairs = zip(values, weights).filter { !$0.0.isNaN }
        let (values, weights) = (pairs.map(\.0), pairs.map(\.1))
        if needsPositive, let bad = pairs.first(where: { $0.1 > 0 && $0.0 <= 0 })?.0 {
            throw IndexError(
                .nonPositive,
                "\(bad.shown) in a geometric, harmonic or power mean makes no sense; use a scale that starts above zero, such as 1 to 100."
            )
        }
        return switch self {
        case .arithmetic: WeightedMean.arithmetic(values, weights: weights)
        case .geometric: WeightedMean.geometric(values, weights: weights)
        case .harmonic: WeightedMean.harmonic(values, weights: weights)
        case .power(let exponent): WeightedMean.power(values, weights: weights, exponent: exponent)
        case .mazziottaPareto(let penalty): try MazziottaPareto.score(values, weights: weights, penalty: penalty)
        case .orderedWeights(let places): try OrderedWeights.score(values, weights: places)
        case .borda, .copeland, .kemeny: preconditionFailure("compared by pairs")
        }
    }

    private func byPairs(_ values: NumberGrid, _ weights: [Double]) throws(IndexError) -> [Double] {
        let outranking = Outranking(of: values, weights: weights)
        return switch self {
        case .borda: outranking.bordaPoints
        case .copeland: outranking.copelandScores
        case .kemeny: try KemenyRanking(of: outranking).scores
        case .arithmetic, .geometric, .harmonic, .power, .mazziottaPareto, .orderedWeights:
            preconditionFailure("scored unit by unit")
        }
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
