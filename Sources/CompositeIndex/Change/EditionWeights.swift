/// The weights that an edition used, for a hierarchy that may be another edition's.
struct EditionWeights: Sendable {
    /// By the code of the aggregate, then of the child; nil for weights that each unit chooses for itself.
    private let used: [String: [String: Double]?]
    private let weighting: Weighting

    /// Runs the edition.
    init(of edition: Edition) throws(IndexError) {
        let results = try Pipeline(edition.framework).run(edition.data)
        let tree = results.data.hierarchy
        var used: [String: [String: Double]?] = [:]
        for (number, group) in zip(tree.aggregateNumbers, results.weights) {
            let codes = tree.nodes[number].children.map { tree.nodes[$0].code }
            if case .common(let weights) = group {
                used[tree.nodes[number].code] = .some(Dictionary(uniqueKeysWithValues: zip(codes, weights)))
            } else {
                used[tree.nodes[number].code] = .some(nil)
            }
        }
        self.used = used
        weighting = edition.framework.steps.lazy.compactMap(\.weighting).first ?? Weighting(.given)
    }

    /// The weights below an aggregate.
    ///
    /// An aggregate that this edition does not have is weighted by `other`, the edition of the hierarchy. A child that this
    /// edition does not have keeps its share of `other`, and the rest is divided by this edition's proportions.
    func weights(
        below node: Hierarchy.Node, _ values: NumberGrid, _ data: IndexData, else other: EditionWeights
    ) throws(IndexError) -> GroupWeights {
        guard let group = used[node.code] else { return try other.own(below: node, values, data) }
        guard let mine = group, let theirs = other.used[node.code] ?? nil else {
            return try own(below: node, values, data)
        }
        let codes = node.children.map { data.hierarchy.nodes[$0].code }
        let foreign = codes.reduce(0) { $0 + (mine[$1] == nil ? theirs[$1] ?? 0 : 0) }
        let known = codes.reduce(0) { $0 + (mine[$1] ?? 0) }
        guard known > 0 else { return try other.own(below: node, values, data) }
        let whole = codes.reduce(0) { $0 + (theirs[$1] ?? 0) }
        let rest = max(0, whole - foreign)
        return .common(codes.map { code in mine[code].map { $0 / known * rest } ?? theirs[code] ?? 0 })
    }

    /// This edition's weights in its own hierarchy; derived from the values where each unit chooses its own.
    private func own(
        below node: Hierarchy.Node, _ values: NumberGrid, _ data: IndexData
    ) throws(IndexError) -> GroupWeights {
        guard let group = used[node.code], let mine = group else {
            return try weighting.weights(below: node, of: values, in: data)
        }
        return .common(node.children.map { mine[data.hierarchy.nodes[$0].code] ?? 0 })
    }
}

extension Step {
    fileprivate var weighting: Weighting? {
        if case .weigh(let choice) = method { choice } else { nil }
    }
}
