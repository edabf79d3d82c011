import Testing

@testable import CompositeIndex

/// A published index of 51 economies under other choices.
@Suite(.enabled(if: RealData.isThere, "CONCORD_REAL_DATA names no folder"))
struct AsemUncertaintyTests {
    static let factors = [
        UncertaintyFactor(
            "Outliers",
            .choice(
                step: "treat",
                alternatives: [
                    StepAlternative(
                        Step(.treat(.winsorise(limits: .usual, maximum: 5, otherwise: .logarithm)), name: "logarithm")),
                    StepAlternative(
                        Step(.treat(.winsorise(limits: .usual, maximum: 5, otherwise: nil)), name: "winsorised")),
                ])),
        UncertaintyFactor(
            "Normalisation",
            .choice(
                step: "normalise",
                alternatives: [
                    StepAlternative(Step(.normalise(Normalisation(.minMax(scale: .hundred))), name: "min–max")),
                    StepAlternative(Step(.normalise(Normalisation(.zScore(mean: 0, deviation: 1))), name: "z")),
                    StepAlternative(Step(.normalise(Normalisation(.rank)), name: "rank")),
                ])),
        UncertaintyFactor("Left out", .leftOut(none: 1.0 / 50, indicators: nil)),
        UncertaintyFactor("Weights", .weightNoise(.uniform(relative: 0.25), levels: [2, 3])),
    ]

    @Test func `ranks of the published method lie inside their intervals, and every unit's variance is split`()
        async throws
    {
        let index = try AsemIndex()
        let plan = UncertaintyPlan(
            factors: Self.factors, sampling: .sobol(points: 64, scrambles: 4), splitsVariance: true,
            pairs: [UnitPair("DEU", "NLD")])
        let found = try await UncertaintyAnalysis(AsemIndex.framework, plan: plan).run(on: index.data, workers: 2)
        let published = try Pipeline(AsemIndex.framework).run(index.data)
        let scores = Dictionary(uniqueKeysWithValues: zip(published.data.unitCodes, published.index))
        for (unit, code) in found.units.enumerated() {
            guard let score = scores[code] else {
                #expect(found.ranks[unit] == nil && found.nominalRanks[unit].isNaN)
                continue
            }
            #expect(abs(found.nominalScores[unit] - score) < 1e-10)
            let ranks = try #require(found.ranks[unit])
            #expect(ranks.low <= ranks.median && ranks.median <= ranks.high)
            #expect(ranks.low - 3 <= found.nominalRanks[unit] && found.nominalRanks[unit] <= ranks.high + 3)
        }
        let inside = found.ranks.indices.count { unit in
            guard let ranks = found.ranks[unit] else { return true }
            return ranks.low <= found.nominalRanks[unit] && found.nominalRanks[unit] <= ranks.high
        }
        #expect(inside >= 48, "\(inside) of \(found.units.count)")
        for case .indices(let variance, let factors) in try #require(found.splits) {
            #expect(variance > 0)
            // First orders add up to at most all of the variance, totals to at least all of it, but for their noise.
            #expect(factors.reduce(0) { $0 + $1.first.value } < 1.3)
            #expect(factors.reduce(0) { $0 + $1.total.value } > 0.7)
        }
        #expect(found.pairSplits?.count == 1)
    }
}
