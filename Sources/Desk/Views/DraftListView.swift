import Hall
import HTML
package import Web

extension DraftListModel {
    /// What an organisation writes, and what can be begun.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.publish
        let done: Markup? = done.map { "<p class=\"notice\" role=\"status\">\(words.listDone($0))</p>" }
        let begin: [Markup] = [DraftKind.advisory, .indicators].map { kind in
            """
            <li><a class="button" href="\(Address.newDraft.href(with: [("kind", kind.rawValue)]))">\
            \(words.newTitle(kind))</a></li>
            """
        }
        let waiting: Markup =
            rows.isEmpty ? "<p class=\"quiet\">\(words.noDrafts)</p>" : "<ul class=\"rows\">\(list(in: context))</ul>"
        let main: Markup = """
            <header class="head"><h1>\(words.drafts)</h1><p class="lead">\(words.draftsLead)</p>\(done)</header>
            <ul class="begin">\(begin)</ul>\
            \(reviews.map { "<p class=\"onward\"><a href=\"\(Address.reviews.href)\">\(ReviewWords.in(context.language).link($0))</a></p>" })
            <section><h2>\(words.waiting) <span class="count">\(rows.count)</span></h2>\
            \(waiting)</section>
            """
        return Page(title: words.drafts, main: main)
    }

    private func list(in context: PageContext) -> [Markup] {
        let words = context.desk.publish
        return Ration.fit(rows, bytes: 28_000) { row in
            let flag: Markup? = row.isCorrection ? " <span class=\"flag\">\(words.isCorrection)</span>" : nil
            return """
                <li><p class="title"><a href="\(Address.draft(row.id).href)">\(Shown.name(row.title))</a>\(flag)</p>\
                <p class="meta"><span>\(words.kind(row.kind))</span> <span>\(words.by) \(Shown.name(row.author))</span>\
                \(row.changed.minute(in: context.language))</p></li>

                """
        }
    }
}
