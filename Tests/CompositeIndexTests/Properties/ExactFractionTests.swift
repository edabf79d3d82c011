import CompositeIndex
import Testing

/// Questionnaires beside exact fractions: whatever the order of the sums, equal answers are equal.
@Suite struct ExactFractionTests {
    /// Answers are tenths, so that they are no exact doubles; weights are whole; two groups under one index.
    private struct Questionnaire {
        let tenths: [[Int]]
        let weights: [Int]
        let groupWeights: [Int]
        let groups = [0, 0, 0, 1, 1, 1, 1]

        init(seed: UInt64) {
            var random = IndexRandom(seed: seed)
            let answers = [[0, 5, 10], [0, 10], [0, 1, 2, 3, 7, 10], [0, 2, 4, 6, 8, 10]]
            let of = answers[random.below(4)]
            tenths = (0..<12).map { _ in (0..<7).map { _ in of[random.below(of.count)] } }
            let isEqual = random.below(2) == 0
            weights = (0..<7).map { _ in isEqual ? 1 : 1 + random.below(5) }
            groupWeights = [1 + random.below(3), 1 + random.below(3)]
        }

        func data() throws -> IndexData {
            try IndexData(
                units: (0..<12).map { UnitInfo(code: "U\($0)") },
                hierarchy: Hierarchy(
                    indicators: (0..<7).map { place in
                        IndicatorInfo(
                            code: "q\(place)", weight: Double(weights[place]), goalposts: .init(lower: 0, upper: 1),
                            parent: "g\(groups[place])")
                    },
                    aggregates: [
                        AggregateInfo(code: "g0", weight: Double(groupWeights[0]), parent: "T"),
                        .init(code: "g1", weight: Double(groupWeights[1]), parent: "T"), .init(code: "T"),
                    ]),
                values: NumberGrid(tenths.map { $0.map { Double($0) / 10 } }))
        }

        /// The score times ``denominator``, without any rounding.
        func numerator(_ unit: Int) -> Int {
            let sums = [0, 1].map { group in
                groups.indices.filter { groups[$0] == group }.reduce(0) { $0 + weights[$1] * tenths[unit][$1] }
            }
            return 100 * (groupWeights[0] * sums[0] * total(1) + groupWeights[1] * sums[1] * total(0))
        }

        var denominator: Int { 10 * (groupWeights[0] + groupWeights[1]) * total(0) * total(1) }

        private func total(_ group: Int) -> Int {
            groups.indices.filter { groups[$0] == group }.reduce(0) { $0 + weights[$1] }
        }
    }

    private static let thresholds = [80, 60, 50, 35, 10]

    @Test(arguments: 0..<60)
    func `ranks, tiers, stages and runs are those of exact fractions`(_ number: Int) throws {
        let questions = Questionnaire(seed: UInt64(number))
        let tiers = TierScheme(
            tiers: Self.thresholds.map { .init("from \($0)", from: Double($0)) } + [.init("rest", from: nil)])
        let results = try Pipeline(
            Framework(
                name: "Exact",
                steps: [
                    Step(.normalise(.init(.goalposts(scale: .hundred, cap: true)))), Step(.weigh(.init(.given))),
                    Step(.aggregate(.init(.arithmetic))), Step(.tier(tiers)),
                    Step(.stage(.init(ground: "none", stages: [.init("half", gates: [.init("T", atLeast: 50)])]))),
                ])
        ).run(questions.data())

        let exact = (0..<12).map(questions.numerator)
        #expect(results.ranks == exact.map { score in 1 + exact.count { $0 > score } })
        var tiered: [Int?] = []
        var staged: [Int] = []
        for stage in results.stages {
            if case .tiered(let found) = stage.report { tiered = found }
            if case .staged(let found) = stage.report { staged = found }
        }
        #expect(
            tiered
                == exact.map { score in
                    Self.thresholds.firstIndex { score >= $0 * questions.denominator } ?? Self.thresholds.count
                })
        #expect(staged == exact.map { $0 >= 50 * questions.denominator ? 1 : 0 })
        for (score, numerator) in zip(results.index, exact) {
            #expect(abs(score - Double(numerator) / Double(questions.denominator)) <= 1e-10)
        }
    }

    @Test func `the same answers in another order give the same score, to the last digit`() throws {
        let data = try IndexData(
            units: [UnitInfo(code: "ONE"), UnitInfo(code: "TWO")],
            hierarchy: Hierarchy(
                indicators: (0..<6).map {
                    IndicatorInfo(code: "q\($0)", goalposts: .init(lower: 0, upper: 1), parent: "T")
                }, aggregates: [AggregateInfo(code: "T")]),
            values: NumberGrid([[0, 0, 0, 1, 1, 1], [0, 0, 0.5, 1, 1, 0.5]]))
        let results = try Pipeline(
            Framework(
                name: "Two equal units",
                steps: [
                    Step(.normalise(.init(.goalposts(scale: .hundred, cap: true)))), Step(.weigh(.init(.equal))),
                    Step(.aggregate(.init(.arithmetic))),
                ])
        ).run(data)
        #expect(results.index == [50, 50])
        #expect(results.ranks == [1, 1])
    }

    @Test func `what is settled stays, reads as its decimal, and keeps what is really different`() {
        #expect(competitionRanks([0.1 + 0.2, 0.3, 0.30000000001]) == [2, 2, 1])
        #expect(competitionRanks([1e-17, 0, 1]) == [2, 2, 1])
        #expect(competitionRanks([.nan, 2e12, 2e12 + 1]) == [nil, 2, 1])
        #expect(Correlation.spearman.coefficient([0.1 + 0.2, 0.3, 1], [1, 1, 2]) == 1)
    }
}
