import Foundation
import Testing

@testable import CompositeIndex

struct NormalImputationTests {
    /// With one indicator complete, the estimate of greatest likelihood is known: the line through the complete units.
    ///
    /// Through (1, 2), (2, 4), (3, 5): slope 1.5, so 20/3 at 4 and 49/6 at 5.
    @Test func `expectation–maximisation ends where the known solution is`() throws {
        let data = try SmallIndex.data([[2, 1], [4, 2], [5, 3], [.nan, 4], [.nan, 5]])
        let stage = try SmallIndex.stage(.impute(.expectationMaximisation(scope: .all)), data)
        #expect(isNear(stage.data.values.column(0), [2, 4, 5, 20.0 / 3, 49.0 / 6], within: 1e-7))
    }

    /// The moments of that solution: mean 11/3 + 1.5 (3 − 2); variance = residual 1/18 + 1.5² · 2.
    @Test func `and its moments are those of the factored likelihood`() throws {
        let fit = try MultivariateNormal(fittedTo: NumberGrid([[2, 1], [4, 2], [5, 3], [.nan, 4], [.nan, 5]]))
        #expect(isNear(fit.mean, [11.0 / 3 + 1.5, 3], within: 1e-8))
        #expect(isNear(fit.covariance.values, [1.0 / 18 + 4.5, 3, 3, 2], within: 1e-8))
    }

    @Test func `the gaps of siblings say nothing about other siblings`() throws {
        let infos = ["x", "y", "z"].map { IndicatorInfo(code: $0, parent: $0 == "z" ? "Q" : "P") }
        let tree = [AggregateInfo(code: "P", parent: "T"), .init(code: "Q", parent: "T"), .init(code: "T")]
        let rows: [[Double]] = [[2, 1, 7], [4, 2, 1], [5, 3, 3], [.nan, 4, 9], [.nan, 5, 4]]
        let data = try SmallIndex.data(rows, indicators: infos, aggregates: tree)
        let stage = try SmallIndex.stage(.impute(.expectationMaximisation(scope: .siblings)), data)
        #expect(isNear(stage.data.values.column(0), [2, 4, 5, 20.0 / 3, 49.0 / 6], within: 1e-7))
    }

    @Test func `too few units and constant indicators are refused`() throws {
        let few = try SmallIndex.data([[2, 1], [4, 2], [.nan, 3]])
        let constant = try SmallIndex.data([[2, 1], [2, 2], [2, 3], [.nan, 4]])
        for (code, data) in [(IndexError.Code.tooFewValues, few), (.constant, constant)] {
            let error = #expect(throws: IndexError.self) {
                try SmallIndex.stage(.impute(.expectationMaximisation(scope: .all)), data)
            }
            #expect(error?.code == code)
        }
    }

    @Test func `a block too large to be fitted in reasonable time is refused`() throws {
        var rows = (0..<103).map { row in (0..<101).map { Double(row * $0 % 17) } }
        rows[0][0] = .nan
        let data = try SmallIndex.data(rows, indicators: (0..<101).map { IndicatorInfo(code: "i\($0)") })
        let error = #expect(throws: IndexError.self) {
            try SmallIndex.stage(.impute(.expectationMaximisation(scope: .all)), data)
        }
        #expect(error?.code == .tooLarge)
    }

    /// y is complete; under the flat prior the draws of x scatter around the line, wider than its residuals.
    @Test func `draws scatter around the regression with more than its residual variance`() throws {
        var random = IndexRandom(seed: 11)
        var rows = (0..<14).map { place in [2 * Double(place) + random.normal(), Double(place)] }
        rows.append([.nan, 20])
        let grid = NumberGrid(rows)
        let center = try MultivariateNormal(fittedTo: grid).conditionalMeans(of: grid)[14, 0]
        var draws: [Double] = []
        for seed in 0..<40 { draws.append(try DataAugmentation(seed: UInt64(seed)).draw(grid)[14, 0]) }
        let sample = Sample(draws)
        let deviation = try sample.standardDeviation.orThrow()
        #expect(abs(try sample.mean.orThrow() - center) < 4 * deviation / 40.0.squareRoot())
        #expect(deviation > 0.7)
        #expect(deviation < 3)
        #expect(try DataAugmentation(seed: 3).draw(grid) == DataAugmentation(seed: 3).draw(grid))
    }

    @Test func `Rubin's rules, by hand`() throws {
        let pooled = try PooledEstimate([1, 2, 3], variances: [0.5, 0.5, 0.5])
        #expect(pooled.estimate == 2)
        #expect(pooled.between == 1)
        #expect(isNear(pooled.variance, 11.0 / 6))
        #expect(isNear(pooled.relativeIncrease, 8.0 / 3))
        #expect(isNear(pooled.degreesOfFreedom, 3.78125))
        let missing = (8.0 / 3 + 2 / 6.78125) * 3 / 11
        #expect(isNear(pooled.missingInformation, missing))
        let same = try PooledEstimate([4, 4])
        #expect(same.interval(probability: 0.95) == 4...4)
        #expect(throws: IndexError.self) { try PooledEstimate([1]) }
        #expect(throws: IndexError.self) { try PooledEstimate([1, .nan]) }
    }

    /// m = 3 estimates without variance within: ν = 2, and the quantile of t₂ at 0.975 is 4.302653.
    @Test func `the interval uses Student's t`() throws {
        let interval = try PooledEstimate([1, 2, 3]).interval(probability: 0.95)
        let reach = 4.302652729749464 * (4.0 / 3).squareRoot()
        #expect(isNear(interval.lowerBound, 2 - reach, within: 1e-10))
        #expect(isNear(interval.upperBound, 2 + reach, within: 1e-10))
    }

    /// Degrees of freedom 1 and 2 have closed forms, the others are from tables.
    @Test(arguments: [
        (1, 0.75, 1), (2, 0.95, 0.9 * (2 / 0.19).squareRoot()), (4, 0.975, 2.7764451051977987),
        (30, 0.995, 2.7499956535672245), (.infinity, 0.975, 1.959963984540054), (5, 0.5, 0),
        (4, 0.025, -2.7764451051977987),
    ])
    func `quantiles of Student's t`(_ degrees: Double, _ p: Double, _ expected: Double) {
        #expect(isNear(StudentT(degrees).quantile(p), expected, within: 1e-9))
    }

    @Test func `multiple imputation keeps the scores of complete units and tells how uncertain the others are`() throws
    {
        var random = IndexRandom(seed: 5)
        var rows = (0..<12).map { place in [Double(place) + random.normal(), Double(place), 3 * random.normal()] }
        rows[4][0] = .nan
        let data = try SmallIndex.data(rows)
        let framework = Framework(
            name: "several",
            steps: [
                Step(.impute(.multiple(draws: 4, scope: .all, seed: 9))),
                Step(
                    .normalise(
                        Normalisation(
                            .goalposts(scale: .unit, cap: false), overrides: ["x": .asIs, "y": .asIs, "z": .asIs]))),
                Step(.aggregate(Aggregation(.arithmetic))),
            ])
        let results = try Pipeline(framework).run(data)
        #expect(results.pooled.count == 12)
        for (unit, pooled) in results.pooled.enumerated() {
            let pooled = try pooled.orThrow()
            #expect(pooled.count == 4)
            // The method is linear here, so the pooled estimate is the score of the mean draw.
            #expect(isNear(pooled.estimate, results.index[unit]))
            #expect((pooled.variance > 0) == (unit == 4))
        }
        #expect(try Pipeline(framework).run(data) == results)
    }
}
