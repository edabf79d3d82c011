import Hall
import HTML
import Web

extension AuditModel {
    /// Who did what in the directory.
    func page(in context: PageContext) -> Page {
        let words = context.directory.audit
        let items: [Markup] = entries.map { entry in
            let who: Markup =
                entry.account == nil
                ? "\(Shown.code(entry.who)) <span class=\"quiet\">\(words.onMachine)</span>" : Shown.name(entry.who)
            let subject: Markup? =
                entry.subject == entry.who && entry.account != nil ? nil : " \(Shown.name(entry.subject))"
            let detail: Markup? =
                entry.detail.isEmpty ? nil : " <span class=\"quiet\">(\(Shown.name(entry.detail)))</span>"
            return """
                <li><span class="entry" dir="ltr">\(entry.number)</span><p>\(who) <span class="did">\(words.act(entry.act))</span>\
                \(subject)\(detail)</p>\(Moment(entry.made).minute(in: context.language))</li>

                """
        }
        let pager: Markup? = older.map {
            """
            <nav class="pager"><a class="older" rel="next" href="\(Address.audit.href(with: [("before", String($0))]))">\
            \(words.older)</a></nav>
            """
        }
        let main: Markup = """
            <header class="head">\(context.administration)<h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
            <ol class="entries">\(items)</ol>\(pager)
            """
        return Page(title: words.title, main: main)
    }
}

extension SeeAsModel {
    /// The choice of eyes.
    func page(in context: PageContext) -> Page {
        let words = context.directory.seeAs
        let rows: [Markup] = sights.prefix(150).map { sight in
            let (name, kind): (Markup, Markup?) =
                switch sight.kind {
                case .everyone: (Markup(text: words.everyone), nil)
                case .signedIn: (Markup(text: words.signedIn), nil)
                case .group(let name): (Shown.name(name), "<span class=\"quiet\">\(words.group)</span>")
                case .organisation(let name): (Shown.name(name), "<span class=\"quiet\">\(words.organisation)</span>")
                }
            return """
                <li><p class="title"><span>\(name) \(kind)</span>\
                \(context.button(words.look, to: .seeAs, [("audience", sight.audience)]))</p></li>

                """
        }
        let main: Markup = """
            <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
            <ul class="rows">\(rows)</ul>
            """
        return Page(title: words.title, main: main)
    }
}
