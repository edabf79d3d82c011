/// What is not certain about a plan.
public struct RoadmapDoubt: Codable, Hashable, Sendable {
    /// The least share of its promised effect that an action delivers; drawn evenly between this and ``mostDelivered``.
    public var leastDelivered: Double
    /// The greatest share of its promised effect that an action delivers.
    public var mostDelivered: Double
    /// The probability that an action delivers nothing.
    public var failure: Double
    /// How far each weight is moved at most, as a share of it; drawn evenly on both sides.
    public var weightNoise: Double

    /// States the doubt; by default nothing is in doubt.
    public init(
        leastDelivered: Double = 1, mostDelivered: Double = 1, failure: Double = 0, weightNoise: Double = 0
    ) throws(IndexError) {
        guard leastDelivered >= 0, leastDelivered <= mostDelivered, mostDelivered.isFinite else {
            throw IndexError(.parameter, "Shares from \(leastDelivered) to \(mostDelivered) cannot be delivered.")
        }
        guard (0...1).contains(failure), weightNoise >= 0, weightNoise < 1 else {
            throw IndexError(.parameter, "A probability of \(failure) or a noise of \(weightNoise) makes no sense.")
        }
        self.leastDelivered = leastDelivered
        self.mostDelivered = mostDelivered
        self.failure = failure
        self.weightNoise = weightNoise
    }
}

/// How often a plan reached its goal in random draws.
public struct RoadmapProbability: Hashable, Sendable {
    /// The share of the draws in which every gate was passed.
    public let share: Double
    /// The interval that holds the probability with 95 % confidence, by Wilson's score method.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", J. Am. Stat.
    /// Assoc. 22 (1927), p. 209–212.
    public let interval: ClosedRange<Double>
    /// The number of draws.
    public let draws: Int

    /// Draws effects and weights, and scores the unit each time; the draws are independent streams of the seed.
    init(_ problem: RoadmapProblem, _ set: RoadmapProblem.ActionSet, _ doubt: RoadmapDoubt, draws: Int, seed: UInt64) {
        var hits = 0
        for draw in 0..<draws {
            var random = IndexRandom(seed: seed, stream: UInt64(draw) + 1)
            var improvements = [Double](repeating: 0, count: problem.index.scales.count)
            for action in Bits(set) {
                let fails = random.uniform() < doubt.failure
                let share =
                    doubt.leastDelivered + (doubt.mostDelivered - doubt.leastDelivered) * random.uniform()
                if fails { continue }
                for (indicator, amount) in problem.raises[action] { improvements[indicator] += share * amount }
            }
            var index = problem.index
            if doubt.weightNoise > 0 {
                index.aggregates = index.aggregates.map { aggregate in
                    aggregate.weighted(
                        aggregate.weights.map { $0 * (1 + doubt.weightNoise * (2 * random.uniform() - 1)) })
                }
            }
            let scores = index.scores(improvements)
            if problem.gates.allSatisfy({ $0.isPassed(scores) }) { hits += 1 }
        }
        share = Double(hits) / Double(draws)
        self.draws = draws
        let (n, z) = (Double(draws), 1.959963984540054)
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        interval = max(0, middle - half)...min(1, middle + half)
    }
}
