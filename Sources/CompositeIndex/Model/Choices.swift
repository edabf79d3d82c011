/// Which units and indicators have too little data to stay; a criterion that is not stated is not applied.
public struct Screening: Codable, Hashable, Sendable {
    /// The least share of indicators (0 to 1) for which a unit needs a value.
    public var unitAvailability: Double?
    /// The least share of a unit's values (0 to 1) that must not be zero.
    public var unitNonZero: Double?
    /// The least share of units (0 to 1) for which an indicator needs a value; looked at after the units.
    public var indicatorAvailability: Double?
    /// Units that stay whatever the criteria say.
    public var keep: [String]?
    /// Units that go whatever the criteria say.
    public var drop: [String]?

    /// States the criteria.
    public init(
        unitAvailability: Double? = nil, unitNonZero: Double? = nil, indicatorAvailability: Double? = nil,
        keep: [String]? = nil, drop: [String]? = nil
    ) {
        self.unitAvailability = unitAvailability
        self.unitNonZero = unitNonZero
        self.indicatorAvailability = indicatorAvailability
        self.keep = keep
        self.drop = drop
    }
}

/// How indicators are divided by the denominators that their metadata name.
public struct Denomination: Codable, Hashable, Sendable {
    /// What a denominator is multiplied by first, by its code: `["Population": 0.001]`; 1 unless stated.
    public var scale: [String: Double]?

    /// States the scales.
    public init(scale: [String: Double]? = nil) {
        self.scale = scale
    }
}

/// How missing values are filled in; indicator by indicator unless said otherwise.
public enum Imputation: Codable, Hashable, Sendable {
    /// The mean of the units that have a value.
    case mean
    /// Their median.
    case median
    /// The mean of the units of the same class of a grouping.
    case groupMean(group: String)
    /// The median of the units of the same class of a grouping.
    case groupMedian(group: String)
    /// Least squares on the complete indicators with the same parent, or on the stated ones, which are complete.
    case regression(predictors: [String]?)
    /// The mean given the unit's other values, under a multivariate normal fitted by expectation–maximisation.
    case expectationMaximisation(scope: ImputationScope)
    /// The mean of the units that are nearest in the indicators both have.
    case nearest(neighbours: Int)
    /// The unit's own latest earlier value; `maximumAge` in the unit of time.
    case latest(maximumAge: Double?)
    /// The straight line between the unit's own values before and after; `extend` repeats the nearest value outside.
    case linear(extend: Bool)
    /// A stated value for every gap.
    case constant(value: Double)
    /// One random draw under the multivariate normal (data augmentation, one chain per seed).
    case draw(scope: ImputationScope, seed: UInt64)
    /// Several draws, each taken through the rest of the method, pooled by Rubin's rules.
    case multiple(draws: Int, scope: ImputationScope, seed: UInt64)
}

/// Which indicators a multivariate normal takes together: it needs clearly more units than indicators.
public enum ImputationScope: String, Codable, Hashable, Sendable {
    /// All of them.
    case all
    /// The indicators of the same parent.
    case siblings
}

/// When a distribution counts as having outliers: both limits are exceeded.
public struct MomentLimits: Codable, Hashable, Sendable {
    /// The largest absolute skewness G1.
    public var skewness: Double
    /// The largest excess kurtosis G2.
    public var kurtosis: Double

    /// The usual limits.
    public static let usual = MomentLimits(skewness: 2, kurtosis: 3.5)

    /// States the limits.
    public init(skewness: Double, kurtosis: Double) {
        self.skewness = skewness
        self.kurtosis = kurtosis
    }
}

/// A function that draws in a long tail.
public enum Transformation: String, Codable, Hashable, Sendable {
    /// The logarithm of the distance from the end without the tail; see ``Transformation/apply(to:)``.
    case logarithm
    /// The Box–Cox power of greatest likelihood.
    case boxCox
}

/// How outliers are reined in, indicator by indicator.
public enum OutlierTreatment: Codable, Hashable, Sendable {
    /// Where the limits are exceeded, the farthest value is set to the next one, at most `maximum` times; where that is
    /// not enough, the untouched values are transformed.
    case winsorise(limits: MomentLimits?, maximum: Int, otherwise: Transformation?)
    /// Where the limits are exceeded, the values are transformed.
    case transform(limits: MomentLimits?, by: Transformation)
    /// Values outside two quantiles are set to them.
    case quantiles(lower: Double, upper: Double)
    /// Values farther than `multiple` interquartile ranges outside the quartiles are set to that fence.
    case fences(multiple: Double)
    /// Nothing is done: a choice to compare with.
    case none
}
