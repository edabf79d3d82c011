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
}

/// A question as the database is asked.
struct Search {
    /// Conditions on the index, from the most exact.
    private let tiers: [TextIndex.Question]
    private let all: TextIndex.Question
    /// The numbers of the collections that are looked at; the index is read in no other part.
    private let parts: [Int]
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
        parts = chosen.map(\.number)
        var facets: [TextIndex.Question] = []
        var visible: SQL = "l.position IS NOT NULL AND l.collection IN (\(list: parts))"
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
            object = "l.object = (SELECT number FROM object o WHERE \(SQL.isObject(text)))"
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
        var index = try ObservableIndex(session, parts)
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
            matches += try rows("line l WHERE \(numbers) AND \(visible)", atMost: 500, in: session)
            rest = rest.dropFirst(500)
        }
        for index in matches.indices { matches[index].tier = tier }
        return lines.isEmpty ? matches : matches.sorted { $0.number > $1.number }
    }

    private func rows(_ question: TextIndex.Question, atMost: Int, in session: Session) throws -> [SearchMatch] {
        if let object {
            return try rows(
                "line l WHERE \(object) AND \(visible) ORDER BY l.number DESC", atMost: atMost, in: session)
        }
        let index = SearchProjection.index
        let document = index.document(in: session)
        // The index delivers in the order of its documents, so nothing is sorted. CROSS JOIN: from the index to the lines.
        return try rows(
            """
            \(SQL(text: index.table)) CROSS JOIN line l
            WHERE l.number = \(document) AND \(index.matches(question, in: parts, of: session))
            AND \(visible) ORDER BY \(document) DESC
            """, atMost: atMost, in: session)
    }

    private func rows(_ found: SQL, atMost: Int, in session: Session) throws -> [SearchMatch] {
        guard atMost > 0 else { return [] }
        return try session.rows(
            "SELECT l.number, l.type, l.collection, l.marking, l.added, l.said_by FROM \(found) LIMIT \(atMost)"
        ) {
            SearchMatch(
                number: try $0.get(0), type: try $0.get(1), collection: try $0.get(2), marking: try $0.get(3),
                added: try $0.get(4), source: try $0.get(5))
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
