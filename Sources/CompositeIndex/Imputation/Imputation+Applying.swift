extension Imputation {
    /// Fills in missing values, and says which.
    ///
    /// The panel methods leave a gap where the unit's other times do not tell; all others fill every gap. Which method
    /// suits which kind of gap: OECD/JRC Handbook (2008), p. 24 and 55–62.
    /// - Throws: `IndexError` with indicator and unit: see the function of each method.
    func apply(to data: IndexData) throws(IndexError) -> (IndexData, [FilledCell]) {
        let values: NumberGrid =
            switch self {
            case .mean: try ColumnFill.perColumn(data) { $0.mean }
            case .median: try ColumnFill.perColumn(data) { $0.median }
            case .groupMean(let group): try ColumnFill.perGroup(data, group) { $0.mean }
            case .groupMedian(let group): try ColumnFill.perGroup(data, group) { $0.median }
            case .constant(let value): try ColumnFill.constant(data, value)
            case .regression(let predictors): try RegressionFill(predictors: predictors).fill(data)
            case .nearest(let neighbours): try NearestFill(neighbours: neighbours).fill(data)
            case .latest(let maximumAge): try PanelFill.latest(data, maximumAge: maximumAge)
            case .linear(let extend): try PanelFill.linear(data, extend: extend)
            case .expectationMaximisation(let scope):
                try NormalFill(scope: scope).fill(data) { (block) throws(IndexError) in
                    try MultivariateNormal(fittedTo: block).conditionalMeans(of: block)
                }
            case .draw(let scope, let seed):
                try NormalFill(scope: scope).fill(data) { (block) throws(IndexError) in
                    try DataAugmentation(seed: seed).draw(block)
                }
            case .multiple(let draws, let scope, let seed):
                try MultipleImputation(draws: draws, scope: scope, seed: seed).meanFill(data)
            }
        var filled: [FilledCell] = []
        for row in 0..<values.rows {
            for column in 0..<values.columns where data.values.isMissing(row, column) && !values.isMissing(row, column)
            {
                filled.append(FilledCell(row: row, column: column, value: values[row, column]))
            }
        }
        return (data.with(values: values), filled)
    }

    /// Whether gaps are filled from the unit's own values at other times.
    var readsOtherTimes: Bool {
        switch self {
        case .latest, .linear: true
        default: false
        }
    }
}
