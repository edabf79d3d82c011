import Hall
import HTML
import Ledger
import STIX
import Web

extension GroupsModel {
    /// Every sharing group, and the form to make one.
    func page(in context: PageContext) -> Page {
        let words = context.directory.groups
        let items: [Markup] = rows.map { row in
            let hidden: Markup? = row.hidesMembers ? "<span class=\"flag\">\(words.hidden)</span>" : nil
            return """
                <li><p class="title"><a href="\(Address.group(row.id).href)">\(Shown.name(row.name))</a>\(hidden)</p>
                <p class="meta"><span>\(words.members(row.members))</span></p></li>

                """
        }
        let fields: Markup = """
            \(context.input("name", label: words.name, more: " required"))\
            <label class="choice"><input type="checkbox" name="hides" value="1"> \(words.hide)</label>\
            <p class="hint">\(words.hideHint)</p><p class="actions"><button>\(words.add)</button></p>
            """
        let list: Markup = rows.isEmpty ? "<p class=\"quiet\">\(words.none)</p>" : "<ul class=\"rows\">\(items)</ul>"
        let main: Markup = """
            <header class="head">\(context.administration)<h1>\(words.title)</h1><p class="lead">\(words.lead)</p>
            \(context.notice(notice))</header>
            <div class="columns"><div>\(list)</div><aside class="register"><section><h2>\(words.add)</h2>\
            \(context.form(to: .groups, class: "sheet", fields))</section></aside></div>
            """
        return Page(title: words.title, main: main)
    }
}

extension GroupModel {
    /// One sharing group.
    func page(in context: PageContext) -> Page {
        let words = context.directory.groups
        let main: Markup = """
            <header class="head">\(isRunning ? context.administration : nil)<h1>\(Shown.name(name))</h1>
            \(hidesMembers ? "<p class=\"lead\">\(words.hidesThem)</p>" as Markup : nil)\(context.notice(notice))\(over(context))</header>
            \(preview(context))\(purpose(context))\(list(context))\(adding(context))\(mandateForm(context))
            """
        return Page(title: name, main: main)
    }

    /// The last day of its time, as it is typed and read.
    private var lastDay: String? {
        ends.map { String(Timestamp(clamping: $0.microseconds - 1).description.prefix(10)) }
    }

    private func over(_ context: PageContext) -> Markup? {
        guard let lastDay, hasEnded else { return nil }
        let words = WorkingGroupWords.in(context.language)
        let renew: Markup? = isRunning ? " <a href=\"#mandate\">\(words.renew)</a>" : nil
        return
            "<p class=\"notice\" role=\"status\">\(words.isOver(Moment("\(lastDay)T00:00:00Z").day(in: context.language)))\(renew)</p>"
    }

    /// What it is for, until when, and where what it works on stands.
    private func purpose(_ context: PageContext) -> Markup? {
        let words = WorkingGroupWords.in(context.language)
        let said: Markup? =
            mandate.isEmpty ? nil : "<div class=\"prose\" dir=\"auto\">\(Prose(bytes: 6_000).html(mandate))</div>"
        let until: Markup? =
            hasEnded
            ? nil : lastDay.map { "<p>\(words.until(Moment("\($0)T00:00:00Z").day(in: context.language)))</p>" }
        let places: [Markup] = collections.prefix(60).map {
            "<li><a href=\"\(Address.collection($0.id).href)\">\(Shown.name($0.title))</a></li>\n"
        }
        let documents: Markup? =
            places.isEmpty ? nil : "<h2>\(words.documents)</h2><ul class=\"plain\">\(places)</ul>"
        guard said != nil || until != nil || documents != nil else { return nil }
        return """
            <section id="purpose" class="narrow">\(said == nil ? nil : "<h2>\(words.mandate)</h2>" as Markup)\(said)\(until)\(documents)</section>
            """
    }

    private func mandateForm(_ context: PageContext) -> Markup? {
        guard isRunning else { return nil }
        let words = WorkingGroupWords.in(context.language)
        let wrong: Markup? = isMistyped ? "<p class=\"error\" id=\"ends-error\">\(words.noDay)</p>" : nil
        let isWrong: Markup? = isMistyped ? " aria-invalid=\"true\" aria-describedby=\"ends-error\"" : nil
        let fields: Markup = """
            <div class="field"><label for="for">\(words.mandate)</label>\
            <textarea id="for" name="mandate" rows="5" dir="auto">\(mandate)</textarea></div>\
            <div class="field"><label for="ends">\(words.lastDay)</label>\(wrong)\
            <input id="ends" name="ends" type="date" value="\(lastDay ?? "")"\(isWrong)>\
            <p class="hint">\(words.lastDayHint)</p></div><p class="actions"><button>\(words.save)</button></p>
            """
        return """
            <section id="mandate"><h2>\(words.setting)</h2>\(context.form(to: .groupMandate(id), class: "sheet", fields))</section>
            """
    }

    private func list(_ context: PageContext) -> Markup? {
        guard let members else { return nil }
        let words = context.directory.groups
        let items: [Markup] = members.map { member in
            let remove =
                isRunning
                ? context.button(
                    words.remove, to: .groupMembers(id), [("organisation", member.organisation), ("action", "remove")])
                : nil
            let people: Markup? =
                isRunning ? "<p class=\"meta\">\(context.directory.organisations.people(member.people))</p>" : nil
            return "<li><p class=\"title\"><strong>\(Shown.name(member.name))</strong>\(remove)</p>\(people)</li>\n"
        }
        return """
            <section id="members" class="narrow"><h2>\(words.membersTitle)</h2>
            \(members.isEmpty ? "<p class=\"quiet\">\(words.noMembers)</p>" as Markup : "<ul class=\"rows\">\(items)</ul>")</section>
            """
    }

    private func adding(_ context: PageContext) -> Markup? {
        guard isRunning, candidate == nil, !others.isEmpty else { return nil }
        let words = context.directory.groups
        let fields: Markup = """
            \(context.select("organisation", label: words.organisation, others.map { ($0.id, $0.name) }))\
            <input type="hidden" name="action" value="add"><p class="actions"><button>\(words.look)</button></p>
            """
        return """
            <section id="add"><h2>\(words.addMember)</h2>\(context.form(to: .groupMembers(id), class: "sheet", fields))</section>
            """
    }

    /// What is said before a reader is added (law 6).
    private func preview(_ context: PageContext) -> Markup? {
        guard let candidate else { return nil }
        let words = context.directory.groups
        let collections: [Markup] = candidate.reach.collections.map { "<li>\(Shown.name($0))</li>" }
        let fields: Markup = """
            <input type="hidden" name="organisation" value="\(candidate.id)"><input type="hidden" name="action" value="add">\
            <input type="hidden" name="entries" value="\(candidate.reach.entries)"><p class="actions">\
            <button>\(words.confirm)</button><a href="\(Address.group(id).href)">\(words.cancel)</a></p>
            """
        return """
            <section id="preview" class="narrow"><h2>\(words.previewTitle(Shown.name(candidate.name)))</h2>
            <p class="notice">\(words.preview(candidate.people, candidate.reach.entries))</p><ul class="prose">\(collections)</ul>
            \(context.form(to: .groupMembers(id), fields))</section>
            """
    }
}
