/// The tree of an index: indicators at the bottom, the index on top, any number of levels between.
///
/// Nodes have numbers. The first ``indicatorCount`` nodes are the indicators, in the order of the columns of the data;
/// then come the aggregates from the lowest level up, so children always stand before their parent and the last node is
/// the index itself.
public struct Hierarchy: Hashable, Sendable {
    /// A place in the tree.
    public struct Node: Hashable, Sendable {
        /// The identifier.
        public let code: String
        /// The name for people.
        public let name: String
        /// 1 for indicators; for aggregates one more than their highest child.
        public let level: Int
        /// The number of the aggregate above; nil for the top.
        public let parent: Int?
        /// The numbers of the nodes below, ascending; empty for indicators.
        public let children: [Int]
    }

    /// What is known of the indicators, in the order of the columns of the data.
    public let indicators: [IndicatorInfo]
    /// The aggregates as stated, from the lowest level up; the last one is the top.
    public let aggregates: [AggregateInfo]
    /// All nodes: indicators, then aggregates.
    public let nodes: [Node]
    /// The weight of each node among its siblings; only ratios matter, and the top's has no effect.
    public private(set) var weights: [Double]

    /// The number of indicators.
    public var indicatorCount: Int { indicators.count }
    /// The number of the index itself.
    public var top: Int { nodes.count - 1 }
    /// The number of levels, with that of the indicators and that of the index.
    public var levelCount: Int { nodes[top].level }
    /// The numbers of the aggregates, from the lowest level up.
    public var aggregateNumbers: Range<Int> { indicatorCount..<nodes.count }

    /// The name of the top where the metadata state indicators alone.
    public static let impliedTop = "Index"

    /// Builds the tree and checks it.
    ///
    /// Where no aggregate is stated, all indicators stand under an implied top.
    /// - Throws: `IndexError` for a duplicate code, an unknown parent, a cycle, a second top, an aggregate without
    ///   children, a weight that is negative or not a number, and siblings whose weights add up to zero.
    public init(indicators: [IndicatorInfo], aggregates stated: [AggregateInfo] = []) throws(IndexError) {
        let sound = try HierarchyBuilder(indicators: indicators, aggregates: stated).build()
        self.indicators = indicators
        aggregates = sound.aggregates
        nodes = sound.nodes
        weights = indicators.map(\.weight) + sound.aggregates.map(\.weight)
        try checkWeights()
    }

    /// The number of a node.
    public func number(of code: String) -> Int? {
        nodes.firstIndex { $0.code == code }
    }

    /// The same tree with other weights, one for each node.
    ///
    /// - Throws: `IndexError` for a weight that is negative or not a number, and for siblings that add up to zero.
    public func weighted(_ newWeights: [Double]) throws(IndexError) -> Hierarchy {
        guard newWeights.count == nodes.count else {
            throw IndexError(.shape, "There are \(newWeights.count) weights for \(nodes.count) nodes.")
        }
        var copy = self
        copy.weights = newWeights
        try copy.checkWeights()
        return copy
    }

    /// The tree of the stated indicators; aggregates that would have no child left are gone.
    ///
    /// - Throws: `IndexError` if no indicator is left, or only siblings of weight zero.
    public func keeping(indicators kept: [Int]) throws(IndexError) -> Hierarchy {
        guard !kept.isEmpty else { throw IndexError(.noData, "No indicator is left.") }
        var isUsed = Array(repeating: false, count: nodes.count)
        for indicator in kept {
            var next: Int? = indicator
            while let node = next, !isUsed[node] {
                isUsed[node] = true
                next = nodes[node].parent
            }
        }
        let above = aggregateNumbers.filter { isUsed[$0] }
        let tree = try Hierarchy(
            indicators: kept.map { number in
                var info = indicators[number]
                info.parent = nodes[number].parent.map { nodes[$0].code }
                return info
            },
            aggregates: above.map { aggregates[$0 - indicatorCount] })
        var newWeights = tree.weights
        for number in kept + above {
            if let new = tree.number(of: nodes[number].code) { newWeights[new] = weights[number] }
        }
        return try tree.weighted(newWeights)
    }

    private func checkWeights() throws(IndexError) {
        for (node, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw IndexError(
                .negativeWeight, "The weight \(weight.shown) is not a number from zero up.", at: place(of: node))
        }
        for node in aggregateNumbers where !(nodes[node].children.contains { weights[$0] > 0 }) {
            throw IndexError(
                .zeroWeights, "The weights of the nodes below add up to zero.", at: place(of: node))
        }
    }

    /// Where a node is, for an error.
    func place(of node: Int) -> IndexError.Place {
        node < indicatorCount ? .init(indicator: nodes[node].code) : .init(node: nodes[node].code)
    }
}
