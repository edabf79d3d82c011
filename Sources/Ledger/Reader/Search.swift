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
    /// - Parameter from: the `next` of the page before: how many were found before it. Anything else that names a place in
    ///   the index would tell how much the reader may not see.
    package func search(_ text: String, from: Int? = nil, limit: Int) async throws -> Findings {
        let terms = SearchTerms.of(text)
        let skipped = max(0, from ?? 0)
        guard !terms.isEmpty, skipped < Amount.most else {
            return Findings(listings: [], amount: .exactly(0), next: nil)
        }
        let hits: SQL
        if STIXIdentifier.isValid(text.trimmed) {
            hits = "line l WHERE l.object = (SELECT number FROM object o WHERE \(SQL.isObject(text.trimmed)))"
        } else {
            // The index delivers in the order of its documents, newest first, so a page reads no more than its rows.
            let index = SearchProjection.index
            hits =
                "\(SQL(text: index.table)) CROSS JOIN line l WHERE l.number = \(SQL(text: index.table)).rowid AND \(index.matches(terms))"
        }
        let order: SQL =
            STIXIdentifier.isValid(text.trimmed) ? "l.number" : "\(SQL(text: SearchProjection.index.table)).rowid"
        return try await read { session, readable in
            let visible: SQL = "\(hits) AND l.collection IN (\(list: readable)) AND l.position IS NOT NULL"
            let found = try session.rows(
                """
                SELECT \(Listing.columns) FROM
                (SELECT l.number AS hit FROM \(visible) ORDER BY \(order) DESC LIMIT \(limit + 1) OFFSET \(skipped)) AS page
                CROSS JOIN \(Listing.tables) WHERE l.number = page.hit ORDER BY l.number DESC
                """, Listing.init)
            let counted: Int =
                try session.value("SELECT count(*) FROM (SELECT 1 FROM \(visible) LIMIT \(Amount.most + 1)) AS found")
                ?? 0
            let goesOn = found.count > limit && skipped + limit < Amount.most
            return Findings(
                listings: Array(found.prefix(limit)), amount: Amount(counted), next: goesOn ? skipped + limit : nil)
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
            let whole = SearchTokens.whole(term)
            let words = Array(SearchTokens.words(term).prefix(most))
            // A letter or two begin half of all words.
            let isPrefix = isCut && (words.last ?? whole).count >= 3
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
