import CompositeIndex
import Testing

/// What must not change a score, whatever the method, and what must.
struct InvariantTests {
    static let imputations: [Imputation] = [
        .mean, .median, .groupMean(group: "Region"), .nearest(neighbours: 2),
        .expectationMaximisation(scope: .siblings),
        .regression(predictors: ["i0"]),
    ]
    static let treatments: [OutlierTreatment] = [
        .none, .winsorise(limits: nil, maximum: 5, otherwise: .logarithm), .transform(limits: nil, by: .boxCox),
        .transform(limits: nil, by: .logarithm), .quantiles(lower: 0.05, upper: 0.95), .fences(multiple: 1.5),
    ]
    static let affine: [Normaliser] = [
        .minMax(scale: Scale(from: 1, to: 100)), .zScore(mean: 100, deviation: 10), .rank, .percentileRank, .borda,
    ]
    static let relative: [Normaliser] = [
        .distanceToMaximum, .distanceToReference(unit: "unit 3", cap: false), .fractionOfMaximum,
        .aroundMean(band: 0.05),
    ]
    static let weightings: [WeightMethod] = [.given, .equal, .principalComponent, .benefitOfTheDoubt(shares: nil)]
    static let aggregations: [AggregationMethod] = [
        .arithmetic, .geometric, .harmonic, .power(exponent: 0.5), .mazziottaPareto(penalty: true), .borda, .copeland,
        .kemeny,
    ]

    static func framework(
        _ imputation: Imputation = .mean, _ treatment: OutlierTreatment = .none,
        _ normaliser: Normaliser = .minMax(scale: Scale(from: 1, to: 100)), _ weighting: WeightMethod = .given,
        _ aggregation: AggregationMethod = .arithmetic
    ) -> Framework {
        Framework(
            name: "varied",
            steps: [
                Step(.impute(imputation)), Step(.treat(treatment)), Step(.normalise(Normalisation(normaliser))),
                Step(.weigh(Weighting(weighting))), Step(.aggregate(Aggregation(aggregation, .arithmetic))),
            ])
    }

    /// Every choice of every step once, the other steps as usual.
    static let everyChoice: [Framework] =
        imputations.map { framework($0) } + treatments.map { framework(.mean, $0) }
        + (affine + relative).map { framework(.mean, .none, $0) }
        + weightings.map { framework(.mean, treatments[1], affine[0], $0) }
        + aggregations.map { framework(.mean, .none, affine[0], .given, $0) }

    @Test(arguments: everyChoice)
    func `the order and the names of units and indicators change nothing`(_ framework: Framework) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            let index = RandomIndex(seed: seed)
            let scores = try RandomIndex.scores(framework, index.data())
            let permuted = try RandomIndex.scores(framework, index.permuted(seed: seed).data())
            for (unit, score) in scores {
                #expect(isNear(score, permuted[unit] ?? .nan, within: 1e-8), "\(unit): \(score)")
            }
        }
    }

    @Test(arguments: treatments, affine)
    func `another unit of measurement changes no score on a scale of its own spread`(
        _ treatment: OutlierTreatment, _ normaliser: Normaliser
    ) throws {
        // Box–Cox of positive values depends on where zero is; a change of scale alone must not matter.
        let isShiftable = treatment != .transform(limits: nil, by: .boxCox)
        for seed in 1...3 as ClosedRange<UInt64> {
            let index = RandomIndex(seed: seed)
            let framework = Self.framework(.median, treatment, normaliser)
            let scores = try RandomIndex.scores(framework, index.data())
            var other = index
            for place in index.indicators.indices {
                other = other.rescaled(place, by: 0.3 + Double(place), shift: isShiftable ? 1000 : 0)
            }
            let rescaled = try RandomIndex.scores(framework, other.data())
            for (unit, score) in scores { #expect(isNear(score, rescaled[unit] ?? .nan, within: 1e-7)) }
        }
    }

    @Test(arguments: relative)
    func `a distance relative to a value depends on where zero is`(_ normaliser: Normaliser) throws {
        let index = RandomIndex(seed: 1)
        let framework = Self.framework(.mean, .none, normaliser)
        let scores = try RandomIndex.scores(framework, index.data())
        let stretched = try RandomIndex.scores(framework, index.rescaled(0, by: 7).data())
        let shifted = try RandomIndex.scores(framework, index.rescaled(0, by: 1, shift: 1000).data())
        #expect(scores.allSatisfy { isNear($0.value, stretched[$0.key] ?? .nan, within: 1e-9) })
        #expect(scores.contains { !isNear($0.value, shifted[$0.key] ?? .nan, within: 1e-3) })
    }

    @Test(arguments: aggregations)
    func `only the ratios of weights matter, and a weight of zero takes an indicator out`(_ method: AggregationMethod)
        throws
    {
        let framework = Self.framework(.mean, .none, Self.affine[0], .given, method)
        var isMoved = false
        for seed in 4...9 as ClosedRange<UInt64> {
            let index = RandomIndex(seed: seed)
            let scores = try RandomIndex.scores(framework, index.data())
            var multiplied = index
            for place in index.indicators.indices { multiplied.indicators[place].weight *= place < 3 ? 8 : 3 }
            let same = try RandomIndex.scores(framework, multiplied.data())
            #expect(scores.allSatisfy { isNear($0.value, same[$0.key] ?? .nan, within: 1e-9) })

            var zeroed = index
            zeroed.indicators[4].weight = 0
            let without = try RandomIndex.scores(framework, zeroed.data())
            let shorter = try RandomIndex.scores(framework, index.data().keeping(indicators: [0, 1, 2, 3, 5, 6]))
            #expect(without.allSatisfy { isNear($0.value, shorter[$0.key] ?? .nan, within: 1e-9) })
            isMoved = isMoved || scores.contains { !isNear($0.value, without[$0.key] ?? .nan, within: 1e-3) }
        }
        #expect(isMoved)
    }

    @Test(arguments: [AggregationMethod.arithmetic, .geometric, .harmonic, .power(exponent: 0.5), .power(exponent: -2)])
    func `a mean lies between the least and the greatest child, and grows with each`(_ method: AggregationMethod) throws
    {
        let framework = Self.framework(.mean, .none, Self.affine[0], .given, method)
        let results = try Pipeline(framework).run(try RandomIndex(seed: 6).data())
        let (tree, scores) = (results.data.hierarchy, try results.scores.orThrow())
        for node in tree.aggregateNumbers {
            for row in 0..<scores.rows {
                let children = tree.nodes[node].children.map { scores[row, $0] }
                #expect(scores[row, node] >= (children.min() ?? 0) - 1e-9)
                #expect(scores[row, node] <= (children.max() ?? 0) + 1e-9)
            }
        }
        var better = RandomIndex(seed: 6, gaps: false)
        let before = try RandomIndex.scores(Self.framework(.mean, .none, .asIs, .given, method), upward(better).data())
        better.rows[2][0] += 1
        let after = try RandomIndex.scores(Self.framework(.mean, .none, .asIs, .given, method), upward(better).data())
        #expect(
            after.allSatisfy { $0.key == "unit 2" ? $0.value > before[$0.key] ?? .nan : $0.value == before[$0.key] })
    }

    private func upward(_ index: RandomIndex) -> RandomIndex {
        var copy = index
        for place in copy.indicators.indices { copy.indicators[place].direction = .up }
        return copy
    }

    @Test func `means stand in the order of their exponents`() throws {
        var random = IndexRandom(seed: 8)
        for _ in 0..<200 {
            let values = (0..<5).map { _ in 0.1 + random.uniform() }
            let weights = (0..<5).map { _ in 0.1 + random.uniform() }
            let means = [-3.0, -1, -0.5, 0, 0.5, 1, 2].map {
                WeightedMean.power(values, weights: weights, exponent: $0)
            }
            for (lower, higher) in zip(means, means.dropFirst()) { #expect(lower <= higher + 1e-12) }
        }
    }

    @Test func `a flipped direction of negated values is the same`() throws {
        for normaliser in Self.affine {
            let framework = Self.framework(.mean, .none, normaliser)
            let index = RandomIndex(seed: 9)
            var flipped = index.rescaled(0, by: -1)
            flipped.indicators[0].direction = .down
            let (first, second) = (
                try RandomIndex.scores(framework, index.data()), try RandomIndex.scores(framework, flipped.data())
            )
            #expect(first.allSatisfy { isNear($0.value, second[$0.key] ?? .nan, within: 1e-9) })
        }
    }
}
