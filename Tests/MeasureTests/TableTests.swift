import Hall
import CompositeIndex
import Testing

@testable import Measure

/// The tables of units and indicators: what is read, and what is refused where.
@Suite struct TableTests {
    static let meta = """
        Level,iCode,iName,Direction,Weight,Unit,Target,Lower,Upper,Logarithmic,Denominator,Parent,Type
        1,laws,Laws in force,1,2,,NA,,,,,rules,Indicator
        1,incidents,Incidents,-1,1,per year,0,1,1000,1,people,rules,Indicator
        2,rules,Rules,,1,,,,,,,index,Aggregate
        3,index,The index,,1,,,,,,,NA,Aggregate
        ,people,Population,,,,,,,,,,Denominator
        ,region,Region,,,,,,,,,,Group
        ,remark,Remark,,,,,,,,,,Other

        """

    static let data = """
        uCode,uName,region,people,laws,incidents,remark
        NOR,Norvania,North,10,3,5,x
        SUD,Sudland,South,20,,7,y

        """

    private static func meta(_ text: String) throws -> IndicatorTable {
        try IndicatorTable(CSVTable.read(Array(text.utf8), file: "meta.csv"))
    }

    private static let plain = Framework(name: "plain", steps: [])

    private static func read(
        _ data: String, _ meta: String = meta, for framework: Framework = plain, time: Double? = nil
    ) throws -> IndexData {
        try UnitTable(
            CSVTable.read(Array(data.utf8), file: "data.csv"), of: Self.meta(meta), for: framework, time: time
        )
        .data
    }

    @Test func `two tables become data`() throws {
        let data = try Self.read(Self.data)
        #expect(data.units.map(\.name) == ["Norvania", "Sudland"])
        #expect(data.units[1].groups == ["region": "South"])
        #expect(data.values == NumberGrid([[3, 5], [.nan, 7]]))
        #expect(data.denominatorCodes == ["people"])
        #expect(data.denominators == NumberGrid([[10], [20]]))
        #expect(data.hierarchy.nodes.map(\.code) == ["laws", "incidents", "rules", "index"])
        let incidents = data.hierarchy.indicators[1]
        #expect(incidents.direction == .down && incidents.target == 0 && incidents.unit == "per year")
        #expect(incidents.goalposts == Goalposts(lower: 1, upper: 1000, logarithmic: true))
        #expect(data.hierarchy.weights == [2, 1, 1, 1])
    }

    @Test func `several times become the latest with the others behind it`() throws {
        let text = "uCode,Time,laws\nA,2020,1\nA,2021,2\nB,2021,4\nB,2020,3\n"
        let meta = "iCode\nlaws\n"
        let latest = try Self.read(text, meta)
        #expect(latest.time == 2021 && latest.values == NumberGrid([[2], [4]]))
        #expect(latest.otherTimes == [Snapshot(time: 2020, values: NumberGrid([[1], [3]]))])
        let earlier = try Self.read(text, meta, time: 2020)
        #expect(earlier.values == NumberGrid([[1], [3]]))
        #expect(earlier.otherTimes == [Snapshot(time: 2021, values: NumberGrid([[2], [4]]))])
    }

    @Test(arguments: [
        ("iCode,Wieght\na,1\n", "meta.csv, row 1, column Wieght: nobody reads this column; known are …"),
        ("iName\na\n", "meta.csv, row 1, column iCode: the table has no column iCode"),
        ("iCode\na\na\n", "meta.csv, row 3, column iCode: a is in row 2 already"),
        (
            "iCode,Direction\na,0\n",
            "meta.csv, row 2, column Direction: a direction is 1 where more is better, or -1 where less is"
        ),
        ("iCode,Weight\na,-1\n", "meta.csv, row 2, column Weight: a weight is not below zero"),
        ("iCode,Weight\na,one\n", "meta.csv, row 2, column Weight: one is not a number; …"),
        ("iCode,Type\na,Indikator\n", "meta.csv, row 2, column Type: Indikator is none of …"),
        ("iCode,Lower,Upper\na,1,\n", "meta.csv, row 2, column Upper: one goalpost is stated and the other is not"),
        ("iCode,Lower,Upper\na,1,1\n", "meta.csv, row 2, column Lower: the lower goalpost is not below the upper"),
        (
            "iCode,Lower,Upper,Logarithmic\na,0,1,1\n",
            "meta.csv, row 2, column Lower: a goalpost of a logarithm is above zero"
        ),
        ("iCode,Denominator\na,GDP\n", "meta.csv, row 2, column Denominator: GDP is no row of the type Denominator"),
        (
            "iCode,Parent,Type\na,x,Indicator\ni,,Aggregate\n",
            "meta.csv, row 2, column Parent: a: The parent x is not an aggregate."
        ),
        (
            "iCode,Parent,Type\na,x,Indicator\nx,y,Aggregate\ny,x,Aggregate\n",
            "meta.csv, row 2, column Parent: a: The aggregate is above itself."
        ),
        (
            "iCode,Parent,Type,Weight\na,i,Indicator,0\ni,,Aggregate,1\n",
            "meta.csv, row 3, column Weight: i: The weights of the nodes below add up to zero."
        ),
        (
            "iCode,Parent,Type\na,i,Indicator\ni,,Aggregate\nj,,Aggregate\n",
            "meta.csv, row 4, column Parent: j: Both i and j have no parent; one index has one top."
        ),
        (
            "Level,iCode,Parent,Type\n2,a,i,Indicator\n2,i,,Aggregate\n",
            "meta.csv, row 2, column Level: a is on level 2 and its parent i on level 2"
        ),
    ])
    func `a table of indicators that contradicts itself is refused`(_ text: String, _ sentence: String) throws {
        let error = try #require(#expect(throws: MeasureError.self) { try Self.meta(text) })
        #expect(Scenario.fits(sentence, error.description), "\(error)")
    }

    @Test(arguments: [
        ("uCode,laws\nA,x\nB,1,5\n", "data.csv, row 3: the row has 3 cells and the heading 2"),
        ("uCode,laws\nA,x\n", "data.csv, row 2, column laws: x is not a number; …"),
        ("uCode,laws\nA,1\nA,2\n", "data.csv, row 3, column uCode: A is in row 2 already"),
        ("uCode,laws\n,1\n", "data.csv, row 2, column uCode: the row has no code"),
        ("uCode,laws,lwas\nA,1,1\n", "data.csv, row 1, column lwas: meta.csv has no row for this column"),
        ("uCode\nA\n", "data.csv, row 1, column laws: meta.csv names laws, and there is no such column"),
        ("uCode,laws\n", "data.csv: the table has no units"),
        ("uCode,laws\nA,1\nB,\n", "data.csv, row 3: B: The unit has no data at all."),
        ("uCode,Time,laws\nA,2020,1\nB,,1\n", "data.csv, row 3, column Time: other rows have a time and this has none"),
        ("uCode,Time,laws\nA,2020,1\nB,2021,1\n", "data.csv, row 2, column uCode: A has no row for 2021"),
        ("uCode,Time,laws\nA,2020,1\nA,2020,1\n", "data.csv, row 3, column uCode: A is in row 2 already at 2020"),
    ])
    func `a table of data that contradicts itself is refused`(_ text: String, _ sentence: String) throws {
        let error = try #require(#expect(throws: MeasureError.self) { try Self.read(text, "iCode\nlaws\n") })
        #expect(Scenario.fits(sentence, error.description), "\(error)")
    }

    @Test func `an indicator without data is refused with its column`() throws {
        let error = #expect(throws: MeasureError.self) {
            try Self.read("uCode,laws,x\nA,1,\nB,2,NA\n", "iCode\nlaws\nx\n")
        }
        #expect(error?.description == "data.csv, column x: x: The indicator has no data at all.")
    }

    @Test func `all problems of a table are told at once, twenty at most`() throws {
        let rows = (1...30).map { "U\($0),x,y" }.joined(separator: "\n")
        let error = #expect(throws: MeasureError.self) {
            try Self.read("uCode,laws,more\n" + rows, "iCode\nlaws\nmore\n")
        }
        #expect(error?.problems.count == 20)
        #expect(error?.problems.first?.place == .init(file: "data.csv", row: 2, column: "laws"))
    }

    @Test func `there is no edition of a time without rows`() throws {
        let error = #expect(throws: MeasureError.self) {
            try Self.read("uCode,Time,laws\nA,2020,1\n", "iCode\nlaws\n", time: 2019)
        }
        #expect(error?.description == "data.csv, column Time: there are no rows for 2019; there are 2020")
    }
}

/// Expected sentences in which `…` stands for any text.
enum Scenario {
    static func fits(_ expected: String, _ text: String) -> Bool {
        guard expected.contains("…") else { return expected == text }
        let parts = expected.split(separator: "…", omittingEmptySubsequences: false)
        return text.hasPrefix(parts[0]) && text.hasSuffix(parts[parts.count - 1])
    }
}
