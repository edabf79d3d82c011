import HTML
import Hall
import Kinds
import Web

extension AccessOffer {
    /// What an announcement's page says of access.
    func section(of announcement: String, in context: PageContext) -> Markup {
        let words = AccessWords.in(context.language)
        let body: Markup =
            switch self {
            case .signIn: "<p><a href=\"\(Address.signIn.href)\">\(words.signIn)</a></p>"
            case .ask:
                "<p><a class=\"button\" href=\"\(Address.accessForm(announcement).href)\">\(words.ask)</a></p>"
            case .asked(let request):
                "<p>\(words.asked) <a href=\"\(Address.accessRequest(request).href)\">\(words.request)</a></p>"
            case .reads(let name): "<p>\(words.reads) \(context.link(name))</p>"
            }
        let all: Markup? =
            context.visitor == nil
            ? nil : "<p class=\"onward\"><a href=\"\(Address.access.href)\">\(words.requests)</a></p>"
        return "<section id=\"access\"><h2>\(words.ask)</h2>\(body)\(all)</section>"
    }
}

extension AccessFormModel {
    /// The page on which somebody asks for access.
    func page(in context: PageContext) -> Page {
        let words = AccessWords.in(context.language)
        let main: Markup = """
            <header class="head"><p class="kicker"><a href="\(Address.object(announcement.id).href)">\
            \(Shown.name(announcement.title))</a></p><h1>\(words.ask)</h1><p class="lead">\(words.askLead)</p></header>
            <section id="terms"><h2>\(words.terms)</h2>\
            <div class="prose" dir="auto">\(Prose(bytes: 12_000).html(announcement.terms))</div></section>
            \(context.form(to: .accessForm(announcement.id), class: "sheet", fields(context)))
            """
        return Page(title: "\(words.ask) · \(Shown.clipped(announcement.title, bytes: 100))", main: main)
    }

    private func fields(_ context: PageContext) -> Markup {
        let words = AccessWords.in(context.language)
        func said(_ mistake: Mistake) -> String? { mistakes.contains(mistake) ? words.mistake(mistake) : nil }
        let general: [Markup] = [Mistake.changed, .tooMany, .full].filter(mistakes.contains).map {
            "<p class=\"error\" role=\"alert\">\(words.mistake($0))</p>"
        }
        let reason = FormField(name: "reason", label: words.reason, hint: words.reasonHint, mistake: said(.reason))
            .area(Shown.clipped(typed.reason, bytes: 20_000), rows: 6, required: true)
        let until = FormField(
            name: "until", label: words.until, hint: words.untilHint(lastDay.description), mistake: said(.until)
        ).line(
            String(typed.until.prefix(40)), type: "date", most: 10, required: true, code: true,
            more: " min=\"\(today.description)\" max=\"\(lastDay.description)\"")
        let options: [Markup] = sponsors.prefix(500).map {
            FormField.option($0.id, $0.name, chosen: typed.sponsor == $0.id)
        }
        let sponsor = FormField(
            name: "sponsor", label: words.sponsor, hint: words.sponsorHint(announcement.needsSponsor),
            mistake: said(.sponsor)
        ).choice("\(FormField.option("", words.noSponsor, chosen: typed.sponsor.isEmpty))\(options)")
        let wrong: Markup? = said(.agree).map { "<p class=\"error\" id=\"agree-error\">\($0)</p>" }
        let described: Markup? = wrong.map { _ in " aria-describedby=\"agree-error\" aria-invalid=\"true\"" }
        return """
            <input type="hidden" name="version" value="\(announcement.version)">\(general)\(reason)\(until)\(sponsor)\
            \(wrong)<label class="check"><input type="checkbox" name="agree" value="yes" required\
            \(typed.agrees && !mistakes.contains(.changed) ? " checked" : nil)\(described)> <span>\(words.agree)</span></label>
            <p class="actions"><button>\(words.ask)</button> \
            <a class="plain" href="\(Address.object(announcement.id).href)">\(context.desk.publish.cancel)</a></p>
            """
    }
}
