import HTML
import Hall
package import Web

/// A form that brings a file.
package struct FileFormModel: Sendable {
    package let targets: [DraftFormModel.Target]
    /// UUID of the collection that is chosen.
    package let collection: String
    package let name: String
    package let mistake: Mistake?
    /// In bytes.
    package let longest: Int

    package enum Mistake: Error, Hashable, CaseIterable { case noFile, noPlace, noRoom, refused }

    package func page(in context: PageContext) -> Page {
        let words = FileWords.in(context.language)
        let wrong: Markup? = mistake.map { "<p class=\"notice\" role=\"alert\">\(words.mistake($0))</p>" }
        let options: [Markup] = targets.prefix(200).map { target in
            FormField.option(
                target.name.id, "\(target.name.title) — \(context.desk.common.readers(target.readers))",
                chosen: target.name.id == collection)
        }
        let token: Markup? = context.formToken.map {
            "<input type=\"hidden\" name=\"\(FormToken.field)\" value=\"\($0)\">"
        }
        return Page(
            title: words.title,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.drafts.href)">\(context.desk.publish.drafts)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p>\(wrong)</header>
                <form class="sheet" method="post" action="\(Address.files.href)" enctype="multipart/form-data">\(token)\
                <div class="field"><label for="collection">\(words.place)</label>\
                <select id="collection" name="collection" required><option value=""></option>\(options)</select></div>\
                <div class="field"><label for="name">\(words.name)</label>\
                <input id="name" name="name" dir="auto" value="\(name)"><p class="hint">\(words.nameHint)</p></div>\
                <div class="field"><label for="file">\(words.file)</label><input id="file" name="file" type="file" required>\
                <p class="hint">\(words.fileHint(longest >> 20))</p></div>\
                <p class="actions"><button>\(words.bring)</button></p></form>
                """)
    }
}
