import CompositeIndex
import HTML

/// The page that says what changed the scores between two editions.
struct ChangeReport {
    let change: EditionChange
    let old: FiledEdition
    let new: FiledEdition
    let version: String

    var html: Markup {
        ReportPage(
            kind: "Change between editions", title: title,
            lead: """
                Each change of a score is split into what came of the unit's own data, of the method, of the weights, and of the data of the others.
                """,
            sections: [
                .init(id: "change", title: "Changes of scores", body: chart + moves),
                .init(id: "method", title: "What is not the same", body: differences),
            ],
            origin: OriginNote(edition: old, version: version, title: "Where the earlier edition comes from").html
                + OriginNote(edition: new, version: version, title: "Where the later edition comes from").html
        ).html
    }

    private var title: String {
        old.title == new.title ? "\(new.title): two editions" : "\(old.title) and \(new.title)"
    }

    private var names: [String: String] {
        Dictionary(new.data.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private var sorted: [EditionChange.UnitChange] {
        change.units.sorted { ($0.change, $1.unit) > ($1.change, $0.unit) }
    }

    private var chart: Markup {
        StackedChart(
            label: "Unit", series: ["Own data", "Method", "Weights", "Others' data"], sum: "Change", decimals: 2,
            rows: sorted.map {
                .init(label: names[$0.unit] ?? $0.unit, parts: [$0.ownData, $0.method, $0.weights, $0.othersData])
            }
        ).chart(
            title: "What made the scores change",
            note:
                "Shapley values: what each part adds on average over all orders in which the parts could have changed. They add up to the change."
        ).html()
    }

    private var moves: Markup {
        let table = ChartTable(
            headings: ["Unit", "Before", "After", "Change"],
            rows: sorted.map {
                .init(
                    name: "<bdi>\(names[$0.unit] ?? $0.unit)</bdi>",
                    cells: ["\($0.before, decimals: 2)", "\($0.after, decimals: 2)", "\($0.change, decimals: 2)"])
            })
        return "<div class=\"wide\">\(table.html)</div>\n"
    }

    private var differences: Markup {
        func line(_ what: String, _ list: [String]) -> Markup {
            list.isEmpty ? "" : "<p>\(what): \(list.joined(separator: ", ")).</p>\n"
        }
        let method: Markup =
            change.methodDifferences.isEmpty
            ? "<p>Both editions are computed by the same method.</p>\n"
            : line("The method differs in", change.methodDifferences)
        return method + line("New in this edition", change.entered) + line("No longer in it", change.left)
    }
}
