import HTML
package import Web

extension AboutModel {
    /// The page that says how to verify.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.about
        let main: Markup = """
            <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
            <section class="prose"><ul>\(words.proves.map { "<li>\($0)</li>" as Markup })</ul>\
            <p class="aside">\(words.provesNot)</p></section>
            <section><h2>\(words.stepsTitle)</h2>\(example(context))\
            <ol class="prose">\(words.steps.map { "<li>\($0)</li>" as Markup })</ol><p class="quiet">\(words.formats)</p></section>
            <section id="keys"><h2>\(words.keysTitle)</h2><p>\(logs.isEmpty ? words.noLogs : words.keysLead)</p>
            \(logs.prefix(24).map { row($0, context) })</section>
            """
        return Page(title: words.title, main: main)
    }

    private func example(_ context: PageContext) -> Markup? {
        logs.first.map { context.command(VerifyCommand.log(of: $0.collection, at: context.gateway)) }
    }

    private func row(_ head: LogHead, _ context: PageContext) -> Markup {
        let words = context.desk.collection
        return """
            <section class="key"><h3>\(context.link(head.collection))</h3><dl class="facts">\
            <dt>\(words.key)</dt><dd>\(Shown.code(head.key))</dd>\
            <dt>\(words.root)</dt><dd>\(Shown.code(head.root))</dd>\
            <dt>\(words.size)</dt><dd>\(words.entries(head.size))\(context.comma)\(head.signed.minute(in: context.language))</dd>\
            </dl></section>

            """
    }
}
