import HTML
import Web

/// The sources that an object names, numbered so that its text can cite them.
struct ReferencesView {
    let references: [ExternalReference]
    let context: PageContext
    /// Most bytes of it on the page.
    let room: Int

    /// The number of each source that is shown, by its name.
    ///
    /// The first of equal names counts.
    var numbers: [String: Int] {
        var numbers: [String: Int] = [:]
        for (index, reference) in references.prefix(rows.count).enumerated() where numbers[reference.source] == nil {
            numbers[reference.source] = index + 1
        }
        return numbers
    }

    var html: Markup? {
        guard !references.isEmpty else { return nil }
        let rows = rows
        let rest = references.count - rows.count
        let more: Markup? = rest > 0 ? "<p class=\"quiet\">\(context.desk.common.more(rest))</p>" : nil
        return """
            <section id="references"><h2>\(context.desk.object.references)</h2><ol class="references">\(rows)</ol>\(more)\
            </section>
            """
    }

    private var rows: [Markup] {
        Ration.fit(references.enumerated(), bytes: room - 300) { row($1, number: $0 + 1) }
    }

    private func row(_ reference: ExternalReference, number: Int) -> Markup {
        let name = Shown.name(Shown.clipped(reference.source, bytes: 120))
        let id: Markup? = reference.externalID.map { " \(Shown.code(Shown.clipped($0, bytes: 80)))" }
        let text: Markup? = reference.description.map { text in
            " <span class=\"quiet\" dir=\"auto\">\(Shown.marked(Prose.plain(text, bytes: 240)))</span>"
        }
        let address: Markup? =
            reference.link.map { link in
                " <a href=\"\(link)\" rel=\"nofollow noreferrer\" dir=\"ltr\">\(link.host ?? link.text)</a>"
            } ?? reference.address.map { " \(Shown.code(Shown.clipped($0, bytes: 200)))" }
        return "<li id=\"ref-\(number)\">\(name)\(id)\(text)\(address)</li>\n"
    }
}
