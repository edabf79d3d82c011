import HTML
import Hall
import Kinds
import Ledger
import STIX
import Web

extension AccessListModel {
    /// The page of requests for access.
    func page(in context: PageContext) -> Page {
        let words = AccessWords.in(context.language)
        func list(_ title: String, _ rows: [Row]) -> Markup {
            let items: [Markup] = Ration.fit(rows, bytes: 9_000) { row in
                """
                <li><p class="title"><a href="\(Address.accessRequest(row.request.id).href)">\(context.title(row.about))</a></p>\
                <p class="meta"><span>\(Shown.name(row.request.name)), \(Shown.name(row.organisation))</span> \
                <span>\(words.until) \(row.request.lastDay.moment.day(in: context.language))</span> \
                <span class="state">\(words.state(AccessState(row.request)))</span></p></li>

                """
            }
            let body: Markup =
                rows.isEmpty ? "<p class=\"quiet\">\(words.nothing)</p>" : "<ul class=\"rows\">\(items)</ul>"
            return
                "<section><h2>\(title) <span class=\"count\">\(context.number(rows.count))</span></h2>\(body)</section>\n"
        }
        let main: Markup = """
            <header class="head"><h1>\(words.requests)</h1><p class="lead">\(words.lead)</p></header>
            \(list(words.own, own))\(toVouch.isEmpty ? nil : list(words.toVouch, toVouch))\
            \(toDecide.isEmpty ? nil : list(words.toDecide, toDecide))\(running.isEmpty ? nil : list(words.running, running))
            """
        return Page(title: words.requests, main: main)
    }
}

extension FullDate {
    /// The day, as pages show days.
    fileprivate var moment: Moment { Moment("\(description)T00:00:00Z") }
}

extension AccessRequestModel {
    /// The page of a request for access.
    func page(in context: PageContext) -> Page {
        let view = AccessRequestView(model: self, context: context)
        let words = AccessWords.in(context.language)
        return Page(title: "\(words.request) · \(Shown.clipped(about.title, bytes: 100))", main: view.html)
    }
}

private struct AccessRequestView {
    let model: AccessRequestModel
    let context: PageContext

    private var words: AccessWords { AccessWords.in(context.language) }
    private var request: AccessRequest { model.request }
    private var lastDay: Markup { request.lastDay.moment.day(in: context.language) }

    var html: Markup {
        let asked: Markup? = model.wasAsked ? "<p class=\"notice\" role=\"status\">\(words.wasAsked)</p>" : nil
        let said = model.request.words ?? ""
        let answer: Markup? =
            said.isEmpty
            ? nil : "<blockquote dir=\"auto\">\(Shown.marked(Shown.clipped(said, bytes: 6_000)))</blockquote>"
        return """
            <header class="head"><p class="kicker"><a href="\(Address.access.href)">\(words.requests)</a></p>
            <h1>\(context.title(model.about))</h1>\(asked)\
            <p><strong class="state">\(words.state(AccessState(request)))</strong></p>\(answer)</header>
            <div class="columns"><div>
            \(facts)
            <section><h2>\(words.reason)</h2><p dir="auto">\(Shown.marked(Shown.clipped(request.reason, bytes: 12_000)))</p></section>
            \(granting)
            </div>
            <aside class="register">\(actions)</aside></div>
            """
    }

    private var facts: Markup {
        var rows: [Markup] = []
        func add(_ label: String, _ value: Markup?) {
            if let value { rows.append("<dt>\(label)</dt><dd>\(value)</dd>") }
        }
        func by(_ name: String?, _ hand: AccessRequest.Hand?) -> Markup? {
            hand.map { hand in
                "\(name.map { "\(Shown.name($0)), " as Markup })\(Moment(hand.at.description).minute(in: context.language))"
            }
        }
        add(words.request, context.link(model.about))
        add(
            words.asks,
            """
            \(Shown.name(request.name)), \(Shown.name(model.organisation)), \
            \(Moment(request.asked.description).minute(in: context.language))
            """)
        add(words.until, lastDay)
        add(words.sponsor, model.sponsor.map { Shown.name($0) })
        add(words.vouched, by(model.voucher, request.voucher))
        let owner = Shown.name(model.owner)
        add(words.decides, by(model.decider, request.decision).map { "\(owner), \($0)" } ?? owner)
        add(words.terms, model.hasChanged.map { "\($0 ? words.hasChanged : words.isAgreed)" })
        if model.role.isOwner || request.isRunning { add(words.placed, model.place.map(context.link)) }
        if let held = model.held, request.isRunning || model.role.isOwner { add(words.reads, context.link(held)) }
        return "<section><dl class=\"facts\">\(rows)</dl></section>"
    }

    /// Where access can be given, each with who would see it.
    private var granting: Markup? {
        guard model.role.mayDecide else { return nil }
        let rows: [Markup] = Ration.fit(model.places, bytes: 20_000) { place in
            let destination = place.destination
            let stood: Markup? = place.stoodBefore ? "<p class=\"error\">\(words.stoodBefore)</p>" : nil
            let questions = destination.concerns.filter(\.isQuestion)
            let fields: Markup = """
                <input type="hidden" name="into" value="\(destination.name.id)">\
                \(ConfirmationList(questions: questions, context: context).html)
                """
            return """
                <li><p class="title"><strong>\(context.desk.publish.willSee(destination.headcount, destination.readers))</strong></p>\
                <p class="meta">\(destination.ceiling.chip) \(context.link(destination.name))</p>\(stood)\
                \(ConcernList(concerns: destination.concerns, context: context).html)\
                \(place.canGo ? button("grant", words.grant, fields) : nil)</li>

                """
        }
        let list: Markup = rows.isEmpty ? "<p>\(words.noPlace)</p>" : "<ul class=\"rows\">\(rows)</ul>"
        let wrong: Markup? = model.mistake.flatMap {
            $0 == .words ? nil : "<p class=\"error\" role=\"alert\">\(words.answer($0))</p>"
        }
        return """
            <section id="granting"><h2>\(words.granting)</h2>\(wrong)<p>\(words.grantHint(lastDay))</p>\(list)</section>
            """
    }

    private var actions: Markup? {
        var parts: [Markup] = []
        let why = FormField(
            name: "words", label: words.why, mistake: model.mistake == .words ? words.answer(.words) : nil
        ).area(Shown.clipped(model.typed, bytes: 12_000), rows: 4)
        if model.role.mayVouch {
            parts.append(
                "<h2>\(words.vouching)</h2><p class=\"hint\">\(words.vouchHint)</p>\(button("vouch", words.vouch, ""))")
            parts.append(button("decline", words.decline, why))
        }
        if model.role.mayDecide { parts.append(button("refuse", words.refuse, why)) }
        if model.role.mayEnd {
            parts.append(button("end", words.end, "<p class=\"hint\">\(words.endHint)</p>"))
        }
        if model.role.mayTakeBack { parts.append(button("take-back", words.takeBack, "")) }
        return parts.isEmpty ? nil : "<section>\(parts)</section>"
    }

    private func button(_ act: String, _ label: String, _ fields: Markup) -> Markup {
        let plain: Markup? = act == "grant" || act == "vouch" ? nil : " class=\"plain\""
        return context.form(
            to: .accessRequest(request.id), class: "sheet",
            """
            \(fields)<input type="hidden" name="do" value="\(act)"><p class="actions"><button\(plain)>\(label)</button></p>
            """)
    }
}
