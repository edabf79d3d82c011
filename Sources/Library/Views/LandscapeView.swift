import HTML
import Hall
import Kinds
import Ledger
import STIX
import Web

/// What a year brought and what is coming.
struct LandscapeModel: Sendable {
    /// The kind that is the register of emerging issues.
    static let register = "emerging-issue"
    /// How many years back one looks.
    static let mostYears = 5
    static let mostIssues = 300
    static let mostTypes = 16
    /// By which other objects are described and moved: nothing that a year brought.
    private static let machinery: Set = [
        "concord-kind", "concord-step", "extension-definition", "language-content", "marking-definition",
    ]
    /// Of one horizon; the list has them all.
    static let mostShown = 40

    /// How much of a type came in the year, and in the one before; what each reader may read of it.
    struct Figure: Sendable {
        let type: String
        let count: Amount
        let before: Amount
    }

    let year: Int
    let years: [Int]
    /// Nil where this gateway does not show the register.
    var register: Kind?
    var issues: [RecordRow] = []
    /// Whether there are more issues than are looked at.
    var isCut = false
    /// Names of the parties that answer for issues.
    var owners: [String: String] = [:]
    var figures: [Figure] = []

    func page(in context: PageContext) -> Page {
        let words = LandscapeWords.in(context.language)
        let address = Address.landscape.href(with: [("year", String(year))])
        let others: [Markup] = years.map { other in
            let link = Address.landscape.href(with: [("year", String(other))])
            return other == year
                ? "<li><strong aria-current=\"page\">\(String(other))</strong></li>"
                : "<li><a href=\"\(link)\">\(String(other))</a></li>"
        }
        return Page(
            title: words.title(year), summary: words.lead, links: [PageLink(.canonical, address)],
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.learn.href)">\(LibraryWords.in(context.language).learn)</a></p>\
                <h1>\(words.title(year))</h1><p class="lead">\(words.lead)</p>\
                <ul class="tongues" aria-label="\(words.years)">\(others)</ul></header>
                \(coming(words, context))\(brought(words, context))
                """)
    }

    private func coming(_ words: LandscapeWords, _ context: PageContext) -> Markup {
        let tag = context.language.rawValue
        guard let register, !issues.isEmpty else {
            return "<section id=\"coming\"><h2>\(words.coming)</h2><p>\(words.nothingYet)</p></section>"
        }
        let list = Address.records(register.name)
        var groups: [Markup] = []
        for choice in register.choices(of: "horizon") {
            let rows = issues.filter { $0.values["horizon"]?.string == choice.value }
            guard !rows.isEmpty else { continue }
            let items: [Markup] = rows.prefix(Self.mostShown).map { issue($0, words, context) }
            let more: Markup? =
                items.count < rows.count
                ? "<li class=\"more\"><a href=\"\(list.href(with: [("f.horizon", choice.value)]))\">\(words.all)</a></li>"
                : nil
            groups.append(
                """
                <h3><a href="\(list.href(with: [("f.horizon", choice.value)]))">\(Shown.name(choice.label.text(for: tag)))</a></h3>\
                <ul class="rows">\(items)\(more)</ul>
                """)
        }
        // What is late is so today, whichever year is looked at.
        let late = year == years.first ? issues.count { $0.overdue != nil } : 0
        let overdue: Markup? =
            late == 0
            ? nil
            : "<p><a href=\"\(list.href(with: [("late", "1")]))\">\(words.late(late))</a></p>"
        let cut: Markup? = isCut ? "<p class=\"quiet\">\(words.newest(Self.mostIssues))</p>" : nil
        return "<section id=\"coming\" class=\"horizons\"><h2>\(words.coming)</h2>\(overdue)\(cut)\(groups)</section>"
    }

    private func issue(_ row: RecordRow, _ words: LandscapeWords, _ context: PageContext) -> Markup {
        let tag = context.language.rawValue
        let owner = row.values["owner_ref"]?.string.flatMap { owners[$0] } ?? row.values["owner"]?.string
        let certainty = register?.choices(of: "certainty").first { $0.value == row.values["certainty"]?.string }
        let review = row.values["review_on"]?.string.map { Moment("\($0)T00:00:00Z").day(in: context.language) }
        let closed = row.values["closed_on"]?.string.map { Moment("\($0)T00:00:00Z").day(in: context.language) }
        let parts: [Markup?] = [
            certainty.map { "<span>\(Shown.name($0.label.text(for: tag)))</span>" },
            owner.map { "<span>\(words.owner) \(Shown.name($0))</span>" }
                ?? "<span class=\"flag\">\(words.noOwner)</span>",
            closed.map { "<span>\(words.closed($0))</span>" }
                ?? review.map { "<span>\(words.review($0))</span>" },
            row.overdue == nil ? nil : "<span class=\"flag\">\(words.overdue)</span>",
        ]
        return """
            <li><p class="title"><a href="\(Address.object(row.id).href)">\(Shown.name(row.name))</a></p>\
            <p class="meta">\(parts.compactMap(\.self).joined(separator: " "))</p></li>

            """
    }

    private func brought(_ words: LandscapeWords, _ context: PageContext) -> Markup {
        let shown = figures.filter {
            !Self.machinery.contains($0.type) && ($0.count != .exactly(0) || $0.before != .exactly(0))
        }
        guard !shown.isEmpty else {
            return "<section id=\"brought\"><h2>\(words.brought)</h2><p>\(words.nothingYet)</p></section>"
        }
        let largest = shown.map(\.count.number).max() ?? 0
        func cell(_ figure: Figure, _ amount: Amount, _ year: Int) -> Markup {
            let place = Address.search("").href(with: [("type", figure.type), ("period", String(year))])
            let number = context.language.number(amount.number)
            let text: Markup = if case .moreThan = amount { "\(words.moreThan(number))" } else { "\(number)" }
            return amount == .exactly(0)
                ? "<td>\(number)</td>" : "<td><a class=\"count\" href=\"\(place)\">\(text)</a></td>"
        }
        let rows: [Markup] = shown.map { figure in
            """
            <tr><th scope="row">\(context.typeLabel(figure.type))</th>\(cell(figure, figure.count, year))\
            <td>\(Markup.bar(figure.count.number, of: largest))</td>\(cell(figure, figure.before, year - 1))</tr>

            """
        }
        return """
            <section id="brought"><h2>\(words.brought)</h2><p class="quiet">\(words.broughtLead)</p>\
            <div class="wide"><table><thead><tr><th scope="col">\(words.what)</th><th scope="col">\(String(year))</th>\
            <th aria-hidden="true"></th><th scope="col">\(String(year - 1))</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}

extension Amount {
    fileprivate var number: Int {
        switch self {
        case .exactly(let count), .moreThan(let count): count
        }
    }
}

extension Kind {
    /// The values of a field of choice, in their order; none where it is no such field.
    fileprivate func choices(of name: String) -> [Choice] {
        switch field(name)?.type {
        case .choice(.inline(let choices)), .choices(.inline(let choices)): choices
        default: []
        }
    }
}
