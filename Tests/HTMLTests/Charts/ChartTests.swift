import Foundation
import HTML
import Testing

/// Every chart with values that are hard to draw.
@Suite struct ChartTests {
    static let evil = "</text><script>alert('&')</script>"

    static let charts: [(name: String, chart: Chart)] = [
        ("ranks", ranks), ("tornado", tornado), ("parts", parts), ("map", map), ("hierarchy", hierarchy),
        (
            "nothing",
            IntervalChart(words: words, axis: ChartAxis(ranks: 0), decimals: 0, rows: []).chart(title: "Nothing")
        ),
        ("no map", HeatMap(rows: [], columns: [], values: [], tint: .sequential).chart(title: "Nothing")),
    ]

    static let words = IntervalChart.Words(label: "Country", value: "Median", interval: "90 %", reference: "Rank")

    static var ranks: Chart {
        IntervalChart(
            words: words, axis: ChartAxis(ranks: 50), decimals: 0,
            rows: [
                .init(label: "Norvania", value: 1, interval: 1...4, reference: 1),
                .init(label: evil, value: .nan, interval: nil, reference: .nan),
                .init(label: "أرض البحر", value: 60, interval: -5...90, reference: 7),
            ]
        ).chart(title: "Ranks", note: evil)
    }

    static var tornado: Chart {
        TornadoChart(
            words: .init(label: "Choice", first: "Alone", total: "In all"),
            rows: [
                .init(label: "small", first: .init(0.1), total: .init(0.2, interval: -0.1...0.3)),
                .init(label: evil, first: .init(.nan), total: .init(.nan)),
                .init(label: "large", first: .init(-0.02), total: .init(1.25, interval: 1...1.5)),
            ]
        ).chart(title: "What moves ranks")
    }

    static var parts: Chart {
        StackedChart(
            label: "Country", series: ["data", "method", evil], sum: "Change", decimals: 2,
            rows: [
                .init(label: "Norvania", parts: [1, -2, 1]), .init(label: evil, parts: [0, .nan, 0]),
            ]
        ).chart(title: "Change")
    }

    static var map: Chart {
        HeatMap(
            rows: ["a", evil], columns: ["a", evil], values: [[1, -0.35], [.nan, 0]], tint: .diverging,
            marked: [.init(row: 0, column: 1)], groups: [0, 1]
        ).chart(title: "Correlations")
    }

    static var hierarchy: Chart {
        let leaf = HierarchyChart.Node(name: evil, given: 0.25, effective: .nan)
        let none = HierarchyChart.Node(name: "None", given: 0, effective: 0)
        let branch = HierarchyChart.Node(name: "Branch", given: 0.75, effective: 0.6, children: [none])
        return HierarchyChart(
            root: .init(name: "Index", given: 1, effective: 1, children: [leaf, branch]),
            words: .init(name: "Part", given: "Given", effective: "Effective")
        ).chart(title: "Weights")
    }

    @Test(arguments: charts.map(\.name)) func `a chart is well-formed markup in which text stays text`(_ name: String)
        throws
    {
        let chart = try #require(Self.charts.first { $0.name == name }).chart
        let html = chart.html().markup
        #expect(!html.contains("<script"))
        #expect(!html.contains("style=\""), "a page may forbid inline styles")
        #expect(html.firstMatch(of: /[= "]-?(nan|inf)/.ignoresCase()) == nil, "\(html)")
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([a-z]+)[^>]*?(\/?)>/) where tag.3.isEmpty {
            if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2) }
        }
        #expect(open.isEmpty)
    }

    @Test func `what lies outside of the axis stands at its end`() {
        let html = Self.ranks.html().markup
        #expect(html.contains("<circle class=\"point\" cx=\"100%\""))
        #expect(html.contains("<rect class=\"interval\" x=\"0%\" width=\"100%\""))
    }

    @Test func `the factor that moves most comes first, and one without a value last`() throws {
        let html = Self.tornado.html().markup
        let large = try #require(html.range(of: "large")), small = try #require(html.range(of: "small"))
        let none = try #require(html.range(of: "&lt;/text&gt;"))
        #expect(large.lowerBound < small.lowerBound && small.lowerBound < none.lowerBound)
        #expect(html.contains("1.25 <span class=\"quiet\">[1.00, 1.50]</span>"))
    }

    @Test func `parts below zero go the other way`() {
        let html = Self.parts.html().markup
        // From −2 to 2: data 0…1 and the third 1…2 to the right, method −2…0 to the left.
        #expect(html.contains("<rect class=\"s1\" x=\"50%\" width=\"25%\""))
        #expect(html.contains("<rect class=\"s2\" x=\"0%\" width=\"50%\""))
        #expect(html.contains("<rect class=\"s3\" x=\"75%\" width=\"25%\""))
        #expect(html.contains("<td>−2.00</td><td>1.00</td><td>0.00</td>"))
    }

    @Test func `a map has one path for each colour, and nothing where there is no value`() {
        let html = Self.map.html().markup
        #expect(html.contains("<path class=\"p10\""))
        #expect(html.contains("<path class=\"n4\""))
        #expect(html.contains("<path class=\"z0\""))
        #expect(html.matches(of: /h13v13h-13z/).count == 3)
        #expect(html.contains("<td>–</td>"))
        #expect(html.contains("<circle class=\"mark\""))
    }

    @Test func `boxes share the height by weight, and a part without weight has no box`() {
        let html = Self.hierarchy.html().markup
        #expect(html.contains("y=\"0\" width=\"26.32%\" height=\"30\""))
        #expect(html.contains("y=\"30\" width=\"26.32%\" height=\"90\""))
        #expect(!html.contains("</tspan> None"))
        #expect(html.contains("<td>75.0</td><td>60.0</td>"))
    }

    @Test(arguments: [
        ([0.0, 100], [0.0, 20, 40, 60, 80, 100]), ([0.0, 1], [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([3.0, 3], [3, 3.5, 4, 4.5, 5, 5.5, 6]),
        ([-0.02, 0.03], [-0.02, -0.01, 0, 0.01, 0.02, 0.03]),
    ])
    func `an axis is marked with round numbers`(_ values: [Double], _ ticks: [Double]) {
        let axis = ChartAxis(of: values)
        #expect(
            axis.ticks.count == ticks.count && zip(axis.ticks, ticks).allSatisfy { abs($0 - $1) < 1e-9 },
            "\(axis.ticks)")
    }

    @Test(arguments: [(51, [1.0, 10, 20, 30, 40, 51]), (23, [1, 5, 10, 15, 20, 23]), (2, [1, 2]), (0, [1, 2])])
    func `an axis of ranks has the first and the last`(_ count: Int, _ ticks: [Double]) {
        #expect(ChartAxis(ranks: count).ticks == ticks)
    }
}
