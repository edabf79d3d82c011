import STIX
import Storage

/// A line that answers a question, with what it is counted by.
struct SearchMatch {
    let number: Int
    /// How exactly it answers; 0 is most.
    var tier = 0
    let type: String
    let collection: Int
    let marking: TLP
    let added: Int64
    let source: Int

    /// Whether it came later; of two that came at the same moment, one is always the later.
    func isNewer(than other: SearchMatch) -> Bool { (added, number) > (other.added, other.number) }
}

/// A collection that is looked at.
private struct SearchedPart {
    let number: Int
    /// Of its last entry.
    let added: Int64
}

/// A question as the database is asked.
struct Search {
    /// Conditions on the index, from the most exact.
    private let tiers: [TextIndex.Question]
    private let all: TextIndex.Question
    /// The numbers of the collections that are looked at; the index is read in no other part.
    private let parts: [SearchedPart]
    /// The identifier looked for.
    private let object: SQL?
    /// The value that the whole question is.
    private let value: ObservableValue?
    /// What holds of the lines in any case: here stands the rule of who reads what; the index only comes there faster.
    private let visible: SQL

    /// Nil where nothing can be found.
    init?(
        _ question: SearchQuestion, by viewer: Viewer, among collections: [LogCollection], in session: Session,
        of ledger: GatewayLedger
    ) throws {
        let text = question.text.trimmed
        guard !question.isEmpty else { return nil }
        var chosen = collections
        if let wanted = question.collection { chosen = chosen.filter { $0.id == wanted } }
        guard !chosen.isEmpty else { return nil }
        // Those that grew last first: of the others nothing may be left to ask.
        parts = chosen.map { SearchedPart(number: $0.number, added: $0.lastAdded?.microseconds ?? .min) }
            .sorted { ($0.added, $0.number) > ($1.added, $1.number) }
        let numbers = parts.map(\.number)
        var facets: [TextIndex.Question] = []
        var visible: SQL = "l.position IS NOT NULL AND l.collection IN (\(list: numbers))"
        func narrow(_ facet: Facet, _ condition: SQL) {
            facets.append(.token(facet.token))
            visible = "\(visible) AND \(condition)"
        }
        if let type = question.type { narrow(.type(type), "l.type = \(type)") }
        if let marking = question.marking { narrow(.marking(marking), "l.marking = \(marking)") }
        if let source = question.source {
            let number: Int? = try session.value("SELECT number FROM source WHERE name = \(source)")
            guard let number, let said = Source(sql: .text(source)), viewer.mayName(said, of: ledger) else {
                return nil
            }
            narrow(.source(number), "l.said_by = \(number)")
        }
        if let period = question.period {
            guard let moments = period.moments else { return nil }
            let (start, end) = (moments.lowerBound.microseconds, moments.upperBound.microseconds)
            narrow(period.facet, "l.added >= \(start) AND l.added < \(end)")
        }
        self.visible = visible
        func within(_ question: TextIndex.Question) -> TextIndex.Question { .all([question] + facets) }

        if STIXIdentifier.isValid(text) {
            object = SQL.isObject(text)
            (tiers, all, value) = ([.any([])], .any([]), nil)
        } else if text.isEmpty {
            (tiers, all, value, object) = ([.all(facets)], .all(facets), nil, nil)
        } else {
            object = nil
            value = SearchTerms.value(text)
            let exact = SearchTerms.exact(text)
            let inName = SearchTerms.inName(text)
            let terms = SearchTerms.of(text)
            tiers = [
                within(exact), .but(within(inName), not: exact), .but(within(terms), not: .any([exact, inName])),
            ]
            all = within(.any([exact, terms]))
        }
    }

    /// The answers from the most exact, each newest first.
    func matches(atMost most: Int, in session: Session) throws -> [SearchMatch] {
        let named = try lines(atMost: most, in: session)
        var matches: [SearchMatch] = []
        var seen: Set<Int> = []
        for tier in tiers.indices where matches.count < most {
            let known = tier == 0 ? named.exactly : tier == tiers.count - 1 ? named.nearby : []
            // Words do not find again what words found before; the index of values may have found it.
            let limit = most - (value == nil ? matches.count : 0)
            for match in try merged(rows(tiers[tier], atMost: limit, in: session), known, tier, in: session)
            where matches.count < most && seen.insert(match.number).inserted {
                matches.append(match)
            }
        }
        return matches
    }

    /// The answers, however exact, newest first.
    func newest(atMost most: Int, in session: Session) throws -> [SearchMatch] {
        let named = try lines(atMost: Amount.most, in: session)
        return Array(
            try merged(rows(all, atMost: most, in: session), named.exactly + named.nearby, 0, in: session).prefix(most))
    }

    /// The lines that name the value: it itself, or what is at it or around it.
    private func lines(atMost most: Int, in session: Session) throws -> (exactly: [Int], nearby: [Int]) {
        guard let value else { return ([], []) }
        var index = try ObservableIndex(session, parts.map(\.number))
        let lines = try index.naming(value, atMost: most, isNewestFirst: true)
        return (lines.filter { $0.how == .exactly }.map(\.line), lines.filter { $0.how != .exactly }.map(\.line))
    }

    /// The lines that words found and those that name the value, each once, newest first.
    private func merged(_ matches: [SearchMatch], _ lines: [Int], _ tier: Int, in session: Session) throws
        -> [SearchMatch]
    {
        var matches = matches
        let known = Set(matches.map(\.number))
        var rest = lines.filter { !known.contains($0) }[...]
        while !rest.isEmpty {
            let numbers: SQL = "l.number IN (\(list: Array(rest.prefix(500))))"
            try each("line l WHERE \(numbers) AND \(visible)", atMost: 500, in: session) {
                matches.append($0)
                return true
            }
            rest = rest.dropFirst(500)
        }
        for index in matches.indices { matches[index].tier = tier }
        return lines.isEmpty ? matches : matches.sorted { $0.isNewer(than: $1) }
    }

    private func rows(_ question: TextIndex.Question, atMost: Int, in session: Session) throws -> [SearchMatch] {
        guard atMost > 0 else { return [] }
        // All at once, where that is all there is.
        var found: [SearchMatch] = []
        try each(self.found(question, in: parts.map(\.number), of: session), atMost: atMost, in: session) {
            found.append($0)
            return true
        }
        if parts.count == 1 { return found }
        if found.count < atMost { return found.sorted { $0.isNewer(than: $1) } }
        // Else the newest of each. Within a collection numbers and dates grow together; between them, dates decide.
        var newest: [SearchMatch] = []
        for part in parts {
            let oldest = newest.count >= atMost ? newest.last : nil
            if let oldest, part.added < oldest.added { break }
            var more: [SearchMatch] = []
            try each(self.found(question, in: [part.number], of: session), atMost: atMost, in: session) { match in
                if let oldest, oldest.isNewer(than: match) { return false }
                more.append(match)
                return true
            }
            if !more.isEmpty { newest = Array((newest + more).sorted { $0.isNewer(than: $1) }.prefix(atMost)) }
        }
        return newest
    }

    /// What of some collections answers; of one, newest first.
    private func found(_ question: TextIndex.Question, in parts: [Int], of session: Session) throws -> SQL {
        if let object {
            return """
                object o CROSS JOIN line l WHERE \(object) AND o.collection IN (\(list: parts))
                AND l.collection = o.collection AND l.object = o.number AND \(visible) ORDER BY l.number DESC
                """
        }
        let index = SearchProjection.index
        let document = index.document(in: session)
        // The index delivers in the order of its documents, so nothing is sorted. CROSS JOIN: from the index to the lines.
        return """
            \(SQL(text: index.table)) CROSS JOIN line l
            WHERE l.collection IN (\(list: parts)) AND l.number = \(document)
            AND \(try index.matches(question, in: parts, of: session)) AND \(visible) ORDER BY \(document) DESC
            """
    }

    /// Each line in turn; `false` ends the reading.
    private func each(_ found: SQL, atMost: Int, in session: Session, _ take: (SearchMatch) throws -> Bool) throws {
        try session.walk(
            "SELECT l.number, l.type, l.collection, l.marking, l.added, l.said_by FROM \(found) LIMIT \(atMost)"
        ) {
            try take(
                SearchMatch(
                    number: try $0.get(0), type: try $0.get(1), collection: try $0.get(2), marking: try $0.get(3),
                    added: try $0.get(4), source: try $0.get(5)))
        }
    }
}

extension SearchQuestion.Period {
    fileprivate var facet: Facet {
        switch self {
        case .year(let year): .year(year)
        case .month(let month): .month(month)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
