import Testing

@testable import CompositeIndex

struct ImputationTests {
    private func fill(_ method: Imputation, _ data: IndexData) throws -> [Double] {
        try SmallIndex.stage(.impute(method), data).data.values.column(0)
    }

    @Test func `one number for every gap of an indicator`() throws {
        let data = try SmallIndex.data([[1, 1], [2, 1], [6, 1], [.nan, 1]])
        #expect(try fill(.mean, data) == [1, 2, 6, 3])
        #expect(try fill(.median, data) == [1, 2, 6, 2])
        #expect(try fill(.constant(value: 0), data) == [1, 2, 6, 0])
        let stage = try SmallIndex.stage(.impute(.mean), data)
        #expect(stage.report == .imputed([FilledCell(row: 3, column: 0, value: 3)]))
    }

    @Test func `one number for every class of units`() throws {
        let data = try SmallIndex.data(
            [[1, 1], [5, 1], [6, 1], [100, 1], [.nan, 1]], groups: ["N", "N", "N", "S", "N"])
        #expect(try fill(.groupMean(group: "Region"), data)[4] == 4)
        #expect(try fill(.groupMedian(group: "Region"), data)[4] == 5)
    }

    @Test func `a class without values, or no class, is refused and not filled with something else`() throws {
        for (groups, code) in [
            (["N", "S"], IndexError.Code.noData), (["N", ""], .unknownGroup), (["", ""], .unknownGroup),
        ] {
            let data = try SmallIndex.data([[1, 1], [.nan, 1]], groups: groups)
            let error = #expect(throws: IndexError.self) { try fill(.groupMean(group: "Region"), data) }
            #expect(error?.code == code)
        }
    }

    /// x = 1 + 2y on the known rows, so the gap at y = 10 is 21.
    @Test func `least squares on complete indicators`() throws {
        let data = try SmallIndex.data([[3, 1, 5], [5, 2, 1], [7, 3, 9], [.nan, 10, 2]])
        #expect(isNear(try fill(.regression(predictors: ["y"]), data), [3, 5, 7, 21], within: 1e-10))
        // A line through (1, 1), (2, 2), (3, 2): b = 0.5, a = 2/3; at 4 it is 8/3.
        let inexact = try SmallIndex.data([[1, 1], [2, 2], [2, 3], [.nan, 4]])
        #expect(isNear(try fill(.regression(predictors: nil), inexact)[3], 8.0 / 3))
        for (code, predictors) in [(IndexError.Code.unknownIndicator, ["q"]), (.missingValue, ["x"]), (.noData, [])] {
            let error = #expect(throws: IndexError.self) { try fill(.regression(predictors: predictors), data) }
            #expect(error?.code == code)
        }
    }

    @Test func `the nearest units stand in, ties included`() throws {
        // In y, the unit with the gap lies at 3: nearest is 2.5, then 2 and 4 at the same distance.
        let data = try SmallIndex.data([[10, 2], [20, 4], [40, 2.5], [80, 9], [.nan, 3]])
        #expect(try fill(.nearest(neighbours: 1), data)[4] == 40)
        #expect(isNear(try fill(.nearest(neighbours: 2), data)[4], 70.0 / 3))
        #expect(isNear(try fill(.nearest(neighbours: 3), data)[4], 70.0 / 3))
        #expect(try fill(.nearest(neighbours: 99), data)[4] == 37.5)
        let error = #expect(throws: IndexError.self) { try fill(.nearest(neighbours: 0), data) }
        #expect(error?.code == .parameter)
    }

    @Test func `the unit's own values at other times fill gaps`() throws {
        let times: [(Double, [Double])] = [
            (2015, [10, .nan]), (2018, [13, .nan]), (2022, [.nan, 5]), (2024, [25, .nan]),
        ]
        let data = try SmallIndex.data(
            [[.nan, 1], [.nan, 1], [3, 1]], time: 2020,
            otherTimes: times.map { Snapshot(time: $0.0, values: NumberGrid([[$0.1[0], 1], [$0.1[1], 1], [9, 1]])) })
        #expect(isNear(try fill(.latest(maximumAge: nil), data), [13, .nan, 3]))
        #expect(isNear(try fill(.latest(maximumAge: 1), data), [.nan, .nan, 3]))
        #expect(isNear(try fill(.linear(extend: false), data), [17, .nan, 3]))
        #expect(isNear(try fill(.linear(extend: true), data), [17, 5, 3]))
        let error = #expect(throws: IndexError.self) {
            try fill(.latest(maximumAge: nil), SmallIndex.data([[1], [2]]))
        }
        #expect(error?.code == .missingTime)
    }
}
