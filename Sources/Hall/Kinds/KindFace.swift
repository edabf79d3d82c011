import Foundation
package import HTML
package import Kinds
package import STIX
package import Web

/// What was filled in, as people read it.
package struct KindFace {
    let kind: Kind
    let values: JSON
    /// The day against which dates are late; nil for what has ended, which waits for nothing.
    let today: FullDate?
    /// What the objects that it names are called; nil for those that the reader may not read.
    let names: [String: String]
    let taxonomies: [String: TagTaxonomy]
    let context: PageContext
    /// What stands beside its links.
    let marks: LinkMarks
    /// Most bytes of it.
    let room: Int
    /// The object of whose paragraphs the reader may say something; nil where that is not asked.
    let remarkable: String?

    package init(
        _ kind: Kind, _ values: JSON, on today: FullDate?, names: [String: String], taxonomies: [String: TagTaxonomy],
        in context: PageContext, marks: @escaping LinkMarks = { _, _ in nil }, room: Int = 24_000,
        remarkable: String? = nil
    ) {
        self.kind = kind
        self.values = values
        self.today = today
        self.names = names
        self.taxonomies = taxonomies
        self.context = context
        self.marks = marks
        self.room = room
        self.remarkable = remarkable
    }

    private var tag: String { context.language.rawValue }
    private var words: KindWords { KindWords.in(context.language) }

    /// The identifiers that values of a kind name.
    package static func references(in values: JSON, of kind: Kind) -> [String] {
        var found: [String] = []
        func add(_ field: Field, _ value: JSON) {
            if case .list(let inner) = field.type {
                for row in value.array ?? [] { for one in inner { row[one.name].map { add(one, $0) } } }
            } else if field.type.isReference {
                found += value.array?.compactMap(\.string) ?? [value.string].compactMap(\.self)
            }
        }
        for field in kind.fields { values[field.name].map { add(field, $0) } }
        return found
    }

    /// The links that values of a kind name, each once, in the order of its fields.
    package static func links(in values: JSON, of kind: Kind) -> [String] {
        var (found, seen) = ([String](), Set<String>())
        func add(_ field: Field, _ value: JSON) {
            if case .list(let inner) = field.type {
                for row in value.array ?? [] { for one in inner { row[one.name].map { add(one, $0) } } }
            } else if field.type == .link {
                let links = value.array?.compactMap(\.string) ?? [value.string].compactMap(\.self)
                found += links.filter { seen.insert($0).inserted }
            }
        }
        for field in kind.fields { values[field.name].map { add(field, $0) } }
        return found
    }

    /// All of it, in the parts of the form; what the title says is not said again.
    package var html: Markup {
        let sections: [Kind.Section?] = kind.sections.isEmpty ? [nil] : kind.sections
        var left = room
        let parts: [Markup] = sections.compactMap { section in
            let fields = (section.map(kind.fields(in:)) ?? kind.fields).filter { !isTitle($0) }
            let rows = fields.compactMap { field -> Markup? in
                guard let value = values[field.name], kind.shows(field, in: values) else { return nil }
                // What is longer than the page has room for is cut, and says so; all of it is in the data.
                guard left > 600 else {
                    left = 0
                    return nil
                }
                let row = row(field, value, room: left - 400)
                left -= row.markup.utf8.count
                return row
            }
            guard !rows.isEmpty else { return nil }
            let heading: Markup? = section.map { "<h2>\(Shown.name($0.label.text(for: tag)))</h2>" }
            return "<section>\(heading)<dl class=\"facts\">\(rows)</dl></section>"
        }
        return left > 0 ? "\(parts)" : "\(parts)<p class=\"quiet\">…</p>"
    }

    private func isTitle(_ field: Field) -> Bool {
        let pieces = kind.title.pieces(for: tag)
        return pieces == [.field(field.name)]
    }

    private func row(_ field: Field, _ value: JSON, room: Int) -> Markup {
        if case .list(let inner) = field.type {
            return "<dt>\(label(field))</dt><dd>\(table(inner, value.array ?? [], room: room))</dd>"
        }
        return "<dt>\(label(field))</dt><dd>\(cell(field, value, row: nil, room: room))</dd>"
    }

    /// A label, with the mark of its language where that is not the reader's.
    private func label(_ field: Field) -> Markup {
        let best = field.label.best(for: tag)
        let isOwn = field.label.speaks(tag)
        return isOwn ? Shown.name(best.text) : "<span lang=\"\(best.language)\">\(Shown.name(best.text))</span>"
    }

    private func table(_ fields: [Field], _ rows: [JSON], room: Int) -> Markup {
        let used = fields.filter { field in rows.contains { $0[field.name] != nil } }
        let heads: [Markup] = used.map { "<th scope=\"col\">\(label($0))</th>" }
        var (left, lines) = (room - 200, [Markup]())
        for row in rows {
            let cells: [Markup] = used.map { field in
                let shown: Markup? = row[field.name].map { cell(field, $0, row: row, room: max(0, left / used.count)) }
                return "<td>\(shown)</td>"
            }
            let line: Markup = "<tr>\(cells)</tr>"
            left -= line.markup.utf8.count
            guard left > 0 else {
                lines.append("<tr><td>…</td></tr>")
                break
            }
            lines.append(line)
        }
        return "<div class=\"wide\"><table><thead><tr>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>"
    }

    private func cell(_ field: Field, _ value: JSON, row: JSON?, room: Int) -> Markup {
        if let elements = value.array {
            var (left, shown) = (room, [Markup]())
            for element in elements where left > 0 {
                shown.append(one(field, element, room: left))
                left -= (shown.last?.markup.utf8.count ?? 0) + 2
            }
            return (left > 0 ? shown : shown + ["…"]).joined(separator: context.comma)
        }
        guard let today, kind.isOverdue(field, in: values, row: row, on: today) else {
            return one(field, value, room: room)
        }
        return "\(one(field, value, room: room)) <strong class=\"overdue\">\(words.overdue(field, in: tag))</strong>"
    }

    private func one(_ field: Field, _ value: JSON, room: Int) -> Markup {
        let text = value.string ?? ""
        switch field.type {
        case .longText:
            return remarkable.map { paragraphs(text, of: field, $0, room: room) }
                ?? "<div class=\"prose\" dir=\"auto\">\(Prose(bytes: min(room * 3 / 4, 20_000)).html(text))</div>"
        case .party, .object, .file:
            guard let name = names[text] else { return Shown.code(text) }
            return "<a href=\"\(Address.object(text).href)\">\(Shown.name(name))</a>"
        case .link:
            guard let link = Link(text) else { return Shown.name(text) }
            let mark = marks(text, context).map { " \($0)" as Markup }
            return "<a href=\"\(link)\" rel=\"nofollow noreferrer\">\(Shown.name(text, bytes: 120))</a>\(mark)"
        case .date:
            return FullDate(text).map { _ in Moment("\(text)T00:00:00Z").day(in: context.language) } ?? Shown.name(text)
        case .moment:
            guard let moment = ZonedMoment(text) else { return Shown.name(text) }
            return "<time datetime=\"\(text.prefix { $0 != "[" })\">\(Shown.name(Self.words(moment, in: tag)))</time>"
        case .answer: return GradedAnswer(rawValue: text).map { Markup(text: words.answer($0)) } ?? Shown.name(text)
        case .network, .duration: return Shown.code(text)
        default:
            let terms: (String) -> String? = { tag in
                taxonomies[String(tag.prefix { $0 != ":" })]?.terms.first { $0.tag == tag }?.name
            }
            return Shown.name(kind.text(of: value, field, in: tag, terms: terms), bytes: min(room, 2_000))
        }
    }

    /// A text by its paragraphs, each with the way to a comment on it.
    private func paragraphs(_ text: String, of field: Field, _ object: String, room: Int) -> Markup {
        let all = text.split(separator: /\r?\n[ \t]*\r?\n/).map(String.init)
        var (left, shown) = (room, [Markup]())
        for paragraph in all where left > 1_200 {
            let quote = String(paragraph.trimmingCharacters(in: .whitespacesAndNewlines).prefix(200))
            let address = Address.newDraft.href(with: [
                ("kind", "note"), ("about", object), ("anchor", field.name), ("quote", quote),
            ])
            let one: Markup = """
                <div class="prose" dir="auto">\(Prose(bytes: min(left / 2, 20_000)).html(paragraph))</div>\
                <p class="mark"><a href="\(address)" rel="nofollow" aria-label="\(words.remark)">¶</a></p>
                """
            left -= one.markup.utf8.count
            shown.append(one)
        }
        return left > 1_200 ? "\(shown)" : "\(shown)<p class=\"quiet\">…</p>"
    }

    /// A moment as its own place reads it, with the zone.
    private static func words(_ moment: ZonedMoment, in tag: String) -> String {
        var style = Date.FormatStyle(date: .abbreviated, time: .shortened, locale: Locale(identifier: tag))
        style.timeZone = moment.zone.flatMap(TimeZone.init(identifier:)) ?? .gmt
        return "\(moment.date.formatted(style)) (\(moment.zone ?? "UTC"))"
    }
}
