import HTML
import Hall
import Kinds
import Web

extension RecordImportModel {
    /// The form for a table, with what is wrong, row by row.
    func page(in context: PageContext) -> Page {
        let view = ImportView(model: self, context: context)
        return Page(title: view.title, main: view.html)
    }
}

private struct ImportView {
    let model: RecordImportModel
    let context: PageContext

    private var words: LibraryWords { LibraryWords.in(context.language) }
    private var tag: String { context.language.rawValue }

    var title: String { words.importOf(model.kind.many.text(for: tag)) }

    var html: Markup {
        let options: [Markup] = model.targets.map {
            FormField.option($0.id, $0.title, chosen: $0.id == model.collection || model.targets.count == 1)
        }
        let say: Markup? =
            model.read?.isFine == true
            ? "<button name=\"go\" value=\"say\">\(words.sayAll(model.read?.rows.count ?? 0))</button> " : nil
        return """
            <header class="head"><p class="kicker"><a href="\(Address.records(model.kind.name).href)">\(Shown.name(model.kind.many.text(for: tag)))</a></p>\
            <h1>\(Shown.name(title))</h1><p class="lead">\(words.importLead)</p></header>
            \(said)\(faults)
            \(context.form(to: .recordsImport(model.kind.name), class: "sheet checking", """
                \(FormField(name: "text", label: words.table, hint: fields).area(model.text, rows: 14, code: true))\
                \(FormField(name: "collection", label: words.into).choice("\(options)"))\
                <p class="actions"><button name="go" value="look" \(say == nil ? nil : "class=\"plain\"")>\(words.look)</button> \(say)</p>
                """))
            """
    }

    private var fields: String {
        model.kind.fields.filter { if case .list = $0.type { false } else { true } }
            .map { "\($0.name): \($0.label.text(for: tag))" }.joined(separator: " · ")
    }

    private var said: Markup? {
        if model.isRefused { return "<p class=\"notice\" role=\"alert\">\(words.importRefused)</p>" }
        if let said = model.said { return "<p class=\"notice\" role=\"status\">\(words.said(said))</p>" }
        guard let read = model.read, read.isFine else { return nil }
        return "<p class=\"notice\" role=\"status\">\(words.allFine(read.rows.count))</p>"
    }

    /// What is wrong, at most so much that a page holds.
    private var faults: Markup? {
        if let fault = model.fault {
            let place: Markup? = fault.row.map { "\(KindWords.in(context.language).row($0)): " }
            return
                "<div class=\"notice\" role=\"alert\"><p>\(place)<span lang=\"en\" dir=\"ltr\">\(Shown.marked(fault.sentence))</span></p></div>"
        }
        guard let read = model.read, !read.isFine else { return nil }
        let strays: Markup? =
            read.strays.isEmpty
            ? nil : "<li>\(words.noField(read.strays.prefix(20).joined(separator: context.language.comma)))</li>"
        let wrong = read.rows.filter { !$0.reading.mistakes.isEmpty }
        let rows: [Markup] = wrong.prefix(100).map { row in
            let sentences: [Markup] = row.reading.mistakes.prefix(4).map { finding in
                let label = finding.field.map { $0.label.text(for: tag) } ?? finding.pointer
                return "\(Shown.name(label)): \(Shown.marked(KindWords.in(context.language).mistake(finding)))"
            }
            return "<li>\(KindWords.in(context.language).row(row.number)): \(sentences.joined(separator: " "))</li>"
        }
        return """
            <div class="notice" role="alert"><p>\(words.rowsWrong(wrong.count, read.rows.count))</p><ul>\(strays)\(rows)</ul></div>
            """
    }
}
