import CompositeIndex
import Testing

@testable import Measure

/// The framework file: its words, and what is refused where.
@Suite struct FrameworkTests {
    private static func read(_ text: String) throws -> FrameworkFile {
        try FrameworkFile(InputFile(name: "f.yaml", bytes: Array(text.utf8)))
    }

    /// The only step, written as one line of a list.
    private static func step(_ text: String) throws -> StepMethod {
        try #require(read("{name: x, steps: [\(text)]}").framework.steps.first).method
    }

    @Test(arguments: [
        ("denominate", StepMethod.denominate(Denomination())),
        ("{denominate: {scale: {Population: 0.001}}}", .denominate(Denomination(scale: ["Population": 0.001]))),
        ("{impute: median}", .impute(.median)),
        ("{impute: group-mean, group: Region}", .impute(.groupMean(group: "Region"))),
        ("{impute: regression, predictors: [a, b]}", .impute(.regression(predictors: ["a", "b"]))),
        (
            "{impute: expectation-maximisation}",
            .impute(.expectationMaximisation(scope: .siblings))
        ),
        ("{impute: nearest}", .impute(.nearest(neighbours: 5))),
        ("{impute: latest, maximum-age: 3}", .impute(.latest(maximumAge: 3))),
        ("{impute: linear, extend: yes}", .impute(.linear(extend: true))),
        ("{impute: multiple, draws: 10, scope: all, seed: 7}", .impute(.multiple(draws: 10, scope: .all, seed: 7))),
        ("{screen: {units: 0.9, keep: [A]}}", .screen(Screening(unitAvailability: 0.9, keep: ["A"]))),
        ("{treat: winsorise}", .treat(.winsorise(limits: .usual, maximum: 5, otherwise: .logarithm))),
        (
            "{treat: winsorise, skewness: 3, at-most: 2, then: nothing}",
            .treat(.winsorise(limits: .init(skewness: 3, kurtosis: 3.5), maximum: 2, otherwise: nil))
        ),
        ("{treat: transform, by: box-cox}", .treat(.transform(limits: .usual, by: .boxCox))),
        ("{treat: fences}", .treat(.fences(multiple: 1.5))),
        ("{normalise: min-max}", .normalise(Normalisation(.minMax(scale: .hundred)))),
        ("{normalise: goalposts, scale: [0, 1]}", .normalise(Normalisation(.goalposts(scale: .unit, cap: true)))),
        (
            "{normalise: rank, others: {a: z-score, b: {method: min-max, scale: [1, 2]}}}",
            .normalise(
                Normalisation(
                    .rank, overrides: ["a": .zScore(mean: 0, deviation: 1), "b": .minMax(scale: Scale(from: 1, to: 2))])
            )
        ),
        (
            "{normalise: categories, bands: [{from: 0, points: 1}, {from: 0.5, points: 2}], by-quantile: true}",
            .normalise(
                Normalisation(
                    .categories(bands: [.init(from: 0, points: 1), .init(from: 0.5, points: 2)], byQuantile: true)))
        ),
        ("{weigh: given}", .weigh(Weighting(.given))),
        (
            "{weigh: equal, others: {rules: principal-component}}",
            .weigh(Weighting(.equal, overrides: ["rules": .principalComponent]))
        ),
        (
            "{weigh: analytic-hierarchy, order: [a, b], judgements: [[1, 3], [1/3, 1]]}",
            .weigh(
                Weighting(
                    .analyticHierarchy(
                        order: ["a", "b"], judgements: [[1, 3], [1.0 / 3, 1]], maximumInconsistency: 0.1)))
        ),
        (
            "{weigh: benefit-of-the-doubt, shares: [0.1, 0.3], shares-of: score}",
            .weigh(Weighting(.benefitOfTheDoubt(shares: .init(of: .score, lower: 0.1, upper: 0.3))))
        ),
        (
            "{weigh: expert-panel, experts: [{a: 1}], combine: median}",
            .weigh(Weighting(.expertPanel(experts: [["a": 1]], combination: .median)))
        ),
        ("{aggregate: geometric}", .aggregate(Aggregation(.geometric))),
        (
            "{aggregate: [arithmetic, {method: power, exponent: 0.5}]}",
            .aggregate(Aggregation(.arithmetic, .power(exponent: 0.5)))
        ),
        (
            "{aggregate: arithmetic, others: {index: kemeny}, missing: {skip: 0.5}}",
            .aggregate(Aggregation(.arithmetic, overrides: ["index": .kemeny], missing: .skip(minimumShare: 0.5)))
        ),
        (
            "{tier: [{name: high, from: 60}, {name: low}]}",
            .tier(TierScheme(tiers: [.init("high", from: 60), .init("low", from: nil)]))
        ),
        (
            "{stage: [{name: first, gates: {laws: 10}}], ground: none yet}",
            .stage(MaturityScheme(ground: "none yet", stages: [.init("first", gates: [.init("laws", atLeast: 10)])]))
        ),
    ])
    func `a step is written in the words of the Handbook`(_ text: String, _ method: StepMethod) throws {
        #expect(try Self.step(text) == method)
    }

    @Test func `JSON is read as well`() throws {
        let file = try Self.read(
            #"{"name": "x", "version": "2", "steps": [{"name": "fill", "impute": "mean"}, "denominate"]}"#)
        #expect(file.framework.version == "2")
        #expect(file.framework.steps.map(\.name) == ["fill", "denominate"])
    }

    @Test func `what is uncertain is read`() throws {
        let plan = try #require(
            try Self.read(
                """
                name: x
                steps: [{normalise: min-max}, {impute: draw}]
                uncertainty:
                  sample: {sobol: 128, scrambles: 4}
                  seed: 9
                  confidence: 0.95
                  pairs: [[A, B]]
                  factors:
                    - choice: normalise
                      name: Scale
                      among: [{normalise: min-max, probability: 3}, {normalise: rank, name: ranks}]
                    - parameter: normalise
                      path: [normalise, method, minMax, scale, to]
                      between: [90, 110]
                    - seed: impute
                    - left-out: {none: 0.5, of: [a]}
                    - weights: {uniform: 0.25, levels: [1, 2]}
                """
            ).uncertainty)
        #expect(plan.sampling == .sobol(points: 128, scrambles: 4))
        #expect(plan.seed == 9 && plan.confidence == 0.95 && plan.pairs == [UnitPair("A", "B")])
        #expect(
            plan.factors.map(\.name) == ["Scale", "normalise to", "seed of impute", "left-out indicator", "weights"])
        #expect(
            plan.factors[0].source
                == .choice(
                    step: "normalise",
                    alternatives: [
                        StepAlternative(Step(.normalise(.init(.minMax(scale: .hundred)))), probability: 3),
                        StepAlternative(Step(.normalise(.init(.rank)), name: "ranks")),
                    ]))
        #expect(plan.factors[3].source == .leftOut(none: 0.5, indicators: ["a"]))
        #expect(plan.factors[4].source == .weightNoise(.uniform(relative: 0.25), levels: [1, 2]))
    }

    @Test(arguments: [
        ("", "f.yaml: the file is empty"),
        ("steps: []", "f.yaml, line 1, character 1: name is missing here"),
        ("name: x\nsteps: []", "f.yaml, line 2, character 8: steps: a method has a step"),
        ("name: x\nsteps:\n  - imputee: mean", "f.yaml, line 3, character 5: steps 1: a step holds one of: screen, …"),
        (
            "name: x\nsteps:\n  - impute: average",
            "f.yaml, line 3, character 13: steps 1, impute: average is no imputation; there are: mean, …"
        ),
        ("name: x\nsteps: [{impute: group-mean}]", "f.yaml, line 2, character 9: steps 1: group is missing here"),
        (
            "name: x\nsteps: [{impute: mean, group: a}]",
            "f.yaml, line 2, character 31: steps 1, group: nobody reads this; …"
        ),
        (
            "name: x\nsteps: [{impute: nearest, neighbours: 2.5}]",
            "f.yaml, line 2, character 39: steps 1, neighbours: a whole number from 1 to 10000 is expected here"
        ),
        (
            "name: x\nsteps: [denominate, denominate]",
            "f.yaml, line 2, character 21: steps 2: two steps are called denominate; give one of them a name"
        ),
        (
            "name: x\nsteps: [denominate]\nstep: 1",
            "f.yaml, line 3, character 7: step: nobody reads this; known here: name, version, steps, uncertainty"
        ),
        ("name: x\nname: y", "f.yaml, …"),
        ("name: [", "f.yaml, line …"),
        ("name: &a x\nsteps: *a", "f.yaml, line 1: anchors (&) are not read; …"),
        ("name: x\nsteps: [impute]", "f.yaml, line 2, character 9: steps 1: a method is expected: impute: …"),
        (
            "name: x\nsteps: [{normalise: min-max, scale: [1]}]",
            "f.yaml, line 2, character 37: steps 1, scale: two numbers are expected here: [0, 100]"
        ),
    ])
    func `a mistake is refused with line and character`(_ text: String, _ sentence: String) throws {
        let error = try #require(#expect(throws: MeasureError.self) { try Self.read(text) })
        #expect(Scenario.fits(sentence, error.description), "\(error)")
    }

    @Test func `deep nesting and size are bounded`() throws {
        for text in [String(repeating: "[", count: 100_000), String(repeating: "a", count: 2 << 20)] {
            #expect(throws: MeasureError.self) { try Self.read(text) }
        }
    }
}
