import HTML
import Hall
import Ledger
package import Web

extension ReviewListModel {
    /// The page of what waits for a review.
    package func page(in context: PageContext) -> Page {
        let words = ReviewWords.in(context.language)
        func list(_ rows: [Row]) -> Markup {
            guard !rows.isEmpty else { return "<p class=\"quiet\">\(words.nothing)</p>" }
            let items: [Markup] = Ration.fit(rows, bytes: 14_000) { row in
                let place: Markup? = row.collection.map { " \(context.link($0))" }
                let state: Markup =
                    if let outcome = row.outcome { "<strong class=\"state\">\(words.outcome(outcome))</strong>" } else {
                        "\(row.due.map { words.until($0.day(in: context.language)) } ?? "\(words.waitsForAgreement)")"
                    }
                return """
                    <li><p class="title"><a href="\(Address.review(row.id).href)">\(Shown.name(row.title))</a></p>\
                    <p class="meta"><span>\(context.desk.publish.kind(row.kind))</span> \
                    <span>\(context.desk.publish.by) \(Shown.name(row.author))</span>\(place) \
                    \(row.asked.minute(in: context.language)) <span>\(state)</span></p></li>

                    """
            }
            return "<ul class=\"rows\">\(items)</ul>"
        }
        let main: Markup = """
            <header class="head"><p class="kicker"><a href="\(Address.drafts.href)">\(context.desk.publish.drafts)</a></p>\
            <h1>\(words.reviews)</h1><p class="lead">\(words.lead)</p></header>
            <section><h2>\(words.waiting) <span class="count">\(context.number(waiting.count))</span></h2>\(list(waiting))</section>
            <section><h2>\(words.own)</h2>\(list(own))</section>
            """
        return Page(title: words.reviews, main: main)
    }
}

extension ReviewModel {
    /// The page of a text under review.
    package func page(in context: PageContext) -> Page {
        let view = ReviewView(model: self, context: context)
        return Page(
            title: "\(ReviewWords.in(context.language).review) · \(Shown.clipped(title, bytes: 100))", main: view.html)
    }
}

private struct ReviewView {
    let model: ReviewModel
    let context: PageContext

    private var words: ReviewWords { ReviewWords.in(context.language) }

    var html: Markup {
        let asked: Markup? = model.wasAsked ? "<p class=\"notice\" role=\"status\">\(words.wasAsked)</p>" : nil
        return """
            <header class="head"><p class="kicker"><a href="\(Address.reviews.href)">\(words.reviews)</a> · \
            \(context.desk.publish.kind(model.kind)) · \(context.desk.publish.by) \(Shown.name(model.author)) · \
            \(model.asked.minute(in: context.language))</p>
            <h1>\(Shown.name(model.title))</h1>\(asked)\(state)</header>
            <div class="columns"><div>
            <section id="seen"><h2>\(context.desk.publish.whoWillSee)</h2><p class="seen">\(context.readers(model.readers))</p>\
            <p class="meta">\(context.link(model.collection))</p></section>
            \(text)\(objections)
            </div>
            <aside class="register">\(actions)</aside></div>
            """
    }

    private var state: Markup {
        if let outcome = model.outcome {
            let said: Markup? =
                model.words.isEmpty
                ? nil
                : "<blockquote dir=\"auto\">\(Shown.marked(Shown.clipped(model.words, bytes: 4_000)))</blockquote>"
            let onward: Markup? = model.stands.map {
                "<p class=\"onward\"><a href=\"\(Address.object($0).href)\">\(words.open)</a></p>"
            }
            return "<p><strong class=\"state\">\(words.outcome(outcome))</strong></p>\(said)\(onward)"
        }
        guard let due = model.due else { return "<p class=\"lead\">\(words.waitsForAgreement)</p>" }
        let moment = due.minute(in: context.language)
        return "<p class=\"lead\">\(model.objections.isEmpty ? words.silence(moment) : words.broken(moment))</p>"
    }

    private var text: Markup? {
        guard model.outcome == nil else { return nil }
        let main = model.main
        let said = main.text("description") ?? main.text("content") ?? main.text("explanation") ?? ""
        let pattern: Markup? = main.text("pattern").map {
            "<pre dir=\"ltr\"><code>\(Shown.marked(Shown.clipped($0, bytes: 1_500)))</code></pre>"
        }
        let corrects: Markup? = model.corrects.map { id in
            let name: Markup = model.names[id].map(context.link) ?? Shown.code(id)
            return "<p>\(context.desk.publish.correctTitle(model.kind)): \(name)</p>"
        }
        let rows: [Markup] = model.parts.map { part in
            "<li>\(context.typeLabel(part.type)) \(Shown.name(Shown.clipped(part.title, bytes: 140)))</li>\n"
        }
        return """
            <section>\(corrects)\(pattern)<div class="prose" dir="auto">\(Prose(bytes: 14_000).html(said))</div></section>
            <section><h2>\(context.desk.publish.parts) <span class="count">\(context.number(model.parts.count))</span></h2>\
            <ul class="plain">\(rows)</ul></section>
            """
    }

    private var objections: Markup? {
        guard !model.objections.isEmpty else { return nil }
        let rows: [Markup] = Ration.fit(model.objections, bytes: 16_000) { said in
            let wording: Markup? =
                said.wording.isEmpty
                ? nil
                : "<p class=\"quiet\">\(words.instead)</p><blockquote dir=\"auto\">\(Shown.marked(said.wording))</blockquote>"
            return """
                <li><p class="meta">\(Shown.name(said.name)) \(said.said.minute(in: context.language))</p>\
                <p dir="auto">\(Shown.marked(said.words))</p>\(wording)</li>

                """
        }
        return """
            <section id="objections"><h2>\(words.objections) <span class="count">\(context.number(model.objections.count))</span></h2>\
            <p class="quiet">\(words.dissent)</p><ul class="rows">\(rows)</ul></section>
            """
    }

    private var actions: Markup? {
        let error: Markup? = model.lacksWords ? "<p class=\"error\" id=\"words-error\">\(words.wordsMissing)</p>" : nil
        let isWrong: Markup? = model.lacksWords ? " aria-invalid=\"true\" aria-describedby=\"words-error\"" : nil
        var parts: [Markup] = []
        if model.mayPublish { parts.append(button("publish", words.publish, "")) }
        if model.mayObject {
            let typed = model.lacksWords ? model.typed : model.own?.words ?? ""
            parts.append(
                button(
                    "object", model.own == nil ? words.object : words.objectAgain,
                    """
                    <h2>\(words.objecting)</h2><p class="hint">\(words.objectHint)</p>\
                    <div class="field"><label for="words">\(words.why)</label>\(error)\
                    <textarea id="words" name="words" rows="5" dir="auto" maxlength="\(ReviewModel.longestWords)"\(isWrong)>\(typed)</textarea></div>\
                    <div class="field"><label for="wording">\(words.instead)</label>\
                    <textarea id="wording" name="wording" rows="4" dir="auto" maxlength="\(ReviewModel.longestWords)">\(model.own?.wording ?? "")</textarea></div>
                    """))
            if model.own != nil { parts.append(button("drop", words.drop, "")) }
        }
        if model.mayGiveBack {
            parts.append(
                button(
                    "return", words.giveBack,
                    """
                    <h2>\(words.givingBack)</h2><div class="field"><label for="why">\(words.why)</label>\
                    \(model.mayObject ? nil : error)<textarea id="why" name="words" rows="4" dir="auto" maxlength="\(ReviewModel.longestWords)">\
                    \(model.mayObject ? "" : model.typed)</textarea></div>
                    """))
        }
        if model.mayTakeBack {
            parts.append(button("take-back", words.takeBack, "<p class=\"hint\">\(words.takeBackHint)</p>"))
        }
        guard !parts.isEmpty else { return nil }
        return "<section>\(parts)</section>"
    }

    private func button(_ act: String, _ label: String, _ fields: Markup) -> Markup {
        context.form(
            to: .review(model.id), class: "sheet",
            """
            \(fields)<input type="hidden" name="do" value="\(act)">\
            <p class="actions"><button\(act == "publish" || act == "object" ? nil : " class=\"plain\"")>\(label)</button></p>
            """)
    }
}

extension CollectionModel {
    /// What must happen before anything is published there, for those who may say so the form that changes it.
    func reviewRule(in context: PageContext) -> Markup? {
        let words = ReviewWords.in(context.language)
        guard review != nil || mayAdminister else { return nil }
        let days: Int? = if case .silence(let days) = review { days } else { nil }
        let says: Markup =
            switch review {
            case nil: "\(words.ruleNone)"
            case .agreement: "\(words.ruleAgreement)"
            case .silence(let days): "\(words.ruleSilence(days))"
            }
        func choice(_ value: String, _ label: String, _ isChosen: Bool) -> Markup {
            """
            <label class="check"><input type="radio" name="review" value="\(value)"\(isChosen ? " checked" : nil)> \
            <span>\(label)</span></label>
            """
        }
        let form: Markup? =
            mayAdminister
            ? context.form(
                to: .reviewRule(collection: summary.name.id), class: "sheet",
                """
                <fieldset><legend>\(words.rule)</legend>\(choice("none", words.ruleNone, review == nil))\
                \(choice("agreement", words.ruleAgreement, review == .agreement))\
                \(choice("silence", words.silenceChoice, days != nil))</fieldset>\
                <div class="field"><label for="days">\(words.days)</label>\
                <input id="days" name="days" type="number" min="1" max="\(context.number(Review.longest))" \
                value="\(days ?? 7)"></div><p class="actions"><button class="plain">\(words.change)</button></p>
                """) : nil
        return """
            <section id="review"><h2>\(words.rule)</h2><p>\(says)</p>\
            \(form.map { "<details><summary>\(words.change)</summary>\($0)</details>" })</section>
            """
    }
}
