import Hall
import HTML
import Ledger
import STIX
import Web

extension OrganisationsModel {
    /// Every organisation, and the form to enter one.
    func page(in context: PageContext) -> Page {
        let words = context.directory.organisations
        let items: [Markup] = rows.map { row in
            let desk: Markup? = row.isDesk ? "<span class=\"flag\">\(words.runsThis)</span>" : nil
            return """
                <li><p class="title"><a href="\(Address.organisation(row.id).href)">\(Shown.name(row.name))</a>\(desk)</p>
                <p class="meta"><span>\(words.people(row.people))</span></p></li>

                """
        }
        let fields: Markup = """
            \(context.input("name", label: words.name, more: " required"))<p class="actions"><button>\(words.add)</button></p>
            """
        let main: Markup = """
            <header class="head">\(context.administration)<h1>\(words.title)</h1>\(context.notice(notice))</header>
            <div class="columns"><div><ul class="rows">\(items)</ul></div><aside class="register"><section><h2>\(words.add)</h2>\
            \(context.form(to: .organisations, class: "sheet", fields))</section></aside></div>
            """
        return Page(title: words.title, main: main)
    }
}

extension OrganisationModel {
    /// One organisation: people, whom it answers for, its public face.
    func page(in context: PageContext) -> Page {
        Page(title: row.name, main: OrganisationView(model: self, context: context).html)
    }
}

private struct OrganisationView {
    let model: OrganisationModel
    let context: PageContext

    private var words: DirectoryWords.Organisations { context.directory.organisations }

    var html: Markup {
        """
        <header class="head">\(context.administration)<h1>\(Shown.name(model.row.name))</h1>
        \(context.notice(model.notice, model.mistake))</header>
        <div class="halves"><div>\(constituency)</div><div>\(card)
        <section id="people"><h2>\(context.directory.people.title)</h2>
        \(PeopleRows(rows: Array(model.people.prefix(40)), context: context, namesOrganisation: false).html)</section></div></div>
        """
    }

    private func lines(_ name: String, _ label: String, _ hint: String, _ text: String) -> Markup {
        """
        <label for="\(name)">\(label)</label><textarea id="\(name)" name="\(name)" dir="ltr" rows="4" spellcheck="false" \
        aria-describedby="\(name)-hint">\(text)</textarea><p class="hint" id="\(name)-hint">\(hint)</p>
        """
    }

    private var constituency: Markup {
        let form = model.constituency
        let sectors: [Markup] = Sector.allCases.map { sector in
            let checked: Markup? = form.sectors.contains(sector.rawValue) ? " checked" : nil
            return """
                <label class="choice"><input type="checkbox" name="sector" value="\(sector.rawValue)"\(checked)> \
                <span>\(sector.name(in: context.language))</span></label>
                """
        }
        let fields: Markup = """
            \(lines("networks", words.networks, words.networksHint, form.networks))\
            \(lines("asns", words.systems, words.systemsHint, form.systems))\
            \(lines("domains", words.domains, words.domainsHint, form.domains))
            <details><summary>\(words.sectors)</summary><fieldset><legend class="away">\(words.sectors)</legend>\(sectors)\
            </fieldset></details><p class="actions"><button>\(words.save)</button></p>
            """
        return """
            <section id="constituency"><h2>\(words.constituency)</h2><p>\(words.constituencyLead)</p>
            \(context.form(to: .constituency(model.row.id), class: "sheet", fields))</section>
            """
    }

    private var card: Markup {
        let card = model.card.card
        let face: Markup =
            model.row.identity.map {
                "<p><a href=\"\(Address.object($0).href)\">\(words.cardStands)</a></p>"
            } ?? "<p>\(words.noCard)</p>"
        let fields: Markup = """
            \(context.input("email", label: words.email, value: card.email, direction: "ltr"))\
            \(context.input("phone", label: words.phone, value: card.phone, direction: "ltr"))\
            \(context.input("hours", label: words.hours, value: card.hours))\
            \(context.input("time-zone", label: words.timeZone, value: card.timeZone, direction: "ltr"))\
            \(context.input("languages", label: words.languages, value: card.languages.joined(separator: " "), direction: "ltr"))\
            \(lines("keys", words.keys, words.keysHint, card.keys.joined(separator: "\n")))\
            <input type="hidden" name="version" value="\(model.card.version?.description ?? "")">\
            \(context.select("collection", label: words.into, model.collections.map { ($0.id, $0.title) }))
            <p class="actions"><button>\(words.publish)</button></p>
            """
        return """
            <section id="card"><h2>\(words.card)</h2><p>\(words.cardLead)</p>\(face)\(changed)
            \(context.form(to: .contactCard(model.row.id), class: "sheet", fields))</section>
            """
    }

    /// What stands now beside what was typed, where the two are not of one version.
    private var changed: Markup? {
        guard let card = model.changed else { return nil }
        let rows: [(String, String)] = [
            (words.email, card.email), (words.phone, card.phone), (words.hours, card.hours),
            (words.timeZone, card.timeZone), (words.languages, card.languages.joined(separator: " ")),
            (words.keys, card.keys.joined(separator: "\n")),
        ]
        let shown: [Markup] = rows.filter { !$0.1.isEmpty }.map {
            "<dt>\($0.0)</dt><dd><bdi>\($0.1)</bdi></dd>"
        }
        return """
            <div id="card-now"><h3>\(words.cardNow)</h3><dl class="facts">\(shown)</dl></div>
            """
    }
}
