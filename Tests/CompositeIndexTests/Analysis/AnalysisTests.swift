import Testing

@testable import CompositeIndex

struct AnalysisTests {
    @Test func `an indicator is described by what is there`() {
        let found = IndicatorStatistics(of: [0, 0, 1, 3, .nan], code: "a")
        #expect(found.present == 4 && found.availability == 0.8 && found.distinct == 3)
        #expect(found.mostFrequentShare == 0.5 && found.zeroShare == 0.5)
        #expect(found.mean == 1 && found.median == 0.5 && found.lowerQuartile == 0 && found.upperQuartile == 1.5)
        #expect(!found.hasOutliers)
        #expect(IndicatorStatistics(of: [1, 2, 3, 2, 1, 2, 3, 1000], code: "b").hasOutliers)
    }

    /// Correlations 1, 0, 0 of a, b = 2a, c: Σ r = 5, α = 3/2 (1 − 3/5).
    @Test func `alpha follows from the correlations`() throws {
        let values = NumberGrid(rows: 4, columns: [[1, -1, 1, -1], [2, -2, 2, -2], [1, 1, -1, -1]])
        let found = try InternalConsistency(of: values, codes: ["a", "b", "c"])
        #expect(isNear(found.alpha, 0.6))
        #expect(isNear(try #require(found.items[2].alphaWithout), 1))
        #expect(isNear(try #require(found.items[0].alphaWithout), 0))
        #expect(isNear(try #require(found.items[0].correlationWithRest), 1 / Double(2).squareRoot()))
        #expect(isNear(try #require(found.items[2].correlationWithRest), 0))
    }

    @Test func `alpha needs two indicators that do not cancel out`() {
        #expect(throws: IndexError(.tooFewValues, "One indicator cannot be consistent with others.")) {
            try InternalConsistency(of: NumberGrid(rows: 3, columns: [[1, 2, 3]]), codes: ["a"])
        }
        #expect(throws: IndexError(.inconsistent, "The indicators cancel each other out.")) {
            try InternalConsistency(of: NumberGrid(rows: 3, columns: [[1, 2, 3], [3, 2, 1]]), codes: ["a", "b"])
        }
    }

    /// Loadings of two clusters, turned by 30°: varimax turns them back.
    @Test func `varimax turns factors back to a simple structure`() throws {
        let (c, s) = (Double(3).squareRoot() / 2, 0.5)
        let simple = [[0.9, 0], [0.8, 0], [0, 0.7], [0, 0.6]]
        let turned = NumberGrid(simple.map { [c * $0[0] - s * $0[1], s * $0[0] + c * $0[1]] })
        let found = try VarimaxRotation(of: turned)
        #expect(isNear(found.loadings.values, simple.flatMap(\.self), within: 1e-9))
        #expect(isNear(found.explained, [1.45, 0.85], within: 1e-9))
    }

    @Test func `one factor cannot be turned`() throws {
        let loadings = NumberGrid(rows: 3, columns: [[0.5, -0.9, 0.1]])
        #expect(isNear(try VarimaxRotation(of: loadings).loadings.values, [-0.5, 0.9, -0.1]))
    }

    private func tree() throws -> Hierarchy {
        try Hierarchy(
            indicators: [
                .init(code: "a", weight: 1, parent: "P"), .init(code: "b", weight: 3, parent: "P"),
                .init(code: "c", parent: "Q"), .init(code: "d", parent: "Q"),
            ],
            aggregates: [
                .init(code: "P", weight: 2, parent: "T"), .init(code: "Q", weight: 3, parent: "T"), .init(code: "T"),
            ])
    }

    @Test func `effective weights multiply down the tree`() throws {
        #expect(isNear(EffectiveWeights(of: try tree()).weights, [0.1, 0.3, 0.3, 0.3, 0.4, 0.6, 1]))
        let own = GroupWeights.perUnit(NumberGrid([[1, 1], [3, 1]]))
        let found = EffectiveWeights(of: try tree(), groups: [own, .common([1, 1]), .common([1, 0])])
        #expect(isNear(found.weights, [0.625, 0.375, 0, 0, 1, 0, 1]))
    }

    @Test func `a node that does not fit its place is flagged`() throws {
        // a repeats b; c goes with P rather than Q; d pulls against c and makes up Q.
        let a = [1.0, 2, 3, 4, 5, 6]
        let d = [6.0, 4, 5, 2, 3, 1]
        let columns = [a, [1, 2, 3, 4, 6, 5], [1, 3, 2, 4, 5, 6], d, a, d.map { $0 * 2 }, [2, 2, 3, 3, 4, 4]]
        let audit = CorrelationAudit(of: NumberGrid(rows: 6, columns: columns), hierarchy: try tree())
        let found = audit.flags.map { "\($0.node) \($0.kind.rawValue) \($0.other)" }
        #expect(
            found == [
                "a redundant-siblings b", "c against-own-group Q", "c closer-to-other-group P",
                "c opposed-siblings d", "P opposed-siblings Q", "Q against-own-group T",
            ])
    }

    @Test func `strengths and weaknesses are where a unit is ahead and behind`() {
        let scores = NumberGrid([[9, 1, 5, 4], [1, 2, 5, .nan], [2, 3, 5, 5]])
        let found = StrengthsAndWeaknesses(
            of: 0, in: scores, nodes: [0, 1, 2, 3], codes: ["a", "b", "c", "d"], count: 2)
        #expect(found.strengths.map(\.node) == ["a", "c"] && found.strengths[0].rank == 1)
        #expect(found.weaknesses.map(\.node) == ["b", "d"])
        #expect(found.strengths[1].deviations == nil)
        #expect(StrengthsAndWeaknesses(of: 1, in: scores, nodes: [3], codes: ["a", "b", "c", "d"]).strengths.isEmpty)
    }

    /// A above B and C, which cannot be compared; D below all.
    @Test func `dominance holds whatever the weights`() throws {
        let found = try Dominance(of: NumberGrid([[3, 3], [2, 1], [1, 2], [0, 0]]), units: ["A", "B", "C", "D"])
        #expect(found.dominated == [[1, 2, 3], [3], [3], []])
        #expect(found.covered == [[1, 2], [3], [3], []])
        #expect(found.levels == [0, 1, 1, 2])
        #expect(found.possibleRanks == [1...1, 2...3, 2...3, 4...4])
        #expect(found.incomparablePairs == 1)
    }

    @Test func `no weighting puts a unit outside its possible ranks`() throws {
        var random = IndexRandom(seed: 6)
        let grid = NumberGrid((0..<12).map { _ in (0..<3).map { _ in Double(random.below(5)) } })
        let found = try Dominance(of: grid, units: (0..<12).map(String.init))
        for _ in 0..<300 {
            let weights = (0..<3).map { _ in random.uniform() + 1e-3 }
            let scores = (0..<12).map { row in zip(grid.row(row), weights).reduce(0) { $0 + $1.0 * $1.1 } }
            for (unit, rank) in competitionRanks(scores.map { ($0 * 1e12).rounded() }).enumerated() {
                #expect(found.possibleRanks[unit].contains(try #require(rank)))
            }
        }
    }

    @Test func `leaving out a node moves the ranks that stood on it`() throws {
        let found = try LeaveOneOut(of: ["x", "y"], scores: [3, 2, 1]) { node in node == "x" ? [3, 2, 1] : [1, 3, 2] }
        #expect(found.omissions.map(\.meanShift) == [0, 4.0 / 3])
        #expect(found.omissions.map(\.greatestShift) == [0, 2])
        #expect(found.omissions[1].ranks == [3, 1, 2])
        #expect(isNear(try #require(found.omissions[1].agreement), -1.0 / 3))
    }
}
