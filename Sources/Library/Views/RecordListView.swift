import Foundation
import HTML
import Hall
import Kinds
import STIX
import Web

extension RecordListModel {
    /// The page of a list.
    func page(in context: PageContext) -> Page {
        let view = RecordListView(model: self, context: context)
        let tag = context.language.rawValue
        let address = Address.records(kind.name).href(with: question.parameters)
        var links = [
            PageLink(.canonical, address),
            PageLink(.form("application/atom+xml"), Address.recordsFeed(kind.name).href(with: question.parameters)),
            PageLink(.form("application/json"), Address.recordsJSON(kind.name).href(with: question.parameters)),
            .description,
        ]
        if kind.dates != nil {
            links.append(
                PageLink(.form("text/calendar"), Address.recordsCalendar(kind.name).href(with: question.parameters)))
        }
        return Page(
            title: kind.many.text(for: tag), summary: kind.says.text(for: tag), links: links,
            data: context.visitor == nil
                ? StructuredData.list(
                    kind.many.text(for: tag), says: kind.says.text(for: tag), at: context.gateway.address + address,
                    count: found.total.number, publisher: context.gateway.name) : nil, main: view.html)
    }
}

private struct RecordListView {
    let model: RecordListModel
    let context: PageContext

    private var words: LibraryWords { LibraryWords.in(context.language) }
    private var tag: String { context.language.rawValue }
    private var kind: Kind { model.kind }
    private var text: ValueText {
        ValueText(kind: kind, names: model.names, taxonomies: model.taxonomies, language: context.language)
    }

    var html: Markup {
        """
        <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(words.learn)</a></p>
        <h1>\(Shown.name(kind.many.text(for: tag)))</h1><p class="lead">\(Shown.name(kind.says.text(for: tag), bytes: 600))</p>\(add)</header>
        <div class="columns"><div>
        \(search)
        \(rows)
        \(pager)
        </div>
        <aside class="register">\(facets)\(formats)</aside></div>
        """
    }

    private var add: Markup? {
        guard model.mayWrite else { return nil }
        let address = Address.newDraft.href(with: [("kind", "record"), ("of", kind.name)])
        return
            "<p class=\"actions\"><a class=\"button\" href=\"\(address)\">\(words.add(kind.one.text(for: tag)))</a> <a class=\"plain\" href=\"\(Address.recordsImport(kind.name).href)\">\(words.importOf("CSV"))</a></p>"
    }

    private var search: Markup {
        let kept: [Markup] = model.question.chosen.map {
            "<input type=\"hidden\" name=\"f.\($0.field)\" value=\"\($0.value)\">"
        }
        return """
            <form class="search" role="search" action="\(Address.records(kind.name).href)">\(kept)\
            <label class="away" for="find">\(words.words)</label><input id="find" name="q" type="search" dir="auto" maxlength="500" \
            value="\(model.question.text)" placeholder="\(words.words)"><button>\(words.find)</button></form>
            <p class="quiet" role="status">\(words.objects(model.found.total))</p>
            """
    }

    private var rows: Markup {
        guard !model.found.rows.isEmpty else {
            if model.found.isTooMuch { return "<p class=\"notice\">\(words.narrowFirst(RecordTable.mostLookedAt))</p>" }
            return "<p>\(model.question.isEmpty ? words.none : words.noneFound)</p>"
        }
        return "<ul class=\"rows\">\(shown)</ul>"
    }

    /// As many rows as a page holds, one at least; the next page begins behind them.
    private var shown: [Markup] {
        var left = 24_000
        var rows: [Markup] = []
        for row in model.found.rows {
            let markup = self.row(row)
            guard rows.isEmpty || markup.markup.utf8.count <= left else { break }
            left -= markup.markup.utf8.count
            rows.append(markup)
        }
        return rows
    }

    private func row(_ row: RecordRow) -> Markup {
        let facts = kind.columns.compactMap { name -> Markup? in
            guard let field = row.kind.field(name), let value = row.values[name] else { return nil }
            let label: Markup = "<span class=\"quiet\">\(Shown.name(field.label.text(for: tag), bytes: 60)):</span> "
            return "<span>\(label)\(Shown.name(text.text(of: value, field), bytes: 160))</span>"
        }
        let overdue: Markup? = row.overdue.map {
            " <strong class=\"overdue\">\(KindWords.in(context.language).overdue($0, in: tag))</strong>"
        }
        let state: Markup? = row.state.flatMap { row.kind.life?.state($0) }.map {
            " <span class=\"state\">\(Shown.name($0.label.text(for: tag), bytes: 80))</span>"
        }
        let clocks: [Markup] = row.runOut.map {
            " <strong class=\"overdue\">\(Shown.name($0.label.text(for: tag), bytes: 120))</strong>"
        }
        let late: Markup = "\(state)\(clocks)\(overdue)"
        let dead = KindFace.links(in: row.values, of: row.kind).compactMap { model.deadLinks[$0] }.min().map {
            since -> Markup in
            " <strong class=\"overdue\">\(LinkWords.in(context.language).deadWithin(since.day(in: context.language)))</strong>"
        }
        let foreign: Markup? = row.language.flatMap {
            $0.prefix(2) == tag ? nil : " <span class=\"quiet\" dir=\"ltr\">[\($0)]</span>"
        }
        let stale: Markup? = row.isStale ? " <span class=\"overdue\">\(words.staleTranslation)</span>" : nil
        let summary: Markup? = kind.summary.flatMap { row.values[$0]?.string }.map {
            "<p dir=\"auto\">\(Shown.marked(Prose.plain($0, bytes: 240)))</p>"
        }
        return """
            <li><p class="title"><a href="\(Address.object(row.id).href)">\(Shown.name(row.name, bytes: 300))</a>\(foreign)\(stale)\(late)\(dead)</p>\(summary)\
            <p class="meta">\(facts.joined(separator: " ")) <span>\(row.changed.day(in: context.language))</span></p></li>

            """
    }

    // MARK: Filters

    /// Each facet with its values and their counts; the one that is chosen can be taken away.
    private var facets: Markup? {
        let sections: [Markup] = kind.facets.compactMap { name in
            guard let field = kind.field(name) else { return nil }
            let chosen = model.question.chosen.first { $0.field == name }?.value
            let values = model.found.facets[name] ?? []
            guard !values.isEmpty || chosen != nil else { return nil }
            let rows: [Markup] = values.prefix(12).map { value in
                let label = Shown.name(text.facet(value.value, field), bytes: 80)
                let count: Markup = "<span class=\"count\">\(context.language.number(value.count))</span>"
                guard value.value != chosen else {
                    return "<li aria-current=\"true\"><strong>\(label)</strong> \(count)</li>"
                }
                let question = model.question.choosing(name, value.value)
                let address = Address.records(kind.name).href(with: question.parameters)
                return "<li><a href=\"\(address)\" rel=\"nofollow\">\(label)</a> \(count)</li>"
            }
            let all: Markup? = chosen.map { _ in
                let address = Address.records(kind.name).href(with: model.question.choosing(name, nil).parameters)
                return "<li><a href=\"\(address)\">\(words.all)</a></li>"
            }
            return
                "<section><h2>\(Shown.name(field.label.text(for: tag)))</h2><ul class=\"plain\">\(all)\(rows)</ul></section>"
        }
        return sections.isEmpty && states == nil && lateness == nil
            ? nil : "<nav aria-label=\"\(words.narrow)\">\(states)\(lateness)\(sections)</nav>"
    }

    /// Where in their life they are.
    private var states: Markup? {
        guard let life = kind.life else { return nil }
        let question = model.question
        func link(_ state: String?, _ label: Markup) -> Markup {
            let address = Address.records(kind.name).href(with: question.choosing(state: state).parameters)
            return "<a href=\"\(address)\" rel=\"nofollow\">\(label)</a>"
        }
        let rows: [Markup] = life.states.compactMap { state in
            let count = model.found.states.map { $0[state.name] ?? 0 }
            guard question.state == state.name || count.map({ $0 > 0 }) ?? true else { return nil }
            let label = Shown.name(state.label.text(for: tag), bytes: 80)
            let counted: Markup? = count.map { " <span class=\"count\">\(context.language.number($0))</span>" }
            return question.state == state.name
                ? "<li aria-current=\"true\"><strong>\(label)</strong>\(counted)</li>"
                : "<li>\(link(state.name, label))\(counted)</li>"
        }
        guard !rows.isEmpty else { return nil }
        let all: Markup? = question.state == nil ? nil : "<li>\(link(nil, "\(words.all)"))</li>"
        return "<section><h2>\(words.state)</h2><ul class=\"plain\">\(all)\(rows)</ul></section>"
    }

    /// What is late, of a kind that can be.
    private var lateness: Markup? {
        guard kind.canBeLate else { return nil }
        let question = model.question
        let address = Address.records(kind.name).href(with: question.choosing(late: !question.isLate).parameters)
        let row: Markup =
            question.isLate
            ? "<li aria-current=\"true\"><strong>\(words.late)</strong></li><li><a href=\"\(address)\">\(words.all)</a></li>"
            : "<li><a href=\"\(address)\" rel=\"nofollow\">\(words.late)</a></li>"
        return "<section><h2>\(words.lateness)</h2><ul class=\"plain\">\(row)</ul></section>"
    }

    private var formats: Markup {
        let parameters = model.question.parameters
        var all = [
            (Address.recordsJSON(kind.name), "JSON"), (Address.recordsCSV(kind.name), "CSV"),
            (Address.recordsFeed(kind.name), "Atom"),
        ]
        if kind.dates != nil { all.append((Address.recordsCalendar(kind.name), "iCalendar")) }
        let rows: [Markup] = all.map {
            "<li><a href=\"\($0.0.href(with: parameters))\" rel=\"nofollow\">\($0.1)</a></li>"
        }
        let paper: Markup =
            "<li><a href=\"\(Address.booklet(kind.name).href(with: parameters))\" rel=\"nofollow\">\(words.onPaper)</a></li>"
        let own =
            kind.dates == nil ? nil : PrivateCalendarForm(kind: kind.name, question: model.question).html(in: context)
        return
            "<section><h2>\(words.formats)</h2><ul class=\"plain\">\(rows)\(paper)</ul><p><a href=\"\(Address.serviceDescription.href)\" rel=\"service-desc nofollow\"><bdi>OpenAPI</bdi></a></p></section>\(own)"
    }

    private var pager: Markup? {
        let (offset, shown) = (model.found.offset, self.shown.count)
        func link(_ from: Int, _ label: String, _ rel: String) -> Markup {
            let query = model.question.parameters + (from > 0 ? [("from", String(from))] : [])
            return "<a rel=\"\(rel)\" href=\"\(Address.records(kind.name).href(with: query))\">\(label)</a>"
        }
        let newer: Markup? = offset > 0 ? link(max(0, offset - RecordTable.page), words.newer, "prev") : nil
        let older: Markup? = offset + shown < model.found.total.number ? link(offset + shown, words.older, "next") : nil
        return newer == nil && older == nil ? nil : "<p class=\"pager\">\(newer) \(older)</p>"
    }
}
