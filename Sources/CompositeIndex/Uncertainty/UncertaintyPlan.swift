/// What an uncertainty analysis varies, how often, and what it tells.
public struct UncertaintyPlan: Codable, Hashable, Sendable {
    /// What is varied, at least one.
    public var factors: [UncertaintyFactor]
    /// How the factors are sampled.
    public var sampling: Sampling
    /// Where all random numbers come from.
    public var seed: UInt64
    /// Whether the variance of every unit's rank is split over the factors; takes factors + 2 runs per point.
    public var splitsVariance: Bool
    /// Pairs of units whose difference of ranks is split as well.
    public var pairs: [UnitPair]
    /// Whether the probability that one unit stands above another is counted for all pairs.
    public var comparesAll: Bool
    /// The share (0 to 1) of the runs, or the confidence, of every interval.
    public var confidence: Double
    /// The code of the node whose scores and ranks are looked at; nil for the index itself.
    public var node: String?

    /// States a plan.
    public init(
        factors: [UncertaintyFactor], sampling: Sampling, seed: UInt64 = 1, splitsVariance: Bool = false,
        pairs: [UnitPair] = [], comparesAll: Bool = false, confidence: Double = 0.95, node: String? = nil
    ) {
        self.factors = factors
        self.sampling = sampling
        self.seed = seed
        self.splitsVariance = splitsVariance
        self.pairs = pairs
        self.comparesAll = comparesAll
        self.confidence = confidence
        self.node = node
    }
}

extension UncertaintyPlan {
    /// Reads a plan; what is not stated has the default of the initialiser.
    public init(from decoder: any Decoder) throws {
        let stated = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            factors: try stated.decode([UncertaintyFactor].self, forKey: .factors),
            sampling: try stated.decode(Sampling.self, forKey: .sampling),
            seed: try stated.decodeIfPresent(UInt64.self, forKey: .seed) ?? 1,
            splitsVariance: try stated.decodeIfPresent(Bool.self, forKey: .splitsVariance) ?? false,
            pairs: try stated.decodeIfPresent([UnitPair].self, forKey: .pairs) ?? [],
            comparesAll: try stated.decodeIfPresent(Bool.self, forKey: .comparesAll) ?? false,
            confidence: try stated.decodeIfPresent(Double.self, forKey: .confidence) ?? 0.95,
            node: try stated.decodeIfPresent(String.self, forKey: .node))
    }
}

/// Two units by their codes.
public struct UnitPair: Codable, Hashable, Sendable {
    /// The one whose rank is taken away from.
    public var one: String
    /// The one whose rank is taken away.
    public var other: String

    /// States a pair.
    public init(_ one: String, _ other: String) {
        self.one = one
        self.other = other
    }
}

extension UncertaintyPlan {
    /// The most runs; what is kept of each stays below 1 GB, and nobody waits for more.
    static let mostRuns = 1 << 26
    /// The most scrambles: each has sums of its own, and an interval needs few.
    static let mostScrambles = 1024

    /// Everything about the plan that can be wrong whatever the data are.
    func check() throws(IndexError) {
        guard !factors.isEmpty else { throw IndexError(.parameter, "An uncertainty analysis needs a factor.") }
        guard confidence > 0, confidence < 1 else {
            throw IndexError(.parameter, "The confidence \(confidence) is not between 0 and 1.")
        }
        guard Set(factors.map(\.name)).count == factors.count else {
            throw IndexError(.duplicateCode, "Two factors have the same name.")
        }
        try checkSampling()
        var noisy = 0
        var leaving = 0
        for factor in factors {
            switch factor.source {
            case .choice(_, let alternatives):
                guard DrawnChoice.isSound(alternatives.map(\.probability), count: alternatives.count) else {
                    throw IndexError(
                        .parameter, "The factor \(factor.name) needs alternatives with probabilities from 0 up.")
                }
            case .parameter(_, _, let law): try law.check()
            case .seed: break
            case .leftOut(let none, _):
                leaving += 1
                guard (0...1).contains(none) else {
                    throw IndexError(.parameter, "The factor \(factor.name) has no probability \(none).")
                }
            case .weightNoise(let noise, _):
                noisy += 1
                try noise.check()
            }
        }
        guard noisy <= 1, leaving <= 1 else {
            throw IndexError(
                .parameter, "Noise on the weights and the left-out indicator can each be one factor only.")
        }
    }

    private func checkSampling() throws(IndexError) {
        switch sampling {
        case .sobol(let points, let scrambles):
            guard points >= 2, points <= 1 << 31, points.nonzeroBitCount == 1, scrambles >= 1 else {
                throw IndexError(
                    .parameter, "A Sobol' sample needs a power of two of points, not \(points), and a scramble.")
            }
            guard scrambles <= Self.mostScrambles else {
                throw IndexError(.tooLarge, "These are more than \(Self.mostScrambles) scrambles.")
            }
            guard !splitsVariance || scrambles >= 2 else {
                throw IndexError(.parameter, "Intervals of the indices need two independent scrambles at least.")
            }
            let columns = factors.count * (splitsVariance ? 2 : 1)
            guard columns <= SobolSequence.mostDimensions else {
                throw IndexError(.tooLarge, "The Sobol' sequence has no \(columns) dimensions; group some factors.")
            }
        case .pseudoRandom(let points, let resamples):
            guard points >= 2, !splitsVariance || (20...10_000).contains(resamples) else {
                throw IndexError(.parameter, "There must be two points, and 20 to 10,000 resamples.")
            }
        }
        let rows = splitsVariance ? factors.count + 2 : 1
        let (runs, isTooMany) = sampling.pointsWithoutOverflow.multipliedReportingOverflow(by: rows)
        guard !isTooMany, runs <= Self.mostRuns else {
            throw IndexError(.tooLarge, "These are more than \(Self.mostRuns) runs.")
        }
    }
}

extension Sampling {
    /// The greatest whole number where there would be more points.
    fileprivate var pointsWithoutOverflow: Int {
        guard case .sobol(let points, let scrambles) = self else { return points }
        let (product, isTooMany) = points.multipliedReportingOverflow(by: scrambles)
        return isTooMany ? .max : product
    }
}

extension WeightNoise {
    /// - Throws: `IndexError` where weights could become negative or endless.
    func check() throws(IndexError) {
        let isSound =
            switch self {
            case .uniform(let relative): relative >= 0 && relative <= 1
            case .logNormal(let deviation): deviation >= 0 && deviation <= 10
            }
        guard isSound else { throw IndexError(.parameter, "Weights cannot be noisy like \(self).") }
    }
}
