extension Aggregation {
    /// Combines indicators into aggregates, from the lowest level up.
    ///
    /// Weights that depend on the data are derived below each aggregate when its children are known.
    /// - Returns: units × nodes, and the weights below each aggregate in the order of the hierarchy.
    /// - Throws: `IndexError` with the aggregate: see ``AggregationMethod`` and ``WeightMethod``; also for no method, an
    ///   override that names no aggregate, and a share outside 0…1.
    func apply(to data: IndexData, weighting: Weighting) throws(IndexError) -> (NumberGrid, [GroupWeights]) {
        let tree = data.hierarchy
        try check(tree)
        try weighting.check(tree)
        var scores = NumberGrid(rows: data.units.count, columns: tree.nodes.count)
        for column in 0..<tree.indicatorCount { scores.setColumn(column, data.values.column(column)) }
        var used: [GroupWeights] = []
        for number in tree.aggregateNumbers {
            let node = tree.nodes[number]
            let values = scores.keeping(columns: node.children)
            let codes = node.children.map { tree.nodes[$0].code }
            do {
                let weights = try weighting.method(below: node.code).weights(
                    of: codes, values: values, given: node.children.map { tree.weights[$0] }, units: data.unitCodes)
                let column = try method(of: node).combine(
                    values, weights: weights, missing: missing ?? .refuse, units: data.unitCodes, children: codes)
                scores.setColumn(number, column)
                used.append(weights)
            } catch {
                throw error.within(node: node.code)
            }
        }
        return (scores, used)
    }

    private func check(_ tree: Hierarchy) throws(IndexError) {
        guard !levels.isEmpty else { throw IndexError(.parameter, "No method of aggregation is stated.") }
        if case .skip(let share) = missing, !(0...1).contains(share) {
            throw IndexError(.parameter, "The share \(share) is not between 0 and 1.")
        }
        try tree.requireAggregates((overrides ?? [:]).keys)
    }
}

extension Weighting {
    fileprivate func check(_ tree: Hierarchy) throws(IndexError) {
        try tree.requireAggregates((overrides ?? [:]).keys)
    }
}

extension Hierarchy {
    /// - Throws: `IndexError` for a code that is no aggregate.
    fileprivate func requireAggregates(_ codes: some Sequence<String>) throws(IndexError) {
        for code in codes.sorted() where number(of: code).map({ $0 < indicatorCount }) ?? true {
            throw IndexError(.unknownNode, "The method names an aggregate that is not there.", at: .init(node: code))
        }
    }
}
