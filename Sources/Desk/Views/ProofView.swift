import HTML
import Web

/// The proof that an object stands in a log, and the commands that check it.
struct ProofView {
    let model: ObjectModel
    let context: PageContext

    private var words: DeskWords.Proof { context.desk.proof }

    var html: Markup? {
        guard let place = model.places.first else { return nil }
        let lead = words.lead(
            number(place.entry), context.link(place.collection), place.added.day(in: context.language))
        let withdrawn: Markup? = place.withdrawal.map { withdrawal in
            "<p>\(words.withdrawn(number(withdrawal.entry), withdrawal.added.day(in: context.language)))</p>"
        }
        return """
            <section id="proof"><h2>\(words.title)</h2><p>\(lead)</p>\(withdrawn)
            <dl class="stacked"><dt>\(words.body)</dt><dd>\(Shown.code(model.bodyHash))</dd></dl>
            \(place.proof.map { proof($0, place) } ?? "<p class=\"quiet\">\(words.waiting)</p>")</section>
            """
    }

    private func number(_ entry: Int) -> Markup {
        "<strong>\(context.number(entry))</strong>"
    }

    private func proof(_ proof: LogProof, _ place: Place) -> Markup {
        let hashes: [Markup] = proof.path.prefix(64).map { "<li>\(Shown.code($0))</li>" }
        return """
            \(ProofFigure(entry: place.entry, size: proof.head.size, levels: proof.path.count).html)
            <details><summary>\(words.path(proof.path.count))</summary>
            <dl class="stacked"><dt>\(words.leaf)</dt><dd>\(Shown.code(proof.leafHash))</dd></dl>
            <ol class="hashes">\(hashes)</ol>
            <dl class="stacked"><dt>\(words.root)</dt><dd>\(Shown.code(proof.head.root))</dd>
            <dt>\(words.size)</dt><dd>\(context.desk.collection.entries(proof.head.size))\(context.comma)\
            \(proof.head.signed.minute(in: context.language))</dd></dl></details>
            <h3>\(words.verify)</h3>
            \(context.command(VerifyCommand.hash(of: model.id, version: model.version, at: context.gateway)))
            \(context.command(VerifyCommand.log(of: place.collection, at: context.gateway)))
            """
    }
}
