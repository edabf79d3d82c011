import Foundation
import HTML
import Hall
import Kinds
import STIX
import Web

extension LearnModel {
    /// What is known here: each kind by work area, and what came last.
    func page(in context: PageContext) -> Page {
        let words = LibraryWords.in(context.language)
        return Page(
            title: words.learn, summary: words.lead, links: [.description],
            main: LearnView(model: self, context: context).html)
    }
}

private struct LearnView {
    let model: LearnModel
    let context: PageContext

    private var words: LibraryWords { LibraryWords.in(context.language) }
    private var agenda: AgendaWords { AgendaWords.in(context.language) }
    private var tag: String { context.language.rawValue }

    var html: Markup {
        """
        <header class="head"><h1>\(words.learn)</h1><p class="lead">\(words.lead)</p></header>
        \(table)
        \(gaps)
        \(newest)
        <ul class="tongues"><li><a href="\(Address.calendar.href)">\(words.calendar)</a></li>\
        <li><a href="\(Address.agenda.href)">\(agenda.agenda)</a></li><li><a href="\(Address.parties.href)">\(agenda.parties)</a></li>\
        <li><a href="\(Address.countries.href)">\(CountriesWords.in(context.language).title)</a></li>\
        <li><a href="\(Address.summary.href)">\(SummaryWords.in(context.language).title)</a></li>\
        <li><a href="\(Address.landscape.href)">\(LandscapeWords.in(context.language).coming)</a></li>\
        <li><a href="\(Address.terms.href)">\(TermsWords.in(context.language).title)</a></li>\
        <li><a href="\(Address.periodical.href)">\(PeriodicalWords.in(context.language).title)</a></li>\
        <li><a href="\(Address.deadLinks.href)">\(LinkWords.in(context.language).title)</a></li>\
        <li><a href="\(Address.serviceDescription.href)" rel="service-desc nofollow"><bdi>OpenAPI</bdi></a></li></ul>
        """
    }

    private var table: Markup? {
        let rows = rows
        guard !rows.isEmpty else { return nil }
        return """
            <section><h2>\(words.byArea)</h2><div class="wide"><table><thead><tr><th scope="col">\(words.what)</th>\(heads)\
            <th scope="col">\(words.total)</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private var heads: [Markup] {
        model.areas.map { "<th scope=\"col\">\(Shown.name($0.label.text(for: tag), bytes: 80))</th>" }
    }

    private var rows: [Markup] {
        let kinds: [Markup] = model.rows.filter { $0.total > 0 }.map { row in
            let kind = row.kind
            let cells: [Markup] = model.areas.map { area in
                guard let areas = row.areas else { return "<td>–</td>" }
                let address = Address.records(kind.name).href(with: [("f.work_areas", area.value)])
                return "<td>\(number(areas[area.value] ?? 0, address))</td>"
            }
            return """
                <tr><th scope="row"><a href="\(Address.records(kind.name).href)">\(Shown.name(kind.many.text(for: tag)))</a></th>\
                \(cells)<td>\(number(row.total, Address.records(kind.name).href))</td></tr>

                """
        }
        guard model.advisories > 0 else { return kinds }
        let empty: [Markup] = model.areas.map { _ in "<td>–</td>" }
        let reports = Address.search("").href(with: [("type", "report")])
        return kinds + [
            "<tr><th scope=\"row\"><a href=\"\(reports)\">\(words.advisories)</a></th>\(empty)<td>\(number(model.advisories, reports))</td></tr>"
        ]
    }

    /// What nobody has written yet: the gaps, by name.
    private var gaps: Markup? {
        let empty: [Markup] = model.rows.filter { $0.total == 0 }.map { row in
            "<a href=\"\(Address.records(row.kind.name).href)\">\(Shown.name(row.kind.many.text(for: tag)))</a>"
        }
        return empty.isEmpty
            ? nil : "<section><h2>\(words.gaps)</h2><p>\(empty.joined(separator: context.comma))</p></section>"
    }

    /// A number that leads to what it counts; where there is nothing, that is said, and never 0.
    private func number(_ count: Int, _ address: String) -> Markup {
        count == 0
            ? "<span class=\"quiet\">\(words.nothingYet)</span>"
            : "<a href=\"\(address)\">\(context.language.number(count))</a>"
    }

    private var newest: Markup? {
        guard !model.newest.isEmpty else { return nil }
        let rows: [Markup] = model.newest.map { row in
            """
            <li><p class="title"><a href="\(Address.object(row.id).href)">\(Shown.name(row.name, bytes: 200))</a></p>\
            <p class="meta"><span>\(Shown.name(row.kind.one.text(for: tag)))</span> <span>\(row.added.day(in: context.language))</span></p></li>

            """
        }
        return "<section><h2>\(words.newest)</h2><ul class=\"rows\">\(rows)</ul></section>"
    }
}

extension CalendarModel {
    /// As many as a page holds.
    private static let most = 120

    /// What takes place in a month, day by day.
    func page(in context: PageContext) -> Page {
        let words = LibraryWords.in(context.language)
        return Page(title: words.calendar, summary: words.calendarLead, main: html(words, context))
    }

    private func html(_ words: LibraryWords, _ context: PageContext) -> Markup {
        var style = Date.FormatStyle(locale: Locale(identifier: context.language.rawValue)).month(.wide).year()
        style.timeZone = .gmt
        let title = month.first.start.formatted(style)
        let rows: [Markup] = rows.sorted { start($0) < start($1) }.prefix(Self.most).map { row in
            let place: Markup? = row.kind.dates?.place.flatMap { row.values[$0]?.string }.map {
                "<span>\(Shown.name($0, bytes: 120))</span>"
            }
            let day = String(start(row).prefix(10))
            return """
                <li><p class="title">\(Moment("\(day)T00:00:00Z").day(in: context.language)) \
                <a href="\(Address.object(row.id).href)">\(Shown.name(row.name, bytes: 200))</a></p>\
                <p class="meta"><span>\(Shown.name(row.kind.one.text(for: context.language.rawValue)))</span> \(place)</p></li>

                """
        }
        // Where a month has more, each kind's own list has them all.
        let kinds = Dictionary(self.rows.map { ($0.kind.name, $0.kind) }) { first, _ in first }
        let more: Markup? =
            self.rows.count <= Self.most
            ? nil
            : "<p>… \(kinds.values.sorted { $0.name < $1.name }.map { kind -> Markup in "<a href=\"\(Address.records(kind.name).href)\">\(Shown.name(kind.many.text(for: context.language.rawValue)))</a>" }.joined(separator: context.comma))</p>"
        func way(_ month: Month, _ label: String, _ rel: String) -> Markup {
            "<a rel=\"\(rel)\" href=\"\(Address.calendar.href(with: [("month", month.description)]))\">\(label)</a>"
        }
        let list: Markup = rows.isEmpty ? "<p>\(words.noDates)</p>" : "<ul class=\"rows\">\(rows)</ul>"
        return """
            <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(words.learn)</a></p><h1>\(words.calendar): \(Shown.name(title))</h1>\
            <p class="lead">\(words.calendarLead)</p></header>\(list)\(more)
            <p class="pager">\(way(month.previous, words.previous, "prev")) \(way(month.next, words.following, "next"))</p>
            <p><a href="\(Address.calendarFile.href)">iCalendar</a></p>\(PrivateCalendarForm().html(in: context))
            """
    }

    private func start(_ row: RecordRow) -> String { row.kind.dates.flatMap { row.values[$0.start]?.string } ?? "" }
}
