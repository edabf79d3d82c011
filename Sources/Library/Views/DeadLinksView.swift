import HTML
import Hall
import Web

extension DeadLinksModel {
    /// The page of dead links: those of one's own organisation first.
    func page(in context: PageContext) -> Page {
        let words = LinkWords.in(context.language)
        // A page holds so much; what one mends makes room for the next.
        var (left, isCut) = (24_000, isMore)
        func list(_ rows: [Row]) -> Markup? {
            var shown: [Markup] = []
            for row in rows {
                let markup = item(row, words, context)
                left -= markup.markup.utf8.count
                guard left > 0 else {
                    isCut = true
                    break
                }
                shown.append(markup)
            }
            return shown.isEmpty ? nil : "<ul class=\"rows\">\(shown)</ul>"
        }
        let mine = list(own).map { list -> Markup in
            "<section><h2>\(words.own(Shown.name(organisation ?? "", bytes: 120)))</h2>\(list)</section>"
        }
        let rest = list(others).map { list -> Markup in
            organisation == nil ? list : "<section><h2>\(words.others)</h2>\(list)</section>"
        }
        let none: Markup? = own.isEmpty && others.isEmpty ? "<p>\(words.none)</p>" : nil
        let more: Markup? = isCut ? "<p class=\"hint\">\(words.more)</p>" : nil
        return Page(
            title: words.title,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
                \(none)\(mine)\(rest)\(more)
                """)
    }

    private func item(_ row: Row, _ words: LinkWords, _ context: PageContext) -> Markup {
        let links: [Markup] = row.links.map { one in
            """
            <p class="meta"><span>\(Shown.code(one.link, bytes: 200))</span> <strong class="overdue">\(words.deadSince(one.since.day(in: context.language)))</strong> \
            <span>\(words.finding(one.finding))</span></p>
            """
        }
        return """
            <li><p class="title"><a href="\(Address.object(row.id).href)">\(Shown.name(row.name, bytes: 300))</a></p>\(links)</li>

            """
    }
}

extension LinkWords {
    /// What stands beside a link that is dead.
    static func mark(_ since: Moment, in context: PageContext) -> Markup {
        "<strong class=\"overdue\">\(Self.in(context.language).deadSince(since.day(in: context.language)))</strong>"
    }
}
