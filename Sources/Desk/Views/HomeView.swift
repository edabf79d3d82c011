package import Web
import HTML

extension HomeModel {
    /// The first page.
    package func page(in context: PageContext) -> Page {
        let view = HomeView(model: self, context: context)
        return Page(
            title: context.gateway.name, summary: context.gateway.sentence, ownsSearch: true, main: view.html)
    }
}

private struct HomeView {
    let model: HomeModel
    let context: PageContext

    var html: Markup {
        """
        <section class="opening">
        <h1><bdi>\(context.gateway.name)</bdi></h1>
        <p class="lead" dir="auto">\(Shown.marked(context.gateway.sentence))</p>
        \(model.isEmpty ? nil : search)
        </section>
        \(model.isEmpty ? empty : nil)
        <section id="collections"><h2>\(DeskWords.in(context.language).menu.collections)</h2>
        \(CollectionList(collections: model.collections, context: context).html)</section>
        \(model.isEmpty ? nil : holdings)
        """
    }

    private var search: Markup {
        """
        \(Page.searchForm(context, id: "q", large: true))
        <p class="hint">\(context.desk.home.lead)\(examples)</p>
        """
    }

    /// Searches that find something here: the number and the name of what came last.
    private var examples: Markup? {
        let number = model.latest.compactMap(\.name.externalID).first
        let title = model.latest.dropFirst().first?.name.title
        let links: [Markup] = [number, title].compactMap(\.self).map { text in
            "<a href=\"\(Address.search(text).href)\">\(Shown.name(text))</a>"
        }
        guard !links.isEmpty else { return nil }
        return " <span class=\"examples\">\(context.desk.home.examples): \(links.joined(separator: " · "))</span>"
    }

    private var holdings: Markup {
        """
        <div class="halves">
        <section id="types"><h2>\(context.desk.home.typesTitle)</h2>
        \(TypeTable(types: Array(model.types.prefix(16)), context: context) { .type($0) }.html)
        <p class="onward"><a href="\(Address.types.href)">\(context.desk.common.allTypes)</a></p></section>
        <section id="latest"><h2>\(context.desk.home.latestTitle)</h2>
        \(ObjectRows(rows: Array(model.latest.prefix(12)), context: context).html)</section>
        </div>
        """
    }

    private var empty: Markup {
        let home = context.desk.home
        let steps = [
            (home.importStep, "concord import bundle.json"),
            (home.collectionStep, "concord collection list"),
            (home.doctorStep, "concord doctor"),
        ]
        let rows: [Markup] = steps.map { "<li><p>\($0.0)</p>\(context.command($0.1))</li>" }
        return """
            <section class="empty"><h2>\(home.emptyTitle)</h2><p>\(home.emptyLead)</p><ol class="steps">\(rows)</ol>\
            </section>
            """
    }
}
