import STIX
import Storage

extension Reader {
    /// What a search found.
    package struct Findings: Sendable {
        package let listings: [Listing]
        package let amount: Amount
        /// Where the next page begins; nil at the end.
        package let next: Int?
    }

    /// Searches what the reader may see: words, an identifier, or a value such as an address or a hash.
    ///
    /// Every term must be found; a term that ends in `*` may be a beginning. Defanged values (`hxxp`, `[.]`) are understood.
    /// Newest arrivals first.
    ///
    /// - Parameter from: the `next` of the page before.
    package func search(_ text: String, from: Int? = nil, limit: Int) async throws -> Findings {
        let terms = SearchTerms.of(text)
        guard !terms.isEmpty else { return Findings(listings: [], amount: .exactly(0), next: nil) }
        let start: SQL
        let match: SQL
        if STIXIdentifier.isValid(text.trimmed) {
            start = ""
            match = "l.object = (SELECT number FROM object o WHERE \(SQL.isObject(text.trimmed)))"
        } else {
            // The index delivers in the order of its documents, newest first, so a page reads no more than its rows.
            let index = SearchProjection.index
            start = "\(SQL(text: index.table)) CROSS JOIN "
            match = "l.number = \(SQL(text: index.table)).rowid AND \(index.matches(terms))"
        }
        let order: SQL = start.text.isEmpty ? "l.number" : "\(SQL(text: SearchProjection.index.table)).rowid"
        return try await read { session, readable in
            let found = try session.rows(
                """
                SELECT \(Listing.columns), l.number FROM \(start)\(Listing.tables)
                WHERE \(match) AND l.collection IN (\(list: readable)) AND l.position IS NOT NULL
                AND \(order) < \(from ?? Int.max) ORDER BY \(order) DESC LIMIT \(limit + 1)
                """, Listing.init)
            let counted: Int =
                try session.value(
                    """
                    SELECT count(*) FROM (SELECT 1 FROM \(start)line l WHERE \(match) AND l.collection IN (\(list: readable))
                    AND l.position IS NOT NULL LIMIT \(Amount.most + 1)) AS found
                    """) ?? 0
            return Findings(
                listings: Array(found.prefix(limit)), amount: Amount(counted),
                next: found.count > limit ? found[limit - 1].cursor : nil)
        }
    }
}

/// How a question becomes terms.
enum SearchTerms {
    /// More terms than this are left out: each costs a look-up.
    static let most = 32

    static func of(_ text: String) -> [TextIndex.Term] {
        text.split(whereSeparator: \.isWhitespace).prefix(most).compactMap { part in
            let isCut = part.hasSuffix("*")
            let term = refanged(isCut ? String(part.dropLast()) : String(part))
            // A letter or two begin half of all words.
            let isPrefix = isCut && term.count >= 3
            let whole = SearchTokens.whole(term)
            let words = SearchTokens.words(term)
            var alternatives = [[whole], words].filter { !$0.isEmpty && $0 != [""] }
            if alternatives.count == 2, alternatives[0] == alternatives[1] { alternatives.removeLast() }
            return alternatives.isEmpty ? nil : TextIndex.Term(alternatives: alternatives, isPrefix: isPrefix)
        }
    }

    /// Addresses that were written so that nobody clicks them.
    static func refanged(_ text: String) -> String {
        var text = text.replacing("[.]", with: ".").replacing("(.)", with: ".").replacing("[:]", with: ":")
            .replacing("[at]", with: "@").replacing("[@]", with: "@")
        if text.hasPrefix("hxxp") { text = "http" + text.dropFirst(4) }
        return text
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
