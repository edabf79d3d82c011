import Foundation
import Testing

@testable import CompositeIndex

struct WeightTests {
    @Test func `stated weights become shares`() throws {
        #expect(isNear(try WeightShares.stated([1, 3], codes: ["a", "b"]), [0.25, 0.75]))
        #expect(throws: IndexError(.zeroWeights, "The weights add up to zero.")) {
            try WeightShares.stated([0, 0], codes: ["a", "b"])
        }
        #expect {
            try WeightShares.stated([1, -1], codes: ["a", "b"])
        } throws: { error in
            (error as? IndexError)?.code == .negativeWeight && (error as? IndexError)?.place.indicator == "b"
        }
    }

    @Test(arguments: [
        (PanelCombination.mean, [0.4, 0.6]), (.median, [0.3, 0.7]), (.trimmedMean(trim: 0.25), [0.35, 0.65]),
    ])
    func `a panel is combined`(combination: PanelCombination, expected: [Double]) throws {
        // Shares of the first: 0.1, 0.2, 0.3 … the second is the rest.
        let points = NumberGrid([[20, 80], [30, 70], [40, 60], [70, 30]])
        let three = NumberGrid([[2, 8], [3, 7], [7, 3]])
        let panel = try ExpertPanel(
            points: combination == .median ? three : points, combination: combination, codes: ["a", "b"])
        #expect(isNear(panel.weights, expected))
    }

    @Test func `an expert who hands out another number of points is named`() {
        #expect(throws: IndexError(.parameter, "Expert 2 hands out 90 points; the budget is 100.")) {
            try ExpertPanel(points: NumberGrid([[50, 50], [50, 40]]), budget: 100, codes: ["a", "b"])
        }
        #expect(throws: IndexError(.noData, "The panel has no expert.")) {
            try ExpertPanel(points: NumberGrid(rows: 0, columns: 1), codes: ["a"])
        }
    }

    // Rank sums 4, 6, 8: S = 8, W = 96 / 216. With a tie: S = 6.5, T = 6, W = 78 / 84.
    @Test func `agreement is Kendall's W, with ties allowed for`() throws {
        let plain = try #require(KendallAgreement(ratings: NumberGrid([[1, 2, 3], [1, 3, 2], [2, 1, 3]])))
        #expect(isNear(plain.coefficient, 4.0 / 9) && isNear(plain.chiSquare, 8.0 / 3) && plain.degreesOfFreedom == 2)
        let tied = try #require(KendallAgreement(ratings: NumberGrid([[1, 1, 2], [1, 2, 3]])))
        #expect(isNear(tied.coefficient, 78.0 / 84))
        #expect(try #require(KendallAgreement(ratings: NumberGrid([[1, 2], [5, 9]]))).coefficient == 1)
        #expect(KendallAgreement(ratings: NumberGrid([[1, 1], [2, 2]])) == nil)
    }

    @Test func `a method says how far the people behind it agree`() throws {
        let experts = [["a": 1.0, "b": 2, "c": 3], ["a": 1, "b": 3, "c": 2], ["a": 2, "b": 1, "c": 3]]
        let panel = WeightMethod.expertPanel(experts: experts, combination: .median)
        #expect(isNear(try #require(panel.agreement).coefficient, 4.0 / 9))
        #expect(WeightMethod.budgetAllocation(experts: experts).agreement == panel.agreement)
        #expect(WeightMethod.equal.agreement == nil && panel.consistencyRatio == nil)
        let judged = WeightMethod.analyticHierarchy(
            order: ["a", "b"], judgements: [[1, 3], [1 / 3.0, 1]], maximumInconsistency: 0.1)
        #expect(judged.consistencyRatio == 0)
    }

    @Test func `consistent comparisons give their ratios`() throws {
        let weights = try PairwiseComparison(
            comparisons: NumberGrid([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]), codes: ["a", "b", "c"])
        #expect(isNear(weights.weights, [4.0 / 7, 2.0 / 7, 1.0 / 7]))
        #expect(isNear(weights.eigenvalue, 3) && isNear(weights.consistencyRatio, 0))
    }

    /// λ³ − 3λ² = det(A) − … : for a three by three reciprocal matrix λ = 1 + t + 1/t with t = ∛(a₁₃ / (a₁₂ a₂₃)).
    @Test func `comparisons that contradict each other are measured and refused`() throws {
        let grid = NumberGrid([[1, 3, 5], [1 / 3.0, 1, 3], [0.2, 1 / 3.0, 1]])
        let t = cbrt(5.0 / 9)
        let found = try PairwiseComparison(comparisons: grid, codes: ["a", "b", "c"])
        #expect(isNear(found.eigenvalue, 1 + t + 1 / t))
        #expect(isNear(found.consistencyRatio, (t + 1 / t - 2) / 2 / 0.58, within: 1e-10))
        #expect {
            try PairwiseComparison(comparisons: grid, limit: 0.03, codes: ["a", "b", "c"])
        } throws: {
            ($0 as? IndexError)?.code == .inconsistent
        }
        #expect {
            try PairwiseComparison(comparisons: NumberGrid([[1, 3], [3, 1]]), codes: ["a", "b"])
        } throws: {
            ($0 as? IndexError)?.code == .parameter
        }
    }

    /// Two copies and one that is independent of them: eigenvalues 2, 1, 0.
    private let block = NumberGrid(rows: 4, columns: [[1, 2, 4, 3], [1, 2, 4, 3], [1, -1, 1, -1]])

    @Test func `factors count each indicator where it loads highest`() throws {
        let independent = NumberGrid(rows: 4, columns: [[1, -1, 1, -1], [2, -2, 2, -2], [1, 1, -1, -1]])
        let weights = try FactorWeights(
            of: independent, keeping: FactorChoice(count: 2), codes: ["a", "b", "c"])
        #expect(isNear(weights.weights, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
        #expect(weights.factors == [0, 0, 1])
    }

    @Test(arguments: [
        (FactorChoice(minimumEigenvalue: 0.9), 2), (FactorChoice(minimumShare: 0.5), 1),
        (FactorChoice(cumulativeShare: 0.9), 2), (FactorChoice(minimumShare: 0.5, cumulativeShare: 0.9), 2),
        (FactorChoice(count: 1), 1),
    ])
    func `factors are kept by the rule`(choice: FactorChoice, kept: Int) throws {
        let independent = NumberGrid(rows: 4, columns: [[1, -1, 1, -1], [2, -2, 2, -2], [1, 1, -1, -1]])
        #expect(choice.number(of: try PrincipalComponents(of: independent, codes: ["a", "b", "c"])) == kept)
    }

    @Test func `the first component weights those that go along with it, and refuses those that go against it`() throws
    {
        let independent = NumberGrid(rows: 4, columns: [[1, -1, 1, -1], [2, -2, 2, -2], [1, 1, -1, -1]])
        #expect(isNear(try ComponentWeights(of: independent, codes: ["a", "b", "c"]).weights, [0.5, 0.5, 0]))
        #expect {
            try ComponentWeights(
                of: NumberGrid(rows: 3, columns: [[1, 2, 3], [1, 2, 4], [3, 2, 1]]), codes: ["a", "b", "c"])
        } throws: {
            ($0 as? IndexError)?.code == .negativeWeight && ($0 as? IndexError)?.place.indicator == "c"
        }
    }

    @Test func `an indicator that is the same for all, or has gaps, cannot be correlated`() {
        #expect(throws: IndexError(.constant, "It is the same for all units.", at: .init(indicator: "b"))) {
            try PrincipalComponents(of: NumberGrid([[1, 5], [2, 5], [3, 5]]), codes: ["a", "b"])
        }
        #expect(throws: IndexError(.missingValue, "1 of its values are missing.", at: .init(indicator: "a"))) {
            try PrincipalComponents(of: NumberGrid([[.nan, 5], [2, 4], [3, 5]]), codes: ["a", "b"])
        }
    }

    /// Uncorrelated with deviations 1 : 2; influence 1 : 2 asks for u = 1 : 2, so equal weights.
    @Test func `influence is met exactly where weights from zero up allow it`() throws {
        let values = NumberGrid(rows: 4, columns: [[1, -1, 1, -1], [2, 2, -2, -2]])
        let goal = CorrelationGoal(importance: ["a": 1, "b": 2])
        let found = try CorrelationWeights(of: values, goal: goal, codes: ["a", "b"])
        #expect(isNear(found.weights, [0.5, 0.5]))
        #expect(isNear(found.correlations, [1 / Double(5).squareRoot(), 2 / Double(5).squareRoot()]))
        #expect(found.gap == 0 && found.objective < 1e-28)
    }

    @Test func `influence that cannot be met is met as closely as can be`() throws {
        // b follows a closely, so it cannot have a tenth of its influence.
        let values = NumberGrid(rows: 5, columns: [[1, 2, 3, 4, 5], [1, 2, 3, 5, 4], [2, 1, 5, 3, 4]])
        let goal = CorrelationGoal(importance: ["a": 10, "b": 1, "c": 10])
        let codes = ["a", "b", "c"]
        let found = try CorrelationWeights(of: values, goal: goal, codes: codes)
        #expect(found.gap <= goal.tolerance && found.objective > 1e-3)
        for (first, second) in [(0.0, 1.0), (0.5, 0.5), (0.9, 0.1), (0.3, 0.7)] {
            let other = [first, 0.001, second]
            #expect(found.objective <= distance(other, values) + 1e-12)
        }
        func distance(_ weights: [Double], _ values: NumberGrid) -> Double {
            let mean = (0..<5).map { row in zip(values.row(row), weights).reduce(0) { $0 + $1.0 * $1.1 } }
            let along = codes.indices.map { Correlation.pearson.coefficient(values.column($0), mean) ?? 0 }
            let sum = along.reduce(0, +)
            return zip(along, [10.0 / 21, 1.0 / 21, 10.0 / 21]).reduce(0) {
                $0 + ($1.0 / sum - $1.1) * ($1.0 / sum - $1.1)
            }
        }
    }
}
