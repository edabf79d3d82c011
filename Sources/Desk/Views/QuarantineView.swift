import HTML
package import Web

extension QuarantineModel {
    /// The list of what waits for a decision.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.quarantine
        let notice: Markup? = isDecided ? "<p class=\"notice\" role=\"status\">\(words.decided)</p>" : nil
        let list: Markup =
            rows.isEmpty
            ? "<p>\(words.nothing)</p>"
            : """
            <ul class="rows">\(rows.map { row(words, $0, context) })</ul>\
            \(PagerView(pager: pager, address: .quarantine, narrowing: filter.pairs, context: context).html)
            """
        return Page(
            title: words.title,
            main: """
                <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p>\(notice)\
                <p class="quiet">\(words.waiting(total)) · <a href="\(Address.imports.href)">\(words.toImports)</a></p>\
                </header>
                \(groups(words, context))\(list)
                """)
    }

    /// Kinds of what waits, each with the way to decide upon all of it; one object alone needs no kind.
    private func groups(_ words: QuarantineWords, _ context: PageContext) -> Markup? {
        guard shares.contains(where: { $0.count > 1 }) || !filter.isEmpty else { return nil }
        let rows: [Markup] = shares.prefix(12).map { share in
            """
            <li><a href="\(Address.quarantine.href(with: share.filter.pairs))">\(words.law(share.code))</a> \
            <span class="count">\(context.number(share.count))</span> \(Shown.name(share.source, bytes: 100)) · \
            <a href="\(Address.quarantineDecisions.href(with: share.filter.pairs))">\(words.decideAll)</a></li>

            """
        }
        let all: Markup? =
            filter.isEmpty ? nil : "<li><a href=\"\(Address.quarantine.href)\">\(words.everything)</a></li>"
        return "<ul class=\"plain\" id=\"kinds\">\(rows)\(all)</ul>"
    }

    private func row(_ words: QuarantineWords, _ row: QuarantineRow, _ context: PageContext) -> Markup {
        """
        <li><p class="title"><a href="\(Address.quarantineCase(row.id).href)">\(words.law(row.code))</a></p>\
        <p class="line">\(row.objectID.map { Shown.code($0) })</p>\
        <p class="meta"><span>\(Shown.name(row.source))</span><span class="where">\(context.link(row.collection))</span>\
        \(row.arrived.day(in: context.language))</p></li>

        """
    }
}

extension QuarantineCaseModel {
    /// One object beside what stands, and the decision.
    package func page(in context: PageContext) -> Page {
        let view = QuarantineCaseView(model: self, context: context)
        return Page(title: context.desk.quarantine.law(row.code), main: view.html)
    }
}

private struct QuarantineCaseView {
    let model: QuarantineCaseModel
    let context: PageContext

    /// Most rows of the comparison, and most bytes of one cell: the raw text below says the rest.
    private static let mostRows = 60
    private static let cellBytes = 300

    private var words: QuarantineWords { context.desk.quarantine }

    var html: Markup {
        let row = model.row
        let id: Markup? = row.objectID.map { "<p>\(Shown.code($0))</p>" }
        let refusal: Markup? = model.refusal.map {
            "<p class=\"notice\" role=\"alert\" lang=\"en\" dir=\"ltr\">\($0)</p>"
        }
        return """
            <header class="head"><p class="kicker"><a href="\(Address.quarantine.href)">\(words.title)</a></p>\
            <h1>\(words.law(row.code))</h1>\(id)\
            <p lang="en" dir="auto">\(row.sentence)</p>\
            <p class="quiet">\(words.from) \(Shown.name(row.source)) · \(context.link(row.collection)) · \
            \(row.arrived.day(in: context.language))</p>\(refusal)</header>
            \(comparison)
            \(decision)
            \(raw)
            """
    }

    private var comparison: Markup? {
        guard !model.properties.isEmpty else { return nil }
        let rows: [Markup] = model.properties.prefix(Self.mostRows).map { property in
            """
            <tr\(property.differs ? " class=\"differs\"" : "")><th scope="row">\(context.propertyLabel(property.property))</th>\
            <td>\(cell(property.standing, property.differs ? "del" : nil))</td>\
            <td>\(cell(property.waiting, property.differs ? "ins" : nil))</td></tr>

            """
        }
        let rest = model.properties.count - rows.count
        let more: Markup? = rest > 0 ? "<p class=\"quiet\">\(context.desk.common.more(rest))</p>" : nil
        return """
            <section id="comparison"><h2>\(words.comparison)</h2><table class="sides"><thead><tr>\
            <th scope="col">\(words.property)</th><th scope="col">\(words.stands)</th><th scope="col">\(words.waits)</th>\
            </tr></thead><tbody>
            \(rows)</tbody></table>\(more)</section>
            """
    }

    private func cell(_ text: String?, _ mark: String?) -> Markup {
        guard let text else { return "<span class=\"quiet\">–</span>" }
        let shown = Shown.marked(Shown.clipped(text, bytes: Self.cellBytes))
        switch mark {
        case "ins": return "<ins dir=\"auto\">\(shown)</ins>"
        case "del": return "<del dir=\"auto\">\(shown)</del>"
        default: return "<span dir=\"auto\">\(shown)</span>"
        }
    }

    private var decision: Markup {
        let lacks: Markup? =
            model.lacksReason ? "<p class=\"flag\" id=\"lacks\" role=\"alert\">\(words.lacksReason)</p>" : nil
        let described: Markup? = model.lacksReason ? " aria-describedby=\"lacks\" aria-invalid=\"true\"" : nil
        let accept: Markup
        let explained: Markup
        switch model.acceptance {
        case .replaces?:
            accept = "<button name=\"decision\" value=\"accept\">\(words.replace)</button>"
            explained = "<p>\(words.replaces)</p>"
        case .takesOver?:
            accept = "<button name=\"decision\" value=\"accept\">\(words.replace)</button>"
            explained = "<p>\(words.takesOver)</p>"
        case .places?:
            accept = "<button name=\"decision\" value=\"accept\">\(words.accept)</button>"
            explained = "<p>\(words.places)</p>"
        case nil:
            accept = ""
            explained = "<p>\(words.undecidable)</p>"
        }
        let form = context.form(
            to: .quarantineCase(model.row.id), class: "sheet",
            """
            \(lacks)<p><label for="reason">\(words.reason)</label>\
            <input id="reason" name="reason" required maxlength="1000"\(described)></p>\
            <p class="actions">\(accept)<button name="decision" value="dismiss" class="second">\(words.dismiss)</button></p>
            """)
        return "<section id=\"decision\"><h2>\(words.decision)</h2>\(explained)\(form)</section>"
    }

    private var raw: Markup {
        func part(_ title: String, _ text: String?) -> Markup? {
            text.map { text in
                """
                <details><summary>\(title)</summary><pre dir="ltr"><code>\(Shown.marked(Shown.clipped(text, bytes: 6_000)))\
                </code></pre></details>
                """
            }
        }
        return "<section id=\"raw\">\(part(words.waits, model.waiting))\(part(words.stands, model.standing))</section>"
    }
}
