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
    /// Every term must be found; a term that ends in `*` may be a beginning. Defanged values (`hxxp`, `[.]`) are understood; a
    /// question that is one value finds whatever names it in any form, and what names its host or a network around it.
    /// First what is the question: its name, value or external identifier is all that was asked for; then what has all words
    /// in its name; then the others; each newest arrivals first. Order and counts end with the first ten thousand.
    ///
    /// - Parameter from: the `next` of the page before.
    package func search(_ question: SearchQuestion, from: SearchCursor? = nil, limit: Int) async throws -> Findings {
        try await read { session, readable in
            let collections = try session.collections().filter { readable.contains($0.number) }
            var matches: [SearchMatch] = []
            if let search = try Search(question, by: viewer, among: collections, in: session, of: ledger) {
                matches = try search.matches(atMost: Amount.most + 1, in: session)
            }
            let amount = Amount(matches.count)
            if matches.count > Amount.most { matches.removeLast() }
            let facets = try SearchFacets(matches, by: viewer, collections, in: session, of: ledger)
            guard let start = try Self.start(from, matches, collections, in: session) else {
                return Findings(listings: [], amount: amount, facets: facets, next: nil)
            }
            let page = matches[start...].prefix(limit)
            let listings = try session.listings(page.map(\.number), among: readable)
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
            let newest = try search.newest(atMost: limit, in: session)
            return try session.listings(newest.map(\.number), among: readable)
        }
    }

    /// The numbers of the lines that answer a question, of the first ten thousand.
    package func lines(of question: SearchQuestion) async throws -> Set<Int> {
        try await read { session, readable in
            let collections = try session.collections().filter { readable.contains($0.number) }
            guard let search = try Search(question, by: viewer, among: collections, in: session, of: ledger) else {
                return []
            }
            return Set(try search.matches(atMost: Amount.most, in: session).map(\.number))
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
        let added: Int64? = try session.value(
            "SELECT e.added FROM entry e WHERE \(SQL.isEntry(at: cursor.position, of: collection.number))")
        guard let added else { return nil }
        let last = (added, Numbering.number(cursor.position, in: collection.number))
        return matches.firstIndex {
            $0.tier > cursor.tier || $0.tier == cursor.tier && ($0.added, $0.number) < last
        }
    }
}
