import HTML
import Hall
import Kinds
import Web

extension BookletModel {
    /// Every object of the list in full, each on a page of its own where it is printed.
    func page(in context: PageContext) -> Page {
        let tag = context.language.rawValue
        let title = kind.many.text(for: tag)
        let contents: [Markup] = found.rows.enumerated().map { number, row in
            "<li><a href=\"#r\(number + 1)\">\(Shown.name(row.name, bytes: 200))</a></li>"
        }
        let sheets: [Markup] = found.rows.enumerated().map { number, row in
            let state = row.state.flatMap { row.kind.life?.state($0) }
            let face = KindFace(
                row.kind, row.values, on: state?.isEnd == true ? nil : today, names: names, taxonomies: taxonomies,
                in: context,
                marks: { link, context in deadLinks[link].map { LinkWords.mark($0, in: context) } }, room: 40_000
            ).html
            let standing: Markup? = state.map {
                " <strong class=\"state\">\(Shown.name($0.label.text(for: tag)))</strong>"
            }
            let stale: Markup? =
                row.isStale
                ? "<p class=\"notice\"><strong>\(LibraryWords.in(context.language).staleTranslation)</strong></p>" : nil
            return """
                <article class="sheet-of-booklet" id="r\(number + 1)"><h2>\(Shown.name(row.name, bytes: 300))</h2>\
                <p class="meta"><a href="\(Address.object(row.id).href)">\(Shown.code(row.id))</a> <span dir="ltr">\(row.marking)</span>\(standing) \(row.changed.day(in: context.language))</p>\
                \(stale)\(face)\(dissent(on: row, context))</article>

                """
        }
        let end = found.offset + found.rows.count
        let more: Markup? =
            !found.rows.isEmpty && end < found.total.number
            ? "<p class=\"pager\"><a rel=\"next\" href=\"\(Address.booklet(kind.name).href(with: question.parameters + [("from", String(end))]))\">\(LibraryWords.in(context.language).older)</a></p>"
            : nil
        return Page(
            title: title,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.records(kind.name).href(with: question.parameters))">\(Shown.name(title))</a></p>\
                <h1>\(Shown.name(title))</h1><p class="lead">\(Shown.name(kind.says.text(for: tag), bytes: 600))</p>\
                <p class="quiet">\(LibraryWords.in(context.language).objects(found.total))</p></header>
                <ol class="contents">\(contents)</ol>
                \(sheets)
                \(more)
                """)
    }

    /// Who disagrees, and in which words they would agree.
    private func dissent(on row: RecordRow, _ context: PageContext) -> Markup? {
        let words = LibraryWords.in(context.language)
        let rows: [Markup] = (opinions[row.id] ?? []).filter(\.isDissent).prefix(40).map { opinion in
            let wording: Markup? =
                opinion.remark.wording.isEmpty
                ? nil
                : "<p class=\"quiet\">\(words.inOtherWords)</p><blockquote class=\"original\" dir=\"auto\">\(Shown.marked(Shown.clipped(opinion.remark.wording, bytes: 4_000)))</blockquote>"
            return """
                <li><strong>\(opinion.name.map { Shown.name($0, bytes: 200) } ?? Shown.code(opinion.party))</strong> \
                <span dir="auto">\(Shown.marked(Prose.plain(opinion.explanation, bytes: 2_000)))</span>\(wording)</li>
                """
        }
        return rows.isEmpty ? nil : "<section><h3>\(words.dissent)</h3><ul class=\"plain\">\(rows)</ul></section>"
    }
}
