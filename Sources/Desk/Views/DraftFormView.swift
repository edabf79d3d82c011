import HTML
import Hall
import STIX
package import Web

extension DraftFormModel {
    /// The page on which something is written.
    package func page(in context: PageContext) -> Page {
        let view = DraftFormView(model: self, context: context)
        return Page(title: view.title, main: view.html)
    }
}

private struct DraftFormView {
    let model: DraftFormModel
    let context: PageContext

    private var words: PublishWords { context.desk.publish }
    private var content: DraftContent { model.content }

    var title: String {
        model.corrects == nil ? words.newTitle(content.kind) : words.correctTitle(content.kind)
    }

    var html: Markup {
        let address: Address = model.draft.map { .draftForm($0) } ?? .newDraft
        let kind: Markup? =
            model.draft == nil ? "<input type=\"hidden\" name=\"kind\" value=\"\(content.kind.rawValue)\">" : nil
        let cancel: Markup =
            "<a class=\"plain\" href=\"\(model.draft.map { Address.draft($0) }?.href ?? Address.drafts.href)\">\(words.cancel)</a>"
        return """
            <header class="head"><p class="kicker"><a href="\(Address.drafts.href)">\(words.drafts)</a></p>\
            <h1>\(title)</h1>\(about)</header>
            \(summary)
            \(context.form(to: address, class: "sheet", """
                \(kind)\(fields)<p class="actions"><button>\(words.toPreview)</button> \(cancel)</p>
                """))
            """
    }

    /// What is wrong, first on the page, each a link to its field.
    private var summary: Markup? {
        guard !model.mistakes.isEmpty else { return nil }
        let rows: [Markup] = DraftField.allCases.filter { model.mistakes[$0] != nil }.map { field in
            "<li><a href=\"#f-\(field.rawValue)\">\(words.field(field, content.kind).label)</a></li>"
        }
        return "<div class=\"notice\" role=\"alert\"><p>\(words.mistakes(rows.count))</p><ul>\(rows)</ul></div>"
    }

    private var about: Markup? {
        let names = model.corrects.map { [$0] } ?? (content.kind.isRemark ? model.about : [])
        guard !names.isEmpty else { return nil }
        return "<p class=\"lead\">\(names.prefix(5).map(context.link).joined(separator: context.comma))</p>"
    }

    private func field(_ field: DraftField) -> FormField {
        let (label, hint) = words.field(field, content.kind)
        return FormField(
            name: field.rawValue, label: label, hint: hint, mistake: model.mistakes[field].map(words.mistake))
    }

    private var fields: Markup {
        switch content.kind {
        case .advisory:
            "\(titleLine(true))\(text(14))\(labels)\(reportTypes)\(values(4))\(identifiers)\(sources)\(published)\(collection)\(marking)"
        case .indicators:
            "\(values(8))\(titleLine(false))\(text(4))\(validFrom)\(labels)\(sources)\(collection)\(marking)"
        case .note: "\(hidden)\(anchor)\(titleLine(false))\(text(8))\(wording)\(collection)\(marking)"
        case .opinion: "\(hidden)\(anchor)\(opinion)\(text(5))\(wording)\(collection)\(marking)"
        case .sighting: "\(hidden)\(seen)\(text(3))\(collection)\(marking)"
        // They have forms of their own (``RecordFormModel``, ``TranslationFormModel``).
        case .record, .translation: ""
        }
    }

    private func titleLine(_ required: Bool) -> Markup {
        field(.title).line(content.title, most: DraftReading.longestTitle, required: required)
    }

    private func text(_ rows: Int) -> Markup { field(.text).area(content.text, rows: rows) }
    private func values(_ rows: Int) -> Markup { field(.values).area(content.values, rows: rows, code: true) }
    private var sources: Markup { field(.references).area(content.references, rows: 3, code: true) }
    private var published: Markup { field(.published).line(content.published, most: 40, code: true) }
    private var validFrom: Markup { field(.validFrom).line(content.validFrom, most: 40, code: true) }

    private var identifiers: Markup {
        let known: Markup? =
            model.about.isEmpty
            ? nil : "<p class=\"hint\">\(model.about.map(context.link).joined(separator: context.comma))</p>"
        return "\(field(.about).area(content.about, rows: 2, code: true))\(known)"
    }

    /// What a remark is about is not asked again.
    private var hidden: Markup {
        let mistake: Markup? = model.mistakes[.about].map {
            "<p class=\"error\" id=\"f-about\">\(words.mistake($0))</p>"
        }
        return "<input type=\"hidden\" name=\"about\" value=\"\(content.about)\">\(mistake)"
    }

    /// The words that it speaks of, as they stood.
    private var anchor: Markup? {
        guard let remark = content.remark, !remark.quote.isEmpty else { return nil }
        return """
            <input type="hidden" name="anchor" value="\(remark.field)"><input type="hidden" name="quote" value="\(remark.quote)">\
            <blockquote class="original" dir="auto">\(Shown.marked(Shown.clipped(remark.quote, bytes: 4_000)))</blockquote>
            """
    }

    /// What is proposed instead; of an opinion always, of a note where it speaks of words.
    private var wording: Markup? {
        guard content.kind == .opinion || content.remark?.quote.isEmpty == false else { return nil }
        return field(.wording).area(content.remark?.wording ?? "", rows: 4)
    }

    private var seen: Markup {
        """
        <div class="row">\(field(.count).line(content.count, type: "number", most: 9, code: true))\
        \(field(.first).line(content.first, most: 40, code: true))\
        \(field(.last).line(content.last, most: 40, code: true))</div>
        """
    }

    private var opinion: Markup {
        field(.opinion).group(
            "radio", Agreement.allCases.map { ($0.rawValue, Markup(text: words.agreement($0))) },
            chosen: [content.opinion])
    }

    private var reportTypes: Markup {
        field(.reportTypes).group(
            "checkbox",
            DraftReading.reportTypes.map { code in
                (
                    code,
                    context.words(of: code).map { Markup(text: $0.one) }
                        ?? "\(words.threatReport)"
                )
            }, chosen: content.reportTypes)
    }

    /// Taxonomies that ship with the program, and labels of one's own.
    private var labels: Markup {
        let menus: [Markup] = Taxonomy.all.enumerated().map { index, taxonomy in
            let groups: [Markup] = taxonomy.groups.map { group in
                let options: [Markup] = group.tags.map {
                    FormField.option(
                        $0.machineTag, $0.name(in: context.language), chosen: content.tags.contains($0.machineTag))
                }
                guard let name = group.name(in: context.language) else { return "\(options)" }
                return "<optgroup label=\"\(name)\">\(options)</optgroup>"
            }
            let none = FormField.option("", words.none, chosen: false)
            return """
                <div class="field"><label for="f-tags-\(index)">\(words.taxonomy(taxonomy.namespace))</label>\
                <select id="f-tags-\(index)" name="tags">\(none)\(groups)</select></div>

                """
        }
        return "<div class=\"row\">\(menus)</div>\(field(.labels).line(content.labels))"
    }

    private var collection: Markup? {
        guard model.corrects == nil else { return nil }
        let options: [Markup] = model.targets.map { target in
            FormField.option(
                target.name.id, "\(target.name.title) — \(context.desk.common.readers(target.readers))",
                chosen: target.name.id == model.collection)
        }
        let none: Markup? =
            model.targets.count == 1 ? nil : FormField.option("", words.choose, chosen: model.collection.isEmpty)
        return field(.collection).choice("\(none)\(options)")
    }

    private var marking: Markup {
        let highest = model.targets.map(\.ceiling).max() ?? .red
        let options: [Markup] = TLP.allCases.filter { $0 <= highest }.map {
            FormField.option($0.name, $0.label, chosen: content.marking == $0.name)
        }
        let own: Markup? =
            model.corrects == nil ? FormField.option("", words.ownMarking, chosen: content.marking.isEmpty) : nil
        return field(.marking).choice("\(own)\(options)")
    }
}
