import HTML
import STIX
import Web

/// One value of an object, in the form that suits it.
struct FactValue {
    let value: JSON
    let property: NamedProperty?
    let facts: ObjectFacts

    private var context: PageContext { facts.context }

    var html: Markup {
        switch property {
        case .pattern: return block(value.string ?? value.compact(bytes: 2_000))
        case .detection: return prose(value.string ?? value.compact(bytes: 2_000))
        case .killChainPhases: return phases
        case .hashes: return hashes
        default: return html(of: value, depth: 0)
        }
    }

    private func html(of value: JSON, depth: Int) -> Markup {
        switch value {
        case .null: Shown.code("null")
        case .bool(let isTrue): Markup(text: isTrue ? context.desk.object.yes : context.desk.object.no)
        case .number(let number): "<span dir=\"ltr\">\(number.text)</span>"
        case .string(let text): string(text)
        case .array(let elements) where depth == 0: list(elements)
        default: Shown.code(Shown.clipped(value.compact(bytes: 2_000), bytes: 400))
        }
    }

    private func string(_ text: String) -> Markup {
        if Form.isTime(text) { return Moment(text).minute(in: context.language) }
        if Form.isObjectID(text) { return facts.reference(text) }
        if let link = Link(text) {
            return "<a href=\"\(link)\" rel=\"nofollow noreferrer\" dir=\"ltr\">\(Shown.clipped(text, bytes: 200))</a>"
        }
        return Shown.name(Shown.clipped(text, bytes: 600))
    }

    private func list(_ elements: [JSON]) -> Markup {
        let shown = elements.prefix(16).map { html(of: $0, depth: 1) }
        let rest = elements.count - shown.count
        let more: Markup? = rest > 0 ? " <span class=\"quiet\">\(context.desk.common.more(rest))</span>" : nil
        return shown.joined(separator: context.comma) + (more ?? "")
    }

    private func block(_ text: String) -> Markup {
        "<pre dir=\"ltr\"><code>\(Shown.marked(Shown.clipped(text, bytes: 1_500)))</code></pre>"
    }

    private func prose(_ text: String) -> Markup {
        "<div class=\"prose\" dir=\"auto\">\(Prose(citations: facts.citations, bytes: 1_200).html(text))</div>"
    }

    /// Phases by the name of their kill chain.
    private var phases: Markup {
        let phases = (value.array ?? []).prefix(16).map { phase -> Markup in
            let name = (phase.text("phase_name") ?? "").split(separator: "-").joined(separator: " ")
            let chain = phase.text("kill_chain_name") ?? ""
            return
                "\(Shown.name(Shown.clipped(name, bytes: 80))) <span class=\"quiet\">\(Shown.name(Shown.clipped(chain, bytes: 80)))</span>"
        }
        return phases.joined(separator: context.comma)
    }

    private var hashes: Markup {
        let rows: [Markup] = (value.members ?? []).prefix(8).map { hash in
            let digits = Shown.clipped(hash.value.string ?? hash.value.compact(bytes: 2_000), bytes: 200)
            return
                "<li><span class=\"quiet\">\(Shown.name(Shown.clipped(hash.name, bytes: 40)))</span> \(Shown.code(digits))</li>"
        }
        return "<ul class=\"plain\">\(rows)</ul>"
    }
}
