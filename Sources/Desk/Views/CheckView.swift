import HTML
import Hall
import Ledger
import STIX
package import Web

extension CheckModel {
    /// The page that takes a text, and says what is known of the values in it.
    package func page(in context: PageContext) -> Page {
        Page(title: context.desk.check.title, main: CheckView(model: self, context: context).html)
    }
}

private struct CheckView {
    let model: CheckModel
    let context: PageContext

    private var words: CheckWords { context.desk.check }

    var html: Markup {
        """
        <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
        \(model.isAsked ? asked : context.form(to: .check, class: "sheet checking", "\(field)\(go(words.button))\(start)"))
        """
    }

    /// What can be pasted, before anything has been.
    private var start: Markup {
        """
        <p class="hint">\(words.hint)</p><p class="hint">\(words.examples): \(Shown.code("198.51.100[.]7")) \
        \(Shown.code("hxxps://c2[.]example/a")) \(Shown.code("CVE-2021-44228"))</p>\(kept)
        """
    }

    private var kept: Markup {
        "<p class=\"hint\">\(words.kept) <a href=\"\(Address.knownGood.href)\">\(words.listsTitle)</a></p>"
    }

    private var field: Markup {
        """
        <label for="pasted">\(words.label)</label>\
        <textarea id="pasted" name="pasted" rows="\(model.isAsked ? 6 : 14)" dir="ltr" spellcheck="false" autocomplete="off" required>
        \(model.list)</textarea>
        """
    }

    private func go(_ label: String) -> Markup { "<p class=\"actions\"><button>\(label)</button></p>" }

    private var asked: Markup {
        guard !model.rows.isEmpty else {
            return """
                <p class="notice" role="status"><strong>\(words.none)</strong> \(words.noneLead)</p>
                \(context.form(to: .check, class: "sheet checking", "\(field)\(go(words.button))\(start)"))
                """
        }
        return context.form(to: .check, class: "sheet checking", results)
    }

    /// One form: what is chosen in the table goes where its button says, and the values go along.
    private var results: Markup {
        let shown = Ration.fit(model.rows.dropFirst(model.from).prefix(40), bytes: 15_000, row)
        let last = model.from + shown.count
        let cut: Markup? = model.hasMore ? "<p class=\"notice\">\(words.cut(CheckModel.most))</p>" : nil
        let part: Markup? =
            shown.count < model.rows.count
            ? "<p class=\"quiet\">\(words.rows(model.from + 1, last, model.rows.count))</p>" : nil
        return """
            <p class="tally" role="status"><strong>\(tally)</strong></p>\(cut)\(part)
            <table class="checked"><thead><tr><th scope="col">\(words.value)</th><th scope="col">\(words.said)</th></tr></thead>
            <tbody>
            \(shown)</tbody></table>
            <p class="actions">\(indicators)<button formaction="\(Address.checkTable.href)">\(words.table)</button>\
            \(pager(last))</p>
            <details><summary>\(words.again)</summary>\(field)\(go(words.button))</details>\(kept)
            """
    }

    private var tally: String {
        words.tally(
            model.rows.count, model.rows.count { !$0.mentions.isEmpty }, model.rows.count { $0.ours != nil },
            model.rows.count { !$0.knownGood.isEmpty })
    }

    /// Drafts of indicators take the values that are chosen.
    private var indicators: Markup? {
        guard context.visitor?.may(.discuss) ?? false else { return nil }
        return """
            <button name="kind" value="indicators" formaction="\(Address.newDraft.href)">\(words.makeIndicators)</button>
            """
    }

    private func pager(_ last: Int) -> Markup {
        let first: Markup? =
            model.from > 0 ? "<button class=\"plain\" name=\"from\" value=\"0\">\(words.first)</button>" : nil
        let next: Markup? =
            last < model.rows.count && last > model.from
            ? "<button class=\"plain\" name=\"from\" value=\"\(last)\">\(words.next)</button>" : nil
        return "\(first)\(next)"
    }

    private func row(_ row: CheckRow) -> Markup {
        let code = Shown.code(Shown.clipped(row.value.defanged, bytes: 160))
        let kind: Markup = "<span class=\"quiet\">\(words.kind(row.value.kind))</span>"
        let writes = context.visitor?.may(.discuss) ?? false
        let value: Markup =
            writes
            ? "<label><input type=\"checkbox\" name=\"values\" value=\"\(row.value.text)\"> \(code)</label> \(kind)"
            : "\(code) \(kind)"
        let ours: Markup? = row.ours.map { "<p class=\"ours\">\(words.ours(Shown.code($0)))</p>" }
        let lists = row.knownGood.prefix(4).map { Shown.name($0, bytes: 80) }.joined(separator: context.comma)
        let good: Markup? = row.knownGood.isEmpty ? nil : "<p class=\"good\">\(words.good(lists))</p>"
        let said: Markup =
            row.mentions.isEmpty ? "<p class=\"quiet\">\(words.unknown)</p>" : "<ul>\(row.mentions.map(mention))</ul>"
        return "<tr><td>\(value)\(ours)\(good)</td><td>\(said)</td></tr>\n"
    }

    private func mention(_ mention: Mention) -> Markup {
        let name = ObjectName(
            id: mention.id, type: mention.type, name: mention.name.map { Shown.clipped($0, bytes: 90) })
        let how: Markup? = mention.how == .exactly ? nil : " <span class=\"quiet\">(\(words.how(mention.how)))</span>"
        let revoked: Markup? = mention.isRevoked ? " <span class=\"flag\">\(context.desk.common.revoked)</span>" : nil
        let author: Markup =
            mention.author.map { author in
                // An author whom the reader cannot see is named by no link.
                author.name.map { "<a href=\"\(Address.object(author.id).href)\">\(Shown.name($0, bytes: 60))</a>" }
                    ?? Shown.code(author.id)
            } ?? Markup(text: words.nobody)
        let collection: Markup? = model.collections[mention.collection].map { "<span>\(context.link($0))</span>" }
        return """
            <li><span class="type">\(context.typeOne(mention.type))</span> <a href="\(Address.object(mention.id).href)">\
            \(context.title(name))</a>\(how)\(revoked)<p class="meta"><span>\(author)</span>\(collection)\
            <span>\(words.since) \(Moment(mention.since).day(in: context.language))</span>\(acts(on: mention))</p></li>
            """
    }

    /// A sighting is of what somebody says, not of the bare value (STIX 2.1 §5.2); one may disagree with either.
    private func acts(on mention: Mention) -> Markup? {
        guard context.visitor?.may(.discuss) ?? false else { return nil }
        func link(_ kind: String, _ label: String, _ more: [(name: String, value: String)] = []) -> Markup {
            let query = [(name: "kind", value: kind), (name: "about", value: mention.id)] + more
            return "<a href=\"\(Address.newDraft.href(with: query))\">\(label)</a>"
        }
        let isObservable = ObservableTypes.hold(mention.type)
        let sighting: Markup? = isObservable ? nil : link("sighting", words.sighting)
        return "\(sighting)\(link("opinion", words.falsePositive, [("opinion", "strongly-disagree")]))"
    }
}
