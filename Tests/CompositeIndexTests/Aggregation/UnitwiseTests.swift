import Testing

@testable import CompositeIndex

struct UnitwiseTests {
    /// Mean 100, variance 100: 100 − 100 / 100.
    @Test func `imbalance is taken from the mean`() throws {
        #expect(isNear(try MazziottaPareto.score([90, 110], weights: [1, 1], penalty: true), 99))
        #expect(isNear(try MazziottaPareto.score([90, 110], weights: [1, 1], penalty: false), 101))
        #expect(isNear(try MazziottaPareto.score([100, 100, 7], weights: [2, 1, 0], penalty: true), 100))
        // Weighted: mean 95, variance ¾·25 + ¼·225 = 75.
        #expect(isNear(try MazziottaPareto.score([90, 110], weights: [3, 1], penalty: true), 95 - 75.0 / 95))
    }

    @Test func `imbalance cannot be measured by a mean of zero`() {
        #expect {
            try MazziottaPareto.score([-1, 1], weights: [1, 1], penalty: true)
        } throws: {
            ($0 as? IndexError)?.code == .nonPositive
        }
    }

    private static let places: [([Double], Double)] = [
        ([0.5, 0.3, 0.2], 2.3), ([1, 0, 0], 3), ([0, 0, 1], 1), ([1, 1, 1], 2),
    ]

    @Test(arguments: places)
    func `weights belong to places`(weights: [Double], score: Double) throws {
        #expect(isNear(try OrderedWeights.score([1, 3, 2], weights: weights), score))
    }

    @Test func `there must be a weight for each place`() {
        #expect(throws: IndexError(.parameter, "There are 2 weights by place for 3 children.")) {
            try OrderedWeights.score([1, 3, 2], weights: [1, 1])
        }
    }
}
