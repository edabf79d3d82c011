import Hall
import HTML
package import Web

extension RemovalModel {
    /// The question before an object is withdrawn or erased.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.publish
        let title = kind == .withdrawal ? words.withdrawTitle : words.eraseTitle
        let address: Address = kind == .withdrawal ? .withdrawal(object.id) : .erasure(object.id)
        let wrong: Markup? =
            lacksReason ? "<p class=\"error\" id=\"reason-error\">\(words.reasonMissing)</p>" : nil
        let invalid: Markup? = lacksReason ? " aria-invalid=\"true\"" : nil
        let fields: Markup = """
            \(kind == .withdrawal ? boxes(context) : list(context))
            <div class="field"><label for="reason">\(words.reason)</label>\
            <p class="hint" id="reason-hint">\(kind == .withdrawal ? words.withdrawHint : words.eraseHint)</p>\(wrong)\
            <textarea id="reason" name="reason" rows="3" maxlength="1000" required dir="auto" \
            aria-describedby="\(lacksReason ? "reason-error " : "")reason-hint"\
            \(invalid)>
            \(reason)</textarea></div>
            \(together(context))\(kind == .erasure ? confirmation(context) : nil)
            <p class="actions"><button class="grave">\(kind == .withdrawal ? words.withdraw : words.erase)</button> \
            <a class="plain" href="\(Address.object(object.id).href)">\(words.cancel)</a></p>
            """
        let main: Markup = """
            <header class="head"><p class="kicker">\(context.typeLabel(object.type)) \(context.link(object))</p>\
            <h1>\(title)</h1><p class="lead">\(kind == .withdrawal ? words.withdrawLead : words.eraseLead)</p></header>
            \(context.form(to: address, class: "sheet", fields))
            """
        return Page(title: title, main: main)
    }

    private func boxes(_ context: PageContext) -> Markup {
        let words = context.desk.publish
        let rows: [Markup] = places.prefix(60).map { place in
            let why: Markup? = place.whyNot.map { " — \(WhyNotView(whyNot: $0, context: context).html)" }
            return """
                <label class="check"><input type="checkbox" name="collection" value="\(place.name.id)"\
                \(place.whyNot != nil ? " disabled" : place.isChosen ? " checked" : "")> \
                <span>\(Shown.name(place.name.title)) <span class="quiet">\(context.readers(place.readers))\(why)</span></span>\
                </label>

                """
        }
        let wrong: Markup? = lacksPlace ? "<p class=\"error\">\(words.placeMissing)</p>" : nil
        return "<fieldset><legend>\(words.fromWhere)</legend>\(wrong)\(rows)</fieldset>"
    }

    /// The offer to withdraw what was published with it.
    private func together(_ context: PageContext) -> Markup? {
        let words = context.desk.sparing
        let stays: Markup? = staying > 0 ? "<p class=\"quiet\">\(words.staying(staying))</p>" : nil
        guard !companions.isEmpty else { return stays }
        let rows = Ration.fit(companions, bytes: 6_000) {
            "<li>\(context.typeLabel($0.type)) \(context.link($0))</li>\n"
        }
        let more: Markup? =
            rows.count < companions.count
            ? "<li class=\"more\">\(context.desk.common.more(companions.count - rows.count))</li>" : nil
        return """
            <div class="field"><label class="check"><input type="checkbox" name="with" value="all"\
            \(takesCompanions ? " checked" : "")> <span>\(words.withdrawWith(companions.count))</span></label>\
            <p class="hint">\(words.withdrawWithHint)</p><ul class="plain">\(rows)\(more)</ul>\(stays)</div>
            """
    }

    private func list(_ context: PageContext) -> Markup {
        let rows: [Markup] = places.prefix(60).map { "<li>\(context.link($0.name))</li>" }
        return "<ul class=\"plain\">\(rows)</ul>"
    }

    private func confirmation(_ context: PageContext) -> Markup {
        let words = context.desk.publish
        let described: Markup? = isUnconfirmed ? " aria-describedby=\"confirm-error\"" : nil
        let wrong: Markup? = isUnconfirmed ? "<p class=\"error\" id=\"confirm-error\">\(words.confirmMissing)</p>" : nil
        return """
            \(wrong)<label class="check"><input type="checkbox" name="confirm" value="\(object.id)" required\
            \(described)> <span>\(words.eraseConfirm)</span></label>
            """
    }
}

extension SharingModel {
    /// The page on which an object is placed in a further collection.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.publish
        let main: Markup = """
            <header class="head"><p class="kicker">\(context.typeLabel(object.type)) \(context.link(object))</p>\
            <h1>\(words.shareTitle)</h1><p class="lead">\(words.shareLead)</p><p>\(marking.chip)</p></header>
            <form class="sheet" action="\(Address.sharing(object.id).href)"><div class="field">\
            <label for="into">\(words.shareInto)</label><select id="into" name="into">\(options(context))</select></div>\
            <p class="actions"><button>\(words.look)</button></p></form>
            \(chosen.map { outcome($0, context) })
            """
        return Page(title: words.shareTitle, main: main)
    }

    private func options(_ context: PageContext) -> [Markup] {
        targets.prefix(100).map { target in
            FormField.option(
                target.name.id, "\(target.name.title) — \(context.desk.common.readers(target.readers))",
                chosen: target.name == chosen?.name)
        }
    }

    private func outcome(_ place: PreviewModel.Destination, _ context: PageContext) -> Markup {
        let words = context.desk.publish
        let canGo = place.concerns.allSatisfy(\.isQuestion)
        let form = canGo ? "whole" : "redacted"
        let confirmations = ConfirmationList(questions: place.concerns.filter(\.isQuestion), context: context).html
        let send: Markup? =
            canGo || redacted != nil
            ? context.form(
                to: .sharing(object.id), class: "sheet",
                """
                <input type="hidden" name="into" value="\(place.name.id)"><input type="hidden" name="form" value="\(form)">\
                \(confirmations)<p class="actions"><button>\(canGo ? words.share : words.shareRedacted)</button></p>
                """) : nil
        let left: Markup? = redacted.map { json in
            """
            <h3>\(words.redactedTitle)</h3><p class="quiet">\(words.redactedLead)</p>\
            <pre dir="ltr"><code>\(Shown.marked(Shown.clipped(json.indented(bytes: 8_000), bytes: 6_000)))</code></pre>
            """
        }
        return """
            <section id="seen"><h2>\(words.whoWillSee)</h2><p><strong>\(words.willSee(place.headcount, place.readers))</strong> \
            \(place.ceiling.chip)</p>\(ConcernList(concerns: place.concerns, context: context).html)\(left)\(send)</section>
            """
    }
}
