/// The scores of one unit as a function of what it improves, with the data of the others, the treatment, the
/// normalisation and the weights as they were.
struct FrozenIndex: Sendable {
    /// One for each indicator; untouched ones have no reach.
    var scales: [FrozenScale]
    /// One for each aggregate, in the order of the hierarchy.
    var aggregates: [FrozenAggregate]

    /// The scores of all nodes after the improvement of each indicator.
    func scores(_ improvements: [Double]) -> [Double] {
        var scores = zip(scales, improvements).map { $0.score($1) }
        scores.reserveCapacity(scales.count + aggregates.count)
        for aggregate in aggregates { scores.append(aggregate.score(aggregate.children.map { scores[$0] })) }
        return scores
    }

    /// A concave function of the improvements that is nowhere below the score of a node, and its slope for each
    /// indicator.
    ///
    /// Rising concave functions of rising concave functions are concave; what each level adds to its children is never
    /// less than the truth. Source: S. Boyd, L. Vandenberghe, *Convex Optimization* (2004), §3.2.4.
    func upper(_ node: Int, _ improvements: [Double]) -> (height: Double, slopes: [Double]) {
        let count = scales.count
        var heights: [Double] = []
        var own: [Double] = []
        for (scale, improvement) in zip(scales, improvements) {
            let tangent = scale.hull.tangent(at: improvement)
            heights.append(tangent.height)
            own.append(tangent.slope)
        }
        var inner: [[Double]] = []
        for aggregate in aggregates.prefix(max(0, node - count + 1)) {
            let (height, slopes) = aggregate.upper(aggregate.children.map { heights[$0] })
            heights.append(height)
            inner.append(slopes)
        }
        var weight = [Double](repeating: 0, count: heights.count)
        weight[node] = 1
        for place in inner.indices.reversed() {
            for (child, slope) in zip(aggregates[place].children, inner[place]) {
                weight[child] += weight[count + place] * slope
            }
        }
        return (heights[node], zip(weight, own).map { $0 * $1 })
    }
}

extension FrozenIndex {
    /// Freezes what was computed for one unit.
    ///
    /// - Parameters:
    ///   - results: with scores.
    ///   - unit: the code of the unit.
    ///   - reach: the greatest improvement of each indicator, in the order of the hierarchy of the results.
    /// - Throws: `IndexError` for a framework that does not aggregate, an unknown unit, a value to improve that is
    ///   missing, and a framework that is not monotone.
    init(_ results: IndexResults, unit: String, reach: [Double]) throws(IndexError) {
        let tree = results.data.hierarchy
        guard let scores = results.scores else { throw IndexError(.order, "Nothing was aggregated.") }
        guard let row = results.data.row(of: unit) else {
            throw IndexError(.unknownUnit, "The unit is not among the results.", at: .init(unit: unit))
        }
        scales = []
        for (column, info) in tree.indicators.enumerated() {
            let before = scores[row, column]
            do {
                scales.append(
                    reach[column] > 0
                        ? try Self.scale(of: info, results, row, reach[column], before)
                        : try FrozenScale(
                            start: before, direction: .up, reach: 0, treatments: [], bends: [], scale: { $0 }))
            } catch { throw error.within(unit: unit, indicator: info.code) }
        }
        aggregates = []
        for (place, number) in tree.aggregateNumbers.enumerated() {
            let node = tree.nodes[number]
            do {
                aggregates.append(
                    try FrozenAggregate(
                        children: node.children, weights: results.weights[place].row(row),
                        method: results.aggregationMethod(of: node), start: node.children.map { scores[row, $0] }))
            } catch { throw error.within(node: node.code) }
        }
    }

    /// Follows an indicator through the treatments to its normalisation.
    private static func scale(
        of info: IndicatorInfo, _ results: IndexResults, _ row: Int, _ reach: Double, _ scored: Double
    ) throws(IndexError) -> FrozenScale {
        var entering = results.input
        var start: Double?
        var treatments: [FrozenScale.Treatment] = []
        for stage in results.stages {
            defer { entering = stage.data }
            guard let column = entering.hierarchy.number(of: info.code),
                let own = entering.row(of: results.data.units[row].code)
            else { throw IndexError(.unknownIndicator, "It is not in the data before \(stage.step.name).") }
            switch stage.step.method {
            case .treat:
                start = start ?? entering.values[own, column]
                guard case .treated(let reports) = stage.report else { continue }
                treatments.append(
                    try FrozenScale.treatment(
                        before: entering.values.column(column), after: stage.data.values.column(column), reports[column]
                    ))
            case .normalise(let choice):
                let value = start ?? entering.values[own, column]
                guard !value.isNaN else {
                    throw IndexError(.missingValue, "An action improves it, but its value is not known.")
                }
                let method = choice.overrides?[info.code] ?? choice.method
                let frozen = try method.frozen(
                    over: entering.values.column(column), row: own, info: info,
                    reference: method.unitOfReference.flatMap { entering.row(of: $0) }.map {
                        entering.values[$0, column]
                    })
                let scale = try FrozenScale(
                    start: value, direction: info.direction, reach: reach, treatments: treatments,
                    bends: frozen.bends, scale: frozen.scale)
                guard abs(scale.score(0) - scored) <= 1e-9 * max(1, abs(scored)) else {
                    throw IndexError(
                        .order, "Its score changes after normalisation, so its improvement cannot be followed.")
                }
                return scale
            default: break
            }
        }
        throw IndexError(.order, "The framework does not normalise.")
    }
}

extension Normaliser {
    /// The code of the unit that values are compared with.
    fileprivate var unitOfReference: String? {
        if case .distanceToReference(let unit, _) = self { unit } else { nil }
    }
}

extension IndexResults {
    /// The method that combined the children of an aggregate.
    fileprivate func aggregationMethod(of node: Hierarchy.Node) throws(IndexError) -> AggregationMethod {
        for step in framework.steps {
            if case .aggregate(let aggregation) = step.method { return aggregation.method(of: node) }
        }
        throw IndexError(.order, "Nothing was aggregated.")
    }
}
