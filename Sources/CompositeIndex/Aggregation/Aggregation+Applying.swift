extension Aggregation {
    /// Combines indicators into aggregates, from the lowest level up.
    ///
    /// Weights that depend on the data are derived below each aggregate when its children are known.
    /// - Returns: units × nodes, and the weights below each aggregate in the order of the hierarchy.
    /// - Throws: `IndexError` with the aggregate: see ``AggregationMethod`` and ``WeightMethod``; also for no method, an
    ///   override that names no aggregate, and a share outside 0…1.
    func apply(to data: IndexData, weighting: Weighting) throws(IndexError) -> (NumberGrid, [GroupWeights]) {
        try weighting.check(data.hierarchy)
        return try apply(to: data) { (node, values) throws(IndexError) in
            try weighting.weights(below: node, of: values, in: data)
        }
    }

    /// The same with weights from elsewhere: `weights` gives those below an aggregate from its children's values.
    func apply(
        to data: IndexData, weights: (Hierarchy.Node, NumberGrid) throws(IndexError) -> GroupWeights
    ) throws(IndexError) -> (NumberGrid, [GroupWeights]) {
        let tree = data.hierarchy
        try check(tree)
        var scores = NumberGrid(rows: data.units.count, columns: tree.nodes.count)
        for column in 0..<tree.indicatorCount { scores.setColumn(column, data.values.column(column)) }
        var used: [GroupWeights] = []
        for number in tree.aggregateNumbers {
            let node = tree.nodes[number]
            let values = scores.keeping(columns: node.children)
            let codes = node.children.map { tree.nodes[$0].code }
            do {
                let group = try weights(node, values)
                let column = try method(of: node).combine(
                    values, weights: group, missing: missing ?? .refuse, units: data.unitCodes, children: codes)
                scores.setColumn(number, column)
                used.append(group)
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
    /// The weights below an aggregate, from its children's values where the method reads them.
    func weights(
        below node: Hierarchy.Node, of values: NumberGrid, in data: IndexData
    ) throws(IndexError) -> GroupWeights {
        try method(below: node.code).weights(
            of: node.children.map { data.hierarchy.nodes[$0].code }, values: values,
            given: node.children.map { data.hierarchy.weights[$0] }, units: data.unitCodes)
    }

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
