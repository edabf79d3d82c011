/// How the children of aggregates are weighted: one method for all, and others below the aggregates named.
public struct Weighting: Codable, Hashable, Sendable {
    /// The method below every aggregate that ``overrides`` does not name.
    public var method: WeightMethod
    /// Other methods, by the code of the aggregate whose children they weight.
    public var overrides: [String: WeightMethod]?

    /// States the methods.
    public init(_ method: WeightMethod, overrides: [String: WeightMethod]? = nil) {
        self.method = method
        self.overrides = overrides
    }

    /// The method below an aggregate.
    func method(below node: String) -> WeightMethod {
        overrides?[node] ?? method
    }
}

/// A way to weight the children of one aggregate; the formulas stand beside their functions.
public enum WeightMethod: Codable, Hashable, Sendable {
    /// The weights of the metadata.
    case given
    /// The same for all.
    case equal
    /// Stated here, by the code of the child.
    case stated(weights: [String: Double])
    /// Experts distribute points; the mean counts. One dictionary per expert, by the code of the child.
    case budgetAllocation(experts: [[String: Double]])
    /// The principal eigenvector of pairwise judgements; refused above the limit of the consistency ratio.
    case analyticHierarchy(order: [String], judgements: [[Double]], maximumInconsistency: Double)
    /// Squared loadings of rotated factors, as in the Handbook.
    case factorAnalysis(FactorChoice)
    /// The first principal component.
    case principalComponent
    /// Each unit by the weights that are best for it, by linear programming; shares may be limited.
    case benefitOfTheDoubt(shares: ShareLimits?)
    /// Weights under which the correlation of each child with the aggregate comes as close as can be to its importance.
    case correlationOptimised(CorrelationGoal)
    /// Several experts' weights combined, by the code of the child.
    case expertPanel(experts: [[String: Double]], combination: PanelCombination)
}

/// Which factors are kept.
public struct FactorChoice: Codable, Hashable, Sendable {
    /// The least eigenvalue.
    public var minimumEigenvalue: Double?
    /// The least share of the variance of one factor.
    public var minimumShare: Double?
    /// The share of the variance that the kept factors must reach together.
    public var cumulativeShare: Double?
    /// A stated number instead.
    public var count: Int?

    /// States the rule.
    public init(
        minimumEigenvalue: Double? = nil, minimumShare: Double? = nil, cumulativeShare: Double? = nil,
        count: Int? = nil
    ) {
        self.minimumEigenvalue = minimumEigenvalue
        self.minimumShare = minimumShare
        self.cumulativeShare = cumulativeShare
        self.count = count
    }
}

/// The least and the greatest share that one child may make.
public struct ShareLimits: Codable, Hashable, Sendable {
    /// What is shared out.
    public enum Whole: String, Codable, Hashable, Sendable {
        /// The sum of the unit's weights, as in the Handbook's table of the Technology Achievement Index.
        case weights
        /// The unit's score: weight times value ("pie shares").
        case score
    }

    /// What is shared out.
    public var whole: Whole
    /// The least share, 0 to 1.
    public var lower: Double
    /// The greatest share, 0 to 1.
    public var upper: Double

    /// States the limits.
    public init(of whole: Whole, lower: Double, upper: Double) {
        self.whole = whole
        self.lower = lower
        self.upper = upper
    }
}

/// What correlation-optimised weights aim at and when they stop.
public struct CorrelationGoal: Codable, Hashable, Sendable {
    /// The importance of each child by its code; nil for the same for all.
    public var importance: [String: Double]?
    /// The search ends when the objective is proved to be so close to its best value.
    public var tolerance: Double
    /// The index is refused where so many rounds do not suffice.
    public var maximumIterations: Int

    /// States the goal.
    public init(importance: [String: Double]? = nil, tolerance: Double = 1e-12, maximumIterations: Int = 200_000) {
        self.importance = importance
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
    }
}

/// How the opinions of a panel become one.
public enum PanelCombination: Codable, Hashable, Sendable {
    /// Their mean.
    case mean
    /// Their median.
    case median
    /// Their mean without the stated share (0 to 0.5) of opinions at each end.
    case trimmedMean(trim: Double)
}
