import HTML
import Hall
import Kinds
import STIX
import Web

/// Which records one looks like: those that are offered, and those that somebody found to be different.
struct OverlapsModel: Sendable {
    /// Who said that two are different, as the reader may know.
    struct Sayer: Sendable {
        /// Identifier and name of the organisation; nil where its name is not known.
        let organisation: (id: String, name: String)?
        /// Whose hand it was; nil for those who may not know.
        let person: String?
    }

    /// The record on whose page it stands; nil before that is said.
    let id: String?
    let kind: Kind
    let offered: [Overlap]
    let dismissed: [(overlap: Overlap, by: Sayer)]
    let isMore: Bool
    let mayDismiss: Bool
    let taxonomies: [String: TagTaxonomy]
}

extension OverlapsModel {
    func part(in context: PageContext) -> Markup? {
        guard !offered.isEmpty || !dismissed.isEmpty else { return nil }
        let words = OverlapWords.in(context.language)
        let rows: [Markup] = offered.map { one in
            "<li>\(row(one, words, context))\(form(one, words, context))</li>\n"
        }
        let more: Markup? = isMore ? "<li class=\"more\">\(words.more)</li>" : nil
        let open: Markup? =
            offered.isEmpty
            ? nil
            : "<h2>\(words.title)</h2><p class=\"hint\">\(words.lead)</p><ul class=\"rows\">\(rows)\(more)</ul>"
        return "<section id=\"alike\">\(open)\(closed(words, context))</section>"
    }

    private func row(_ one: Overlap, _ words: OverlapWords, _ context: PageContext) -> Markup {
        let tag = context.language.rawValue
        func text(_ field: String, _ value: String) -> String {
            guard let field = kind.field(field) else { return value }
            return kind.text(of: .string(value), field, in: tag) { tag in
                taxonomies[String(tag.prefix { $0 != ":" })]?.terms.first { $0.tag == tag }?.name
            }
        }
        func list(_ texts: [String]) -> Markup {
            let shown: [Markup] = texts.prefix(4).map { Shown.name($0, bytes: 80) }
            return (texts.count > 4 ? shown + ["…"] : shown).joined(separator: context.comma)
        }
        let country = kind.fields.first { $0.type == .country }?.name ?? ""
        let reasons: [Markup] = [
            words.country(list(one.reasons.countries.map { text(country, $0) })),
            words.topic(list(one.reasons.topics.map { text($0.field, $0.value) })),
            Markup(text: one.reasons.quarter.map(words.quarter) ?? words.sameTime),
        ]
        return """
            <p class="title"><a href="\(Address.object(one.id).href)">\(Shown.name(one.name, bytes: 200))</a></p>\
            <p class="meta">\(reasons.map { "<span>\($0)</span>" as Markup }.joined(separator: " "))</p>
            """
    }

    private func form(_ one: Overlap, _ words: OverlapWords, _ context: PageContext) -> Markup? {
        guard mayDismiss, let id else { return nil }
        let reason = FormField(
            name: "reason", id: "f-alike-\(one.id.suffix(36))", label: words.reason, hint: words.reasonHint
        ).area("", rows: 2, required: true)
        let fields: Markup = """
            <input type="hidden" name="with" value="\(one.id)"><input type="hidden" name="grounds" value="\(one.fingerprint)">\
            \(reason)<p class="actions"><button class="plain">\(words.dismiss)</button></p>
            """
        return
            "<details><summary>\(words.dismiss)</summary>\(context.form(to: .overlaps(of: id), class: "sheet", fields))</details>"
    }

    private func closed(_ words: OverlapWords, _ context: PageContext) -> Markup? {
        let rows: [Markup] = dismissed.map { one, sayer in
            let organisation =
                sayer.organisation.map { said -> Markup in
                    "<a href=\"\(Address.object(said.id).href)\">\(Shown.name(said.name, bytes: 120))</a>"
                } ?? "\(words.somebody)"
            let who = [organisation] + [sayer.person].compactMap { $0.map { Shown.name($0, bytes: 120) } }
            let said = one.dismissal.map { said -> Markup in
                """
                <p dir="auto">\(Shown.marked(Prose.plain(said.reason, bytes: 500)))</p>\
                <p class="meta">\(words.saidBy(who.joined(separator: context.comma), Moment(said.made.description).day(in: context.language)))</p>
                """
            }
            return """
                <li><a href="\(Address.object(one.id).href)">\(Shown.name(one.name, bytes: 200))</a>\(said)</li>

                """
        }
        guard !rows.isEmpty else { return nil }
        return
            "<details><summary>\(words.different) <span class=\"count\">\(rows.count)</span></summary><ul class=\"plain\">\(rows)</ul></details>"
    }
}
