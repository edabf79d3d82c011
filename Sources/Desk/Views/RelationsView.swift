import Hall
import HTML
package import Web

/// The relations of an object, grouped so that each group reads as the beginning of a sentence.
struct RelationsView {
    /// Most relations on an object's own page.
    static let most = 22

    let model: ObjectModel
    let context: PageContext
    /// Most bytes of it on the page.
    let room: Int

    var html: Markup? {
        guard !model.relations.isEmpty else { return nil }
        let words = context.desk.object
        let total = model.relations.reduce(0) { $0 + $1.total }
        let shares = RelationsView.shares(model.relations.map(\.rows.count))
        let groups = Ration.fit(zip(model.relations, shares).filter { $1 > 0 }, bytes: room - 400) { group, share in
            RelationGroupView(group: group, object: model.id, shown: share, context: context).html
        }
        let all: Markup? =
            total > shares.reduce(0, +) || groups.count < model.relations.count
            ? "<p class=\"onward\"><a href=\"\(Address.relations(model.id).href)\">\(words.allRelations(total))</a></p>"
            : nil
        return """
            <section id="relations"><h2>\(words.relations) <span class="count">\(context.number(total))</span></h2>
            \(groups)\(all)</section>
            """
    }

    /// How many rows each group may show: every group some, the large ones the rest.
    static func shares(_ counts: [Int]) -> [Int] {
        var shares = counts.map { _ in 0 }
        var left = most
        while left > 0 {
            let before = left
            for index in counts.indices where shares[index] < counts[index] && left > 0 {
                shares[index] += 1
                left -= 1
            }
            if left == before { break }
        }
        return shares
    }
}

/// One group of relations.
struct RelationGroupView {
    let group: RelationGroup
    let object: String
    /// How many of its rows to show.
    let shown: Int
    let context: PageContext
    /// Whether what is not shown can be reached from here.
    var leadsOn = true

    var html: Markup {
        let rest = group.total - shown
        let more: Markup? =
            rest > 0 && leadsOn
            ? """
            <li class="more"><a href="\(Address.relations(object).href)">\(context.desk.common.more(rest))</a></li>
            """ : nil
        return """
            <section class="group"><h3><span class="verb">\(verb)</span> \(context.typeMany(group.otherType)) \
            <span class="count">\(context.number(group.total))</span></h3>
            <ul>\(group.rows.prefix(shown).map(row))\(more)</ul></section>

            """
    }

    private var verb: Markup {
        guard let verb = Verb(rawValue: group.verb) else {
            let arrow: Markup = group.direction == .outgoing ? "" : "← "
            return arrow + Shown.code(group.shownVerb)
        }
        let words = context.desk.verb(verb)
        return Markup(text: group.direction == .outgoing ? words.does : words.isDone)
    }

    private func row(_ row: RelationRow) -> Markup {
        let statement: Markup? = row.relationship.map { id in
            """
            \u{A0}<a class="statement" href="\(Address.object(id).href)" title="\(context.desk.object.says)" \
            aria-label="\(context.desk.object.says)">§</a>
            """
        }
        let description: Markup? = row.description.flatMap { text in
            text.isEmpty
                ? nil : "<p class=\"line\" dir=\"auto\">\(Shown.marked(Prose.plain(text, bytes: 200)))</p>"
        }
        return "<li>\(context.end(row.other))\(statement)\(description)</li>\n"
    }
}

extension RelationsModel {
    /// The page of all relations of an object.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.object
        let sections = groups.map { group in
            RelationGroupView(
                group: group, object: object.id, shown: group.rows.count, context: context, leadsOn: false
            ).html
        }
        let main: Markup = """
            <header class="head"><p class="kicker">\(context.typeLabel(object.type)) \(context.link(object))</p>\
            <h1>\(words.relations)</h1><p class="quiet tally">\(words.relationsLead(total))</p></header>
            <div class="narrow" id="relations">\(sections)</div>
            \(PagerView(pager: pager, address: .relations(object.id), context: context).html)
            """
        return Page(title: "\(words.relations) · \(Shown.clipped(object.title, bytes: 80))", main: main)
    }
}
