import Foundation
import Testing

@testable import CompositeIndex

/// What happens while an analysis runs, and factors without steps.
struct UncertaintyRunTests {
    static func analysis(
        _ factors: [UncertaintyFactor], _ sampling: Sampling, splits: Bool = false,
        framework: Framework = UncertainIndex.framework
    ) -> UncertaintyAnalysis {
        UncertaintyAnalysis(
            framework,
            plan: UncertaintyPlan(factors: factors, sampling: sampling, seed: 3, splitsVariance: splits))
    }

    @Test func `progress grows to the number of runs`() async throws {
        var seen: [Int] = []
        _ = try await Self.analysis(
            [UncertainIndex.noise, UncertainIndex.leftOut], .sobol(points: 512, scrambles: 4), splits: true
        )
        .run(on: UncertainIndex.data, workers: 2) { done, all in
            #expect(all == 512 * 4 * 4)
            seen.append(done)
        }
        #expect(seen == seen.sorted() && Set(seen).count == seen.count)
        #expect(seen.count >= 4 && seen.last == 512 * 4 * 4)
    }

    @Test func `an analysis stops when its task is cancelled`() async throws {
        let analysis = Self.analysis([UncertainIndex.noise], .pseudoRandom(points: 1 << 22, resamples: 20))
        let task = Task { () -> (code: IndexError.Code?, done: Int) in
            var seen = 0
            do throws(IndexError) {
                _ = try await analysis.run(on: UncertainIndex.data, workers: 2) { done, _ in seen = done }
                return (nil, seen)
            } catch { return (error.code, seen) }
        }
        try await Task.sleep(for: .milliseconds(200))
        task.cancel()
        let end = await task.value
        // Counted, not timed: a busy machine takes longer to stop, and does no more runs for it.
        #expect(end.code == .cancelled && end.done < 1 << 21)
    }

    @Test
    func `a number from a range and a seed vary the steps before the scores, the same with any number of workers`()
        async throws
    {
        var framework = UncertainIndex.framework
        framework.steps[0] = Step(.impute(.draw(scope: .siblings, seed: 1)))
        framework.steps[1] = Step(.treat(.fences(multiple: 1.5)))
        let factors = [
            UncertaintyFactor(
                "Fence",
                .parameter(step: "treat", path: ["treat", "fences", "multiple"], law: .uniform(from: 0.2, to: 3))),
            UncertaintyFactor("Draw", .seed(step: "impute")),
            UncertainIndex.aggregation(Aggregation(.arithmetic), Aggregation(.geometric)),
        ]
        let analysis = Self.analysis(factors, .sobol(points: 8, scrambles: 2), splits: true, framework: framework)
        let one = try await analysis.run(on: UncertainIndex.data, workers: 1)
        #expect(try await analysis.run(on: UncertainIndex.data, workers: 8) == one)
        // Units D and H had gaps; F stood far out, so the fence moves it.
        let splits = try #require(one.splits)
        func totals(_ unit: Int) -> [Double] {
            guard case .indices(_, let factors) = splits[unit] else { return [] }
            return factors.map(\.total.value)
        }
        let moved = (0..<14).map(totals).filter { !$0.isEmpty }
        #expect(!moved.isEmpty)
        for place in 0..<3 { #expect(moved.contains { $0[place] > 0 }, "factor \(place) changes no rank") }
    }

    @Test func `a run with a parameter is the run with this parameter`() async throws {
        let law = ParameterLaw.discrete(values: [0.25, 2], probabilities: [1, 0])
        var framework = UncertainIndex.framework
        framework.steps[1] = Step(.treat(.fences(multiple: 1.5)))
        let varied = try await Self.analysis(
            [UncertaintyFactor("Fence", .parameter(step: "treat", path: ["treat", "fences", "multiple"], law: law))],
            .pseudoRandom(points: 4, resamples: 20), framework: framework
        ).run(on: UncertainIndex.data, workers: 2)
        framework.steps[1] = Step(.treat(.fences(multiple: 0.25)))
        let stated = try Pipeline(framework).run(UncertainIndex.data)
        let scores = try #require(varied.scores)
        for (unit, score) in stated.index.enumerated() {
            #expect(abs((scores[unit]?.median ?? .nan) - score) < 1e-10)
        }
    }

    @Test func `a unit that some choices screen out has no split and is ranked less often`() async throws {
        var framework = UncertainIndex.framework
        framework.steps.insert(Step(.screen(Screening())), at: 0)
        let strict = Screening(unitAvailability: 0.95)
        let factors = [
            UncertaintyFactor(
                "Screening",
                .choice(
                    step: "screen",
                    alternatives: [StepAlternative(Step(.screen(Screening()))), StepAlternative(Step(.screen(strict)))])
            ),
            UncertainIndex.noise,
        ]
        let found = try await Self.analysis(
            factors, .sobol(points: 64, scrambles: 2), splits: true, framework: framework
        )
        .run(on: UncertainIndex.data, workers: 2)
        #expect(found.splits?[3] == .notAlwaysThere && found.splits?[7] == .notAlwaysThere)
        #expect(found.splits?[0] != .notAlwaysThere)
        #expect(found.ranks[3]?.presence == 0.5 && found.ranks[0]?.presence == 1)
        #expect(abs(found.rankProbabilities.row(3).reduce(0, +) - 0.5) < 1e-12)
    }

    @Test func `weights that each unit chooses for itself go through the pipeline, and refuse noise`() async throws {
        var framework = UncertainIndex.framework
        framework.steps[3] = Step(
            .weigh(
                Weighting(
                    .given,
                    overrides: ["b": .benefitOfTheDoubt(shares: ShareLimits(of: .weights, lower: 0.1, upper: 0.6))]))
        )
        let found = try await Self.analysis(
            [UncertainIndex.leftOut], .pseudoRandom(points: 12, resamples: 20), framework: framework
        ).run(on: UncertainIndex.data, workers: 2)
        let nominal = try Pipeline(framework).run(UncertainIndex.data).index
        #expect(found.nominalScores == nominal)
        let error = await #expect(throws: IndexError.self) {
            try await Self.analysis(
                [UncertainIndex.noise], .pseudoRandom(points: 12, resamples: 20), framework: framework
            )
            .run(on: UncertainIndex.data, workers: 2)
        }
        #expect(error?.code == .parameter)
    }

    @Test func `the method as it stands has the pipeline's own scores and ranks`() async throws {
        let found = try await Self.analysis([UncertainIndex.noise], .pseudoRandom(points: 4, resamples: 20))
            .run(on: UncertainIndex.data, workers: 1)
        let nominal = try Pipeline(UncertainIndex.framework).run(UncertainIndex.data)
        for (unit, score) in nominal.index.enumerated() {
            #expect(abs(found.nominalScores[unit] - score) < 1e-11)
            #expect(found.nominalRanks[unit] == MidRanks.descending(nominal.index)[unit])
        }
    }
}
