/// A square of colour for each pair of a row and a column: correlations, probabilities of ranks.
public struct HeatMap: Sendable {
    /// What the colours mean.
    public enum Tint: Sendable {
        /// From −1 over 0 to 1, in two colours.
        case diverging
        /// From 0 to 1, in one.
        case sequential
    }

    let rows: [String]
    let columns: [String]
    /// By row; NaN where there is no value.
    let values: [[Double]]
    let tint: Tint
    /// Pairs that a reader should look at; drawn as a dot.
    let marked: Set<Cell>
    /// First indexes of the groups of columns; with as many rows as columns they group the rows too.
    let groups: [Int]

    /// A place in the map.
    public struct Cell: Sendable, Hashable {
        let row, column: Int

        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// - Precondition: a row of values for each row, a value for each column.
    public init(
        rows: [String], columns: [String], values: [[Double]], tint: Tint, marked: Set<Cell> = [], groups: [Int] = []
    ) {
        precondition(
            values.count == rows.count && values.allSatisfy { $0.count == columns.count }, "a value for each pair")
        self.rows = rows
        self.columns = columns
        self.values = values
        self.tint = tint
        self.marked = marked
        self.groups = groups
    }

    private static let side = 13
    private static let longestLabel = 24

    /// The chart, with its numbers behind a fold.
    public func chart(title: String, note: String? = nil, label: String = "", decimals: Int = 2) -> Chart {
        let table = ChartTable(
            headings: ["\(label)"] + columns.map { "<bdi>\($0)</bdi>" },
            rows: zip(rows, values).map { name, values in
                .init(name: "<bdi>\(name)</bdi>", cells: values.map { "\($0, decimals: decimals)" })
            })
        return Chart(title: title, note: note, picture: picture(title) + legend, table: table)
    }

    private func picture(_ title: String) -> Markup {
        let side = HeatMap.side
        let (left, top) = (room(rows), room(columns))
        let (width, height) = (left + columns.count * side + 1, top + rows.count * side + 1)
        var names = Markup()
        for (index, name) in columns.enumerated() {
            let x = left + index * side + 9
            names += "<text transform=\"translate(\(x) \(top - 4)) rotate(-90)\">\(HeatMap.clipped(name))</text>"
        }
        for (index, name) in rows.enumerated() {
            let y = top + index * side + 10
            names += "<text x=\"\(left - 4)\" y=\"\(y)\" text-anchor=\"end\">\(HeatMap.clipped(name))</text>"
        }
        return """
            <svg class="map" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
            aria-label="\(title)">\(names)\(squares(left, top))\(lines(left, top))</svg>
            """
    }

    /// One path for each colour: a map of 50 by 50 is then a few kilobytes.
    private func squares(_ left: Int, _ top: Int) -> Markup {
        let side = HeatMap.side
        var paths: [String: Markup] = [:]
        var dots = Markup()
        for (row, line) in values.enumerated() {
            for (column, value) in line.enumerated() where value.isFinite {
                let (x, y) = (left + column * side, top + row * side)
                paths[shade(value), default: ""] += "M\(x) \(y)h\(side)v\(side)h-\(side)z"
                if marked.contains(Cell(row: row, column: column)) {
                    dots += "<circle class=\"mark\" cx=\"\(x + side / 2)\" cy=\"\(y + side / 2)\" r=\"2\"/>"
                }
            }
        }
        let shades = paths.keys.sorted().map { "<path class=\"\($0)\" d=\"\(paths[$0])\"/>" as Markup }
        return shades.joined() + dots
    }

    private func lines(_ left: Int, _ top: Int) -> Markup {
        let side = HeatMap.side
        let (right, bottom) = (left + columns.count * side, top + rows.count * side)
        var path: Markup = "M\(left) \(top)H\(right)V\(bottom)H\(left)z"
        for group in groups where group > 0 && group < columns.count {
            path += "M\(left + group * side) \(top)V\(bottom)"
            if rows.count == columns.count { path += "M\(left) \(top + group * side)H\(right)" }
        }
        return "<path class=\"frame\" d=\"\(path)\"/>"
    }

    /// The name of the colour: ten steps on each side of zero.
    private func shade(_ value: Double) -> String {
        let step = min(Int((value.magnitude * 10).rounded(.up)), 10)
        return step == 0 ? "z0" : (value < 0 ? "n" : tint == .diverging ? "p" : "q") + String(step)
    }

    private var legend: Markup {
        let steps: [Double] = tint == .diverging ? (-10...10).map { Double($0) / 10 } : (0...10).map { Double($0) / 10 }
        let boxes = steps.enumerated().map { index, value -> Markup in
            "<rect class=\"\(shade(value))\" x=\"\(index * 12)\" width=\"12\" height=\"10\"/>"
        }
        return """
            <p class="legend"><bdi dir="ltr">\(steps[0], decimals: 0) <svg class="key" width="\(steps.count * 12)" height="10" \
            aria-hidden="true">\(boxes)</svg> 1</bdi></p>
            """
    }

    /// Room for the longest name, at about six pixels a letter.
    private func room(_ names: [String]) -> Int {
        8 + 6 * (names.map { HeatMap.clipped($0).count }.max() ?? 0)
    }

    private static func clipped(_ name: String) -> String {
        name.count > longestLabel ? name.prefix(longestLabel - 1) + "…" : name
    }
}
