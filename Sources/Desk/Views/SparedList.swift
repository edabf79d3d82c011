import HTML
import STIX
import Web

/// The values of a draft that are likely to be harmless, each with a box to publish it all the same.
struct SparedList {
    let model: PreviewModel
    let context: PageContext

    private var words: SparingWords { context.desk.sparing }

    var html: Markup? {
        guard !model.spared.isEmpty else { return nil }
        let rows = Ration.fit(model.spared, bytes: 9_000) { value in
            """
            <label class="check"><input type="checkbox" name="keep" value="\(value.text)"\(value.isKept ? " checked" : "")> \
            <span>\(Shown.code(Shown.clipped(value.text, bytes: 160))) — \(why(value.why))</span></label>

            """
        }
        let more: Markup? =
            rows.count < model.spared.count
            ? "<p class=\"quiet\">\(words.more(model.spared.count - rows.count))</p>" : nil
        let wrong: Markup? = model.lacksKept ? "<p class=\"error\" role=\"alert\">\(words.keepOne)</p>" : nil
        return """
            <fieldset id="spared"><legend>\(words.question(model.spared.count))</legend>\(wrong)\
            <p class="hint">\(model.needsSpared ? words.onlyThese : words.lead)</p>
            \(rows)\(more)</fieldset>
            """
    }

    private func why(_ why: SparedValue.Why) -> Markup {
        switch why {
        case .ours(let part): words.ours(Shown.code(part))
        case .theirs(let part, let organisation): words.theirs(Shown.code(part), Shown.name(organisation, bytes: 80))
        case .somebodys: Markup(text: words.somebodys)
        case .specialUse(let use): Markup(text: words.use(use))
        case .knownGood(let lists):
            context.desk.check.good(lists.prefix(4).map { Shown.name($0, bytes: 80) }.joined(separator: context.comma))
        }
    }
}
