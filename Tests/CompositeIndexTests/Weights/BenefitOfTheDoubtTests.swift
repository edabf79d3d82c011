import Testing

@testable import CompositeIndex

struct BenefitOfTheDoubtTests {
    private let values = NumberGrid([[1, 0], [0, 1], [0.5, 0.5], [0.25, 0.5]])
    private let units = ["A", "B", "C", "D"]

    private func scores(_ limits: ShareLimits?, of grid: NumberGrid? = nil) throws -> [Double] {
        try BenefitOfTheDoubt(of: grid ?? values, limits: limits, units: units, codes: ["x", "y"]).scores
    }

    @Test func `without limits every unit that is best in something scores one`() throws {
        // D: 0.25 w + 0.5 v with w, v ≤ 1.
        #expect(isNear(try scores(nil), [1, 1, 1, 0.75], within: 1e-9))
    }

    @Test func `shares of the weights can be fixed`() throws {
        #expect(isNear(try scores(ShareLimits(of: .weights, lower: 0.5, upper: 0.5)), [1, 1, 1, 0.75], within: 1e-9))
        // A may lay 80 % on x: w = 4 v, w ≤ 1 for A itself.
        let limits = ShareLimits(of: .weights, lower: 0.2, upper: 0.8)
        #expect(isNear(try scores(limits), [1, 1, 1, 0.75], within: 1e-9))
    }

    // D with half of its score from each: w = 2 v; A allows w ≤ 1, so 0.25 + 0.25. The others are zero somewhere.
    @Test func `shares of the score can be fixed`() throws {
        let grid = NumberGrid([[1, 0.01], [0.01, 1], [0.5, 0.5], [0.25, 0.5]])
        let found = try scores(ShareLimits(of: .score, lower: 0.5, upper: 0.5), of: grid)
        #expect(isNear(found[3], 2 * 0.25 / (1 + 0.01 / 2), within: 1e-9))
        #expect {
            try scores(ShareLimits(of: .score, lower: 0.5, upper: 0.5))
        } throws: {
            ($0 as? IndexError)?.code == .nonPositive && ($0 as? IndexError)?.place.unit == "A"
        }
    }

    @Test func `limits that cannot add up to one, and values below zero, are refused`() {
        #expect {
            try scores(ShareLimits(of: .weights, lower: 0.6, upper: 0.8))
        } throws: {
            ($0 as? IndexError)?.code == .infeasible
        }
        #expect {
            try scores(nil, of: NumberGrid([[1, 0], [0, 1], [0.5, 0.5], [0.25, -0.5]]))
        } throws: {
            ($0 as? IndexError)?.code == .nonPositive && ($0 as? IndexError)?.place.indicator == "y"
        }
    }

    @Test func `the units of measurement do not matter where weights are free`() throws {
        var random = IndexRandom(seed: 8)
        let grid = NumberGrid((0..<4).map { _ in [random.uniform(), random.uniform()] })
        let scaled = NumberGrid(rows: 4, columns: [grid.column(0).map { $0 * 1000 }, grid.column(1)])
        #expect(isNear(try scores(nil, of: grid), try scores(nil, of: scaled), within: 1e-9))
    }
}
