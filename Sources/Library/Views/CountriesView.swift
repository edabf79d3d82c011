import Foundation
import HTML
import Hall
import Kinds
import Web

extension CountriesModel {
    /// A column for each country; where nothing is known, that is said.
    func page(in context: PageContext) -> Page {
        let words = CountriesWords.in(context.language)
        return Page(
            title: words.title, summary: words.lead, links: [PageLink(.canonical, Address.countries.href(with: query))],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
                \(form(words, context))
                \(countries.isEmpty ? nil : tables(words, context))
                """)
    }

    private var query: [(String, String)] { countries.enumerated().map { ("c\($0 + 1)", $1) } }

    private func name(_ code: String, _ context: PageContext) -> String {
        Locale(identifier: context.language.rawValue).localizedString(forRegionCode: code) ?? code
    }

    private func form(_ words: CountriesWords, _ context: PageContext) -> Markup {
        let locale = Locale(identifier: context.language.rawValue)
        let named = Country.codes.map { ($0, name($0, context)) }
            .sorted { $0.1.compare($1.1, locale: locale) == .orderedAscending }
        let choices: [Markup] = (0..<Self.most).map { number in
            let chosen = countries.indices.contains(number) ? countries[number] : ""
            let stray = chosen.isEmpty || Country.codes.contains(chosen) ? [] : [(chosen, chosen)]
            let options: [Markup] = (stray + named).map { FormField.option($0.0, $0.1, chosen: $0.0 == chosen) }
            return FormField(name: "c\(number + 1)", label: words.country(number + 1)).choice(
                "\(FormField.option("", "–", chosen: chosen.isEmpty))\(options)")
        }
        return """
            <form class="sheet" action="\(Address.countries.href)"><div class="row">\(choices)</div>\
            <p class="actions"><button>\(words.compare)</button></p></form>
            """
    }

    private func tables(_ words: CountriesWords, _ context: PageContext) -> Markup {
        let tag = context.language.rawValue
        let heads: [Markup] = countries.map { "<th scope=\"col\">\(Shown.name(name($0, context)))</th>" }
        func table(_ first: String, _ rows: [Markup]) -> Markup {
            """
            <div class="wide"><table><thead><tr><th scope="col">\(first)</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
        }
        let rows: [Markup] = parts.map { part in
            let cells: [Markup] = zip(countries, part.cells).map { cell($1, of: part, in: $0, words, context) }
            return "<tr><th scope=\"row\">\(Shown.name(part.kind.many.text(for: tag)))</th>\(cells)</tr>\n"
        }
        let progress: [Markup] = progress.map { progress in
            let rows: [Markup] = progress.texts.map { text in
                let cells: [Markup] = text.status.map { status in
                    let said = status.map { progress.kind.text(of: $0, progress.status, in: tag) }
                    return
                        "<td>\(said.map { Shown.name($0, bytes: 80) } ?? "<span class=\"quiet\">\(words.unknown)</span>")</td>"
                }
                return
                    "<tr><th scope=\"row\"><a href=\"\(Address.object(text.id).href)\">\(Shown.name(text.name, bytes: 160))</a></th>\(cells)</tr>\n"
            }
            let more: Markup? =
                progress.total.number > progress.texts.count
                ? "<p><a href=\"\(Address.records(progress.kind.name).href)\">\(LibraryWords.in(context.language).older)</a></p>"
                : nil
            return
                "<section><h2>\(Shown.name(progress.kind.many.text(for: tag)))</h2>\(table(words.text, rows))\(more)</section>"
        }
        let known: Markup =
            rows.isEmpty
            ? "<p>\(words.nothing)</p>" : "<section><h2>\(words.known)</h2>\(table(words.kind, rows))</section>"
        return "\(known)\(progress)"
    }

    private func cell(
        _ cell: Cell, of part: Part, in country: String, _ words: CountriesWords, _ context: PageContext
    ) -> Markup {
        guard cell.count > 0 else { return "<td><span class=\"quiet\">\(words.unknown)</span></td>" }
        let tag = context.language.rawValue
        let rows: [Markup] = cell.rows.map { row in
            let state: Markup? = row.state.flatMap { row.kind.life?.state($0) }.map {
                " <span class=\"state\">\(Shown.name($0.label.text(for: tag), bytes: 80))</span>"
            }
            return "<li><a href=\"\(Address.object(row.id).href)\">\(Shown.name(row.name, bytes: 120))</a>\(state)</li>"
        }
        let all = Address.records(part.kind.name).href(with: [("f.\(part.field.name)", country)])
        let more: Markup? =
            cell.count > cell.rows.count
            ? "<li><a class=\"count\" href=\"\(all)\">\(context.language.number(cell.count))</a></li>" : nil
        return "<td><ul class=\"plain\">\(rows)\(more)</ul></td>"
    }
}
