import HTML
import Ledger
import STIX
package import Web

extension PreviewModel {
    /// The page before something is published.
    package func page(in context: PageContext) -> Page {
        let view = PreviewView(model: self, context: context)
        return Page(
            title: "\(context.desk.publish.preview) · \(Shown.clipped(view.title, bytes: 100))", main: view.html)
    }
}

private struct PreviewView {
    let model: PreviewModel
    let context: PageContext

    private var words: PublishWords { context.desk.publish }

    var title: String {
        model.main.text("name") ?? model.main.text("abstract") ?? model.main.text("opinion")
            .flatMap(Agreement.init).map(words.agreement) ?? words.kind(model.kind)
    }

    var html: Markup {
        let changed: Markup? = model.hasChanged ? "<p class=\"notice\" role=\"alert\">\(words.hasChanged)</p>" : nil
        return """
            <header class="head"><p class="kicker"><a href="\(Address.drafts.href)">\(words.drafts)</a> · \
            \(model.corrects == nil ? words.kind(model.kind) : words.correctTitle(model.kind)) · \
            \(words.by) \(Shown.name(model.author))</p>
            <h1>\(Shown.name(title))</h1>\(changed)</header>
            <div class="columns"><div>
            \(places)\(model.likeness(context))
            \(content)
            \(parts)
            </div>
            <aside class="register">\(actions)\(withheld)</aside></div>
            """
    }

    /// The sentence that matters most on the page: who will see this.
    private var places: Markup {
        let rows: [Markup] = model.places.map { place in
            """
            <li><p class="title"><strong>\(words.willSee(place.headcount, place.readers))</strong></p>\
            <p class="meta">\(place.ceiling.chip) \(context.link(place.name))</p>\
            \(ConcernList(concerns: place.concerns, context: context).html)</li>

            """
        }
        let list: Markup = rows.isEmpty ? "<p>\(words.goesNowhere)</p>" : "<ul class=\"rows\">\(rows)</ul>"
        return "<section id=\"seen\"><h2>\(words.whoWillSee)</h2>\(list)</section>"
    }

    private var content: Markup {
        let text = model.main.text("description") ?? model.main.text("content") ?? model.main.text("explanation") ?? ""
        let pattern: Markup? = model.main.text("pattern").map {
            "<pre dir=\"ltr\"><code>\(Shown.marked(Shown.clipped($0, bytes: 1_500)))</code></pre>"
        }
        let facts: [Markup] = ["count", "number_observed", "first_seen", "last_seen", "published", "valid_from"]
            .compactMap { name in
                guard let value = model.main[name] else { return nil }
                let shown: Markup =
                    value.string.map { Moment($0).minute(in: context.language) } ?? "\(value.compact(bytes: 60))"
                return "<dt>\(context.propertyLabel(name))</dt><dd>\(shown)</dd>"
            }
        let labels = model.main.texts("labels").prefix(40).map {
            Shown.name(Taxonomy.name(of: $0, in: context.language) ?? $0)
        }
        let labelled: Markup? =
            labels.isEmpty
            ? nil
            : "<dt>\(context.propertyLabel("labels"))</dt><dd>\(Array(labels).joined(separator: context.comma))</dd>"
        let reading: Markup? = model.reading.map {
            "<p class=\"meta\">\($0.ease.marks(claimed: $0.claimed, in: context).joined(separator: " "))</p>"
        }
        return """
            <section>\(reading)\(pattern)<div class="prose" dir="auto">\(Prose(bytes: 9_000).html(text))</div>\
            \(facts.isEmpty && labels.isEmpty ? nil : "<dl class=\"facts\">\(facts)\(labelled)</dl>")</section>
            """
    }

    private var parts: Markup {
        let rows = Ration.fit(model.objects, bytes: 7_000) { part in
            let title = Shown.name(Shown.clipped(part.title, bytes: 140))
            return "<li>\(context.typeLabel(part.type)) \(title) \(part.marking.chip)</li>\n"
        }
        let more: Markup? =
            model.objects.count > rows.count
            ? "<li class=\"more\">\(context.desk.common.more(model.objects.count - rows.count))</li>" : nil
        let about = model.main.texts("object_refs") + [model.main.text("sighting_of_ref")].compactMap(\.self)
        let spoken = about.prefix(30).map { id in model.names[id].map(context.link) ?? Shown.code(id) }
        return """
            <section><h2>\(words.parts) <span class="count">\(model.objects.count)</span></h2>\
            <ul class="plain">\(rows)\(more)</ul>\
            <p class="quiet">\(words.speaksOf) \(Array(spoken).joined(separator: context.comma))</p></section>
            """
    }

    private var actions: Markup {
        let questions = model.places.flatMap(\.concerns).filter(\.isQuestion)
        let edit: Markup = "<a href=\"\(Address.draftForm(model.draft).href)\">\(words.edit)</a>"
        let publish: Markup? =
            model.canGo
            ? context.form(
                to: .publication(draft: model.draft), class: "sheet",
                """
                <input type="hidden" name="stamp" value="\(model.stamp)">\
                \(SparedList(model: model, context: context).html)\
                \(ConfirmationList(questions: questions, context: context).html)\
                \(review)<p class="actions"><button>\(act)</button></p>
                """) : "<p class=\"error\">\(words.cannotGo)</p>"
        return """
            <section>\(publish)<p class="onward">\(edit)</p>\
            \(context.form(to: .draftRemoval(model.draft), class: "sheet", "<p class=\"actions\"><button class=\"plain\">\(words.discard)</button></p>"))</section>
            """
    }

    private var act: String {
        if model.review != nil { return ReviewWords.in(context.language).ask }
        return model.corrects == nil ? words.publish : words.publishCorrection
    }

    private var review: Markup? {
        let words = ReviewWords.in(context.language)
        return switch model.review {
        case nil: nil
        case .agreement: "<p class=\"hint\">\(words.ruleAgreement)</p>"
        case .silence(let days): "<p class=\"hint\">\(words.ruleSilence(days))</p>"
        }
    }

    private var withheld: Markup? {
        guard !model.withheld.isEmpty else { return nil }
        let rows: [Markup] = model.withheld.map { held in
            let why: Markup =
                switch held.reason {
                case .whyNot(let whyNot): WhyNotView(whyNot: whyNot, context: context).html
                case .concern(let concern): ConcernList(concerns: [], context: context).sentence(concern)
                }
            return "<li>\(context.link(held.name)): \(why)</li>"
        }
        return "<section><h2>\(words.withheld)</h2><ul class=\"plain\">\(rows)</ul></section>"
    }
}
