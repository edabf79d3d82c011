import CompositeIndex
import Foundation
import Testing

@testable import Measure

/// Units and indicators with gaps: what a framework does with them, not the reader, decides whether they may stay.
@Suite struct GapTests {
    private static func computed(
        _ steps: String, data: String,
        indicators: String = "iCode,Type,Parent\nA,Indicator,X\nB,Indicator,X\nX,Aggregate,\n",
        time: Double? = nil
    ) throws -> IndexResults {
        let framework = "name: G\nsteps:\n" + steps.split(separator: "\n").map { "  - \($0)\n" }.joined()
        return try FiledEdition(
            InputFiles(
                framework: InputFile(name: "framework.yaml", bytes: Array(framework.utf8)),
                data: InputFile(name: "data.csv", bytes: Array(data.utf8)),
                indicators: InputFile(name: "indicators.csv", bytes: Array(indicators.utf8))), time: time
        ).computed()
    }

    @Test func `a unit without any value is screened out`() throws {
        let results = try Self.computed(
            "screen: {units: 0.65}\nnormalise: min-max\naggregate: arithmetic", data: "uCode,A,B\nU,1,2\nV,2,1\nW,,\n")
        #expect(results.data.unitCodes == ["U", "V"])
    }

    @Test func `an indicator without any value is screened out`() throws {
        let results = try Self.computed(
            "screen: {indicators: 0.5}\nnormalise: min-max\naggregate: arithmetic", data: "uCode,A,B\nU,1,\nV,2,\n")
        #expect(results.data.hierarchy.indicators.map(\.code) == ["A"])
    }

    @Test func `what no screen takes out is refused with its row`() throws {
        let error = #expect(throws: MeasureError.self) {
            try Self.computed("normalise: min-max\naggregate: arithmetic", data: "uCode,A,B\nU,1,2\nV,2,1\nW,,\n")
        }
        #expect(error?.description == "data.csv, row 4: W: The unit has no data at all.")
        let kept = #expect(throws: MeasureError.self) {
            try Self.computed(
                "screen: {units: 0.65, keep: [W]}\nnormalise: min-max\naggregate: arithmetic",
                data: "uCode,A,B\nU,1,2\nV,2,1\nW,,\n")
        }
        #expect(kept?.problems.first?.code == "no-data")
    }

    @Test func `a unit without a row in the last year has its latest values`() throws {
        let results = try Self.computed(
            "impute: latest\nnormalise: min-max\naggregate: arithmetic",
            data: "uCode,Time,A\nU,2020,1\nV,2020,2\nW,2020,3\nU,2021,2\nV,2021,3\n",
            indicators: "iCode,Type,Parent\nA,Indicator,X\nX,Aggregate,\n")
        #expect(results.data.unitCodes == ["U", "V", "W"])
        #expect(results.index == [0, 100, 100])
    }

    @Test func `a straight line runs between the years before and after`() throws {
        let data = "uCode,Time,A,B\nU,2020,1,1\nV,2020,1,2\nU,2021,,1\nV,2021,2,2\nU,2022,3,1\nV,2022,3,2\n"
        let results = try Self.computed(
            "impute: linear\nnormalise: as-is\naggregate: arithmetic", data: data, time: 2021)
        #expect(results.data.values == NumberGrid([[2, 1], [2, 2]]))
        // What lies ahead fills a line, and is nobody's latest value.
        let error = #expect(throws: MeasureError.self) {
            try Self.computed(
                "impute: latest\nnormalise: as-is\naggregate: arithmetic",
                data: data.replacing("U,2020,1,1", with: "U,2020,,1"), time: 2021)
        }
        #expect(error?.problems.first?.code == "missing-value")
    }

    @Test func `NA is a group like any other`() throws {
        let results = try Self.computed(
            "{impute: group-mean, group: R}\nnormalise: min-max\naggregate: arithmetic",
            data: "uCode,R,A,B\nUSA,NA,1,1\nCAN,NA,3,2\nMEX,NA,,3\nFRA,EU,7,4\nDEU,EU,9,5\n",
            indicators: "iCode,Type,Parent\nA,Indicator,X\nB,Indicator,X\nX,Aggregate,\nR,Group,\n")
        #expect(results.stages[0].data.values[2, 0] == 2)
    }

    @Test func `numbers too far apart are told as that`() throws {
        let error = #expect(throws: MeasureError.self) {
            try Self.computed(
                "normalise: min-max\naggregate: arithmetic", data: "uCode,A,B\nU,1e308,1\nV,-1e308,2\nW,3,3\n")
        }
        #expect(error?.problems.first?.code == "infinite")
        #expect(error?.description.contains("too far apart") == true)
    }

    @Test func `a byte order mark before a framework is passed over`() throws {
        let file = try FrameworkFile(
            InputFile(
                name: "f.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("name: T\nsteps:\n  - normalise: as-is\n".utf8)))
        #expect(file.framework.name == "T")
    }

    @Test func `a control character in a cell is refused with its place`() throws {
        let error = #expect(throws: MeasureError.self) {
            try Self.computed("normalise: min-max\naggregate: arithmetic", data: "uCode,uName,A,B\nU,x\u{0}y,1,2\n")
        }
        #expect(error?.description == "data.csv, row 2, column 2: the cell holds the control character U+0000")
    }

    @Test func `a scale lets a distance to the target stand under a geometric mean`() throws {
        let results = try Self.computed(
            "{normalise: distance-to-target, scale: [1, 100]}\naggregate: geometric",
            data: "uCode,A,B\nU,1,1\nV,2,3\n",
            indicators: "iCode,Type,Parent,Target\nA,Indicator,X,2\nB,Indicator,X,3\nX,Aggregate,,\n")
        #expect(results.index == [1, 100])
    }
}
