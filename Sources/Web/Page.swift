package import HTML

/// One page: what stands in it, without the frame that all pages share.
package struct Page: Sendable {
    package let title: String
    /// One sentence for search engines and link previews.
    package let summary: String
    /// Whether the page brings its own search field, so that the header leaves it out.
    package let ownsSearch: Bool
    /// Its own address, and the same in other forms and languages.
    package let links: [PageLink]
    /// What it is about, as JSON-LD in the words of schema.org; nil where it says nothing to programs.
    package let data: String?
    package let main: Markup

    package init(
        title: String, summary: String = "", ownsSearch: Bool = false, links: [PageLink] = [], data: String? = nil,
        main: Markup
    ) {
        self.title = title
        self.summary = summary
        self.ownsSearch = ownsSearch
        self.links = links
        self.data = data
        self.main = main
    }

    /// The whole document.
    package func html(in context: PageContext) -> Markup {
        let words = context.words
        let gateway = context.gateway
        let heading = Shown.bare(title == gateway.name ? title : "\(title) · \(gateway.name)")
        let summary: Markup? =
            self.summary.isEmpty ? nil : "<meta name=\"description\" content=\"\(Shown.bare(self.summary))\">\n"
        return """
            <!doctype html>
            <html lang="\(context.language.rawValue)" dir="\(context.language.direction)">
            <head>
            <meta charset="utf-8">
            <title>\(heading)</title>
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            \(summary)<link rel="stylesheet" href="\(Assets.stylesheetAddress.href)">
            <link rel="icon" href="\(Address.icon.href)">
            \(links.map { $0.html(in: context) })\(data.map { Markup(jsonLD: $0) })</head>
            <body>
            <a class="skip" href="#main">\(words.skip)</a>
            <header class="top">
            <a class="brand" href="\(Address.home.href)">\(Assets.mark)<bdi>\(gateway.name)</bdi></a>
            <nav aria-label="\(words.navigation)">\(PageHeader(context: context).links)</nav>
            \(ownsSearch ? nil : Page.searchForm(context, id: "q"))
            </header>
            \(PageHeader(context: context).banners)<main id="main">
            \(main)
            </main>
            \(footer(context))
            </body>
            </html>

            """
    }

    /// The search form, as small as in the header or as large as on the home page.
    package static func searchForm(_ context: PageContext, id: String, large: Bool = false) -> Markup {
        let words = context.words
        // While it is empty, the hint follows the page; words of the reader follow themselves.
        let direction: Markup? = context.searched.isEmpty ? nil : " dir=\"auto\""
        return """
            <form class="search\(large ? " large" : "")" role="search" action="\(Address.search("").href)">\
            <label class="away" for="\(id)">\(words.searchLabel)</label>\
            <input id="\(id)" name="q" type="search"\(direction) maxlength="500" autocomplete="off" \
            spellcheck="false" value="\(context.searched)" placeholder="\(words.searchHint)">\
            <button>\(words.search)</button></form>
            """
    }

    private func footer(_ context: PageContext) -> Markup {
        let words = context.words
        let languages: [Markup] = Language.allCases.map { language in
            if language == context.language {
                return "<span lang=\"\(language.rawValue)\" aria-current=\"true\">\(language.ownName)</span>"
            }
            let join = context.here.contains("?") ? "&" : "?"
            let href = "\(context.here)\(join)lang=\(language.rawValue)"
            return """
                <a href="\(href)" lang="\(language.rawValue)" hreflang="\(language.rawValue)" rel="nofollow">\
                \(language.ownName)</a>
                """
        }
        let unreviewed: Markup? = context.language.isReviewed ? nil : "<p>\(words.unreviewed)</p>\n"
        return """
            <footer class="end">
            <p>\(words.gateway) <code dir="ltr">\(context.gateway.id)</code></p>
            <p><bdi>Concord \(context.gateway.version)</bdi></p>
            \(unreviewed)<nav class="languages" aria-label="\(words.language)">\(languages.joined(separator: " "))</nav>
            </footer>
            """
    }
}
