import Hall
import HTML
import Ledger
import Web

extension AccountModel {
    /// One's own account: keys, devices, programs.
    func page(in context: PageContext) -> Page {
        Page(title: context.directory.account.title, main: AccountView(model: self, context: context).html)
    }
}

private struct AccountView {
    let model: AccountModel
    let context: PageContext

    private var words: DirectoryWords.Account { context.directory.account }

    var html: Markup {
        let seeAs: Markup? =
            model.isOperator ? "<p><a href=\"\(Address.seeAs.href)\">\(context.directory.seeAs.title)</a></p>" : nil
        return """
            <header class="head"><p class="kicker">\(words.title)</p><h1>\(Shown.name(model.name))</h1>
            <p class="lead">\(context.directory.role(model.role))\(context.language.comma)\(Shown.name(model.organisation))</p>
            \(context.notice(model.notice))</header>
            <div class="columns"><div>\(keys)\(programs)</div>
            <aside class="register">\(devices)\(groups)\(seeAs)</aside></div>
            """
    }

    private var keys: Markup {
        let rows: [Markup] = model.keys.map { key in
            let revoke = model.keys.count > 1 ? context.button(words.revoke, to: .key(key.id)) : nil
            return """
                <li><p class="title"><span>\(words.made) \(key.made.day(in: context.language))</span>\(revoke)</p>
                <p class="meta">\(words.used(key.used.map { $0.day(in: context.language) }))</p></li>
                """
        }
        return """
            <section id="keys"><h2>\(words.keys)</h2><p>\(words.keysLead)</p><ul class="rows">\(rows)</ul>
            \(context.form(to: .keys, "<p class=\"actions\"><button>\(words.newKey)</button></p>"))</section>
            """
    }

    private var devices: Markup {
        let rows: [Markup] = model.devices.map { device in
            let end: Markup =
                device.isThis
                ? "<span class=\"flag\">\(words.thisDevice)</span>"
                : context.button(words.end, to: .session(device.id))
            return """
                <li><p class="title"><span>\(Shown.code(device.remote))</span>\(end)</p>
                <p class="meta"><span>\(words.made) \(device.made.day(in: context.language))</span> \
                <span>\(words.used(device.seen.minute(in: context.language)))</span></p></li>
                """
        }
        return """
            <section id="devices"><h2>\(words.devices)</h2><ul class="rows">\(rows)</ul>
            \(context.button(words.signOut, to: .signOut)) \(context.button(words.everywhere, to: .signOutEverywhere))
            </section>
            """
    }

    private var groups: Markup? {
        guard !model.groups.isEmpty else { return nil }
        let rows: [Markup] = model.groups.map {
            "<li><a href=\"\(Address.group($0.id).href)\">\(Shown.name($0.title))</a></li>"
        }
        return "<section id=\"groups\"><h2>\(context.directory.groups.title)</h2><ul>\(rows)</ul></section>"
    }

    private var programs: Markup {
        let rows: [Markup] = model.programs.map { program in
            let collections = program.collections.map { titles in
                titles.map { Shown.name($0) }.joined(separator: Markup(text: context.language.comma))
            }
            return """
                <li><p class="title"><strong>\(Shown.name(program.name))</strong>\
                \(context.button(words.revoke, to: .token(program.id)))</p>
                <p class="meta"><span>\(words.scope(program.scope))</span> \
                <span>\(collections ?? Markup(text: words.allCollections))</span> \
                <span>\(words.until) \(program.expires.day(in: context.language))</span> \
                <span>\(words.used(program.used.map { $0.day(in: context.language) }))</span></p></li>
                """
        }
        let choices: [Markup] = model.collections.prefix(50).map {
            """
            <label class="choice"><input type="checkbox" name="collection" value="\($0.id)"> \(Shown.name($0.title))</label>
            """
        }
        let fields: Markup = """
            \(context.input("name", label: words.tokenName, more: " required"))\
            \(context.select("scope", label: words.tokenScope, Token.Scope.allCases.map { ($0.rawValue, words.scope($0)) }))
            <fieldset><legend>\(words.tokenCollections)</legend><p class="hint">\(words.tokenCollectionsHint)</p>\(choices)\
            </fieldset><p class="actions"><button>\(words.newToken)</button></p>
            """
        return """
            <section id="tokens"><h2>\(words.tokens)</h2><p>\(words.tokensLead)</p><ul class="rows">\(rows)</ul>
            <details><summary>\(words.newToken)</summary>\(context.form(to: .tokens, class: "sheet", fields))</details></section>
            """
    }
}

extension NewTokenModel {
    /// The only page that shows a token.
    func page(in context: PageContext) -> Page {
        let words = context.directory.account
        let main: Markup = """
            <header class="head"><h1>\(words.newTokenTitle)</h1><p class="lead">\(words.newTokenLead)</p></header>
            <p class="narrow">\(Shown.name(name))</p><p class="narrow"><code class="secret" dir="ltr">\(token)</code></p>
            <pre class="command" dir="ltr"><code>curl -H 'Authorization: Bearer …' \(context.gateway.address)/</code></pre>
            <p class="actions"><a href="\(Address.account.href)">\(words.backToAccount)</a></p>
            """
        return Page(title: words.newTokenTitle, main: main)
    }
}
