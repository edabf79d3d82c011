import Hall
import HTML
import Ledger
import Web

extension PeopleModel {
    /// Everybody with an account, and the form to invite somebody.
    func page(in context: PageContext) -> Page {
        let words = context.directory.people
        let fields: Markup = """
            \(context.input("name", label: words.name, more: " required"))\
            <p class="hint">\(words.nameHint)</p>\
            \(context.select("organisation", label: words.organisation, organisations.map { ($0.id, $0.name) }))\
            \(context.select("role", label: words.role, Role.allCases.reversed().map { ($0.rawValue, context.directory.role($0)) }))\
            <p class="hint">\(words.roleHint)</p><p class="actions"><button>\(words.invite)</button></p>
            """
        let main: Markup = """
            <header class="head">\(context.administration)<h1>\(words.title)</h1>\(context.notice(notice))</header>
            <div class="columns"><div><section id="people"><h2>\(words.all) \
            <span class="count">\(context.language.number(total))</span></h2>
            \(PeopleRows(rows: rows, context: context, namesOrganisation: true).html)\(pager(context))</section></div>
            <aside class="register"><section id="invite"><h2>\(words.inviteTitle)</h2>\
            \(context.form(to: .people, class: "sheet", fields))</section></aside></div>
            """
        return Page(title: words.title, main: main)
    }

    private func pager(_ context: PageContext) -> Markup? {
        guard pages > 1 else { return nil }
        let numbers: [Markup] = (1...pages).map { number in
            number == page
                ? "<strong aria-current=\"page\">\(number)</strong>"
                : "<a href=\"\(Address.people.href(with: [("page", String(number))]))\">\(number)</a>"
        }
        return "<nav class=\"pager\"><span>\(numbers.joined(separator: " "))</span></nav>"
    }
}

/// Accounts as rows of a list.
struct PeopleRows {
    let rows: [PeopleModel.Row]
    let context: PageContext
    let namesOrganisation: Bool

    var html: Markup {
        let words = context.directory.people
        let items: [Markup] = rows.map { row in
            let organisation: Markup? = namesOrganisation ? "<span>\(Shown.name(row.organisation))</span> " : nil
            let flag: Markup? =
                row.standing == .active ? nil : "<span class=\"flag\">\(words.standing(row.standing))</span>"
            let seen: Markup? = row.seen.map { "<span>\(words.seen) \($0.day(in: context.language))</span>" }
            return """
                <li><p class="title"><a href="\(Address.person(row.id).href)">\(Shown.name(row.name))</a>\(flag)</p>
                <p class="meta">\(organisation)<span>\(context.directory.role(row.role))</span> \(seen)</p></li>

                """
        }
        return rows.isEmpty ? "<p class=\"quiet\">\(words.nobody)</p>" : "<ul class=\"rows\">\(items)</ul>"
    }
}

extension PersonModel {
    /// Somebody's account: role, invitation, closing.
    func page(in context: PageContext) -> Page {
        let words = context.directory.people
        let role: Markup? =
            isOwn
            ? "<p>\(words.ownAccount)</p>"
            : context.form(
                to: .personRole(row.id), class: "sheet",
                """
                \(context.select("role", label: words.role, roles.map { ($0.rawValue, context.directory.role($0)) }, chosen: row.role.rawValue))\
                <p class="actions"><button>\(words.changeRole)</button></p>
                """)
        let main: Markup = """
            <header class="head">\(context.administration)<h1>\(Shown.name(row.name))</h1>\(context.notice(notice))</header>
            <dl class="facts narrow"><dt>\(words.organisation)</dt>\
            <dd><a href="\(Address.organisation(organisationID).href)">\(Shown.name(row.organisation))</a></dd>\
            <dt>\(words.role)</dt><dd>\(context.directory.role(row.role))</dd>\
            <dt>\(words.state)</dt><dd>\(words.standing(row.standing))</dd>\
            <dt>\(words.made)</dt><dd>\(made.day(in: context.language))</dd>\
            <dt>\(words.seen)</dt><dd>\(row.seen?.minute(in: context.language) ?? "–")</dd></dl>
            <section><h2>\(words.role)</h2>\(role)</section>\(isOwn ? nil : closing(context))
            """
        return Page(title: row.name, main: main)
    }

    private func closing(_ context: PageContext) -> Markup {
        let words = context.directory.people
        let isDisabled = row.standing == .disabled
        let again: Markup? =
            isDisabled
            ? nil
            : """
            <section id="again"><h2>\(words.againTitle)</h2><p>\(words.againLead)</p>
            \(context.form(to: .personInvitation(row.id), "<p class=\"actions\"><button>\(words.again)</button></p>"))</section>
            """
        let action = isDisabled ? "enable" : "disable"
        return """
            \(again)<section id="state"><h2>\(isDisabled ? words.enable : words.disable)</h2><p>\(words.disableLead)</p>
            \(context.button(isDisabled ? words.enable : words.disable, to: .personState(row.id), [("state", action)]))</section>
            """
    }
}

extension InvitedModel {
    /// The only page that shows the link of an invitation.
    func page(in context: PageContext) -> Page {
        let words = context.directory.people
        let main: Markup = """
            <header class="head">\(context.administration)<h1>\(words.invitedTitle(Shown.name(name)))</h1>
            <p class="lead">\(words.invitedLead)</p></header>
            <p class="narrow"><code class="secret" dir="ltr">\(link)</code></p>
            <p>\(words.expires) \(expires.minute(in: context.language))</p>
            <p>\(words.reads(reach.entries)) \(reach.collections.map { Shown.name($0) }.joined(separator: Markup(text: context.language.comma)))</p>
            <p class="actions"><a href="\(Address.people.href)">\(words.title)</a></p>
            """
        return Page(title: words.title, main: main)
    }
}
