import Foundation
import Testing

@testable import CompositeIndex

struct UncertaintyPlanTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        let code: IndexError.Code
        var factors = [UncertainIndex.noise]
        var sampling = Sampling.pseudoRandom(points: 8, resamples: 20)
        var splits = false
        var pairs: [UnitPair] = []
        var node: String?
        var confidence = 0.9
        var testDescription: String { name }
    }

    static let refusals: [Refusal] = [
        Refusal(name: "no factor", code: .parameter, factors: []),
        Refusal(
            name: "two factors of one name", code: .duplicateCode,
            factors: [UncertainIndex.noise, UncertainIndex.noise]),
        Refusal(
            name: "an unknown step", code: .unknownStep,
            factors: [UncertaintyFactor("x", .seed(step: "wave a wand"))]),
        Refusal(
            name: "a step after the aggregation", code: .unknownStep,
            factors: [UncertaintyFactor("x", .seed(step: "tier"))]),
        Refusal(
            name: "no alternative", code: .parameter,
            factors: [UncertaintyFactor("x", .choice(step: "impute", alternatives: []))]),
        Refusal(
            name: "an alternative of another kind", code: .parameter,
            factors: [
                UncertaintyFactor(
                    "x", .choice(step: "impute", alternatives: [StepAlternative(Step(.treat(.none)))]))
            ]),
        Refusal(
            name: "a path that leads nowhere", code: .parameter,
            factors: [
                UncertaintyFactor(
                    "x", .parameter(step: "treat", path: ["treat", "fences"], law: .uniform(from: 1, to: 2)))
            ]),
        Refusal(name: "a step without seed", code: .parameter, factors: [UncertaintyFactor("x", .seed(step: "treat"))]),
        Refusal(
            name: "noise that turns weights negative", code: .parameter,
            factors: [UncertaintyFactor("x", .weightNoise(.uniform(relative: 1.5), levels: nil))]),
        Refusal(
            name: "noise on a level without weights", code: .parameter,
            factors: [UncertaintyFactor("x", .weightNoise(.uniform(relative: 0.5), levels: [4]))]),
        Refusal(
            name: "an unknown indicator left out", code: .unknownIndicator,
            factors: [UncertaintyFactor("x", .leftOut(none: 0, indicators: ["a"]))]),
        Refusal(name: "points that are no power of two", code: .parameter, sampling: .sobol(points: 100, scrambles: 2)),
        Refusal(name: "one scramble", code: .parameter, sampling: .sobol(points: 64, scrambles: 1), splits: true),
        Refusal(name: "too many runs", code: .tooLarge, sampling: .sobol(points: 1 << 31, scrambles: 1)),
        Refusal(name: "too many scrambles", code: .tooLarge, sampling: .sobol(points: 2, scrambles: 1 << 40)),
        Refusal(name: "an unknown unit in a pair", code: .unknownUnit, pairs: [UnitPair("A", "Atlantis")]),
        Refusal(name: "an unknown node", code: .unknownNode, node: "bottom"),
        Refusal(name: "a confidence of 1", code: .parameter, confidence: 1),
        Refusal(
            name: "z-scores under a geometric mean", code: .nonPositive,
            factors: [
                UncertainIndex.normalisation(.zScore(mean: 0, deviation: 1), .minMax(scale: UncertainIndex.scale)),
                UncertainIndex.aggregation(Aggregation(.arithmetic), Aggregation(.geometric)),
            ]),
    ]

    @Test(arguments: refusals)
    func `a plan that makes no sense is refused`(refusal: Refusal) async throws {
        let plan = UncertaintyPlan(
            factors: refusal.factors, sampling: refusal.sampling, splitsVariance: refusal.splits, pairs: refusal.pairs,
            confidence: refusal.confidence, node: refusal.node)
        let error = await #expect(throws: IndexError.self) {
            try await UncertaintyAnalysis(UncertainIndex.framework, plan: plan).run(on: UncertainIndex.data, workers: 2)
        }
        #expect(error?.code == refusal.code)
    }

    @Test func `a combination that cannot be computed is named, and the same one with any number of workers`() async {
        let plan = UncertaintyPlan(
            factors: [
                UncertainIndex.normalisation(
                    .minMax(scale: UncertainIndex.scale), .minMax(scale: .unit), .zScore(mean: 0, deviation: 1)),
                UncertainIndex.aggregation(Aggregation(.arithmetic), Aggregation(.geometric)),
            ], sampling: .pseudoRandom(points: 8, resamples: 20))
        var sentences: Set<String> = []
        for workers in [1, 2, 8] {
            let error = await #expect(throws: IndexError.self) {
                try await UncertaintyAnalysis(UncertainIndex.framework, plan: plan)
                    .run(on: UncertainIndex.data, workers: workers)
            }
            sentences.insert(error?.sentence ?? "")
        }
        #expect(sentences.count == 1)
        let sentence = sentences.first ?? ""
        #expect(sentence.contains("normalise: minMax(scale: CompositeIndex.Scale(from: 0.0, to: 1.0))"))
        #expect(sentence.contains("aggregate: [CompositeIndex.AggregationMethod.geometric]"))
    }

    @Test func `a plan reads back as it was written, and what is not stated has a default`() throws {
        let plan = UncertaintyPlan(
            factors: UncertainIndex.allFactors + [
                UncertaintyFactor(
                    "fence",
                    .parameter(
                        step: "treat", path: ["treat", "fences", "multiple"],
                        law: .triangular(from: 1, mode: 1.5, to: 3)))
            ], sampling: .sobol(points: 64, scrambles: 8), seed: .max, splitsVariance: true, pairs: [UnitPair("A", "B")]
        )
        #expect(try JSONDecoder().decode(UncertaintyPlan.self, from: JSONEncoder().encode(plan)) == plan)
        let short =
            #"{"factors": [{"name": "w", "source": {"weightNoise": {"_0": {"uniform": {"relative": 0.1}}}}}], "#
            + #""sampling": {"pseudoRandom": {"points": 100, "resamples": 50}}}"#
        #expect(
            try JSONDecoder().decode(UncertaintyPlan.self, from: Data(short.utf8))
                == UncertaintyPlan(
                    factors: [UncertaintyFactor("w", .weightNoise(.uniform(relative: 0.1), levels: nil))],
                    sampling: .pseudoRandom(points: 100, resamples: 50)))
    }

    @Test(arguments: [
        (ParameterLaw.uniform(from: 2, to: 4), 0.25, 2.5), (.triangular(from: 0, mode: 1, to: 4), 0.25, 1),
        (.triangular(from: 0, mode: 1, to: 4), 1 - 1.0 / 48, 3.5), (.normal(mean: 1, deviation: 2), 0.975, 4.919927969),
        (.normal(mean: 0, deviation: 1), 1e-10, -6.361340902),
        (.discrete(values: [5, 7, 9], probabilities: nil), 0.5, 7),
        (.discrete(values: [5, 7], probabilities: [3, 1]), 0.76, 7),
        (.discrete(values: [5, 7], probabilities: [3, 1]), 0.74, 5),
    ])
    func `numbers are drawn by the inverse of their distribution function`(
        law: ParameterLaw, u: Double, expected: Double
    ) {
        #expect(abs(law.quantile(u) - expected) < 1e-8)
    }
}
