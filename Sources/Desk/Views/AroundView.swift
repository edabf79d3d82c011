import Hall
import HTML
import STIX
import Web

/// Who sees an object and why, who saw it, what is said of it, and what its reader may do.
struct AroundView {
    let model: ObjectModel
    let context: PageContext

    private var words: PublishWords { context.desk.publish }

    /// What was done just now.
    var done: Markup? {
        model.around.done.map { "<p class=\"notice\" role=\"status\">\(words.objectDone($0))</p>" }
    }

    var actions: Markup? {
        let rows = model.around.actions.map { action -> Markup in
            switch action {
            case .correct:
                context.form(
                    to: .correction(model.id), class: "inline", "<button class=\"plain\">\(words.correct)</button>")
            case .share: link(.sharing(model.id), words.shareTitle)
            case .withdraw: link(.withdrawal(model.id), words.withdraw)
            case .erase: link(.erasure(model.id), words.erase)
            case .text: link(.text(model.id), words.asText)
            case .mail: link(.mail(model.id), words.asMail)
            case .noCorrection(let whyNot):
                "<span class=\"quiet\">\(words.noCorrection) \(WhyNotView(whyNot: whyNot, context: context).html)</span>"
            }
        }
        guard !rows.isEmpty else { return nil }
        return """
            <section id="actions"><h2>\(words.actions)</h2>\
            <ul class="plain">\(rows.map { "<li>\($0)</li>" as Markup })</ul></section>
            """
    }

    private func link(_ address: Address, _ text: String) -> Markup { "<a href=\"\(address.href)\">\(text)</a>" }

    /// Each collection where it stands, with the reason why its reader sees it there.
    var standings: Markup? {
        guard !model.around.standings.isEmpty else { return nil }
        let rows = Ration.fit(model.around.standings, bytes: 3_000) { place -> Markup in
            let mirror: Markup? = place.isMirror ? " <span class=\"quiet\">\(words.whyNot(.mirror))</span>" : nil
            let version: Markup? =
                place.differs
                ? " <span class=\"quiet\">\(words.otherVersion(place.version.day(in: context.language)))</span>" : nil
            return """
                <li>\(context.link(place.collection)) \(place.marking.chip) \
                <span class="why">\(words.why(place.readers))\(version)\(mirror)</span></li>

                """
        }
        let rest = model.around.standings.count - rows.count
        let more: Markup? = rest > 0 ? "<li class=\"more\">\(context.desk.common.more(rest))</li>" : nil
        return "<ul class=\"standings\">\(rows)\(more)</ul>"
    }

    var sightings: Markup? {
        let sightings = model.around.sightings
        guard sightings.total > 0 else { return nil }
        let rows = Ration.fit(sightings.rows, bytes: 2_500) { row in
            let who = row.seenBy.map(context.link) ?? "\(words.somebody)"
            let sentence = words.saw(
                who, row.count, row.first.map { $0.day(in: context.language) },
                row.last.map { $0.day(in: context.language) })
            let address = Address.object(row.id).href
            return
                "<li><a class=\"statement\" href=\"\(address)\" aria-label=\"\(context.desk.object.says)\">§</a> \(sentence) \(row.marking.chip)</li>\n"
        }
        let rest = sightings.total - rows.count
        let more: Markup? = rest > 0 ? "<li class=\"more\">\(context.desk.common.more(rest))</li>" : nil
        return """
            <section id="sightings"><h2>\(words.sightings) <span class="count">\(context.number(sightings.total))</span></h2>\
            <ul class="plain">\(rows)\(more)</ul></section>
            """
    }

    func discussion(room: Int) -> Markup? {
        let discussion = model.around.discussion
        guard discussion.total > 0 || !discussion.mayAdd.isEmpty else { return nil }
        // The newest are worth most room; they stand last.
        let rows = Ration.fit(discussion.rows.reversed(), bytes: room - 700, remark).reversed()
        let rest = discussion.total - rows.count
        let more: Markup? = rest > 0 ? "<li class=\"more\">\(context.desk.common.more(rest))</li>" : nil
        let add: [Markup] = discussion.mayAdd.map { kind in
            let address = Address.newDraft.href(with: [("kind", kind.rawValue), ("about", model.id)])
            return "<li><a class=\"button\" href=\"\(address)\">\(words.add(kind))</a></li>"
        }
        return """
            <section id="discussion"><h2>\(words.discussion) <span class="count">\(context.number(discussion.total))</span></h2>\
            \(opinions)\(discussion.total == 0 ? nil : "<ol class=\"remarks\">\(more)\(Array(rows))</ol>")\
            \(add.isEmpty ? nil : "<ul class=\"begin\">\(add)</ul>")</section>
            """
    }

    /// How many organisations hold which opinion.
    private var opinions: Markup? {
        let opinions = model.around.discussion.opinions
        guard !opinions.isEmpty else { return nil }
        let rows: [Markup] = opinions.map {
            "<span>\(words.agreement($0.agreement)) <span class=\"count\">\(context.number($0.count))</span></span> "
        }
        return
            "<p class=\"meta\"><span class=\"quiet\">\(RemarkWords.in(context.language).agreement):</span> \(rows)</p>"
    }

    private func remark(_ row: Discussion.Row) -> Markup { RemarkView(row: row, context: context).html }

    /// What a report, note or opinion speaks of, as the list that it is.
    func spokenOf(room: Int) -> Markup? {
        let ids = (model.json.texts("object_refs") + [model.json.text("sighting_of_ref")].compactMap(\.self)).unique
        guard !ids.isEmpty else { return nil }
        let rows = Ration.fit(ids, bytes: room - 300) { id in
            guard let name = model.names[id] else {
                return "<li>\(context.end(.unknown(Shown.clipped(id, bytes: 300))))</li>\n"
            }
            return "<li>\(context.typeLabel(name.type)) \(context.link(name))</li>\n"
        }
        let rest = ids.count - rows.count
        let more: Markup? = rest > 0 ? "<li class=\"more\">\(context.desk.common.more(rest))</li>" : nil
        return """
            <section id="spoken-of"><h2>\(words.spokenOf) <span class="count">\(context.number(ids.count))</span></h2>\
            <ul class="plain">\(rows)\(more)</ul></section>
            """
    }
}
