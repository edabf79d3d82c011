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
    private var facets: FacetView { FacetView(model: model, context: context) }

    var html: Markup {
        """
        <header class="head"><h1>\(words.title)</h1>\(Page.searchForm(context, id: "q", large: true))\
        \(facets.chosen)</header>
        \(model.isEmpty ? start : model.rows.isEmpty ? none : results)
        """
    }

    private var results: Markup {
        let kind: Markup? = model.query.isEmpty ? nil : "\(context.comma)\(words.kind(model.kind))"
        let choices = facets.choices
        let list: Markup = """
            <p class="quiet tally">\(words.results(model.total))\(kind)</p>
            \(ObjectRows(rows: model.rows, context: context).html)
            \(PagerView(pager: model.pager, address: .search(model.query), narrowing: model.narrowing(), context: context).html)
            \(others)
            """
        guard let choices else { return list }
        return "<div class=\"columns\"><div>\(list)</div>\n<aside class=\"register\">\(choices)</aside></div>"
    }

    /// The same search in other forms, and the way to keep it.
    private var others: Markup {
        let parameters = [(name: "q", value: model.query)].filter { !$0.value.isEmpty } + model.narrowing()
        let save: Markup? = context.visitor.map { visitor in
            guard visitor.seeingAs == nil else { return "" }
            let form = context.form(
                to: .savedSearches, class: "sheet",
                """
                <input type="hidden" name="query" value="\(WebQuery(parameters).text)">\
                <label for="name">\(context.savedSearch.name)</label>\
                <input id="name" name="name" dir="auto" maxlength="100" value="\(Shown.clipped(model.query, bytes: 100))">\
                <p class="actions"><button>\(context.savedSearch.save)</button></p>
                """)
            return "<section><h2>\(context.savedSearch.save)</h2>\(form)\(savedLink)</section>"
        }
        return """
            <p class="quiet onward"><a rel="alternate" type="application/atom+xml" \
            href="\(Address.searchFeed.href(with: parameters))">\(context.facets.asFeed)</a>\(context.comma)\
            <a rel="alternate" type="application/json" href="\(Address.searchJSON.href(with: parameters))">\
            \(context.facets.asData)</a></p>\(save)
            """
    }

    private var savedLink: Markup {
        "<p><a href=\"\(Address.savedSearches.href)\">\(context.savedSearch.title)</a></p>"
    }

    private var none: Markup {
        let narrowed: Markup? = model.chosen.isEmpty ? nil : "<p>\(context.facets.none)</p>"
        return "<section><h2>\(words.none)</h2>\(narrowed)<p>\(words.noneLead)</p>\(ways)</section>"
    }

    private var start: Markup {
        "<section><p>\(words.startLead)</p>\(ways)\(context.visitor == nil ? nil : savedLink)</section>"
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
