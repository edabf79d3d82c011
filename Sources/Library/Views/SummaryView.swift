import HTML
import Hall
import Kinds
import Web

/// The numbers of a night, and of a week before.
struct SummaryModel: Sendable {
    let latest: Summary?
    let before: Summary?
    let kinds: [Kind]
}

extension SummaryModel {
    func page(in context: PageContext) -> Page {
        let words = SummaryWords.in(context.language)
        let tag = context.language.rawValue
        let rows: [Markup] = (latest?.figures ?? []).compactMap { figure in
            guard let (label, address) = place(of: figure, words, tag) else { return nil }
            let number = context.language.number(figure.count)
            let change = before.flatMap { $0.count(figure) }.map { figure.count - $0 }
            let since: Markup? = change.map {
                $0 == 0
                    ? "<span class=\"quiet\">\(words.same)</span>"
                    : "\($0 > 0 ? "+" : "−")\(context.language.number(abs($0)))"
            }
            return
                "<tr><th scope=\"row\">\(label)</th><td><a class=\"count\" href=\"\(address)\">\(number)</a></td><td>\(since)</td></tr>\n"
        }
        let table: Markup =
            rows.isEmpty
            ? "<p>\(words.notYet)</p>"
            : """
            <div class="wide"><table><thead><tr><th scope="col">\(words.what)</th><th scope="col">\(words.count)</th>\
            <th scope="col">\(words.sinceAWeek)</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        let day: Markup? = latest.map {
            "<p class=\"quiet\">\(words.counted(Moment("\($0.day)T00:00:00Z").day(in: context.language)))</p>"
        }
        return Page(
            title: words.title, summary: words.lead, links: [PageLink(.canonical, Address.summary.href)],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>\(table)\(day)
                """)
    }

    /// What a number counts, and the query that counts it.
    private func place(of figure: Summary.Figure, _ words: SummaryWords, _ tag: String) -> (Markup, String)? {
        let kind = kinds.first { $0.name == figure.kind }
        switch figure.subject {
        case .kind:
            return kind.map { (Shown.name($0.many.text(for: tag)), Address.records($0.name).href) }
        case .late:
            return kind.map {
                (words.late(Shown.name($0.many.text(for: tag))), Address.records($0.name).href(with: [("late", "1")]))
            }
        case .ahead: return (Markup(text: words.ahead), Address.calendar.href)
        case .advisories: return (Markup(text: words.advisories), Address.search("").href(with: [("type", "report")]))
        case .goalsWithoutEvidence: return (Markup(text: words.goals), Address.agenda.href)
        }
    }
}
