import HTML
import Web

/// By what a search is narrowed, and by what it can be: links that work without a script.
struct FacetView {
    let model: SearchModel
    let context: PageContext

    /// Values of one facet that are offered.
    private static let most = 10

    /// What is chosen, each with the link that removes it.
    var chosen: Markup? {
        let links: [Markup] = SearchModel.Facet.allCases.compactMap { facet in
            model.chosen[facet].map { choice in
                """
                <li>\(context.facets.facet(facet)) <strong>\(label(facet, choice))</strong> \
                <a rel="nofollow" href="\(address(facet, nil))">\(context.facets.remove)\
                <span class="away"> \(label(facet, choice))</span></a></li>
                """
            }
        }
        guard !links.isEmpty else { return nil }
        return
            "<p class=\"away\" id=\"chosen\">\(context.facets.chosen)</p><ul class=\"chosen\" aria-labelledby=\"chosen\">\(links)</ul>"
    }

    /// What can be chosen; nothing where each choice would leave everything.
    var choices: Markup? {
        let groups: [Markup] = SearchModel.Facet.allCases.compactMap { facet in
            guard let choices = model.choices[facet], choices.count > 1 else { return nil }
            let rows: [Markup] = choices.prefix(Self.most).map { choice in
                """
                <li><a rel="nofollow" href="\(address(facet, choice.value))">\(label(facet, choice))</a> \
                <span class="count">\(context.number(choice.count))</span></li>
                """
            }
            let rest: Markup? =
                choices.count > Self.most
                ? "<li class=\"quiet\">\(context.facets.more(choices.count - Self.most))</li>" : nil
            return "<h3>\(context.facets.facet(facet))</h3><ul class=\"facets\">\(rows)\(rest)</ul>"
        }
        guard !groups.isEmpty else { return nil }
        var counted: Markup?
        if case .moreThan = model.total { counted = "<p class=\"quiet\">\(context.facets.firstTenThousand)</p>" }
        return "<section id=\"facets\"><h2>\(context.facets.title)</h2>\(counted)\(groups)</section>"
    }

    private func address(_ facet: SearchModel.Facet, _ value: String?) -> String {
        Address.search(model.query).href(with: model.narrowing(facet, to: value))
    }

    private func label(_ facet: SearchModel.Facet, _ choice: SearchModel.Choice) -> Markup {
        switch facet {
        case .type: context.typeMany(choice.value)
        case .collection, .source: Shown.name(choice.name ?? choice.value, bytes: 100)
        case .marking: TLPLabel(rawValue: choice.value.uppercased())?.chip ?? Shown.code(choice.value)
        case .period: "<bdi>\(choice.value)</bdi>"
        }
    }
}
