import HTML
package import Web

extension DecisionsModel {
    /// What one decision on many objects would do, and the form for it.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.quarantine
        let notice: Markup? = done.map { done in
            "<p class=\"notice\" role=\"status\">\(words.decidedAll(context.number(done.decided), done.left))</p>"
        }
        let nothing: Markup = "<p>\(words.nothing)</p>"
        let kinds: Markup = "<ul class=\"rows\">\(rows(words, context))</ul>\(form(words, context))"
        let main: Markup = """
            <header class="head"><p class="kicker"><a href="\(Address.quarantine.href)">\(words.title)</a></p>\
            <h1>\(words.decideAll)</h1><p class="lead">\(words.decideAllLead)</p>\(notice)</header>
            \(shares.isEmpty ? nothing : kinds)
            """
        return Page(title: words.decideAll, main: main)
    }

    private func rows(_ words: QuarantineWords, _ context: PageContext) -> [Markup] {
        shares.map { share in
            """
            <li><p class="title">\(context.number(share.count)) · \(words.law(share.code))</p>\
            <p class="line">\(words.outcome(share.acceptance))</p>\
            <p class="meta"><span>\(Shown.name(share.source))</span>\
            <span class="where">\(context.link(share.collection))</span></p></li>

            """
        }
    }

    private func form(_ words: QuarantineWords, _ context: PageContext) -> Markup {
        let lacks: Markup? =
            lacksReason ? "<p class=\"flag\" id=\"lacks\" role=\"alert\">\(words.lacksReason)</p>" : nil
        let described: Markup? = lacksReason ? " aria-describedby=\"lacks\" aria-invalid=\"true\"" : nil
        let hidden: [Markup] = (filter.pairs + [(name: "last", value: last)]).map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
        }
        let accept: Markup? =
            shares.contains { $0.acceptance != nil }
            ? "<button name=\"decision\" value=\"accept\">\(words.accept)</button>" : nil
        return context.form(
            to: .quarantineDecisions, class: "sheet",
            """
            \(lacks)\(hidden)<p><label for="reason">\(words.reason)</label>\
            <input id="reason" name="reason" required maxlength="1000" value="\(reason)"\(described)></p>\
            <p class="actions">\(accept)<button name="decision" value="dismiss" class="second">\(words.dismiss)</button></p>
            """)
    }
}

extension QuarantineWords {
    /// What accepting does to each of several objects.
    func outcome(_ acceptance: QuarantineCaseModel.Acceptance?) -> String {
        switch acceptance {
        case .places?: places
        case .replaces?: replaces
        case .takesOver?: takesOver
        case nil: undecidable
        }
    }
}
