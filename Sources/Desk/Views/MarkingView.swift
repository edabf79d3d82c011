import HTML
import Web

/// Where the marking of an object comes from, its terms, and who sees it in which collection, and why.
struct MarkingView {
    let model: ObjectModel
    let context: PageContext

    var html: Markup {
        let words = context.desk.object
        let statements: [Markup] = model.marking.statements.prefix(2).map { statement in
            "<p class=\"terms\" dir=\"auto\">\(Shown.marked(Shown.clipped(statement, bytes: 300)))</p>"
        }
        return """
            <section id="marking"><h2>\(words.seesTitle)</h2><p>\(model.marking.tlp.chip) \
            \(model.marking.isOwn ? words.ownMarking : words.defaultMarking)</p>\
            \(AroundView(model: model, context: context).standings)\(statements)</section>
            """
    }
}
