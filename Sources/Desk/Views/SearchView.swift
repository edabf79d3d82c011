import HTML
package import Web

extension SearchModel {
    /// The page of a search; without words, it says what can be asked.
    package func page(in context: PageContext) -> Page {
        let title = query.isEmpty ? context.desk.search.title : "\(query) · \(context.desk.search.title)"
        return Page(
            title: Shown.clipped(title, bytes: 120), ownsSearch: true,
            main: SearchView(model: self, context: context).html)
    }
}

private struct SearchView {
    let model: SearchModel
    let context: PageContext

    private var words: DeskWords.Search { context.desk.search }

    var html: Markup {
        """
        <header class="head"><h1>\(words.title)</h1>\(Page.searchForm(context, id: "q", large: true))</header>
        \(model.query.isEmpty ? start : model.rows.isEmpty ? none : results)
        """
    }

    private var results: Markup {
        """
        <p class="quiet tally">\(words.results(model.total))\(context.comma)\(words.kind(model.kind))</p>
        \(ObjectRows(rows: model.rows, context: context).html)
        \(PagerView(pager: model.pager, address: .search(model.query), context: context).html)
        """
    }

    private var none: Markup {
        "<section><h2>\(words.none)</h2><p>\(words.noneLead)</p>\(ways)</section>"
    }

    private var start: Markup {
        "<section><p>\(words.startLead)</p>\(ways)</section>"
    }

    private var ways: Markup {
        let ways = [
            (words.byWords, ["spearphishing attachment"]),
            (words.byIdentifier, ["T1566", "CVE-2021-44228"]),
            (words.byValue, ["198.51.100.7", "c2.example"]),
        ]
        let rows: [Markup] = ways.map { says, examples in
            let links: [Markup] = examples.map { "<a href=\"\(Address.search($0).href)\">\(Shown.code($0))</a>" }
            return "<li>\(says): \(links.joined(separator: " "))</li>"
        }
        return "<ul class=\"ways\">\(rows)</ul>"
    }
}
