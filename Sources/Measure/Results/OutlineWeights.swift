import CompositeIndex

/// The weights of all nodes as shares: among their siblings, and of the whole index.
///
/// Where every unit has weights of its own, their mean over the units counts.
struct OutlineWeights {
    /// One for each node; 1 for the top.
    let amongSiblings: [Double]
    /// The product of the shares from the top down.
    let inIndex: [Double]

    init(_ results: IndexResults) {
        let hierarchy = results.data.hierarchy
        var own = Array(repeating: 1.0, count: hierarchy.nodes.count)
        for (number, node) in zip(hierarchy.aggregateNumbers, hierarchy.nodes[hierarchy.indicatorCount...]) {
            let group = number - hierarchy.indicatorCount
            let shares =
                group < results.weights.count
                ? Self.shares(results.weights[group]) : node.children.map { hierarchy.weights[$0] }
            let sum = shares.reduce(0, +)
            for (child, share) in zip(node.children, shares) { own[child] = sum > 0 ? share / sum : 0 }
        }
        var whole = own
        // A parent stands behind its children: from the top down, each is known before those below it.
        for number in hierarchy.nodes.indices.reversed() {
            if let parent = hierarchy.nodes[number].parent { whole[number] = own[number] * whole[parent] }
        }
        amongSiblings = own
        inIndex = whole
    }

    private static func shares(_ weights: GroupWeights) -> [Double] {
        switch weights {
        case .common(let shares): shares
        case .perUnit(let grid):
            (0..<grid.columns).map { column in
                let known = grid.column(column).filter { !$0.isNaN }
                return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
            }
        }
    }
}
