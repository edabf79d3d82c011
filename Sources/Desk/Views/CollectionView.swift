import HTML
package import Web

extension CollectionModel {
    /// The page of a collection.
    package func page(in context: PageContext) -> Page {
        Page(
            title: summary.name.title, summary: summary.description,
            main: CollectionView(model: self, context: context).html)
    }
}

private struct CollectionView {
    let model: CollectionModel
    let context: PageContext

    private var words: DeskWords.Collection { context.desk.collection }

    var html: Markup {
        let summary = model.summary
        let id = summary.name.id
        let text = Prose(bytes: 2_000).html(summary.description)
        return """
            <header class="head"><p class="kicker">\(words.kind)</p><h1>\(Shown.name(summary.name.title))</h1>
            <div class="lead prose" dir="auto">\(text)</div>
            <p class="seen">\(summary.ceiling.chip) \(context.readers(summary.readers))</p></header>
            <div class="columns"><div>
            <section><h2>\(words.contents) <span class="count">\(figure)</span></h2>
            \(TypeTable(types: Array(model.types.prefix(40)), context: context) {
                .collectionType(collection: id, type: $0)
            }.html)</section>
            <section><h2>\(words.changes)</h2><ol class="entries">\(model.changes.prefix(24).map(entry))</ol></section>
            </div>
            <aside class="register">\(model.mirror.map { MirrorView(mirror: $0, context: context).html })\
            \(model.log.map { LogHeadView(head: $0, context: context).html })
            \(model.reviewRule(in: context))
            <section><h2>\(words.export)</h2><p>\(words.exportLead)</p>
            <p class="onward"><a href="\(Address.export(collection: id).href)">\(words.export)</a></p></section></aside>
            </div>
            """
    }

    private var figure: String { context.desk.common.objects(.exactly(model.summary.objects)) }

    private func entry(_ entry: EntryRow) -> Markup {
        let what: Markup =
            switch entry.kind {
            case .placed(let row):
                "<span class=\"did\">\(words.placed)</span> \(context.typeLabel(row.name.type)) \(context.link(row.name))"
            case .withdrawn(let name, let reason):
                """
                <span class="did gone">\(words.withdrawn)</span> \(context.typeLabel(name.type)) \
                \(context.link(name)) <span class="quiet" dir="auto">\(Shown.marked(Shown.clipped(reason, bytes: 160)))</span>
                """
            case .erased: "<span class=\"did gone\">\(words.erased)</span>"
            case .absent: "<span class=\"did gone\">\(context.desk.mirror.absent)</span>"
            case .configured: "<span class=\"did\">\(words.configured)</span>"
            }
        return """
            <li><span class="entry" dir="ltr">\(context.number(entry.number))</span><p>\(what)\(entry.hand.map { " \(context.hand($0))" })</p>\
            \(entry.added.day(in: context.language))</li>

            """
    }
}
