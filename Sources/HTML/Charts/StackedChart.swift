/// Parts of a whole side by side, a row for each unit; parts below zero go the other way.
public struct StackedChart: Sendable {
    public struct Row: Sendable {
        let label: String
        /// One for each series.
        let parts: [Double]

        public init(label: String, parts: [Double]) {
            self.label = label
            self.parts = parts
        }
    }

    let label: String
    /// What the parts are called; at most eight have a colour of their own.
    let series: [String]
    /// The sum of the parts as a column of its own, with this heading.
    let sum: String?
    let decimals: Int
    let rows: [Row]

    /// - Precondition: every row has a part for each series.
    public init(label: String, series: [String], sum: String? = nil, decimals: Int, rows: [Row]) {
        precondition(rows.allSatisfy { $0.parts.count == series.count }, "every row has a part for each series")
        self.label = label
        self.series = series
        self.sum = sum
        self.decimals = decimals
        self.rows = rows
    }

    /// The chart; it is its own table.
    public func chart(title: String, note: String? = nil) -> Chart {
        let axis = ChartAxis(of: rows.flatMap(ends), fromZero: true)
        let keys = series.indices.map { index -> Markup in
            """
            <svg class="key" width="10" height="10" aria-hidden="true"><rect class="\(ink(index))" width="10" height="10"/></svg> \
            \(series[index])
            """
        }
        let sums: [Markup] = sum.map { ["\($0)"] } ?? []
        let table = ChartTable(
            headings: ["\(label)"] + keys + sums + [axis.heading],
            rows: rows.map { row in
                let total: [Markup] = sum == nil ? [] : ["\(row.parts.reduce(0, +), decimals: decimals)"]
                let parts = row.parts.map { "\($0, decimals: decimals)" as Markup }
                return .init(name: "<bdi>\(row.label)</bdi>", cells: parts + total + [axis.plot(marks(row, axis))])
            })
        return Chart(title: title, note: note, picture: table.html)
    }

    private func ink(_ index: Int) -> Markup { "s\(index % 8 + 1)" }

    /// How far the parts reach down and up.
    private func ends(_ row: Row) -> [Double] {
        [row.parts.filter { $0 < 0 }.reduce(0, +), row.parts.filter { $0 > 0 }.reduce(0, +)]
    }

    private func marks(_ row: Row, _ axis: ChartAxis) -> Markup {
        var (low, high) = (0.0, 0.0)
        var marks = Markup()
        for (index, part) in row.parts.enumerated() where part.isFinite && part != 0 {
            let start = part < 0 ? low : high
            marks += axis.bar(ink(index), from: start, to: start + part, y: 3, height: 12)
            if part < 0 { low += part } else { high += part }
        }
        return marks
    }
}
