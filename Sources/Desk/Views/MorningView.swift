import Hall
import HTML
package import Web

extension MorningModel {
    /// The page.
    package func page(in context: PageContext) -> Page {
        Page(title: context.desk.morning.title, ownsSearch: true, main: MorningView(model: self, context: context).html)
    }
}

private struct MorningView {
    let model: MorningModel
    let context: PageContext

    private static let mostTypes = 6

    private var words: MorningWords { context.desk.morning }

    var html: Markup {
        """
        <header class="head"><h1>\(words.title)</h1>\(Page.searchForm(context, id: "q", large: true))</header>
        \(model.isEmpty ? start : content)
        <section id="collections"><h2>\(DeskWords.in(context.language).menu.collections)</h2>
        \(CollectionList(collections: model.collections, context: context).html)</section>
        """
    }

    private var content: Markup {
        """
        <div class="columns"><div>
        \(hits)
        <section id="latest"><h2>\(context.desk.home.latestTitle)</h2>
        \(ObjectRows(rows: model.latest, context: context).html)</section>
        </div><div class="register">
        \(waiting)
        \(news)
        </div></div>
        """
    }

    private var hits: Markup {
        let body: Markup
        if !model.hasConstituency {
            body = "<p>\(words.noConstituency)</p>"
        } else if model.hits.isEmpty {
            body = "<p>\(words.noHits)</p>"
        } else {
            let rows: [Markup] = model.hits.map { hit in
                let touched: [Markup] = hit.touched.prefix(3).map { Shown.name($0, bytes: 80) }
                return """
                    <li><p class="title"><a href="\(Address.object(hit.object.name.id).href)">\
                    \(context.title(hit.object.name))</a>\(context.number(of: hit.object.name))</p>\
                    <p class="line"><span class="flag">\(words.touches)</span> \(touched.joined(separator: context.comma))</p>\
                    <p class="meta">\(context.typeLabel(hit.object.name.type))\(hit.object.changed.day(in: context.language))\
                    </p></li>

                    """
            }
            body = "<ul class=\"rows\">\(rows)</ul>"
        }
        return "<section id=\"hits\"><h2>\(words.hits)</h2>\(body)</section>"
    }

    private var waiting: Markup? {
        var rows: [Markup] = []
        if let drafts = model.drafts, drafts > 0 {
            rows.append("<li><a href=\"\(Address.drafts.href)\">\(words.drafts(drafts))</a></li>")
        }
        if model.reviews > 0 {
            let words = ReviewWords.in(context.language)
            rows.append("<li><a href=\"\(Address.reviews.href)\">\(words.link(model.reviews))</a></li>")
        }
        if model.access > 0 {
            let words = AccessWords.in(context.language)
            rows.append("<li><a href=\"\(Address.access.href)\">\(words.link(model.access))</a></li>")
        }
        if let waiting = model.waiting {
            if waiting.quarantine != .exactly(0) {
                rows.append(
                    "<li><a href=\"\(Address.quarantine.href)\">\(words.quarantine(waiting.quarantine))</a></li>")
            }
            rows += waiting.broken.map { source in
                """
                <li><a href="\(Address.imports.href)"><span class="flag">\(words.broke)</span> \(Shown.name(source.source))</a> \
                \(source.started.minute(in: context.language))</li>
                """
            }
        }
        rows += (model.waiting?.failing ?? []).map(failing)
        guard model.drafts != nil || model.waiting != nil else { return nil }
        let body: Markup = rows.isEmpty ? "<p>\(words.nothingWaits)</p>" : "<ul class=\"steps\">\(rows)</ul>"
        return "<section id=\"waiting\"><h2>\(words.waiting)</h2>\(body)</section>"
    }

    private func failing(_ source: MorningModel.Failing) -> Markup {
        func minute(_ moment: Moment) -> Markup { moment.minute(in: context.language) }
        let succeeded: Markup = source.succeeded.map { "\(words.lastWorked) \(minute($0))" } ?? "\(words.neverWorked)"
        let next: Markup = source.next.map { "\(words.nextTry) \(minute($0))" } ?? "\(words.stopped)"
        return """
            <li><span class="flag">\(words.fails)</span> \(Shown.name(source.source)) \(words.failsSince) \(minute(source.since))\
            <p class="quiet" lang="en" dir="auto">\(Shown.clipped(source.problem, bytes: 300))</p>\
            <p class="quiet">\(succeeded) · \(next)</p></li>
            """
    }

    private var news: Markup {
        let seen = context.form(
            to: .seen, class: "sheet",
            """
            <input type="hidden" name="at" value="\(model.now.text)">\
            <p class="actions"><button>\(words.markSeen)</button></p>
            """)
        let body: Markup
        if model.news.isEmpty {
            body = "<p>\(words.nothingNew)</p>"
        } else {
            let rows: [Markup] = model.news.map { news in
                let types: [Markup] = news.types.prefix(Self.mostTypes).map { type in
                    """
                    <li><a href="\(Address.type(type.type).href)">\(context.number(type.count)) \(type.count == 1 ? context.typeOne(type.type) : context.typeMany(type.type))</a></li>
                    """
                }
                let rest = news.types.count - types.count
                let more: Markup? = rest > 0 ? "<li class=\"quiet\">\(context.desk.common.more(rest))</li>" : nil
                let source = news.source.isEmpty ? Markup(text: words.others) : Shown.name(news.source)
                let letter: Markup? = news.reliability.map {
                    " <span class=\"quiet\" title=\"\(words.reliability)\">\($0)</span>"
                }
                return "<h3>\(source)\(letter)</h3><ul>\(types)\(more)</ul>"
            }
            body = "\(rows)\(seen)"
        }
        return """
            <section id="news"><h2>\(words.news)</h2><p class="quiet">\(words.since) \
            \(model.since.minute(in: context.language))</p>\(body)</section>
            """
    }

    /// On an empty gateway: three next actions, each one click, and only those that the reader may take.
    private var start: Markup {
        var steps = [(words.firstCheck, words.firstCheckLead, Address.check.href)]
        if model.drafts != nil {
            let address = Address.newDraft.href(with: [("kind", DraftKind.advisory.rawValue)])
            steps.insert((words.firstAdvisory, words.firstAdvisoryLead, address), at: 0)
        }
        if model.waiting != nil { steps.append((words.firstPeople, words.firstPeopleLead, Address.people.href)) }
        let rows: [Markup] = steps.map { title, lead, address in
            "<li><p class=\"title\"><a href=\"\(address)\">\(title)</a></p><p>\(lead)</p></li>"
        }
        return "<section class=\"empty\"><h2>\(words.start)</h2><ol class=\"rows\">\(rows)</ol></section>"
    }
}
