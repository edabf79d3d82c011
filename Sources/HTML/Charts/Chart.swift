/// A picture of numbers that can be read as a table too.
///
/// Charts are drawn left to right in every language, as their numbers are written; names stand in `<bdi>`. They take colours
/// from ``ChartStyle``, which knows light, dark and paper. Nothing in them needs a script or a style attribute.
public struct Chart: Sendable, Hashable {
    /// What the chart shows, above it.
    public let title: String
    /// How to read it, or what to notice; below it.
    public let note: String?
    let picture: Markup
    /// The numbers, where the picture does not say them itself.
    let table: ChartTable?
    /// Whether the table is unfolded from the start, because the picture leaves things out and paper has no folds to open.
    let opensTable: Bool

    init(title: String, note: String?, picture: Markup, table: ChartTable? = nil, opensTable: Bool = false) {
        self.opensTable = opensTable
        self.title = title
        self.note = note
        self.picture = picture
        self.table = table
    }

    /// The figure: title, picture, note, and the numbers behind a fold.
    ///
    /// - Parameter asTable: what the fold is called, in the language of the page.
    public func html(asTable: String = "As a table") -> Markup {
        let note: Markup? = note.map { "<p class=\"note\">\($0)</p>\n" }
        let fold: Markup? = table.map {
            "<details\(opensTable ? " open" as Markup : "")><summary>\(asTable)</summary><div class=\"wide\">\($0.html)</div></details>\n"
        }
        return """
            <figure class="chart">
            <figcaption>\(title)</figcaption>
            <div class="wide">\(picture)</div>
            \(note)\(fold)</figure>

            """
    }
}

/// Numbers in rows and columns, with a heading for each.
public struct ChartTable: Sendable, Hashable {
    public let headings: [Markup]
    /// Each with a name and then one cell for each further heading.
    public let rows: [Row]

    public struct Row: Sendable, Hashable {
        public let name: Markup
        public let cells: [Markup]

        public init(name: Markup, cells: [Markup]) {
            self.name = name
            self.cells = cells
        }
    }

    public init(headings: [Markup], rows: [Row]) {
        self.headings = headings
        self.rows = rows
    }

    /// A table; a column whose heading holds an axis is as wide as it can be.
    public var html: Markup {
        let heads = headings.map { "<th scope=\"col\">\($0)</th>" as Markup }
        let lines = rows.map { row -> Markup in
            let cells = row.cells.map { "<td>\($0)</td>" as Markup }
            return "<tr><th scope=\"row\">\(row.name)</th>\(cells)</tr>\n"
        }
        return """
            <table class="numbers"><thead><tr>\(heads)</tr></thead><tbody>
            \(lines)</tbody></table>
            """
    }
}
