/// How children become aggregates, level by level.
public struct Aggregation: Codable, Hashable, Sendable {
    /// The methods from the lowest aggregates up, not empty; the last one serves all levels above.
    public var levels: [AggregationMethod]
    /// Other methods, by the code of the aggregate.
    public var overrides: [String: AggregationMethod]?
    /// What happens where a child has no value.
    public var missing: MissingChildren?

    /// States the methods.
    public init(
        _ levels: AggregationMethod..., overrides: [String: AggregationMethod]? = nil, missing: MissingChildren? = nil
    ) {
        self.levels = levels
        self.overrides = overrides
        self.missing = missing
    }

    /// The method of an aggregate that stands on a level; the lowest aggregates stand on level 2.
    public func method(of node: Hierarchy.Node) -> AggregationMethod {
        overrides?[node.code] ?? levels[min(max(node.level - 2, 0), levels.count - 1)]
    }
}

/// A way to combine the children of one aggregate; the formulas stand beside their functions.
public enum AggregationMethod: Codable, Hashable, Sendable {
    /// The weighted mean: weakness here is fully made up by strength there.
    case arithmetic
    /// The weighted geometric mean: partly made up.
    case geometric
    /// The weighted harmonic mean: less still.
    case harmonic
    /// The weighted power mean; 1 is the arithmetic, 0 the geometric, −1 the harmonic mean.
    case power(exponent: Double)
    /// Weighted Borda points.
    case borda
    /// Weighted pairwise wins minus losses.
    case copeland
    /// The ranking with the greatest weighted support by pairs (Condorcet–Kemeny–Young–Levenglick).
    case kemeny
    /// Mazziotta–Pareto: the mean, with a penalty for imbalance.
    case mazziottaPareto(penalty: Bool)
    /// Weights by place: the first goes to the unit's greatest child.
    case orderedWeights(weights: [Double])
}

/// What happens where a child has no value.
public enum MissingChildren: Codable, Hashable, Sendable {
    /// The index is refused; the default.
    case refuse
    /// The others share the weight, as long as those with values have this share (0 to 1) of it; else the aggregate is
    /// missing as well.
    case skip(minimumShare: Double)
}
