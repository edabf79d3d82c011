import HTML
import Hall
import STIX
import Web

/// How terms are called now, and what was changed.
struct TermsModel: Sendable {
    struct Term: Sendable, Hashable {
        let value: String
        let label: String
    }

    struct Vocabulary: Sendable, Hashable {
        let name: String
        let label: String
        let terms: [Term]
    }

    /// Newest first.
    let changes: [TermChange]
    /// Those that the reader may change.
    let vocabularies: [Vocabulary]
    let all: [Vocabulary]
    let chosen: Vocabulary?
    let map: TermMap
    let problem: Bool
}

extension TermsModel {
    private static let most = 200

    func page(in context: PageContext) -> Page {
        let words = TermsWords.in(context.language)
        let rows: [Markup] = changes.prefix(Self.most).map { change in
            let vocabulary = all.first { $0.name == change.vocabulary }
            func label(_ value: String) -> Markup {
                Shown.name(vocabulary?.terms.first { $0.value == value }?.label ?? value, bytes: 160)
            }
            let what: Markup =
                change.old == change.new
                ? words.takenBack(label(change.old)) : words.became(label(change.old), label(change.new))
            return """
                <li><p class="title">\(what)</p><p class="meta"><span>\(Shown.name(vocabulary?.label ?? change.vocabulary, bytes: 160))</span> \
                <span>\(Shown.name(change.name, bytes: 80))</span> <span>\(Moment(change.at.description).day(in: context.language))</span></p>\
                <p dir="auto">\(Shown.marked(Shown.clipped(change.reason, bytes: 1_000)))</p></li>

                """
        }
        let log: Markup = rows.isEmpty ? "<p>\(words.none)</p>" : "<ul class=\"rows\">\(rows)</ul>"
        return Page(
            title: words.title, summary: words.lead, links: [PageLink(.canonical, Address.terms.href)],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
                \(choice(words, context))\(form(words, context))<section><h2>\(words.log)</h2>\(log)</section>
                """)
    }

    private func choice(_ words: TermsWords, _ context: PageContext) -> Markup? {
        guard !vocabularies.isEmpty else { return nil }
        let options: [Markup] = vocabularies.map {
            FormField.option($0.name, $0.label, chosen: $0.name == chosen?.name)
        }
        return """
            <form class="sheet" action="\(Address.terms.href)">\(FormField(name: "of", label: words.vocabulary).choice("\(options)"))\
            <p class="actions"><button>\(words.choose)</button></p></form>
            """
    }

    private func form(_ words: TermsWords, _ context: PageContext) -> Markup? {
        guard let chosen else { return nil }
        let options: [Markup] = chosen.terms.map { term in
            let now = map.now(term.value, in: chosen.name)
            let label =
                now == term.value
                ? term.label : "\(term.label) → \(chosen.terms.first { $0.value == now }?.label ?? now)"
            return FormField.option(term.value, label, chosen: false)
        }
        let wrong: Markup? = problem ? "<p class=\"notice\" role=\"alert\">\(words.wrong)</p>" : nil
        return """
            \(wrong)\(context.form(to: .terms, class: "sheet", """
                <input type="hidden" name="vocabulary" value="\(chosen.name)">\
                \(FormField(name: "old", label: words.old).choice("\(options)"))\
                \(FormField(name: "new", label: words.new, hint: words.newHint).choice("\(options)"))\
                \(FormField(name: "reason", label: words.reason, hint: words.reasonHint).area("", rows: 2, required: true))\
                <p class="actions"><button>\(words.change)</button></p>
                """))
            """
    }
}
