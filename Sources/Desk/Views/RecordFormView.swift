import HTML
import Hall
import Kinds
import STIX
package import Web

extension RecordFormModel {
    /// The page on which an object of a kind is written.
    package func page(in context: PageContext) -> Page {
        let view = RecordFormView(model: self, context: context)
        return Page(title: view.title, main: view.html)
    }
}

private struct RecordFormView {
    let model: RecordFormModel
    let context: PageContext

    private var words: PublishWords { context.desk.publish }
    private var tag: String { context.language.rawValue }

    var title: String {
        let one = model.kind.one.text(for: tag)
        let name = model.typed.fields.isEmpty ? "" : RecordObject.name(of: model.reading, in: tag)
        return name.isEmpty ? one : "\(one): \(Shown.clipped(name, bytes: 100))"
    }

    private var form: KindForm {
        KindForm(
            model.reading, typed: model.typed, in: context, taxonomies: model.taxonomies, parties: model.parties,
            files: model.files ?? [],
            isJudged: model.isJudged)
    }

    var html: Markup {
        let address: Address = model.draft.map { .draftForm($0) } ?? .newDraft
        let new: Markup? =
            model.draft == nil
            ? """
            <input type="hidden" name="kind" value="record"><input type="hidden" name="of" value="\(model.kind.name)">
            """ : nil
        let part: Markup? = model.section.map {
            "<input type=\"hidden\" name=\"section\" value=\"\($0.name)\"><h2 class=\"away\">\(Shown.name($0.label.text(for: tag)))</h2>"
        }
        let cancel: Markup =
            "<a class=\"plain\" href=\"\(model.draft.map { Address.draft($0) }?.href ?? Address.drafts.href)\">\(words.cancel)</a>"
        let corrects: Markup? = model.corrects.map { "<p class=\"lead\">\(context.link($0))</p>" }
        return """
            <header class="head"><p class="kicker"><a href="\(Address.drafts.href)">\(words.drafts)</a></p>\
            <h1>\(Shown.name(title))</h1><p class="lead">\(Shown.name(model.kind.says.text(for: tag), bytes: 600))</p>\(corrects)</header>
            \(summary)\(files)
            \(context.form(to: address, class: "sheet", """
                \(new)<button class="away" name="go" value="preview" tabindex="-1" aria-hidden="true" formnovalidate></button>\
                \(form.ways(from: model.section))\(part)\(form.fields(of: model.section))\(isLast ? place : nil)\
                <p class="actions">\(onward)\(cancel)</p>
                """))
            """
    }

    /// The way to bring a file, in a page of its own: what was typed here stays.
    private var files: Markup? {
        guard model.files != nil else { return nil }
        return """
            <p class="onward"><a href="\(Address.files.href(with: [("collection", model.collection)]))" target="_blank">\
            \(FileWords.in(context.language).title)</a></p>
            """
    }

    private var isLast: Bool { model.section == model.kind.sections.last }

    /// To the next part, or to the preview from the last; nothing is asked before what was typed is kept.
    private var onward: Markup {
        guard let section = model.section, let at = model.kind.sections.firstIndex(of: section),
            at + 1 < model.kind.sections.count
        else { return "<button name=\"go\" value=\"preview\" formnovalidate>\(words.toPreview)</button> " }
        let next = model.kind.sections[at + 1]
        return """
            <button name="go" value="section:\(next.name)" formnovalidate>\(Shown.name(next.label.text(for: tag))) \
            \(context.language.direction == "rtl" ? "←" : "→")</button> \
            <button class="plain" name="go" value="preview" formnovalidate>\(words.toPreview)</button> 
            """
    }

    private var summary: Markup? {
        let wrong = form.summary(words.mistakes)
        let unplaced: Markup? =
            model.isUnplaced
            ? "<div class=\"notice\" role=\"alert\"><p>\(words.field(.collection, .record).label): \(words.mistake(.missing))</p></div>"
            : nil
        return wrong == nil && unplaced == nil ? nil : "\(wrong)\(unplaced)"
    }

    /// To whom it is said, and how it is marked.
    private var place: Markup {
        let collections: Markup? =
            model.corrects == nil
            ? field(.collection, model.isUnplaced ? words.mistake(.missing) : nil).choice(
                "\(FormField.option("", words.choose, chosen: model.collection.isEmpty))\(targets)") : nil
        let highest = min(model.targets.map(\.ceiling).max() ?? .red, model.kind.ceiling ?? .red)
        let levels: [Markup] = TLP.allCases.filter { $0 <= highest }.map {
            FormField.option($0.name, $0.label, chosen: model.marking == $0.name)
        }
        let own: Markup? =
            model.corrects == nil ? FormField.option("", words.ownMarking, chosen: model.marking.isEmpty) : nil
        return "\(collections)\(field(.marking).choice("\(own)\(levels)"))"
    }

    private var targets: Markup {
        let rows: [Markup] = model.targets.map { target in
            FormField.option(
                target.name.id, "\(target.name.title) — \(context.desk.common.readers(target.readers))",
                chosen: target.name.id == model.collection)
        }
        return "\(rows)"
    }

    private func field(_ field: DraftField, _ mistake: String? = nil) -> FormField {
        let (label, hint) = words.field(field, .record)
        return FormField(name: field.rawValue, label: label, hint: hint, mistake: mistake)
    }
}
