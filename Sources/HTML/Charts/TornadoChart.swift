/// Two bars for each factor, the larger behind: what it moves alone (first order) and with all others (total).
public struct TornadoChart: Sendable {
    /// A share with the interval that it was estimated within.
    public struct Estimate: Sendable {
        let value: Double
        let interval: ClosedRange<Double>?

        public init(_ value: Double, interval: ClosedRange<Double>? = nil) {
            self.value = value
            self.interval = interval
        }

        /// The value, and in brackets its interval.
        var text: Markup {
            guard let interval else { return "\(value, decimals: 2)" }
            return """
                <bdi dir="ltr">\(value, decimals: 2) <span class="quiet">[\(interval.lowerBound, decimals: 2), \
                \(interval.upperBound, decimals: 2)]</span></bdi>
                """
        }
    }

    public struct Row: Sendable {
        let label: String
        let first: Estimate
        let total: Estimate

        public init(label: String, first: Estimate, total: Estimate) {
            self.label = label
            self.first = first
            self.total = total
        }
    }

    /// What the columns are called.
    public struct Words: Sendable {
        let label, first, total: String

        public init(label: String, first: String, total: String) {
            self.label = label
            self.first = first
            self.total = total
        }
    }

    let words: Words
    let rows: [Row]

    /// The factor with the largest total comes first; equals stay in their order.
    public init(words: Words, rows: [Row]) {
        self.words = words
        func size(_ row: Row) -> Double { row.total.value.isFinite ? row.total.value : -.infinity }
        self.rows = rows.enumerated().sorted { left, right in
            let (a, b) = (size(left.element), size(right.element))
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }

    /// The chart; it is its own table.
    public func chart(title: String, note: String? = nil) -> Chart {
        let ends = rows.flatMap { row -> [Double] in
            [row.total.value, row.first.value, row.total.interval?.upperBound ?? 0]
        }
        let axis = ChartAxis(of: ends.map { max($0, 0) } + [1], fromZero: true)
        let table = ChartTable(
            headings: ["\(words.label)", "\(words.first)", "\(words.total)", axis.heading],
            rows: rows.map { row in
                .init(
                    name: "<bdi>\(row.label)</bdi>",
                    cells: [row.first.text, row.total.text, axis.plot(height: 20, marks(row, axis))])
            })
        return Chart(title: title, note: note, picture: table.html)
    }

    private func marks(_ row: Row, _ axis: ChartAxis) -> Markup {
        var marks = Markup()
        if row.total.value > 0 { marks += axis.bar("total", from: 0, to: row.total.value, y: 3, height: 14) }
        if row.first.value > 0 { marks += axis.bar("first", from: 0, to: row.first.value, y: 6, height: 8) }
        if let interval = row.total.interval {
            let (left, right) = (axis.percent(max(interval.lowerBound, 0)), axis.percent(interval.upperBound))
            marks += "<line class=\"reference\" x1=\"\(at: left)%\" x2=\"\(at: right)%\" y1=\"10\" y2=\"10\"/>"
        }
        return marks
    }
}
