import STIX
import Storage

extension Reader {
    /// What a search found.
    package struct Findings: Sendable {
        package let listings: [Listing]
        package let amount: Amount
        package let facets: SearchFacets
        /// Where the next page begins; nil at the end.
        package let next: SearchCursor?
    }

    /// Searches what the reader may see: words, an identifier, or a value such as an address or a hash.
    ///
    /// Every term must be found; a term that ends in `*` may be a beginning. Defanged values (`hxxp`, `[.]`) are understood.
    /// First what is the question: its name, value or external identifier is all that was asked for; then what has all words
    /// in its name; then the others; each newest arrivals first. Order and counts end with the first ten thousand.
    ///
    /// - Parameter from: the `next` of the page before.
    package func search(_ question: SearchQuestion, from: SearchCursor? = nil, limit: Int) async throws -> Findings {
        try await read { session, readable in
            let collections = try session.collections().filter { readable.contains($0.number) }
            var matches: [SearchMatch] = []
            if let search = try Search(question, by: viewer, among: collections, in: session, of: ledger) {
                for tier in search.tiers.indices {
                    matches += try search.rows(tier: tier, atMost: Amount.most + 1 - matches.count, in: session)
                }
            }
            let amount = Amount(matches.count)
            if matches.count > Amount.most { matches.removeLast() }
            let facets = try SearchFacets(matches, by: viewer, collections, in: session, of: ledger)
            guard let start = try Self.start(from, matches, collections, in: session) else {
                return Findings(listings: [], amount: amount, facets: facets, next: nil)
            }
            let page = matches[start...].prefix(limit)
            let listings = try Self.listings(page.map(\.number), in: session)
            var next: SearchCursor?
            if page.endIndex < matches.count, let last = page.last, let row = listings.last,
                let collection = collections.first(where: { $0.number == last.collection })
            {
                next = SearchCursor(tier: last.tier, collection: collection.id, position: row.position)
            }
            return Findings(listings: listings, amount: amount, facets: facets, next: next)
        }
    }

    /// The newest answers to a question, however exact, newest arrivals first.
    package func newest(_ question: SearchQuestion, limit: Int) async throws -> [Listing] {
        try await read { session, readable in
            let collections = try session.collections().filter { readable.contains($0.number) }
            guard let search = try Search(question, by: viewer, among: collections, in: session, of: ledger) else {
                return []
            }
            let newest = try search.rows(atMost: limit, in: session)
            return try Self.listings(newest.map(\.number), in: session)
        }
    }

    /// Words, an identifier or a value, and nothing else.
    package func search(_ text: String, from: SearchCursor? = nil, limit: Int) async throws -> Findings {
        try await search(SearchQuestion(text), from: from, limit: limit)
    }

    /// Where in the matches a page begins; nil where it names what the reader can't have seen.
    private static func start(
        _ cursor: SearchCursor?, _ matches: [SearchMatch], _ collections: [LogCollection], in session: Session
    ) throws -> Int? {
        guard let cursor else { return 0 }
        guard let collection = collections.first(where: { $0.id == cursor.collection }) else { return nil }
        let last: Int? = try session.value(
            "SELECT number FROM entry WHERE collection = \(collection.number) AND position = \(cursor.position)")
        guard let last else { return nil }
        return matches.firstIndex { $0.tier > cursor.tier || $0.tier == cursor.tier && $0.number < last }
    }

    private static func listings(_ lines: [Int], in session: Session) throws -> [Listing] {
        let select = try session.statement(
            "SELECT \(Listing.columns.text) FROM \(Listing.tables.text) WHERE l.number = ?1")
        return try lines.compactMap { try select.first([$0.sql], Listing.init) }
    }
}

/// A line that answers a question, with what it is counted by.
struct SearchMatch {
    let number: Int
    /// How exactly it answers; 0 is most.
    let tier: Int
    let type: String
    let collection: Int
    let marking: TLP
    let added: Int64
    let source: Int
}

/// A question as the database is asked.
private struct Search {
    /// Conditions on the index, from the most exact; empty for a search by identifier.
    let tiers: [TextIndex.Question?]
    private let all: TextIndex.Question?
    /// The identifier looked for.
    private let object: SQL?
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
        var facets: [TextIndex.Question] = []
        var visible: SQL = "l.position IS NOT NULL AND l.collection IN (\(list: chosen.map(\.number)))"
        func narrow(_ facet: Facet, _ condition: SQL) {
            facets.append(.token(facet.token))
            visible = "\(visible) AND \(condition)"
        }
        if let type = question.type { narrow(.type(type), "l.type = \(type)") }
        if let marking = question.marking { narrow(.marking(marking), "l.marking = \(marking)") }
        if let source = question.source {
            let number: Int? = try session.value("SELECT number FROM source WHERE name = \(source)")
            guard let number, viewer.mayName(source: source, of: ledger) else { return nil }
            narrow(.source(number), "l.said_by = \(number)")
        }
        if let period = question.period {
            guard let moments = period.moments else { return nil }
            let (start, end) = (moments.lowerBound.microseconds, moments.upperBound.microseconds)
            narrow(period.facet, "l.added >= \(start) AND l.added < \(end)")
        }
        self.visible = visible
        // Where all is readable, saying so would only cost.
        let every: Int = try session.value("SELECT count(*) FROM collection") ?? 0
        if chosen.count < every || facets.isEmpty && text.isEmpty {
            facets.append(.any(chosen.map { .token(Facet.collection($0.number).token) }))
        }
        func within(_ question: TextIndex.Question) -> TextIndex.Question { .all([question] + facets) }

        if STIXIdentifier.isValid(text) {
            object = "l.object = (SELECT number FROM object o WHERE \(SQL.isObject(text)))"
            (tiers, all) = ([nil], nil)
        } else if text.isEmpty {
            object = nil
            (tiers, all) = ([.all(facets)], .all(facets))
        } else {
            object = nil
            let exact = SearchTerms.exact(text)
            let inName = SearchTerms.inName(text)
            let terms = TextIndex.Question.all(SearchTerms.of(text).map(\.question))
            tiers = [
                within(exact), .but(within(inName), not: exact), .but(within(terms), not: .any([exact, inName])),
            ]
            all = within(.any([exact, terms]))
        }
    }

    /// Newest first.
    func rows(tier: Int, atMost: Int, in session: Session) throws -> [SearchMatch] {
        try rows(tiers[tier], tier: tier, atMost: atMost, in: session)
    }

    /// Newest first, however exact.
    func rows(atMost: Int, in session: Session) throws -> [SearchMatch] {
        try rows(all, tier: 0, atMost: atMost, in: session)
    }

    private func rows(_ question: TextIndex.Question?, tier: Int, atMost: Int, in session: Session) throws
        -> [SearchMatch]
    {
        guard atMost > 0 else { return [] }
        let index = SearchProjection.index
        let table = SQL(text: index.table)
        // The index delivers in the order of its documents, so nothing is sorted. CROSS JOIN: from the index to the lines.
        let found: SQL =
            if let object {
                "line l WHERE \(object) AND \(visible) ORDER BY l.number DESC"
            } else if let question {
                """
                \(table) CROSS JOIN line l ON l.number = \(table).rowid
                WHERE \(index.matches(question)) AND \(visible) ORDER BY \(table).rowid DESC
                """
            } else {
                "line l WHERE 1 = 0"
            }
        return try session.rows(
            "SELECT l.number, l.type, l.collection, l.marking, l.added, l.said_by FROM \(found) LIMIT \(atMost)"
        ) {
            SearchMatch(
                number: try $0.get(0), tier: tier, type: try $0.get(1), collection: try $0.get(2),
                marking: try $0.get(3), added: try $0.get(4), source: try $0.get(5))
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
