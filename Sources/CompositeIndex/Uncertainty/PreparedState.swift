/// Data after some steps of the method, and the weighting that was chosen on the way.
struct PreparedState: Sendable {
    var data: IndexData
    var weighting = Weighting(.given)

    /// The state after one more step.
    func taking(_ step: Step) throws(IndexError) -> PreparedState {
        if case .weigh(let weighting) = step.method { return PreparedState(data: data, weighting: weighting) }
        let results = try Pipeline(Framework(name: "", steps: [step])).run(data)
        return PreparedState(data: results.data, weighting: weighting)
    }

    /// The weight of every node; nil where each unit has its own.
    ///
    /// Weights that are derived from data are derived from all indicators, once, before any noise and with nothing left out.
    func nodeWeights(for aggregation: Aggregation) throws(IndexError) -> [Double]? {
        let tree = data.hierarchy
        let methods = tree.aggregateNumbers.map { weighting.method(below: tree.nodes[$0].code) }
        var groups: [GroupWeights] = []
        if methods.contains(where: \.readsValues) {
            groups = try aggregation.apply(to: data, weighting: weighting).1
        } else {
            for (node, method) in zip(tree.aggregateNumbers, methods) {
                let children = tree.nodes[node].children
                do throws(IndexError) {
                    groups.append(
                        try method.weights(
                            of: children.map { tree.nodes[$0].code },
                            values: NumberGrid(rows: 0, columns: children.count),
                            given: children.map { tree.weights[$0] }, units: []))
                } catch {
                    throw error.within(node: tree.nodes[node].code)
                }
            }
        }
        var all = tree.weights
        for (node, group) in zip(tree.aggregateNumbers, groups) {
            guard case .common(let shares) = group else { return nil }
            for (child, share) in zip(tree.nodes[node].children, shares) { all[child] = share }
        }
        return all
    }
}
