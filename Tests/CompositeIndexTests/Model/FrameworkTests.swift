import CompositeIndex
import Foundation
import Testing

struct FrameworkTests {
    static let everything = Framework(
        name: "Everything", version: "2",
        steps: [
            Step(.impute(.latest(maximumAge: 2)), name: "From earlier years"),
            Step(.screen(Screening(unitAvailability: 0.9, drop: ["X"]))),
            Step(.denominate(Denomination(scale: ["Population": 0.001]))),
            Step(.impute(.multiple(draws: 5, scope: .siblings, seed: 7)), name: "Fill the rest"),
            Step(.treat(.winsorise(limits: .usual, maximum: 5, otherwise: .boxCox))),
            Step(
                .normalise(
                    Normalisation(
                        .minMax(scale: .hundred),
                        overrides: [
                            "a": .goalposts(scale: .hundred, cap: true),
                            "b": .categories(
                                bands: [.init(from: 0, points: 0), .init(from: 1, points: 100)], byQuantile: false),
                        ]))),
            Step(.weigh(Weighting(.equal, overrides: ["P": .stated(weights: ["a": 1, "b": 2])]))),
            Step(.aggregate(Aggregation(.arithmetic, .power(exponent: 0.5), missing: .skip(minimumShare: 0.5)))),
            Step(.tier(TierScheme(tiers: [.init("High", from: 70), .init("Low", from: nil)]))),
            Step(.stage(MaturityScheme(ground: "None", stages: [.init("One", gates: [.init("P", atLeast: 30)])]))),
        ])

    @Test func `a framework is written and read again as it was`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let written = try encoder.encode(Self.everything)
        #expect(try JSONDecoder().decode(Framework.self, from: written) == Self.everything)
        #expect(try encoder.encode(JSONDecoder().decode(Framework.self, from: written)) == written)
    }

    @Test func `a framework is read as people write it`() throws {
        let text = """
            {"name": "ASEM", "version": "2018", "steps": [
              {"denominate": {}},
              {"name": "Impute by continent", "impute": {"groupMean": {"group": "Continent"}}},
              {"screen": {"unitAvailability": 0.9}},
              {"treat": {"winsorise": {"limits": {"skewness": 2, "kurtosis": 3.5}, "maximum": 5, "otherwise": "logarithm"}}},
              {"normalise": {"method": {"minMax": {"scale": {"from": 0, "to": 100}}}}},
              {"weigh": {"method": {"given": {}}}},
              {"aggregate": {"levels": [{"arithmetic": {}}, {"geometric": {}}]}}
            ]}
            """
        let framework = try JSONDecoder().decode(Framework.self, from: Data(text.utf8))
        #expect(
            framework.steps.map(\.name) == [
                "denominate", "Impute by continent", "screen", "treat", "normalise", "weigh", "aggregate",
            ])
        #expect(framework.steps[6].method == .aggregate(Aggregation(.arithmetic, .geometric)))
        try framework.check()
    }

    @Test(arguments: [#"{"name": "none"}"#, #"{"screen": {}, "denominate": {}}"#, #"{"impute": {"guess": {}}}"#])
    func `a step is exactly one of the known kinds`(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Step.self, from: Data(text.utf8)) }
    }

    static let normalise = Step(.normalise(Normalisation(.minMax(scale: .unit))))
    static let aggregate = Step(.aggregate(Aggregation(.arithmetic)))

    static let disorder: [(IndexError.Code, [Step])] = [
        (.duplicateCode, [Step(.impute(.mean)), Step(.impute(.median))]),
        (.duplicateCode, [Step(.impute(.mean), name: "")]),
        (.order, [aggregate]),
        (.order, [normalise, Step(.normalise(Normalisation(.rank)), name: "again")]),
        (.order, [normalise, Step(.denominate(Denomination())), aggregate]),
        (.order, [normalise, Step(.treat(.none)), aggregate]),
        (.order, [normalise, Step(.screen(Screening())), aggregate]),
        (.order, [normalise, aggregate, Step(.impute(.mean))]),
        (.order, [normalise, aggregate, Step(.weigh(Weighting(.equal)))]),
        (.order, [normalise, Step(.weigh(Weighting(.equal)))]),
        (.order, [normalise, Step(.weigh(Weighting(.equal))), Step(.weigh(Weighting(.given)), name: "w"), aggregate]),
        (.order, [normalise, Step(.tier(TierScheme(tiers: [.init("All", from: nil)]))), aggregate]),
        (.order, [Step(.denominate(Denomination())), Step(.impute(.latest(maximumAge: nil))), normalise, aggregate]),
        (.order, [Step(.treat(.none)), Step(.impute(.linear(extend: true))), normalise, aggregate]),
        (
            .order,
            [
                Step(.impute(.multiple(draws: 2, scope: .all, seed: 1))),
                Step(.impute(.multiple(draws: 2, scope: .all, seed: 2)), name: "b"),
            ]
        ),
        (
            .nonPositive,
            [
                Step(.normalise(Normalisation(.zScore(mean: 0, deviation: 1)))),
                Step(.aggregate(Aggregation(.geometric))),
            ]
        ),
        (
            .nonPositive,
            [
                Step(.normalise(Normalisation(.minMax(scale: .unit), overrides: ["x": .aroundMean(band: 0.1)]))),
                Step(.aggregate(Aggregation(.arithmetic, overrides: ["T": .harmonic]))),
            ]
        ),
    ]

    @Test(arguments: disorder)
    func `an order of steps that makes no sense is refused`(_ code: IndexError.Code, _ steps: [Step]) {
        let error = #expect(throws: IndexError.self) { try Framework(name: "bad", steps: steps).check() }
        #expect(error?.code == code)
    }

    @Test func `every step in its place is accepted`() throws {
        try Self.everything.check()
    }
}
