import Foundation
import Hall
import STIX

/// What a draft says, read from its fields; and what is wrong with them.
struct DraftReading: Sendable {
    var title = ""
    var text = ""
    /// Nil for the collection's own.
    var marking: TLP?
    var labels: [String] = []
    var reportTypes: [String] = []
    var patterns: [IndicatorPattern] = []
    var references: [Source] = []
    var about: [String] = []
    var opinion: Agreement?
    var count: Int?
    var first: Timestamp?
    var last: Timestamp?
    var published: Timestamp?
    var validFrom: Timestamp?
    /// What is said of a text.
    var remark = TextRemark()
    private(set) var mistakes: [DraftField: DraftMistake] = [:]

    struct Source: Sendable, Hashable {
        let name: String
        let address: String
    }

    static let longestTitle = 300
    static let longestText = 200_000
    static let mostValues = 1_000
    static let mostOthers = 200
    /// Words of `report-type-ov` that an advisory may be of.
    static let reportTypes = [
        "vulnerability", "malware", "campaign", "threat-actor", "attack-pattern", "indicator", "threat-report",
    ]

    init(_ content: DraftContent, correcting: Bool = false) {
        title = content.title.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        text = content.text.trimmed
        if title.count > Self.longestTitle { mistakes[.title] = .tooLong(most: Self.longestTitle) }
        if text.utf8.count > Self.longestText { mistakes[.text] = .tooLong(most: Self.longestText) }
        remark = TextRemark(
            field: content.remark?.field ?? "", quote: content.remark?.quote ?? "",
            wording: (content.remark?.wording ?? "").trimmed)
        if remark.wording.utf8.count > Self.longestText { mistakes[.wording] = .tooLong(most: Self.longestText) }
        readMarks(content)
        readLists(content)
        readTimes(content)
        readNeeds(content.kind, correcting: correcting)
    }

    /// What the text names of the kind `CVE-2021-44228`, each once.
    var weaknesses: [String] {
        var seen: Set<String> = []
        return (title + "\n" + text).matches(of: /\b[Cc][Vv][Ee]-[0-9]{4}-[0-9]{4,19}\b/)
            .map { String($0.output).uppercased() }.filter { seen.insert($0).inserted }.prefix(100).map(\.self)
    }

    private mutating func readMarks(_ content: DraftContent) {
        if !content.marking.isEmpty {
            marking = TLP.allCases.first { $0.name == content.marking }
            if marking == nil { mistakes[.marking] = .unknownChoice }
        }
        guard content.tags.allSatisfy(Taxonomy.knows) else {
            mistakes[.tags] = .unknownChoice
            return
        }
        let own = content.labels.split { $0 == "," || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
        if own.count > Self.mostOthers { mistakes[.labels] = .tooMany(most: Self.mostOthers) }
        labels = (content.tags.filter { !$0.isEmpty } + own).unique
        reportTypes = content.reportTypes.unique
        if !reportTypes.allSatisfy(Self.reportTypes.contains) { mistakes[.reportTypes] = .unknownChoice }
        if !content.opinion.isEmpty {
            opinion = Agreement(rawValue: content.opinion)
            if opinion == nil { mistakes[.opinion] = .unknownChoice }
        }
    }

    private mutating func readLists(_ content: DraftContent) {
        let lines = content.values.lines
        if lines.count > Self.mostValues { mistakes[.values] = .tooMany(most: Self.mostValues) }
        for line in lines.prefix(Self.mostValues) {
            guard let pattern = IndicatorPattern(line) else {
                mistakes[.values] = mistakes[.values] ?? .noValue(line)
                continue
            }
            patterns.append(pattern)
        }
        patterns = patterns.unique
        about = content.about.split(whereSeparator: \.isWhitespace).map(String.init).unique
        if about.count > Self.mostOthers { mistakes[.about] = .tooMany(most: Self.mostOthers) }
        if let stray = about.first(where: { !STIXIdentifier.isValid($0) }) { mistakes[.about] = .noIdentifier(stray) }
        for line in content.references.lines.prefix(Self.mostOthers) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            let address = words.last { $0.contains("://") }
            let name = words.filter { $0 != address }.joined(separator: " ")
            if let address, URL(string: address)?.host == nil || !address.lowercased().hasPrefix("http") {
                mistakes[.references] = .noAddress(address)
                continue
            }
            // STIX wants a description, an address or a number beside the name (§2.5.2); a name alone has none.
            guard let address else {
                mistakes[.references] = .noAddress(line)
                continue
            }
            references.append(
                Source(name: name.isEmpty ? URL(string: address)?.host ?? address : name, address: address))
        }
    }

    private mutating func readTimes(_ content: DraftContent) {
        func time(_ text: String, _ field: DraftField) -> Timestamp? {
            guard !text.trimmed.isEmpty else { return nil }
            let found = Timestamp(typed: text.trimmed)
            if found == nil { mistakes[field] = .noTime }
            return found
        }
        first = time(content.first, .first)
        last = time(content.last, .last)
        published = time(content.published, .published)
        validFrom = time(content.validFrom, .validFrom)
        if let first, let last, last < first { mistakes[.last] = .wrongOrder }
        guard !content.count.trimmed.isEmpty else { return }
        count = Int(content.count.trimmed)
        if count.map({ !(1...999_999_999).contains($0) }) ?? true { mistakes[.count] = .noNumber }
    }

    private mutating func readNeeds(_ kind: DraftKind, correcting: Bool) {
        func need(_ isThere: Bool, _ field: DraftField) {
            if !isThere, mistakes[field] == nil { mistakes[field] = .missing }
        }
        switch kind {
        case .advisory:
            need(!title.isEmpty, .title)
            need(!text.isEmpty, .text)
        case .indicators:
            need(!patterns.isEmpty, .values)
            // Several indicators are found again by the name of their set.
            if patterns.count > 1 { need(!title.isEmpty, .title) }
            if correcting, patterns.count > 1 { mistakes[.values] = .onlyOne }
        case .note: need(!text.isEmpty, .text)
        case .opinion: need(opinion != nil, .opinion)
        case .sighting, .record, .translation: break
        }
        if kind.isRemark { need(!about.isEmpty, .about) }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    fileprivate var lines: [String] {
        split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

extension Array where Element: Hashable {
    /// Each once, in the order of their first appearance.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Timestamp {
    /// A time in UTC as people and browsers write it: `2026-11-22`, `2026-11-22 13:05`, `2026-11-22T13:05`, or in full.
    init?(typed text: String) {
        let text = text.uppercased().replacing(" ", with: "T")
        let bare = text.hasSuffix("Z") ? String(text.dropLast()) : text
        switch bare.count {
        case 10: self.init(bare + "T00:00:00.000Z")
        case 16: self.init(bare + ":00.000Z")
        default: self.init(bare + "Z")
        }
    }
}
