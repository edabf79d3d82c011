/// The weight that each node has in the whole index: its share among its siblings, times that of all nodes above it.
///
/// Source: OECD/JRC Handbook (2008), p. 33; the product is what a linear index multiplies the node by.
public struct EffectiveWeights: Hashable, Sendable {
    /// One for each node of the hierarchy; the top has 1, and the children of a node add up to that node.
    public let weights: [Double]

    /// Multiplies down the tree.
    ///
    /// - Parameter groups: the weights that were used below each aggregate, in the order of
    ///   ``Hierarchy/aggregateNumbers``; where units have their own, their mean share counts. Without groups, the
    ///   weights of the hierarchy.
    public init(of hierarchy: Hierarchy, groups: [GroupWeights]? = nil) {
        var weights = [Double](repeating: 1, count: hierarchy.nodes.count)
        for (group, node) in hierarchy.aggregateNumbers.enumerated().reversed() {
            let children = hierarchy.nodes[node].children
            let shares =
                groups.map { Self.shares(of: $0[group]) }
                ?? Self.normalised(children.map { hierarchy.weights[$0] })
            for (child, share) in zip(children, shares) { weights[child] = weights[node] * share }
        }
        self.weights = weights
    }

    private static func shares(of group: GroupWeights) -> [Double] {
        switch group {
        case .common(let weights): return normalised(weights)
        case .perUnit(let grid):
            let rows = (0..<grid.rows).map { normalised(Array(grid.row($0))) }
            return (0..<grid.columns).map { column in
                rows.reduce(0) { $0 + $1[column] } / Double(max(1, rows.count))
            }
        }
    }

    private static func normalised(_ weights: [Double]) -> [Double] {
        let sum = weights.reduce(0, +)
        return weights.map { sum > 0 ? $0 / sum : 0 }
    }
}
