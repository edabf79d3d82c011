import CompositeIndex
import Testing

struct ScreeningTests {
    /// A has 3 of 4, B 4 of 4 with two zeros, C 2 of 4.
    static let rows = [[1, 2, 3, .nan], [1, 0, 0, 4], [1, 2, .nan, .nan]]

    static let cases: [(Screening, [String], [String])] = [
        (Screening(), ["A", "B", "C"], ["x", "y", "z", "u"]),
        (Screening(unitAvailability: 0.75), ["A", "B"], ["x", "y", "z", "u"]),
        (Screening(unitAvailability: 0.76), ["B"], ["x", "y", "z", "u"]),
        (Screening(unitNonZero: 0.6), ["A", "C"], ["x", "y", "z"]),
        (Screening(unitAvailability: 0.75, keep: ["C"]), ["A", "B", "C"], ["x", "y", "z", "u"]),
        (Screening(drop: ["B"]), ["A", "C"], ["x", "y", "z"]),
        (Screening(indicatorAvailability: 0.5), ["A", "B", "C"], ["x", "y", "z"]),
    ]

    @Test(arguments: cases)
    func `what has too little data goes`(_ screening: Screening, _ units: [String], _ indicators: [String]) throws {
        var choice = screening
        if choice.unitNonZero != nil || choice.drop != nil { choice.indicatorAvailability = 0.01 }
        let stage = try SmallIndex.stage(.screen(choice), try SmallIndex.data(Self.rows))
        #expect(stage.data.unitCodes == units)
        #expect(stage.data.hierarchy.indicators.map(\.code) == indicators)
        guard case .screened(let report) = stage.report else { throw NotThere() }
        #expect(report.units.map(\.available) == [0.75, 1, 0.5])
        #expect(report.units.map(\.nonZero) == [1, 0.5, 1])
        #expect(report.units.filter(\.stays).map(\.code) == units)
    }

    static let refused: [(IndexError.Code, Screening)] = [
        (.parameter, Screening(unitAvailability: 1.1)), (.parameter, Screening(indicatorAvailability: -0.1)),
        (.unknownUnit, Screening(keep: ["Z"])), (.parameter, Screening(keep: ["A"], drop: ["A"])),
        (.noData, Screening(drop: ["A", "B", "C"])),
    ]

    @Test(arguments: refused)
    func `a criterion that makes no sense is refused`(_ code: IndexError.Code, _ choice: Screening) throws {
        let data = try SmallIndex.data(Self.rows)
        let error = #expect(throws: IndexError.self) { try SmallIndex.stage(.screen(choice), data) }
        #expect(error?.code == code)
        #expect(error?.place.step == "screen")
    }
}

struct DenominationTests {
    static let infos = [IndicatorInfo(code: "x", denominator: "GDP"), IndicatorInfo(code: "y")]

    @Test func `a named denominator divides, and a missing one leaves a gap`() throws {
        let data = try SmallIndex.data(
            [[6, 6], [.nan, 5], [8, 1]], indicators: Self.infos, denominators: ("GDP", [2, 4, .nan]))
        let stage = try SmallIndex.stage(.denominate(Denomination()), data)
        #expect(stage.data.values == NumberGrid([[3, 6], [.nan, 5], [.nan, 1]]))
        #expect(stage.report == .denominated(["x": "GDP"]))
        let scaled = try SmallIndex.stage(.denominate(Denomination(scale: ["GDP": 0.5])), data)
        #expect(scaled.data.values[0, 0] == 6)
    }

    static let refused: [(IndexError.Code, [Double], String, Denomination)] = [
        (.zeroDenominator, [2, 0], "GDP", Denomination()), (.unknownDenominator, [2, 1], "Area", Denomination()),
        (.unknownDenominator, [2, 1], "GDP", Denomination(scale: ["Area": 1])),
        (.parameter, [2, 1], "GDP", Denomination(scale: ["GDP": 0])),
    ]

    @Test(arguments: refused)
    func `a division that makes no sense is refused`(
        _ code: IndexError.Code, _ values: [Double], _ name: String, _ choice: Denomination
    ) throws {
        let data = try SmallIndex.data([[6, 6], [3, 5]], indicators: Self.infos, denominators: (name, values))
        let error = #expect(throws: IndexError.self) { try SmallIndex.stage(.denominate(choice), data) }
        #expect(error?.code == code)
    }
}
