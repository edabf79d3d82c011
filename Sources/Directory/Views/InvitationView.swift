import HTML
import Ledger
package import Web

extension InvitationModel {
    /// Where an invited person comes in.
    ///
    /// Reading it uses nothing up: programs that look at links in mails do that too.
    package func page(in context: PageContext) -> Page {
        let words = context.directory.signIn
        guard let invited else {
            let main: Markup = """
                <article class="problem"><h1>\(words.goneTitle)</h1><p class="lead">\(words.goneLead)</p>\
                <p class="actions"><a href="\(Address.signIn.href)">\(words.title)</a></p></article>
                """
            return Page(title: words.goneTitle, main: main)
        }
        let main: Markup = """
            <header class="head"><h1>\(words.welcome(Shown.name(invited.name)))</h1>\
            <p class="lead">\(words.invitedLead(Shown.name(context.gateway.name)))</p></header>
            <dl class="facts narrow"><dt>\(words.name)</dt><dd>\(Shown.name(invited.name))</dd>\
            <dt>\(words.organisation)</dt><dd>\(Shown.name(invited.organisation))</dd>\
            <dt>\(words.role)</dt><dd>\(context.directory.role(invited.role))</dd></dl>
            \(context.form(to: address, class: "sheet", "<p class=\"actions\"><button>\(words.accept)</button></p>"))
            <p class="hint">\(words.acceptHint)</p>
            """
        return Page(title: words.invitedTitle, main: main)
    }
}

extension NewKeyModel {
    /// The only page that shows a sign-in key, with a form that lets a password manager offer to keep it.
    package func page(in context: PageContext) -> Page {
        let words = context.directory.signIn
        let fields: Markup = """
            <label for="name">\(words.name)</label>\
            <input id="name" name="name" type="text" dir="auto" autocomplete="username" value="\(name)" readonly>\
            <label for="key">\(words.key)</label>\
            <input id="key" name="key" type="password" dir="ltr" autocomplete="new-password" value="\(key)" readonly>\
            <p class="hint">\(words.keepHint)</p><p class="actions"><button>\(words.keptIt)</button></p>
            """
        let main: Markup = """
            <header class="head"><h1>\(isFirst ? words.keyTitle : words.newKeyTitle)</h1>\
            <p class="lead">\(words.keyLead)</p></header>
            <p class="narrow"><code class="secret" dir="ltr">\(key)</code></p>
            <section class="prose"><ul><li>\(words.adviceManager)</li><li>\(words.advicePaper)</li>\
            <li>\(words.adviceNever)</li></ul></section>
            \(context.form(to: .signIn, class: "sheet", fields))
            """
        return Page(title: words.keyTitle, main: main)
    }
}
