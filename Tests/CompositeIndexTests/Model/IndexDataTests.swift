import CompositeIndex
import Testing

struct IndexDataTests {
    static let tree = Result { try Hierarchy(indicators: [.init(code: "x"), .init(code: "y")]) }

    static let refused: [(IndexError.Code, [String], [[Double]])] = [
        (.noData, [], []),
        (.duplicateCode, ["A", "A"], [[1, 2], [3, 4]]),
        (.shape, ["A"], [[1]]),
        (.shape, ["A", "B"], [[1, 2]]),
        (.infinite, ["A"], [[1, .infinity]]),
    ]

    @Test(arguments: refused)
    func `data that do not fit together are refused`(
        _ code: IndexError.Code, _ units: [String], _ rows: [[Double]]
    ) throws {
        let tree = try Self.tree.get()
        let error = #expect(throws: IndexError.self) {
            try IndexData(units: units.map { UnitInfo(code: $0) }, hierarchy: tree, values: NumberGrid(rows))
        }
        #expect(error?.code == code)
    }

    @Test func `a refusal says where`() throws {
        let tree = try Self.tree.get()
        let error = #expect(throws: IndexError.self) {
            try IndexData(
                units: [.init(code: "A"), .init(code: "B")], hierarchy: tree,
                values: NumberGrid([[1, 2], [3, .infinity]]))
        }
        #expect(error?.description == "indicator y, unit B: The value is not a finite number.")
    }

    static let times: [(Double?, [Double])] = [
        (nil, [2020]), (2021, [2021]), (2021, [2020, 2019]), (2021, [2020, 2020]),
    ]

    @Test(arguments: times)
    func `times are ascending and differ`(_ time: Double?, _ others: [Double]) throws {
        let tree = try Self.tree.get()
        let error = #expect(throws: IndexError.self) {
            try IndexData(
                units: [.init(code: "A")], hierarchy: tree, values: NumberGrid([[1, 2]]), time: time,
                otherTimes: others.map { Snapshot(time: $0, values: NumberGrid([[1, 2]])) })
        }
        #expect(error?.code == .order)
    }
}
