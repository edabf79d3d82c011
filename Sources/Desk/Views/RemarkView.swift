import HTML
import Hall
import Web

/// A note or an opinion in a discussion: on which words, in which others, and what is done about it.
struct RemarkView {
    let row: Discussion.Row
    let context: PageContext

    private var words: PublishWords { context.desk.publish }
    private var remarks: RemarkWords { RemarkWords.in(context.language) }

    var html: Markup {
        let opinion: Markup? = row.opinion.map { "<strong>\(words.agreement($0))</strong> " }
        let title: Markup? = row.title.map { "<strong>\(Shown.name($0))</strong> " }
        return """
            <li><p class="meta"><span>\(row.author.map(context.link) ?? "\(words.somebody)")</span> \(row.marking.chip) \
            <a href="\(Address.object(row.id).href)">\(row.said.minute(in: context.language))</a></p>\(quote)\
            <p dir="auto">\(opinion)\(title)\(Shown.marked(Prose.plain(row.text, bytes: 700)))</p>\(wording)\(reply)\(form)</li>

            """
    }

    private var quote: Markup? {
        guard !row.remark.quote.isEmpty else { return nil }
        return
            "<blockquote class=\"original\" dir=\"auto\">\(Shown.marked(Shown.clipped(row.remark.quote, bytes: 400)))</blockquote>"
    }

    private var wording: Markup? {
        guard !row.remark.wording.isEmpty else { return nil }
        return """
            <p class="quiet">\(remarks.proposes)</p>\
            <blockquote class="original" dir="auto">\(Shown.marked(Shown.clipped(row.remark.wording, bytes: 1_500)))</blockquote>
            """
    }

    private var reply: Markup? {
        row.reply.map { reply in
            let reason: Markup =
                reply.reason == remarks.disposition(reply.disposition)
                ? "" : " \(Shown.marked(Prose.plain(reply.reason, bytes: 500)))"
            return """
                <p dir="auto" class="reply"><strong>\(remarks.disposition(reply.disposition))</strong>\(reason) \
                <a href="\(Address.object(reply.id).href)">\(reply.said.day(in: context.language))</a></p>
                """
        }
    }

    private var form: Markup? {
        guard row.mayAnswer else { return nil }
        let options: [Markup] = Disposition.allCases.map {
            FormField.option($0.rawValue, remarks.disposition($0), chosen: false)
        }
        let short = row.id.suffix(12)
        let choice = FormField(name: "disposition", id: "d-\(short)", label: remarks.answer).choice("\(options)")
        let reason = FormField(name: "reason", id: "r-\(short)", label: RecordWords.in(context.language).reason).area(
            "", rows: 2)
        let form = context.form(
            to: .disposition(of: row.id), class: "sheet",
            "\(choice)\(reason)<p class=\"actions\"><button>\(remarks.answer)</button></p>")
        return "<details><summary>\(remarks.answer)</summary>\(form)</details>"
    }
}
