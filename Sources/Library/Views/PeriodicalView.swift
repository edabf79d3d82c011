import HTML
import Hall
import Web

/// The periodical on its page.
struct PeriodicalModel: Sendable {
    let issue: Issue
    let isSignedIn: Bool
    let subscription: Subscription?
    /// Where letters to the reader go; nil where they have agreed to none.
    let address: String?
}

/// The end of the periodical for whoever reads its letters.
struct PeriodicalEndModel: Sendable {
    let secret: String
    let isOver: Bool
}

extension PeriodicalModel {
    func page(in context: PageContext) -> Page {
        let words = PeriodicalWords.in(context.language)
        let sections: [Markup] = [(words.came, issue.came), (words.ahead, issue.ahead), (words.said, issue.said)]
            .filter { !$0.1.isEmpty }.map { heading, items in
                let rows: [Markup] = items.map {
                    "<li><p class=\"title\"><a href=\"\($0.path)\">\(Shown.name($0.title, bytes: 200))</a></p><p class=\"meta\"><span>\(Shown.name($0.about, bytes: 80))</span></p></li>\n"
                }
                return "<section><h2>\(heading)</h2><ul class=\"rows\">\(rows)</ul></section>"
            }
        let withheld: Markup? =
            issue.withheld > 0 ? "<p class=\"quiet\">\(words.withheldHere(issue.withheld))</p>" : nil
        let contents: Markup = issue.isEmpty ? "<p>\(words.nothing)</p>" : "\(sections)\(withheld)"
        return Page(
            title: words.title, summary: words.lead, links: [PageLink(.canonical, Address.periodical.href)],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
                \(subscribing(words, context))
                \(contents)
                """)
    }

    private func subscribing(_ words: PeriodicalWords, _ context: PageContext) -> Markup? {
        guard isSignedIn else { return nil }
        let lacks: Markup? =
            address == nil
            ? "<p class=\"notice\">\(words.noAddress) <a href=\"\(Address.noticeWays.href)\">\(words.ways)</a></p>"
            : nil
        if let subscription {
            let place: Markup = address.map { Shown.name($0) } ?? "–"
            return """
                \(lacks)<p>\(words.subscribed(place, subscription.language.ownName))</p>\
                \(context.form(to: .periodical, class: "sheet", "<input type=\"hidden\" name=\"do\" value=\"end\"><p class=\"actions\"><button class=\"plain\">\(words.stop)</button></p>"))
                """
        }
        let options: [Markup] = Language.allCases.map {
            FormField.option($0.rawValue, $0.ownName, chosen: $0 == context.language)
        }
        return """
            \(lacks)\(context.form(to: .periodical, class: "sheet", "\(FormField(name: "language", label: words.inLanguage).choice("\(options)"))<p class=\"actions\"><button>\(words.subscribe)</button></p>"))
            """
    }
}

extension PeriodicalEndModel {
    func page(in context: PageContext) -> Page {
        let words = PeriodicalWords.in(context.language)
        let form: Markup =
            isOver
            ? "<p class=\"notice\" role=\"status\">\(words.ended)</p>"
            : context.form(
                to: .periodicalEnd(secret), class: "sheet",
                "<input type=\"hidden\" name=\"do\" value=\"stop\"><p class=\"actions\"><button>\(words.stop)</button></p>"
            )
        return Page(title: words.title, main: "<header class=\"head\"><h1>\(words.title)</h1></header>\(form)")
    }
}
