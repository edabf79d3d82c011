import HTML
package import Web

extension KnownGoodModel {
    /// The page that names the lists.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.check
        let rows = Ration.fit(lists, bytes: 26_000) { list in
            let version = list.version > 0 ? "\(words.listVersion) \(list.version)" : ""
            return """
                <li><p class="title"><strong>\(Shown.name(list.name))</strong></p>\
                <p class="line" dir="auto">\(Shown.marked(Shown.clipped(list.description, bytes: 300)))</p>\
                <p class="meta"><span>\(words.entries(list.entries))</span><span>\(words.matches(list.kind))</span>\
                <span>\(version)</span>\(list.imported.map { Moment($0).day(in: context.language) })</p></li>

                """
        }
        let none: Markup = "<p class=\"quiet\">\(words.noLists)</p>\(context.command("concord known-good import FILE"))"
        let more: Markup? =
            rows.count < lists.count ? "<p>\(context.desk.common.more(lists.count - rows.count))</p>" : nil
        return Page(
            title: words.listsTitle,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.check.href)">\(words.title)</a></p>\
                <h1>\(words.listsTitle)</h1><p class="lead">\(words.listsLead)</p></header>
                \(lists.isEmpty ? none : "<ul class=\"rows\">\(rows)</ul>\(more)")
                """)
    }
}
