import Foundation
import HTML
import Hall
import Kinds
import Ledger
import STIX
import Web

extension TranslationFormModel {
    /// The page on which the words of an object are said in another language.
    func page(in context: PageContext) -> Page {
        let view = TranslationFormView(model: self, context: context)
        return Page(title: view.words.translate, main: view.html)
    }
}

private struct TranslationFormView {
    let model: TranslationFormModel
    let context: PageContext

    var words: TranslationWords { TranslationWords.in(context.language) }
    private var publish: PublishWords { context.desk.publish }
    private var tag: String { context.language.rawValue }

    var html: Markup {
        let address: Address = model.draft.map { .draftForm($0) } ?? .newDraft
        let new: Markup? =
            model.draft == nil
            ? """
            <input type="hidden" name="kind" value="translation"><input type="hidden" name="about" value="\(model.typed.object)">
            """ : nil
        let cancel: Markup =
            "<a class=\"plain\" href=\"\(Address.object(model.typed.object).href)\">\(publish.cancel)</a>"
        let fields: [Markup] = model.original.texts.all.map(field)
        return """
            <header class="head"><p class="kicker"><a href="\(Address.drafts.href)">\(publish.drafts)</a></p>\
            <h1>\(words.translate)</h1><p class="lead">\(context.link(model.name))</p><p>\(words.lead)</p></header>
            \(summary)
            \(context.form(to: address, class: "sheet", """
                \(new)<input type="hidden" name="version" value="\(model.original.holding.version.description)">\
                \(language)\(fields)\(collection)\
                <p class="actions"><button>\(publish.toPreview)</button> \(cancel)</p>
                """))
            """
    }

    private var summary: Markup? {
        guard !model.mistakes.isEmpty else { return nil }
        let rows: [Markup] = model.mistakes.keys.sorted().map { name in
            let label = model.original.texts.all.first { TypedTranslation.field($0.pointer) == name }.map(label)
            return "<li><a href=\"#\(id(name))\">\(Shown.name(label ?? words.language))</a></li>"
        }
        return
            "<div class=\"notice\" role=\"alert\"><p>\(publish.mistakes(rows.count))</p><ul>\(rows)</ul></div>"
    }

    private func id(_ name: String) -> String {
        "f-" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    }

    /// The languages of the interface first, then all that have a code of two letters.
    private var language: Markup {
        let locale = Locale(identifier: tag)
        func name(_ code: String) -> String { locale.localizedString(forIdentifier: code) ?? code }
        let own = model.original.language.map(Translation.primary)
        let first = Language.allCases.map(\.rawValue).filter { $0 != own }
        let others = Locale.LanguageCode.isoLanguageCodes.map(\.identifier)
            .filter { $0.utf8.count == 2 && $0 != own && !first.contains($0) && name($0) != $0 }
            .sorted { name($0).compare(name($1), locale: locale) == .orderedAscending }
        let stray = [model.typed.language].filter { !$0.isEmpty && !first.contains($0) && !others.contains($0) }
        let options: [Markup] = (first + stray + others).map {
            FormField.option($0, name($0), chosen: $0 == model.typed.language)
        }
        let written = model.original.language.map { words.writtenIn(name($0)) }
        return FormField(
            name: "language", label: words.language, hint: written,
            mistake: model.mistakes["language"].map(publish.mistake)
        ).choice("\(FormField.option("", publish.choose, chosen: model.typed.language.isEmpty))\(options)")
    }

    private func plainLabel(_ property: String) -> String {
        NamedProperty(rawValue: property).map { context.desk.property($0) } ?? property
    }

    private func label(_ text: TranslatableTexts.Text) -> String {
        let name = text.label?.text(for: tag) ?? text.path.last.map { plainLabel($0) } ?? ""
        return text.row.map { "\(name) (\($0))" } ?? name
    }

    /// A text as its author wrote it, and the field for it in the other language.
    private func field(_ text: TranslatableTexts.Text) -> Markup {
        let name = TypedTranslation.field(text.pointer)
        let changed: Markup? =
            model.original.isChanged(text) ? "<p class=\"hint\"><strong>\(words.changed)</strong></p>" : nil
        let speech: Markup? = model.original.language.map { " lang=\"\($0)\"" }
        let original: Markup = """
            <blockquote class="original" dir="auto"\(speech)>\(Shown.marked(Shown.clipped(text.original, bytes: 20_000)))</blockquote>\(changed)

            """
        let field = FormField(
            name: name, id: id(name), label: label(text), mistake: model.mistakes[name].map(publish.mistake))
        let typed = model.typed.texts[text.pointer] ?? ""
        let rows = min(14, max(3, text.original.count / 70))
        let control =
            text.isLong || text.original.count > 120 ? field.area(typed, rows: rows) : field.line(typed, most: 4_000)
        return "<div class=\"pair\">\(original)\(control)</div>\n"
    }

    private var collection: Markup? {
        guard model.draft == nil else { return nil }
        let options: [Markup] = model.targets.map { target in
            FormField.option(
                target.name.id, "\(target.name.title) — \(context.desk.common.readers(target.readers))",
                chosen: target.name.id == model.collection)
        }
        return FormField(name: DraftField.collection.rawValue, label: words.place, hint: words.placeHint)
            .choice("\(options)")
    }
}
