import Hall
import HTML
package import Web

extension SavedSearchesModel {
    /// The page of somebody's saved searches.
    package func page(in context: PageContext) -> Page {
        Page(
            title: context.savedSearch.title, main: SavedSearchesView(model: self, context: context).html)
    }
}

private struct SavedSearchesView {
    let model: SavedSearchesModel
    let context: PageContext

    private var words: SavedSearchWords { context.savedSearch }

    var html: Markup {
        let list: Markup =
            model.searches.isEmpty ? "<p>\(words.none)</p>" : "<ul class=\"rows\">\(model.searches.map(row))</ul>"
        return """
            <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
            \(made)
            \(list)
            <p><a href="\(Address.lists.href)">\(words.lists)</a></p>
            """
    }

    private var made: Markup? {
        model.made.map { made in
            """
            <section class="notice" role="status"><p>\(words.made(Shown.name(made.name)))</p>\
            \(context.command(made.address))<p>\(words.madeLead)</p></section>
            """
        }
    }

    private func row(_ search: SavedSearch) -> Markup {
        let href = Address.search("").href(with: search.query.parameters)
        return """
            <li><p class="title"><a href="\(href)">\(Shown.name(search.name))</a></p>\
            <p class="meta"><span>\(words.saved(search.created.day(in: context.language)))</span></p>\
            \(model.canChange ? forms(search) : nil)</li>

            """
    }

    private func forms(_ search: SavedSearch) -> Markup {
        let name = context.form(
            to: .savedSearchName(search.id), class: "sheet",
            """
            <label for="name-\(search.id)">\(words.name)</label>\
            <input id="name-\(search.id)" name="name" dir="auto" required maxlength="100" value="\(search.name)">\
            <p class="actions"><button>\(words.rename)</button></p>
            """)
        let renewed = context.form(
            to: .savedSearchAddress(search.id), class: "sheet",
            "<p>\(words.renewLead)</p><p class=\"actions\"><button>\(words.renew)</button></p>")
        let deletion = context.form(
            to: .savedSearchRemoval(search.id), class: "sheet",
            "<p class=\"actions\"><button>\(words.delete)</button></p>")
        return """
            <details><summary>\(words.rename)\(context.comma)\(words.renew)\(context.comma)\(words.delete)</summary>\
            \(name)\(renewed)\(deletion)</details>
            """
    }
}
