import CompositeIndex

/// A small index with a choice at every step, and plans that vary them.
struct UncertainIndex {
    /// 14 units × 9 indicators; two values are missing, one is far out, unit L is worst everywhere.
    static let data: IndexData = {
        var random = IndexRandom(seed: 42)
        var values = NumberGrid(rows: 14, columns: 9)
        for row in 0..<14 {
            let level = random.uniform()
            for column in 0..<9 {
                let noise = random.uniform()
                values[row, column] = row == 11 ? 0.5 : 1 + 9 * (0.6 * level + 0.4 * noise)
            }
        }
        values[3, 2] = .nan
        values[7, 5] = .nan
        values[5, 0] = 400
        let parents = ["a", "a", "b", "b", "b", "c", "c", "d", "d"]
        let indicators = parents.enumerated().map { number, parent in
            IndicatorInfo(code: "i\(number + 1)", weight: Double(1 + number % 3), parent: parent)
        }
        let aggregates = [
            AggregateInfo(code: "a", weight: 2, parent: "x"), AggregateInfo(code: "b", parent: "x"),
            AggregateInfo(code: "c", parent: "y"), AggregateInfo(code: "d", weight: 3, parent: "y"),
            AggregateInfo(code: "x", parent: "top"), AggregateInfo(code: "y", weight: 2, parent: "top"),
            AggregateInfo(code: "top"),
        ]
        do {
            return try IndexData(
                units: (0..<14).map { UnitInfo(code: String(UnicodeScalar(UInt8(65 + $0)))) },
                hierarchy: Hierarchy(indicators: indicators, aggregates: aggregates), values: values)
        } catch { preconditionFailure("\(error)") }
    }()

    static let scale = Scale(from: 1, to: 100)

    static let framework = Framework(
        name: "Uncertain",
        steps: [
            Step(.impute(.mean)), Step(.treat(.winsorise(limits: nil, maximum: 3, otherwise: nil))),
            Step(.normalise(Normalisation(.minMax(scale: scale)))), Step(.weigh(Weighting(.given))),
            Step(.aggregate(Aggregation(.arithmetic))),
            Step(
                .tier(
                    TierScheme(tiers: [
                        .init("high", from: 60), .init("middle", from: 30), .init("low", from: nil),
                    ]))),
        ])

    static let imputation = UncertaintyFactor(
        "Imputation",
        .choice(
            step: "impute",
            alternatives: [
                StepAlternative(Step(.impute(.mean), name: "mean")), StepAlternative(Step(.impute(.median))),
            ]))

    static let treatment = UncertaintyFactor(
        "Outliers",
        .choice(
            step: "treat",
            alternatives: [
                StepAlternative(Step(.treat(.none), name: "none")),
                StepAlternative(Step(.treat(.quantiles(lower: 0.05, upper: 0.95)), name: "quantiles"), probability: 2),
            ]))

    static func normalisation(_ methods: Normaliser...) -> UncertaintyFactor {
        UncertaintyFactor(
            "Normalisation",
            .choice(
                step: "normalise",
                alternatives: methods.map { StepAlternative(Step(.normalise(Normalisation($0)), name: "\($0)")) }))
    }

    static func aggregation(_ methods: Aggregation...) -> UncertaintyFactor {
        UncertaintyFactor(
            "Aggregation",
            .choice(
                step: "aggregate",
                alternatives: methods.map { StepAlternative(Step(.aggregate($0), name: "\($0.levels)")) }))
    }

    static let leftOut = UncertaintyFactor("Left out", .leftOut(none: 0.1, indicators: nil))
    static let noise = UncertaintyFactor("Weights", .weightNoise(.uniform(relative: 0.25), levels: nil))

    /// Everything varies; all aggregations are means.
    static let allFactors = [
        imputation, treatment, normalisation(.minMax(scale: scale), .rank),
        aggregation(
            Aggregation(.arithmetic), Aggregation(.geometric), Aggregation(.arithmetic, .geometric),
            Aggregation(.harmonic, .arithmetic, .power(exponent: 0.5))), leftOut, noise,
    ]
}
