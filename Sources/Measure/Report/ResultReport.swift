import CompositeIndex
import HTML

/// The page that goes with the results: who stands where, by which method, from which data.
struct ResultReport {
    let files: ResultFiles

    private var results: IndexResults { files.results }
    private var hierarchy: Hierarchy { results.data.hierarchy }

    var html: Markup {
        var sections = [ReportPage.Section(id: "results", title: "Results", body: standing)]
        if let robustness = files.robustness {
            let section = RankSections(robustness)
            let ranks: Markup = "\(section.ranks)\(section.tiers)"
            sections.append(
                .init(id: "robustness", title: "How sure the ranks are", body: ranks))
        }
        sections += [
            .init(
                id: "weights", title: "What the index is made of", body: HierarchySection(results).html, isChapter: true
            ),
            .init(id: "method", title: "Method", body: MethodSection(results: results).html),
        ]
        return ReportPage(
            kind: "Composite index", title: files.edition.title, lead: lead, sections: sections, origin: origin
        ).html
    }

    private var lead: String {
        let levels = hierarchy.levelCount
        return """
            \(results.data.units.count) units are measured by \(hierarchy.indicatorCount) indicators on \(levels) levels, from \
            single indicators up to the index.
            """
    }

    /// How many columns of scores a sheet of paper takes; more stand in further tables.
    private static let columnsOnPaper = 8

    private var standing: Markup {
        let all = Array(hierarchy.columnsFromTop.prefix { $0 >= hierarchy.indicatorCount })
        let parts = stride(from: 0, to: max(all.count, 1), by: Self.columnsOnPaper).map { start in
            Array(all[start..<min(start + Self.columnsOnPaper, all.count)])
        }
        return parts.enumerated().reduce(into: Markup()) { page, part in
            page += table(of: part.element, withStandings: part.offset == 0)
        }
    }

    private func table(of columns: [Int], withStandings: Bool) -> Markup {
        let tables = ResultTables(results: results)
        let standings = withStandings ? tables.standings : []
        let ranks = results.ranks
        let rows = tables.order.map { row -> ChartTable.Row in
            let unit = results.data.units[row]
            let rank = ranks.isEmpty ? nil : ranks[row]
            let scores = columns.map { "\(results.scores?[row, $0] ?? .nan, decimals: 2)" as Markup }
            return .init(
                name: "\(rank.map(String.init) ?? "–")",
                cells: ["<bdi>\(unit.name)</bdi>"] + scores + standings.map { "\($0.names[row])" })
        }
        let headings: [Markup] = ["Rank", "Unit"] + columns.map { "<bdi>\(hierarchy.nodes[$0].name)</bdi>" }
        let table = ChartTable(headings: headings + standings.map { "\($0.heading)" }, rows: rows)
        return "<div class=\"wide standing\">\(table.html)</div>\n"
    }

    private var origin: Markup { OriginNote(edition: files.edition, version: files.version).html }
}

/// What a page was made from: names and hashes of the inputs.
struct OriginNote {
    let edition: FiledEdition
    let version: String
    var title = "Where this comes from"

    var html: Markup {
        let files = edition.files
        let inputs = [("Framework", files.framework), ("Data", files.data), ("Indicators", files.indicators)]
        let lines = inputs.map { "<li>\($0) <code>\($1.digest)</code></li>\n" as Markup }
        let seed: Markup? = edition.uncertainty.map { "<p>Random numbers come from the seed \(String($0.seed)).</p>\n" }
        return """
            <h2>\(title)</h2>
            <p>Computed by Concord \(version) from three files. Whoever has them gets the same page to the last byte; here are their SHA-256 hashes.</p>
            <ul class="hashes">
            \(lines)</ul>
            \(seed)
            """
    }
}

extension FiledEdition {
    /// The name of the index with its version and time.
    var title: String {
        let when = data.time.map { ", \(CSVWriter.shortest($0))" } ?? ""
        return "\(framework.name)\(when)"
    }
}
