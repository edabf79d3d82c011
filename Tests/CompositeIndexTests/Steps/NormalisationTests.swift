import Foundation
import Testing

@testable import CompositeIndex

struct NormalisationTests {
    static let column: [Double] = [1, 2, 4, .nan, 5]
    static let spread = (10.0 / 3).squareRoot()

    /// Method, what it gives where more is better, what it gives where less is better.
    static let vectors: [(Normaliser, [Double], [Double])] = [
        (.minMax(scale: .hundred), [0, 25, 75, .nan, 100], [100, 75, 25, .nan, 0]),
        (.minMax(scale: Scale(from: 1, to: 3)), [1, 1.5, 2.5, .nan, 3], [3, 2.5, 1.5, .nan, 1]),
        (
            .zScore(mean: 100, deviation: 10), [-2, -1, 1, .nan, 2].map { 100 + 10 * $0 / spread },
            [2, 1, -1, .nan, -2].map { 100 + 10 * $0 / spread }
        ),
        (.rank, [1, 2, 3, .nan, 4], [4, 3, 2, .nan, 1]),
        (.percentileRank, [0, 100.0 / 3, 200.0 / 3, .nan, 100], [100, 200.0 / 3, 100.0 / 3, .nan, 0]),
        (.borda, [0, 1, 2, .nan, 3], [3, 2, 1, .nan, 0]),
        (.distanceToMaximum, [0.2, 0.4, 0.8, .nan, 1], [1, 0, -2, .nan, -3]),
        (.fractionOfMaximum, [0.2, 0.4, 0.8, .nan, 1], [1, 0.5, 0.25, .nan, 0.2]),
        (
            .distanceToReference(unit: nil, cap: false), [1.0 / 3, 2.0 / 3, 4.0 / 3, .nan, 5.0 / 3],
            [5.0 / 3, 4.0 / 3, 2.0 / 3, .nan, 1.0 / 3]
        ),
        (.distanceToReference(unit: nil, cap: true), [1.0 / 3, 2.0 / 3, 1, .nan, 1], [1, 1, 2.0 / 3, .nan, 1.0 / 3]),
        (.distanceToReference(unit: "B", cap: false), [0.5, 1, 2, .nan, 2.5], [1.5, 1, 0, .nan, -0.5]),
        (.distanceToTarget(scale: .unit, cap: false), [0, 1.0 / 3, 1, .nan, 4.0 / 3], [4, 3, 1, .nan, 0]),
        (.distanceToTarget(scale: .unit, cap: true), [0, 1.0 / 3, 1, .nan, 1], [1, 1, 1, .nan, 0]),
        (.goalposts(scale: .unit, cap: true), [0, 0, 1, .nan, 1], [1, 1, 0, .nan, 0]),
        (.goalposts(scale: .hundred, cap: false), [-50, 0, 100, .nan, 150], [150, 100, 0, .nan, -50]),
        (
            .categories(
                bands: [.init(from: 0, points: 0), .init(from: 0.5, points: 50), .init(from: 0.9, points: 100)],
                byQuantile: true),
            [0, 0, 50, .nan, 100], [100, 50, 0, .nan, 0]
        ),
        (.aroundMean(band: 0.4), [-1, 0, 0, .nan, 1], [1, 0, 0, .nan, -1]),
        (.asIs, [1, 2, 4, .nan, 5], [-1, -2, -4, .nan, -5]),
    ]

    @Test(arguments: vectors)
    func `each method gives what its formula gives by hand`(_ method: Normaliser, _ up: [Double], _ down: [Double])
        throws
    {
        for (direction, expected) in [(Direction.up, up), (.down, down)] {
            let info = IndicatorInfo(
                code: "x", direction: direction, target: 4, goalposts: Goalposts(lower: 2, upper: 4), parent: nil)
            let data = try SmallIndex.data(
                Self.column.map { [$0, 1] }, indicators: [info, IndicatorInfo(code: "y")])
            let choice = Normalisation(.asIs, overrides: ["x": method])
            let values = try SmallIndex.stage(.normalise(choice), data).data.values.column(0)
            #expect(isNear(values, expected, within: 1e-14), "\(direction): \(values)")
        }
    }

    @Test func `categories by value are read from the worst band to the best`() throws {
        let up = Normaliser.categories(
            bands: [.init(from: 0, points: 10), .init(from: 2, points: 20), .init(from: 5, points: 30)],
            byQuantile: false)
        #expect(isNear(try up.apply(to: Self.column, of: IndicatorInfo(code: "x")), [10, 20, 20, .nan, 30]))
        let down = Normaliser.categories(
            bands: [.init(from: 5, points: 10), .init(from: 2, points: 20), .init(from: 1, points: 30)],
            byQuantile: false)
        #expect(
            isNear(
                try down.apply(to: Self.column, of: IndicatorInfo(code: "x", direction: .down)), [30, 20, 10, .nan, 10])
        )
        #expect(try down.apply(to: [9], of: IndicatorInfo(code: "x", direction: .down)) == [10])
    }

    @Test func `logarithmic goalposts measure between logarithms`() throws {
        let info = IndicatorInfo(code: "x", goalposts: Goalposts(lower: 1, upper: 100, logarithmic: true))
        let scores = try Normaliser.goalposts(scale: .unit, cap: true).apply(to: [1, 10, 100, 1000, 0, .nan], of: info)
        #expect(isNear(scores, [0, 0.5, 1, 1, 0, .nan]))
    }

    @Test func `ties share the mean of their places`() throws {
        #expect(try Normaliser.rank.apply(to: [3, 1, 3], of: IndicatorInfo(code: "x")) == [2.5, 1, 2.5])
        #expect(try Normaliser.borda.apply(to: [2, 2], of: IndicatorInfo(code: "x")) == [0.5, 0.5])
    }

    static let refused: [(IndexError.Code, Normaliser, [Double])] = [
        (.constant, .minMax(scale: .unit), [3, 3, .nan]), (.constant, .zScore(mean: 0, deviation: 1), [3, 3]),
        (.constant, .minMax(scale: .unit), [3]), (.parameter, .minMax(scale: Scale(from: 1, to: 1)), [1, 2]),
        (.parameter, .zScore(mean: 0, deviation: 0), [1, 2]), (.tooFewValues, .percentileRank, [3]),
        (.parameter, .distanceToMaximum, [-1, 0]), (.nonPositive, .fractionOfMaximum, [-1, 2]),
        (.missingTarget, .distanceToTarget(scale: .unit, cap: true), [1, 2]),
        (.missingGoalposts, .goalposts(scale: .unit, cap: true), [1, 2]),
        (.parameter, .distanceToReference(unit: nil, cap: true), [-1, 1]),
        (.parameter, .categories(bands: [], byQuantile: false), [1, 2]),
        (
            .parameter, .categories(bands: [.init(from: 2, points: 1), .init(from: 1, points: 2)], byQuantile: false),
            [1]
        ),
        (.parameter, .categories(bands: [.init(from: 2, points: 1)], byQuantile: true), [1]),
        (.parameter, .aroundMean(band: -1), [1, 2]), (.noData, .rank, [.nan]),
    ]

    @Test(arguments: refused)
    func `what makes no sense is refused`(_ code: IndexError.Code, _ method: Normaliser, _ column: [Double]) {
        let error = #expect(throws: IndexError.self) { try method.apply(to: column, of: IndicatorInfo(code: "x")) }
        #expect(error?.code == code)
    }

    @Test func `a target in the old unit does not apply to transformed values`() throws {
        let rows = (1...19).map { [Double($0)] } + [[500]]
        let data = try SmallIndex.data(rows, indicators: [IndicatorInfo(code: "x", target: 10)])
        let framework = Framework(
            name: "bad",
            steps: [
                Step(.treat(.transform(limits: nil, by: .logarithm))),
                Step(.normalise(Normalisation(.distanceToTarget(scale: .unit, cap: true)))),
            ])
        let error = #expect(throws: IndexError.self) { try Pipeline(framework).run(data) }
        #expect(error?.code == .order)
        #expect(error?.place == .init(indicator: "x", step: "normalise"))
    }

    @Test func `an override and a reference must be there`() throws {
        let data = try SmallIndex.data([[1, .nan], [2, 3]])
        let cases: [(IndexError.Code, Normalisation)] = [
            (.unknownIndicator, Normalisation(.rank, overrides: ["q": .asIs])),
            (.unknownUnit, Normalisation(.distanceToReference(unit: "Z", cap: false))),
            (.missingValue, Normalisation(.distanceToReference(unit: "A", cap: false))),
        ]
        for (code, choice) in cases {
            let error = #expect(throws: IndexError.self) { try SmallIndex.stage(.normalise(choice), data) }
            #expect(error?.code == code)
        }
    }
}
