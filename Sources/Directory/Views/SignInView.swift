import HTML
package import Web

extension SignInModel {
    /// The form to sign in, in the words that password managers look for.
    package func page(in context: PageContext) -> Page {
        let words = context.directory.signIn
        let notice: Markup? = failed ? "<p class=\"notice\" role=\"alert\">\(words.failed)</p>" : nil
        let main: Markup = """
            <header class="head"><h1>\(words.title)</h1>\(notice)</header>
            \(context.form(to: .signIn, class: "sheet", fields(words)))
            <section class="narrow"><h2>\(words.helpTitle)</h2><p>\(words.noAccount)</p><p>\(words.lostDevice)</p></section>
            """
        return Page(title: words.title, main: main)
    }

    private func fields(_ words: DirectoryWords.SignIn) -> Markup {
        """
        <label for="name">\(words.name)</label>\
        <input id="name" name="name" type="text" dir="auto" autocomplete="username" autocapitalize="off" \
        spellcheck="false" maxlength="200" required>\
        <label for="key">\(words.key)</label>\
        <input id="key" name="key" type="password" dir="ltr" autocomplete="current-password" maxlength="200" required>\
        <p class="hint">\(words.keyHint)</p>\
        <input type="hidden" name="next" value="\(next)">\
        <p class="actions"><button>\(words.submit)</button></p>
        """
    }
}
