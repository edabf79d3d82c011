import HTML
import Hall
import Kinds
import Web

extension AgendaModel {
    /// The five work areas and the seven goals; a place without anything says so, and never 0.
    func page(in context: PageContext) -> Page {
        let words = AgendaWords.in(context.language)
        return Page(
            title: words.agenda, summary: words.lead, links: [PageLink(.canonical, Address.agenda.href)],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.agenda)</h1><p class="lead">\(words.lead)</p></header>
                \(parts.map { section($0, words, context) })
                <p><a href="\(Address.parties.href)">\(words.parties)</a></p>
                """)
    }

    private func section(_ part: Part, _ words: AgendaWords, _ context: PageContext) -> Markup {
        let tag = context.language.rawValue
        let rows: [Markup] = part.rows.map { row in
            let counts: [Markup] = row.counts.map { count in
                let address = Address.records(count.kind.name).href(with: [("f.\(part.field)", row.value)])
                return """
                    <li>\(Shown.name(count.kind.many.text(for: tag))) \
                    <a class="count" href="\(address)">\(context.language.number(count.count))</a></li>
                    """
            }
            let list: Markup =
                counts.isEmpty
                ? "<p class=\"quiet\">\(LibraryWords.in(context.language).nothingYet)</p>"
                : "<ul class=\"tongues\">\(counts)</ul>"
            return
                "<li id=\"\(part.field)-\(row.value)\"><h3>\(Shown.name(row.label.text(for: tag), bytes: 240))</h3>\(list)</li>\n"
        }
        guard !rows.isEmpty else { return "" }
        return "<section><h2>\(words.part(part.field))</h2><ol class=\"agenda\">\(rows)</ol></section>"
    }
}

extension PartiesModel {
    private static let most = 200

    /// Each party with what it is named as.
    func page(in context: PageContext) -> Page {
        let words = AgendaWords.in(context.language)
        let library = LibraryWords.in(context.language)
        let tag = context.language.rawValue
        let options: [Markup] = areas.map {
            FormField.option($0.value, $0.label.text(for: tag), chosen: $0.value == area)
        }
        let choice = FormField(name: "area", label: library.narrow).choice(
            "\(FormField.option("", library.all, chosen: area == nil))\(options)")
        let shown = rows.prefix(Self.most)
        let lines: [Markup] = shown.map { row in
            let name: Markup = row.name.map { Shown.name($0, bytes: 200) } ?? Shown.code(row.id)
            let deeds: [Markup] = row.deeds.prefix(12).compactMap { deed(of: $0, row.id, context) }
            return
                "<tr><th scope=\"row\"><a href=\"\(Address.object(row.id).href)\">\(name)</a></th><td><ul class=\"plain\">\(deeds)</ul></td></tr>\n"
        }
        let more: Markup? =
            rows.count > shown.count ? "<p class=\"quiet\">\(words.more(rows.count - shown.count))</p>" : nil
        let table: Markup =
            lines.isEmpty
            ? "<p>\(library.nothingYet)</p>"
            : "<div class=\"wide\"><table><thead><tr><th scope=\"col\">\(words.who)</th><th scope=\"col\">\(words.what)</th></tr></thead><tbody>\(lines)</tbody></table></div>\(more)"
        return Page(
            title: words.parties, summary: words.partiesLead, links: [PageLink(.canonical, Address.parties.href)],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.agenda.href)">\(words.agenda)</a></p>\
                <h1>\(words.parties)</h1><p class="lead">\(words.partiesLead)</p></header>
                <form class="sheet" action="\(Address.parties.href)">\(choice)<p class="actions"><button>\(library.find)</button></p></form>
                \(table)
                """)
    }

    private func deed(of deed: Deed, _ party: String, _ context: PageContext) -> Markup? {
        guard let kind = kinds.first(where: { $0.name == deed.kind }) else { return nil }
        let tag = context.language.rawValue
        let label = kind.field(deed.field)?.label.text(for: tag) ?? deed.field
        let what: Markup = "\(Shown.name(kind.many.text(for: tag))) · \(Shown.name(label, bytes: 80))"
        let number = context.language.number(deed.count)
        // What a list can be narrowed by leads to the list that is counted.
        guard kind.facets.contains(deed.field) else { return "<li>\(what) <span class=\"count\">\(number)</span></li>" }
        let chosen = [("f.\(deed.field)", party)] + (area.map { [("f.work_areas", $0)] } ?? [])
        return
            "<li>\(what) <a class=\"count\" href=\"\(Address.records(kind.name).href(with: chosen))\">\(number)</a></li>"
    }
}
