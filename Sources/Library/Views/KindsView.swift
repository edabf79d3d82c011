import HTML
import Hall
import Kinds
import Web

extension KindsModel {
    /// The packs here, each with its kinds, and a button to show or hide each.
    func page(in context: PageContext) -> Page {
        let words = LibraryWords.in(context.language)
        let tag = context.language.rawValue
        let sections: [Markup] = packs.map { row in
            let pack = row.pack
            let signed = row.isCore ? words.shipped : row.signer.map(words.signedBy) ?? words.unsigned
            let kinds: [Markup] = pack.kinds.map { kind in
                let isShown = shown.contains(kind.id)
                let button = context.button(
                    isShown ? words.hide : words.show, to: .kinds,
                    [("pack", pack.name), ("kind", kind.name), ("show", isShown ? "no" : "yes")])
                let name: Markup =
                    isShown
                    ? "<a href=\"\(Address.records(kind.name).href)\">\(Shown.name(kind.many.text(for: tag)))</a>"
                    : "\(Shown.name(kind.many.text(for: tag)))"
                return """
                    <tr><th scope="row">\(name)</th><td>\(Shown.name(kind.says.text(for: tag), bytes: 400))</td>\
                    <td>\(words.fields(kind.fields.count))</td><td>\(isShown ? words.shown : words.hidden)</td><td>\(button)</td></tr>

                    """
            }
            return """
                <section><h2>\(Shown.name(pack.title.text(for: tag)))</h2><p>\(Shown.name(pack.says.text(for: tag), bytes: 600))</p>\
                <p class="meta">\(words.pack) \(Shown.code(pack.name)) \(Shown.code(pack.version)) · \(Shown.name(pack.author)) · \(Shown.name(pack.licence)) · \(Shown.name(signed))</p>\
                <div class="wide"><table><tbody>\(kinds)</tbody></table></div></section>
                """
        }
        return Page(
            title: words.kinds,
            main:
                "<header class=\"head\"><h1>\(words.kinds)</h1><p class=\"lead\">\(words.kindsLead)</p></header>\(sections)"
        )
    }
}
