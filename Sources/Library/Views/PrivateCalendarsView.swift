import HTML
import Hall
import Kinds
import STIX
import Web

extension PrivateCalendarsModel {
    /// The page where somebody sees and ends their private calendars.
    func page(in context: PageContext) -> Page {
        let words = PrivateCalendarWords.in(context.language)
        let list: Markup =
            rows.isEmpty
            ? "<p>\(words.none)</p>" : "<ul class=\"rows\">\(rows.map { row($0, words, context) })</ul>"
        return Page(
            title: words.title, summary: words.lead,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.calendar.href)">\(LibraryWords.in(context.language).calendar)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
                \(notice(words))
                <section>\(list)</section>
                \(canChange ? PrivateCalendarForm(isAmongThem: true).html(in: context) : nil)
                """)
    }

    private func notice(_ words: PrivateCalendarWords) -> Markup? {
        if isFull { return "<p class=\"notice\" role=\"alert\">\(words.full(PrivateCalendar.most))</p>" }
        return made.map { address in
            """
            <section><div class="notice" role="status"><p>\(words.made)</p>\
            <pre class="command" dir="ltr"><code>\(address)</code></pre><p>\(words.madeLead)</p></div></section>
            """
        }
    }

    private func row(_ row: Row, _ words: PrivateCalendarWords, _ context: PageContext) -> Markup {
        let (calendar, language) = (row.calendar, context.language)
        let fetched = calendar.fetched.map { Moment("\($0)T00:00:00Z").day(in: language) }
        let removal = context.form(
            to: .privateCalendarRemoval(calendar.id), class: "inline",
            """
            <button class="plain" aria-label="\(words.revoke): \(Shown.bare(name(row, words, language)))">\(words.revoke)</button>
            """)
        return """
            <li><p class="title">\(title(row, words, language))</p>\
            <p class="meta">\(filters(row, language)) <span>\(words.since(Moment(calendar.created.description).day(in: language)))</span> \
            <span>\(words.fetched(fetched))</span></p>\(canChange ? removal : nil)</li>

            """
    }

    /// What it is of, and the way to the same as a page.
    private func title(_ row: Row, _ words: PrivateCalendarWords, _ language: Language) -> Markup {
        let name = Shown.name(name(row, words, language))
        guard let kind = row.calendar.kind else { return "<a href=\"\(Address.calendar.href)\">\(name)</a>" }
        guard row.kind != nil else {
            return "\(name) <span class=\"quiet\">\(LibraryWords.in(language).hidden)</span>"
        }
        return "<a href=\"\(Address.records(kind).href(with: row.calendar.query.parameters))\">\(name)</a>"
    }

    private func name(_ row: Row, _ words: PrivateCalendarWords, _ language: Language) -> String {
        row.calendar.kind.map { row.kind?.many.text(for: language.rawValue) ?? $0 } ?? words.everything
    }

    private func filters(_ row: Row, _ language: Language) -> [Markup] {
        guard let kind = row.kind, let question = try? RecordQuestion(row.calendar.query, of: kind) else { return [] }
        let text = ValueText(kind: kind, names: names, taxonomies: taxonomies, language: language)
        return text.filters(of: question).map { filter in
            "<span><span class=\"quiet\">\(Shown.name(filter.label, bytes: 60)):</span> \(Shown.name(filter.value, bytes: 160))</span> "
        }
    }
}

/// The button that makes a private calendar, of everything with a date or of a list.
struct PrivateCalendarForm {
    /// The kind of the list; nil for every kind.
    var kind: String?
    /// How the list is narrowed.
    var question: RecordQuestion?
    /// Whether it stands on the page that lists them.
    var isAmongThem = false

    /// Nil where nobody is signed in as themselves.
    func html(in context: PageContext) -> Markup? {
        guard let visitor = context.visitor, visitor.seeingAs == nil else { return nil }
        let words = PrivateCalendarWords.in(context.language)
        let query = WebQuery(question?.parameters ?? []).text
        let others: Markup? =
            isAmongThem ? nil : "<p><a href=\"\(Address.privateCalendars.href)\">\(words.title)</a></p>"
        return """
            <section><p class="hint">\(words.makeLead)</p>\
            \(context.button(words.make, to: .privateCalendars, [("kind", kind ?? ""), ("query", query)]))\(others)</section>
            """
    }
}
