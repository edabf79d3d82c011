/// Prepared data whose aggregation is no chain of means: every run goes through the pipeline's own aggregation.
struct PipelineTable: Sendable {
    let state: PreparedState
    let aggregation: Aggregation
    /// The row of each unit; nil for a unit that is not there.
    let rows: [Int?]
    /// Nil where every unit has weights of its own, which are derived anew when an indicator is left out.
    let weights: WeightTree?
    /// The code of the node whose score is asked for.
    let target: String
    /// The codes of the indicators of the base data.
    let indicators: [String]

    /// The scores of all units in one run; missing for units that are not there.
    func scores(_ draw: WeightDraw) throws(IndexError) -> [Double] {
        var data = state.data
        var aggregation = aggregation
        var weighting = state.weighting
        if let weights {
            data.hierarchy = try data.hierarchy.weighted(weights.noisy(draw))
            weighting = Weighting(.given)
        }
        if let leftOut = draw.leftOut, let gone = data.hierarchy.number(of: indicators[leftOut]) {
            data = try data.keeping(indicators: (0..<data.hierarchy.indicatorCount).filter { $0 != gone })
            // An aggregate that lost its only child is gone, and with it what was said of it.
            aggregation.overrides = aggregation.overrides?.filter { data.hierarchy.number(of: $0.key) != nil }
            weighting.overrides = weighting.overrides?.filter { data.hierarchy.number(of: $0.key) != nil }
        }
        let scores = try aggregation.apply(to: data, weighting: weighting).0
        guard let column = data.hierarchy.number(of: target) else {
            throw IndexError(.unknownNode, "Nothing is left below the node.", at: .init(node: target))
        }
        return rows.map { row in row.map { scores[$0, column] } ?? .nan }
    }
}
