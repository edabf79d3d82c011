import HTML
import Web

/// Where the marking of an object comes from, its terms, and where else it stands.
struct MarkingView {
    let model: ObjectModel
    let context: PageContext

    var html: Markup {
        let words = context.desk.object
        let statements: [Markup] = model.marking.statements.prefix(2).map { statement in
            "<p class=\"terms\" dir=\"auto\">\(Shown.marked(Shown.clipped(statement, bytes: 300)))</p>"
        }
        let others = model.places.dropFirst().prefix(4).map {
            "\(context.link($0.collection)) \($0.ceiling.chip)" as Markup
        }
        let also: Markup? =
            others.isEmpty ? nil : "<p>\(words.alsoIn) \(others.joined(separator: context.comma))</p>"
        return """
            <section id="marking"><h2>\(words.seesTitle)</h2><p>\(model.marking.tlp.chip) \
            \(model.marking.isOwn ? words.ownMarking : words.defaultMarking)</p>\(also)\(statements)</section>
            """
    }
}
