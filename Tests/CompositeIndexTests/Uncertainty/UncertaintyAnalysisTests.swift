import Foundation
import Testing

@testable import CompositeIndex

struct UncertaintyAnalysisTests {
    static func result(
        _ factors: [UncertaintyFactor], _ sampling: Sampling = sampling,
        splits: Bool = false, workers: Int = 2, seed: UInt64 = 7, framework: Framework = UncertainIndex.framework,
        node: String? = nil
    ) async throws -> UncertaintyResult {
        let plan = UncertaintyPlan(
            factors: factors, sampling: sampling, seed: seed, splitsVariance: splits,
            pairs: splits ? [UnitPair("A", "B"), UnitPair("L", "C")] : [], comparesAll: true, node: node)
        return try await UncertaintyAnalysis(framework, plan: plan).run(on: UncertainIndex.data, workers: workers)
    }

    /// Runs every point of a plain design through the pipeline, one after the other.
    static func bruteForce(
        _ factors: [UncertaintyFactor], _ sampling: Sampling, seed: UInt64 = 7, node: String = "top"
    ) throws -> [[Double]] {
        let design = SampleDesign(factors: factors.count, sampling: sampling, isSplit: false, seed: seed)
        var u = [Double](repeating: 0, count: factors.count)
        var known: [[Step]: IndexData] = [:]
        return try (0..<sampling.points).map { point in
            design.fill(point: point, into: &u)
            var steps = UncertainIndex.framework.steps
            let data = UncertainIndex.data
            var weights = data.hierarchy.weights
            var gone: String?
            for (number, factor) in factors.enumerated() {
                switch factor.source {
                case .choice(let name, let alternatives):
                    let sum = alternatives.reduce(0) { $0 + $1.probability }
                    var reached = 0.0
                    let chosen = alternatives.first {
                        reached += $0.probability
                        return u[number] < reached / sum
                    }
                    let place = try #require(steps.firstIndex { $0.name == name })
                    steps[place].method = try #require(chosen).step.method
                case .leftOut(let none, _):
                    let count = Double(data.hierarchy.indicatorCount)
                    let place = Int(((u[number] - none) / (1 - none) * count).rounded(.down))
                    gone = u[number] < none ? nil : data.hierarchy.nodes[place].code
                case .weightNoise(.uniform(let relative), _):
                    let key = KeyedHash(seed: u[number].bitPattern)
                    weights = weights.enumerated().map { $1 * (1 + relative * (2 * key.with($0).unit - 1)) }
                default: Issue.record("not varied here")
                }
            }
            let end = try #require(steps.firstIndex { $0.method.kind == .aggregate })
            let before = Array(steps[..<(end - 1)])
            var prepared = try known[before] ?? Pipeline(Framework(name: "", steps: before)).run(data).data
            known[before] = prepared
            prepared.hierarchy = try prepared.hierarchy.weighted(weights)
            if let gone, let place = prepared.hierarchy.number(of: gone) {
                prepared = try prepared.keeping(
                    indicators: (0..<prepared.hierarchy.indicatorCount).filter { $0 != place })
            }
            guard case .aggregate(let aggregation) = steps[end].method,
                case .weigh(let weighting) = steps[end - 1].method
            else { return [] }
            let scores = try aggregation.apply(to: prepared, weighting: weighting).0
            return scores.column(try #require(prepared.hierarchy.number(of: node)))
        }
    }

    static let runs = 40
    static let sampling = Sampling.pseudoRandom(points: runs, resamples: 100)

    @Test(arguments: [
        UncertainIndex.allFactors, [UncertainIndex.imputation],
        [UncertainIndex.aggregation(Aggregation(.borda), Aggregation(.geometric, .copeland)), UncertainIndex.leftOut],
        [UncertainIndex.aggregation(Aggregation(.arithmetic, .mazziottaPareto(penalty: true))), UncertainIndex.noise],
    ])
    func `every run gives the ranks that the pipeline gives`(factors: [UncertaintyFactor]) async throws {
        let found = try await Self.result(factors)
        let expected = try Self.bruteForce(factors, Self.sampling).map(MidRanks.descending)
        for unit in 0..<14 {
            let ranks = expected.map { $0[unit] }.sorted()
            let summary = try #require(found.ranks[unit])
            #expect(abs(summary.mean - ranks.reduce(0, +) / Double(Self.runs)) < 1e-12)
            // The 20th, 1st and 39th of 40.
            #expect(summary.median == ranks[19])
            #expect(summary.low == ranks[0] && summary.high == ranks[38])
            for other in 0..<14 {
                let above = expected.count { $0[unit] < $0[other] }
                #expect(found.above?[unit, other] == Double(above) / Double(Self.runs))
            }
        }
    }

    @Test func `scores on one scale are summed up as the pipeline gives them`() async throws {
        let factors = [
            UncertainIndex.imputation, UncertainIndex.treatment,
            UncertainIndex.aggregation(Aggregation(.arithmetic, .geometric), Aggregation(.harmonic)),
            UncertainIndex.leftOut, UncertainIndex.noise,
        ]
        for node in ["top", "x"] {
            let found = try await Self.result(factors, node: node)
            let expected = try Self.bruteForce(factors, Self.sampling, node: node)
            let summaries = try #require(found.scores)
            #expect(found.scales == ["from 1.0 to 100.0"])
            for unit in 0..<14 {
                let sample = Sample(expected.map { $0[unit] })
                let summary = try #require(summaries[unit])
                #expect(abs(summary.mean - (sample.mean ?? .nan)) < 1e-10)
                #expect(abs(summary.median - (sample.median ?? .nan)) < 1e-10)
                #expect(abs(summary.low - (sample.quantile(0.025) ?? .nan)) < 1e-10)
                #expect(abs(summary.high - (sample.quantile(0.975) ?? .nan)) < 1e-10)
                guard node == "top" else { continue }
                let high = expected.count { $0[unit] >= 60 }
                #expect(found.tiers?.shares[unit, 0] == Double(high) / Double(Self.runs))
            }
            #expect((found.tiers == nil) == (node == "x"))
        }
    }

    @Test(arguments: [
        Sampling.sobol(points: 64, scrambles: 4), .pseudoRandom(points: 400, resamples: 50),
    ])
    func `the result is the same to the last bit with 1, 2 and 8 workers`(sampling: Sampling) async throws {
        let one = try await Self.result(UncertainIndex.allFactors, sampling, splits: true, workers: 1)
        #expect(try await Self.result(UncertainIndex.allFactors, sampling, splits: true, workers: 2) == one)
        #expect(try await Self.result(UncertainIndex.allFactors, sampling, splits: true, workers: 8) == one)
        let other = try await Self.result(UncertainIndex.allFactors, sampling, splits: true, seed: 8)
        #expect(other.ranks != one.ranks)
    }

    @Test func `a unit that is always last never moves, and the others' shares add up`() async throws {
        let found = try await Self.result(UncertainIndex.allFactors, .sobol(points: 64, scrambles: 4), splits: true)
        let splits = try #require(found.splits)
        #expect(splits[11] == .neverMoves)
        #expect(found.ranks[11]?.low == 14 && found.ranks[11]?.high == 14)
        #expect(found.rankProbabilities[11, 13] == 1)
        for unit in 0..<14 {
            #expect(abs(found.rankProbabilities.row(unit).reduce(0, +) - 1) < 1e-12)
        }
        #expect(splits.contains { if case .indices = $0 { true } else { false } })
        #expect(found.runs == 512 && found.evaluations == 64 * 4 * 8)
        // The variance is that of the ranks of the runs that are summed up.
        guard case .indices(let variance, let factors) = splits[0], let summary = found.ranks[0] else { return }
        let square = (0..<14).reduce(0) { $0 + found.rankProbabilities[0, $1] * Double(($1 + 1) * ($1 + 1)) }
        #expect(abs(variance - (square - summary.mean * summary.mean)) < 0.3)
        #expect(factors.count == 6)
        #expect(found.pairSplits?.count == 2)
    }

    @Test func `a factor that changes nothing has exactly no share`() async throws {
        let dummy = UncertaintyFactor("Nothing", .weightNoise(.uniform(relative: 0), levels: nil))
        let found = try await Self.result(
            [UncertainIndex.leftOut, dummy], .sobol(points: 64, scrambles: 2), splits: true)
        for split in try #require(found.splits) + #require(found.pairSplits) {
            guard case .indices(_, let factors) = split else { continue }
            #expect(factors[1].total.value == 0 && factors[1].first.value == 0)
            // All variance is that of the other one.
            #expect(abs(factors[0].total.value - 1) < 0.35)
        }
    }

    @Test func `scores on different scales are not mixed, and the scales are named`() async throws {
        let found = try await Self.result(UncertainIndex.allFactors)
        #expect(found.scores == nil && found.tiers == nil)
        #expect(found.scales == ["from 1.0 to 100.0", "places from below"])
    }
}
