import Testing

@testable import CompositeIndex

struct StatisticsTests {
    /// 1, 2, 3, 4, 10: mean 4, Σd² = 50, m₂ = 10, m₃ = 36, m₄ = 278.8.
    private let sample = Sample([1, 2, .nan, 3, 4, 10])

    @Test func `a sample leaves out what is missing and describes the rest`() throws {
        #expect(sample.count == 5)
        #expect(sample.mean == 4)
        #expect(sample.median == 3)
        #expect(sample.minimum == 1 && sample.maximum == 10)
        #expect(isNear(try #require(sample.variance), 12.5))
        #expect(isNear(try #require(sample.skewness), 1.2 * Double(2).squareRoot()))
        #expect(isNear(try #require(sample.kurtosis), 3.152))
    }

    @Test(arguments: [(0.0, 1.0), (0.25, 2), (0.9, 7.6), (1, 10)])
    func `a quantile lies between order statistics`(probability: Double, value: Double) throws {
        #expect(isNear(try #require(sample.quantile(probability)), value))
    }

    @Test func `what the values do not determine is nil, never a number`() {
        #expect(Sample([.nan]).mean == nil)
        #expect(Sample([1]).variance == nil)
        #expect(Sample([7, 7, 7, 7]).skewness == nil)
        #expect(Sample([7, 7, 7, 7]).kurtosis == nil)
        #expect(Sample([1, 2]).skewness == nil)
        #expect(Sample([1, 2]).quantile(1.5) == nil)
    }

    @Test func `the mean of equal values is that value, although tenths are not exact`() {
        #expect(Sample(Array(repeating: 0.1, count: 1000)).mean == 0.1)
    }

    @Test func `equal values share the mean of their places`() {
        #expect(isNear(MidRanks.ascending([10, 20, 20, .nan, 5]), [2, 3.5, 3.5, .nan, 1]))
        #expect(isNear(MidRanks.descending([10, 20, 20, .nan, 5]), [3, 1.5, 1.5, .nan, 4]))
    }

    @Test(arguments: [(Correlation.pearson, 0.8), (.spearman, 0.8), (.kendall, 4.0 / 6)])
    func `a correlation counts only units with both values`(kind: Correlation, expected: Double) throws {
        let value = kind.coefficient([1, 2, 3, 4, .nan, 5], [1, 3, 2, 4, 9, .nan])
        #expect(isNear(try #require(value), expected))
    }

    @Test func `tau b allows for ties on either side`() throws {
        #expect(
            isNear(
                try #require(Correlation.kendall.coefficient([1, 2, 2, 3], [1, 2, 3, 4])), 5 / Double(30).squareRoot()))
    }

    @Test(arguments: Correlation.allCases)
    func `a constant correlates with nothing`(kind: Correlation) {
        #expect(kind.coefficient([1, 1, 1], [1, 2, 3]) == nil)
        #expect(kind.coefficient([1, .nan], [1, 2]) == nil)
    }
}
