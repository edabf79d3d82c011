import HTML
import Hall
import Kinds
import STIX
import Web

/// An object of a kind on its page: where it is in its life, what was filled in, and which steps are open.
struct RecordFaceView {
    let face: RecordFace
    let object: String
    let context: PageContext
    /// Whether the reader may say something of single paragraphs.
    var mayRemark = false

    private var words: RecordWords { RecordWords.in(context.language) }
    private var tag: String { context.language.rawValue }

    /// What has ended waits for nothing.
    private var hasEnded: Bool { face.life.flatMap { $0.life.state($0.state.state)?.isEnd } ?? false }

    /// What stands below the title: the state, the clocks, and what is late.
    var lead: Markup? {
        var parts: [Markup] = []
        if let life = face.life, let state = life.life.state(life.state.state) {
            parts.append("<strong class=\"state\">\(Shown.name(state.label.text(for: tag)))</strong>")
            for running in life.clocks {
                let due = words.until(
                    Shown.name(running.clock.label.text(for: tag)), running.due.minute(in: context.language))
                parts.append(running.isOver ? "<strong class=\"overdue\">\(due)</strong>" : "<span>\(due)</span>")
            }
        }
        if !hasEnded, let late = face.kind.overdueField(in: face.values, on: face.today) {
            parts.append("<strong class=\"overdue\">\(KindWords.in(context.language).overdue(late, in: tag))</strong>")
        }
        if !hasEnded, let since = face.unmaintainedSince {
            parts.append("<strong class=\"overdue\">\(words.unmaintained(since.day(in: context.language)))</strong>")
        }
        if let ease = ReadingEase(of: face.values, kind: face.kind) {
            parts += ease.marks(claimed: face.values[ReadingEase.claim]?.string, in: context)
        }
        return parts.isEmpty ? nil : "<p class=\"meta\">\(parts.joined(separator: " "))</p>"
    }

    func values(room: Int) -> Markup {
        KindFace(
            face.kind, face.values, on: hasEnded ? nil : face.today, names: face.names, taxonomies: face.taxonomies,
            in: context,
            marks: face.marks, room: room, remarkable: mayRemark && face.kind.isConsulted ? object : nil
        ).html
    }

    /// The steps that were taken, and those that are open.
    var life: Markup? {
        guard let life = face.life, !life.rows.isEmpty || !life.mayTake.isEmpty else { return nil }
        let rows = Ration.fit(life.rows, bytes: 4_000) { row in
            let step = row.step.map { Shown.name($0.label.text(for: tag)) } ?? "\(words.unknownStep)"
            let why: Markup? =
                row.reason.isEmpty ? nil : "<p dir=\"auto\">\(Shown.marked(Prose.plain(row.reason, bytes: 500)))</p>"
            let ignored: Markup? = row.ignored.map { " <span class=\"error\">\(words.ignored($0))</span>" }
            return """
                <li><p class="meta"><strong>\(step)</strong> <span>\(row.author.map(context.link) ?? "\(words.somebody)")</span> \
                <a href="\(Address.object(row.id).href)">\(row.said.minute(in: context.language))</a>\(ignored)</p>\(why)</li>

                """
        }
        let missing: Markup? =
            life.state.missing.isEmpty ? nil : "<p class=\"notice\">\(words.notYetIn(life.state.missing.count))</p>"
        return """
            <section id="life"><h2>\(words.life)</h2>\(missing)\
            \(rows.isEmpty ? nil : "<ol class=\"remarks\">\(rows)</ol>")\(buttons(life))</section>
            """
    }

    private func buttons(_ life: StandingLife) -> Markup? {
        guard !life.mayTake.isEmpty else { return nil }
        let needs = life.mayTake.contains(where: \.needsReason)
        let reason = FormField(name: "reason", label: words.reason, hint: needs ? words.reasonNeeded : nil).area(
            "", rows: 2)
        // Who reads what: where there is more than one place, each is chosen.
        let places: [Markup] = life.places.map { place in
            let sentence = "\(place.name.title) — \(context.desk.common.readers(place.readers))"
            return life.places.count == 1
                ? "<p class=\"hint\">\(Shown.name(sentence))</p>"
                : """
                <label class="check"><input type="checkbox" name="in" value="\(place.name.id)"> \(Shown.name(sentence))</label>

                """
        }
        let buttons: [Markup] = life.mayTake.map {
            "<button name=\"step\" value=\"\($0.name)\">\(Shown.name($0.label.text(for: tag)))</button> "
        }
        let waiting: Markup? =
            life.unanswered > 0
            ? "<p class=\"hint\"><strong>\(RemarkWords.in(context.language).unanswered(life.unanswered))</strong></p>"
            : nil
        return context.form(
            to: .steps(on: object), class: "sheet",
            "\(waiting)<input type=\"hidden\" name=\"state\" value=\"\(life.stamp)\">\(reason)\(places)<p class=\"actions\">\(buttons)</p>"
        )
    }
}

extension ReadingEase {
    /// How long it is, how hard to read, and whether that is more than its author says.
    func marks(claimed: String?, in context: PageContext) -> [Markup] {
        guard words > 0 else { return [] }
        let said = RecordWords.in(context.language)
        return [
            "<span>\(said.reads(words, level))</span>",
            isHarder(than: claimed) ? "<strong class=\"overdue\">\(said.harder)</strong>" : nil,
            fitsOnePage ? nil : "<strong class=\"overdue\">\(said.longer)</strong>",
        ].compactMap(\.self)
    }
}
