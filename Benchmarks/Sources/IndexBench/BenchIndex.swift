import CompositeIndex

/// A made-up index of any size, and the uncertainty of all its choices.
struct BenchIndex {
    let data: IndexData

    /// Units that differ in general level, and indicators that follow it more or less.
    ///
    /// Every fifth indicator has a long tail, and 4 of 100 values are missing. Indicators stand in groups of five, these in groups of four, under one index.
    init(units: Int, indicators: Int, seed: UInt64 = 2026) throws {
        var random = IndexRandom(seed: seed)
        let levels = (0..<units).map { _ in random.uniform() }
        var values = NumberGrid(rows: units, columns: indicators)
        for column in 0..<indicators {
            for row in 0..<units {
                let common = 0.6 * levels[row] + 0.4 * random.uniform()
                let tail = column % 5 == 4 ? 1 / (1.02 - random.uniform()) : 0
                values[row, column] = random.uniform() < 0.04 && row >= 2 ? .nan : 1 + 9 * common + tail
            }
        }
        let groups = (indicators + 4) / 5
        let pillars = (groups + 3) / 4
        var nodes: [AggregateInfo] = []
        for group in 0..<groups {
            nodes.append(AggregateInfo(code: "g\(group)", weight: Double(1 + group % 2), parent: "p\(group / 4)"))
        }
        for pillar in 0..<pillars {
            nodes.append(AggregateInfo(code: "p\(pillar)", weight: Double(1 + pillar % 3), parent: "index"))
        }
        nodes.append(AggregateInfo(code: "index"))
        let leaves = (0..<indicators).map {
            IndicatorInfo(code: "i\($0)", weight: Double(1 + $0 % 3), parent: "g\($0 / 5)")
        }
        data = try IndexData(
            units: (0..<units).map { UnitInfo(code: "u\($0)") },
            hierarchy: Hierarchy(indicators: leaves, aggregates: nodes), values: values)
    }

    static let scale = Scale(from: 1, to: 100)
    static let imputations: [Imputation] = [.mean, .median]
    static let treatments: [OutlierTreatment] = [
        .none, .winsorise(limits: nil, maximum: 1, otherwise: nil), .winsorise(limits: nil, maximum: 3, otherwise: nil),
        .winsorise(limits: nil, maximum: 5, otherwise: nil), .quantiles(lower: 0.05, upper: 0.95),
        .fences(multiple: 1.5),
    ]
    static let normalisers: [Normaliser] = [.minMax(scale: scale), .rank, .fractionOfMaximum]
    static let aggregations: [AggregationMethod] = [.arithmetic, .geometric, .harmonic]

    static let framework = Framework(
        name: "Bench",
        steps: [
            Step(.impute(imputations[0])), Step(.treat(treatments[0])), Step(.normalise(Normalisation(normalisers[0]))),
            Step(.aggregate(Aggregation(aggregations[0]))),
        ])

    /// Two imputations, six treatments, three normalisations, three aggregations, one indicator left out or none, and
    /// 25 % of noise on every weight.
    static func factors(indicators: Int) -> [UncertaintyFactor] {
        func choice(_ name: String, _ step: String, _ methods: [StepMethod]) -> UncertaintyFactor {
            UncertaintyFactor(name, .choice(step: step, alternatives: methods.map { StepAlternative(Step($0)) }))
        }
        return [
            choice("Imputation", "impute", imputations.map { .impute($0) }),
            choice("Outliers", "treat", treatments.map { .treat($0) }),
            choice("Normalisation", "normalise", normalisers.map { .normalise(Normalisation($0)) }),
            choice("Aggregation", "aggregate", aggregations.map { .aggregate(Aggregation($0)) }),
            UncertaintyFactor("Left out", .leftOut(none: 1 / Double(indicators + 1), indicators: nil)),
            UncertaintyFactor("Weights", .weightNoise(.uniform(relative: 0.25), levels: nil)),
        ]
    }

    /// The uncertainty of the index, and how long it took.
    func run(
        _ sampling: Sampling, splits: Bool = false, comparesAll: Bool = false, workers: Int
    ) async throws -> (result: UncertaintyResult, seconds: Double) {
        let plan = UncertaintyPlan(
            factors: Self.factors(indicators: data.hierarchy.indicatorCount), sampling: sampling,
            splitsVariance: splits,
            comparesAll: comparesAll, confidence: 0.9)
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await UncertaintyAnalysis(Self.framework, plan: plan).run(on: data, workers: workers)
        return (result, (clock.now - start) / .seconds(1))
    }
}
