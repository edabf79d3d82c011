import HTML
import Web
import Work

extension WorkModel {
    /// The page of what waits.
    func page(in context: PageContext) -> Page {
        let words = HallWords.in(context.language)
        let notice: Markup? = done.map { "<p class=\"notice\" role=\"status\">\(words.done($0))</p>" }
        let kinds: Markup? =
            tallies.isEmpty
            ? nil
            : """
            <div class="wide"><table><thead><tr><th scope="col">\(words.kind)</th><th scope="col">\(words.waiting)</th>\
            <th scope="col">\(words.late)</th><th scope="col">\(words.failing)</th>\
            <th scope="col">\(words.stopped)</th></tr></thead><tbody>\(tallies.map { tally in
            """
            <tr><th scope="row">\(titles(tally.kind))</th>\
            \([tally.waiting, tally.late, tally.failing, tally.stopped].map { count -> Markup in
                "<td class=\"number\">\(context.language.number(count))</td>"
            })</tr>

            """ as Markup
            })</tbody></table></div>
            """
        let list: Markup =
            rows.isEmpty
            ? "<p>\(words.nothing)</p>" : "<ul class=\"rows\">\(rows.map { item($0, words, context) })</ul>"
        let rest: Markup? =
            isCut ? "<p class=\"hint\">\(words.rest) <code dir=\"ltr\">concord work</code></p>" : nil
        return Page(
            title: words.title,
            main: """
                <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p>\(notice)</header>
                \(kinds)
                \(list)\(rest)
                """)
    }

    private func item(_ row: Row, _ words: HallWords, _ context: PageContext) -> Markup {
        let state: Markup =
            switch row.state {
            case .stopped, .failing: "<span class=\"flag\">\(words.state(row.state))</span>"
            default: Markup(text: words.state(row.state))
            }
        let name: Markup = row.name.map { Shown.name($0) } ?? "\(titles(row.kind)) \(Shown.code(row.key))"
        let problem: Markup? = row.problem.map {
            " · <span lang=\"en\" dir=\"auto\">\(Shown.marked(Shown.clipped($0, bytes: 400)))</span>"
        }
        let called = row.name ?? row.key
        let acts: Markup? =
            canChange
            ? """
            <div class="actions">\(button(.retry, row, called, words, context))\(button(.drop, row, called, words, context))</div>
            """ : nil
        return """
            <li><p class="title"><span>\(name)</span></p>\
            <p class="line">\(titles(row.kind)) · \(state)\(problem)</p>\
            <p class="meta"><span>\(words.due) \(row.due.minute(in: context.language))</span></p>\(acts)</li>

            """
    }

    private func button(
        _ change: Change, _ row: Row, _ name: String, _ words: HallWords, _ context: PageContext
    ) -> Markup {
        let label = change == .retry ? words.retry : words.drop
        return context.form(
            to: .work, class: "inline",
            """
            <input type="hidden" name="kind" value="\(row.kind)"><input type="hidden" name="key" value="\(row.key)">\
            <button class="plain" name="do" value="\(change.rawValue)" aria-label="\(label): \(Shown.bare(name))">\(label)</button>
            """)
    }
}
