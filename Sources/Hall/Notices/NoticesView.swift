import HTML
import Web

extension NoticesModel {
    /// What somebody must know; what they have seen stands below.
    func page(in context: PageContext) -> Page {
        let words = NoticeWords.in(context.language)
        let notice: Markup? = isDone ? "<p class=\"notice\" role=\"status\">\(words.done)</p>" : nil
        let all: Markup? =
            unseen.count > 1
            ? context.form(
                to: .notices, class: "inline",
                """
                \(fields(unseen.map(\.number)))<button>\(words.allSeen)</button>
                """) : nil
        let waiting: Markup =
            unseen.isEmpty
            ? "<p>\(words.nothing)</p>"
            : "<ul class=\"rows\">\(unseen.map { item($0, words, context, isSeen: false) })</ul>"
        let hidden: Markup? =
            count > unseen.count ? "<p class=\"hint\">\(words.andMore(count - unseen.count))</p>" : nil
        let before: Markup? =
            seen.isEmpty
            ? nil
            : """
            <section><h2>\(words.seenBefore)</h2><ul class="rows">\(seen.map {
                item($0, words, context, isSeen: true)
            })</ul></section>
            """
        return Page(
            title: words.title,
            main: """
                <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p>\(notice)
                <div class="actions"><a href="\(Address.noticeWays.href)">\(words.waysTitle)</a>\(all)</div></header>
                \(waiting)\(hidden)
                \(before)
                """)
    }

    private func fields(_ numbers: [Int]) -> Markup {
        """
        <input type="hidden" name="numbers" value="\(numbers.map(String.init).joined(separator: " "))">\
        <input type="hidden" name="moment" value="\(String(moment))">
        """
    }

    private func item(_ row: Row, _ words: NoticeWords, _ context: PageContext, isSeen: Bool) -> Markup {
        let sentence: Markup =
            row.place.map { "<a href=\"\($0)\">\(Shown.name(row.sentence, bytes: 400))</a>" }
            ?? Shown.name(row.sentence, bytes: 400)
        let flag: Markup? =
            row.urgency == .urgent ? "<span class=\"flag\">\(words.urgency(.urgent))</span> " : nil
        let often: Markup? = row.times > 1 ? " <span>\(words.times(row.times))</span>" : nil
        let told: Markup = row.told.map { "\(words.told) \($0.minute(in: context.language))" } ?? "\(words.notTold)"
        let seen: Markup? =
            isSeen
            ? nil
            : context.form(
                to: .notices, class: "small",
                """
                \(fields([row.number]))<button aria-label="\(words.see): \(Shown.bare(row.sentence))">\(words.see)</button>
                """)
        return """
            <li><p class="title"><span>\(sentence)</span>\(seen)</p>\
            <p class="meta">\(flag)<span>\(row.made.minute(in: context.language))</span>\(often) <span>\(told)</span></p></li>

            """
    }
}
