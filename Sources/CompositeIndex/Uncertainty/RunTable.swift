/// Normalised data and a way to aggregate them: what many runs share.
///
/// Where all levels are means and no value is missing, a run is a weighted sum. Everything else goes through the
/// pipeline's own aggregation, run by run.
enum RunTable: Sendable {
    case means(MeanProgramme)
    case pipeline(PipelineTable)
}

/// What the tables of one analysis have in common.
struct TableMaker: Sendable {
    /// The data before any step; its units and nodes are those that runs are counted by.
    let base: IndexData
    /// The code of the node whose score is asked for.
    let target: String
    let noise: (law: WeightNoise, levels: [Int]?)?

    /// Prepares the runs on a state.
    func table(_ state: PreparedState, aggregate: Step) throws(IndexError) -> RunTable {
        do throws(IndexError) {
            return try table(state, aggregate.method)
        } catch {
            throw error.within(step: aggregate.name)
        }
    }

    private func table(_ state: PreparedState, _ method: StepMethod) throws(IndexError) -> RunTable {
        guard case .aggregate(let aggregation) = method, !aggregation.levels.isEmpty else {
            throw IndexError(.parameter, "The step states no aggregation.")
        }
        let data = state.data
        let numbers = Dictionary(uniqueKeysWithValues: data.units.enumerated().map { ($1.code, $0) })
        let rows = base.units.map { numbers[$0.code] }
        guard let node = data.hierarchy.number(of: target), node >= data.hierarchy.indicatorCount else {
            throw IndexError(.unknownNode, "There is no such aggregate.", at: .init(node: target))
        }
        let weights = try state.nodeWeights(for: aggregation).map {
            WeightTree(hierarchy: data.hierarchy, weights: $0, base: base.hierarchy, noise: noise)
        }
        guard weights != nil || noise == nil else {
            throw IndexError(.parameter, "Weights that each unit chooses for itself cannot be noisy.")
        }
        if let weights,
            let means = try MeanProgramme(
                data: data, rows: rows, aggregation: aggregation, weights: weights, target: node)
        {
            return .means(means)
        }
        return .pipeline(
            PipelineTable(
                state: state, aggregation: aggregation, rows: rows, weights: weights, target: target,
                indicators: base.hierarchy.indicators.map(\.code)))
    }
}
