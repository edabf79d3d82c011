/// A row for each unit with a value and the interval around it: ranks under uncertainty, scores, changes.
public struct IntervalChart: Sendable {
    public struct Row: Sendable {
        let label: String
        let value: Double
        let interval: ClosedRange<Double>?
        /// What it is measured against, such as the published rank; drawn as a short stroke.
        let reference: Double?

        /// - Parameter interval: nil where there is none.
        public init(label: String, value: Double, interval: ClosedRange<Double>?, reference: Double? = nil) {
            self.label = label
            self.value = value
            self.interval = interval
            self.reference = reference
        }
    }

    /// What the columns are called.
    public struct Words: Sendable {
        let label, value, interval: String
        let reference: String?

        /// - Parameter reference: nil where rows have none.
        public init(label: String, value: String, interval: String, reference: String? = nil) {
            self.label = label
            self.value = value
            self.interval = interval
            self.reference = reference
        }
    }

    let words: Words
    let axis: ChartAxis
    /// Digits behind the point of what the cells say.
    let decimals: Int
    let rows: [Row]

    public init(words: Words, axis: ChartAxis, decimals: Int, rows: [Row]) {
        self.words = words
        self.axis = axis
        self.decimals = decimals
        self.rows = rows
    }

    /// The chart; it is its own table.
    public func chart(title: String, note: String? = nil) -> Chart {
        var headings: [Markup] = ["\(words.label)"]
        if let reference = words.reference { headings.append("\(reference)") }
        headings += ["\(words.value)", "\(words.interval)", axis.heading]
        let table = ChartTable(headings: headings, rows: rows.map(row))
        return Chart(title: title, note: note, picture: table.html)
    }

    private func row(_ row: Row) -> ChartTable.Row {
        var cells: [Markup] = []
        if words.reference != nil { cells.append("\(row.reference ?? .nan, decimals: decimals)") }
        cells.append("\(row.value, decimals: decimals)")
        cells.append(
            row.interval.map {
                "<bdi dir=\"ltr\">\($0.lowerBound, decimals: decimals) … \($0.upperBound, decimals: decimals)</bdi>"
            } ?? "–")
        cells.append(axis.plot(marks(row)))
        return .init(name: "<bdi>\(row.label)</bdi>", cells: cells)
    }

    private func marks(_ row: Row) -> Markup {
        var marks = Markup()
        if let interval = row.interval {
            marks += axis.bar("interval", from: interval.lowerBound, to: interval.upperBound, y: 6, height: 6)
        }
        if let reference = row.reference, reference.isFinite {
            let x = axis.percent(reference)
            marks += "<line class=\"reference\" x1=\"\(at: x)%\" x2=\"\(at: x)%\" y1=\"3\" y2=\"15\"/>"
        }
        if row.value.isFinite {
            marks += "<circle class=\"point\" cx=\"\(at: axis.percent(row.value))%\" cy=\"9\" r=\"3.5\"/>"
        }
        return marks
    }
}
