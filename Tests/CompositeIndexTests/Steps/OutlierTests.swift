import Foundation
import Testing

@testable import CompositeIndex

struct OutlierTests {
    static let upTo18 = (1...18).map(Double.init)

    /// Treatment, column, what becomes of it, which rows were moved.
    static let vectors: [(OutlierTreatment, [Double], [Double], [Int])] = [
        (
            .winsorise(limits: nil, maximum: 5, otherwise: nil), (1...9).map(Double.init) + [100],
            (1...9).map(Double.init) + [9], [9]
        ),
        // One after the other: 200 to 100 is not enough, then both to 18.
        (.winsorise(limits: nil, maximum: 5, otherwise: nil), upTo18 + [100, 200], upTo18 + [18, 18], [19, 18]),
        // At most one: the second cannot be moved any more.
        (.winsorise(limits: nil, maximum: 1, otherwise: nil), upTo18 + [100, 200], upTo18 + [100, 100], [19]),
        // Equal values move together, or not at all.
        (.winsorise(limits: nil, maximum: 2, otherwise: nil), upTo18 + [200, 200], upTo18 + [18, 18], [18, 19]),
        (.winsorise(limits: nil, maximum: 1, otherwise: nil), upTo18 + [200, 200], upTo18 + [200, 200], []),
        // A tail at the low end.
        (
            .winsorise(limits: nil, maximum: 5, otherwise: nil), (1...9).map(Double.init) + [-100],
            (1...9).map(Double.init) + [1], [9]
        ),
        (.winsorise(limits: nil, maximum: 5, otherwise: nil), [1, 2, .nan, 3], [1, 2, .nan, 3], []),
        (.winsorise(limits: nil, maximum: 5, otherwise: nil), [4, 4, 4, 4, 4], [4, 4, 4, 4, 4], []),
        (.quantiles(lower: 0.1, upper: 0.9), (0...10).map(Double.init), [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9], [0, 10]),
        (.fences(multiple: 1.5), (1...9).map(Double.init) + [100], (1...9).map(Double.init) + [14.5], [9]),
        (.none, [1, 2, 3, 1000], [1, 2, 3, 1000], []),
    ]

    @Test(arguments: vectors)
    func `the farthest values are set to nearer ones`(
        _ treatment: OutlierTreatment, _ column: [Double], _ expected: [Double], _ moved: [Int]
    ) {
        let (values, report) = treatment.treat(column, code: "x")
        #expect(isNear(values, expected))
        #expect(report.winsorised == moved)
        #expect(report.transformation == nil)
    }

    @Test func `the report holds the moments before and after`() {
        let (_, report) = OutlierTreatment.winsorise(limits: nil, maximum: 5, otherwise: nil)
            .treat((1...9).map(Double.init) + [100], code: "x")
        #expect(isNear(report.skewness.before, 3.1188957452390875))
        #expect(isNear(report.kurtosis.before, 9.79924471616366))
        #expect(isNear(report.skewness.after, -0.15146310708295857))
        #expect(report.isWithinLimits)
    }

    @Test func `where winsorising is not enough, the untouched values are transformed`() {
        let column = Self.upTo18 + [100, 200]
        let (values, report) = OutlierTreatment.winsorise(limits: .usual, maximum: 1, otherwise: .logarithm)
            .treat(column, code: "x")
        #expect(report.transformation == .logarithm)
        #expect(report.winsorised.isEmpty)
        let expected = column.map { log($0 - 1 + 1.99) }
        #expect(isNear(values, expected))
    }

    @Test func `a tail at the low end is mirrored for the logarithm`() {
        let column = (Self.upTo18 + [100, 200]).map { -$0 }
        let mirrored = Transformation.logarithm.apply(to: column)
        let plain = Transformation.logarithm.apply(to: Self.upTo18 + [100, 200])
        #expect(isNear(mirrored, plain.map { -$0 }))
    }

    @Test func `Box–Cox finds the logarithm where logarithms are symmetric, and the power where powers are normal`() {
        let symmetric: [Double] = [1, 2, 4, 8, 16, .nan]
        let logarithms = symmetric.map { log($0 / 4) }
        #expect(isNear(Transformation.boxCox.apply(to: symmetric), logarithms, within: 1e-6))
        // Squares of numbers that lie like the quantiles of a normal of mean 10 and deviation 1.
        let squares = [-1.28, -0.84, -0.52, -0.25, 0, 0.25, 0.52, 0.84, 1.28].map { (10 + $0) * (10 + $0) }
        let before = Sample(squares).skewness ?? 0
        let after = Sample(Transformation.boxCox.apply(to: squares)).skewness ?? 1
        #expect(abs(after) < abs(before))
    }

    @Test(arguments: [Transformation.logarithm, .boxCox])
    func `a transformation keeps the order and the gaps`(_ transformation: Transformation) {
        let column: [Double] = [5, -3, .nan, 0, 800, 2]
        let values = transformation.apply(to: column)
        #expect(isNear(MidRanks.ascending(values), MidRanks.ascending(column)))
        #expect(transformation.apply(to: [7, 7]) == [7, 7])
    }

    static let refused: [OutlierTreatment] = [
        .winsorise(limits: .usual, maximum: -1, otherwise: nil), .quantiles(lower: 0.9, upper: 0.1),
        .quantiles(lower: -0.1, upper: 0.5), .fences(multiple: -1),
        .transform(limits: MomentLimits(skewness: -1, kurtosis: 1), by: .boxCox),
    ]

    @Test(arguments: refused)
    func `parameters that make no sense are refused`(_ treatment: OutlierTreatment) throws {
        let data = try SmallIndex.data([[1], [2]])
        let error = #expect(throws: IndexError.self) { try SmallIndex.stage(.treat(treatment), data) }
        #expect(error?.code == .parameter)
    }
}
