/// Every choice of the method of an index, in the order in which the steps are taken.
///
/// A framework is data: it is written down, published and hashed with the results, so that anybody can compute the index
/// again. The steps work on ``IndexData`` one after the other; see ``Pipeline``.
public struct Framework: Codable, Hashable, Sendable {
    /// What the index is called.
    public var name: String
    /// Which edition of the method this is; two editions are compared only by ``EditionChange``.
    public var version: String
    /// The steps, in order.
    public var steps: [Step]

    /// States a method.
    public init(name: String, version: String = "1", steps: [Step]) {
        self.name = name
        self.version = version
        self.steps = steps
    }

    /// The place of the step of this name.
    public func index(of step: String) -> Int? {
        steps.firstIndex { $0.name == step }
    }
}

/// A named step of the method.
///
/// In a file it is one object with the kind of the step as key, and a name where the kind alone is not to stand for it:
/// `{"name": "Impute by region", "impute": {"groupMean": {"group": "Region"}}}`.
public struct Step: Hashable, Sendable {
    /// Its name, unique in the framework; by default the kind.
    public var name: String
    /// What is done.
    public var method: StepMethod

    /// States a step.
    public init(_ method: StepMethod, name: String? = nil) {
        self.name = name ?? method.kind.rawValue
        self.method = method
    }
}

/// What a step does, with all its parameters.
public enum StepMethod: Hashable, Sendable {
    /// Leaves out units or indicators with too little data.
    case screen(Screening)
    /// Divides indicators by the denominators that their metadata name.
    case denominate(Denomination)
    /// Fills in missing values.
    case impute(Imputation)
    /// Reins in outliers.
    case treat(OutlierTreatment)
    /// Brings all indicators to a common scale on which more is better.
    case normalise(Normalisation)
    /// Sets the weights.
    case weigh(Weighting)
    /// Combines indicators into aggregates, level by level.
    case aggregate(Aggregation)
    /// Sorts the units into tiers by score.
    case tier(TierScheme)
    /// Says which maturity stage each unit has reached.
    case stage(MaturityScheme)

    /// The kinds of steps, as they are called in a file.
    public enum Kind: String, CodingKey, CaseIterable, Sendable {
        case screen, denominate, impute, treat, normalise, weigh, aggregate, tier, stage
    }

    /// The kind of the step.
    public var kind: Kind {
        switch self {
        case .screen: .screen
        case .denominate: .denominate
        case .impute: .impute
        case .treat: .treat
        case .normalise: .normalise
        case .weigh: .weigh
        case .aggregate: .aggregate
        case .tier: .tier
        case .stage: .stage
        }
    }
}
