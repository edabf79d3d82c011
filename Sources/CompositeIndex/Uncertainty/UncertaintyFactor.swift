/// One source of uncertainty: something about the index that could have been chosen or known otherwise.
///
/// Each run draws every factor anew from a uniform number of its own, by the inverse of the factor's distribution
/// function. Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), section 1.7 and p. 117–131.
public struct UncertaintyFactor: Codable, Hashable, Sendable {
    /// What it is called in the results; unique in a plan.
    public var name: String
    /// What is uncertain.
    public var source: UncertaintySource

    /// States a factor.
    public init(_ name: String, _ source: UncertaintySource) {
        self.name = name
        self.source = source
    }
}

/// What is uncertain, and how.
public enum UncertaintySource: Codable, Hashable, Sendable {
    /// The step of this name is taken in one of several ways; each is drawn with its probability.
    case choice(step: String, alternatives: [StepAlternative])
    /// A number in the step of this name.
    ///
    /// The path leads to it in the step as it is encoded: `["treat", "fences", "multiple"]`; numbers lead into lists.
    case parameter(step: String, path: [String], law: ParameterLaw)
    /// The seed of the random step of this name.
    case seed(step: String)
    /// One indicator is left out of the aggregation, or, with the probability stated, none; each of `indicators` (all of
    /// them when nil) is as likely as the next.
    case leftOut(none: Double, indicators: [String]?)
    /// The weights of all nodes on the levels stated (1 for indicators; all levels when nil) are noisy, as one factor.
    case weightNoise(WeightNoise, levels: [Int]?)

    /// The step that it changes.
    var step: String? {
        switch self {
        case .choice(let step, _), .parameter(let step, _, _), .seed(let step): step
        case .leftOut, .weightNoise: nil
        }
    }
}

/// One way to take a step.
public struct StepAlternative: Codable, Hashable, Sendable {
    /// How likely it is; only ratios to the other alternatives matter.
    public var probability: Double
    /// The step in this way; its name is that of the alternative.
    public var step: Step

    /// States an alternative.
    public init(_ step: Step, probability: Double = 1) {
        self.probability = probability
        self.step = step
    }
}

/// How an uncertain number is distributed.
public enum ParameterLaw: Codable, Hashable, Sendable {
    /// Evenly between two numbers.
    case uniform(from: Double, to: Double)
    /// Linearly up to the mode and down again.
    case triangular(from: Double, mode: Double, to: Double)
    /// Normally.
    case normal(mean: Double, deviation: Double)
    /// One of several numbers, with probabilities of which only ratios matter; all the same when nil.
    case discrete(values: [Double], probabilities: [Double]?)
}

/// How a weight w becomes noisy; every weight draws for itself.
public enum WeightNoise: Codable, Hashable, Sendable {
    /// w (1 + x) with x even between −relative and relative, 0 < relative ≤ 1.
    case uniform(relative: Double)
    /// w exp(x) with x normal around 0.
    case logNormal(deviation: Double)
}
