import Storage

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

    /// What only a document answers whose name, value or external identifier is the whole text.
    static func exact(_ text: String) -> TextIndex.Question {
        .any(SearchTokens.exact(refanged(text)).map(TextIndex.Question.token))
    }

    /// What only a document answers in whose names every word of the text is.
    static func inName(_ text: String) -> TextIndex.Question {
        .all(
            text.split(whereSeparator: \.isWhitespace).prefix(most).map { part in
                let isCut = part.hasSuffix("*")
                let words = SearchTokens.words(refanged(isCut ? String(part.dropLast()) : String(part))).prefix(most)
                let last = words.last.flatMap {
                    isCut && $0.count >= 3 ? TextIndex.Question.beginning(SearchTokens.inName($0)) : nil
                }
                return .all(
                    words.dropLast(last == nil ? 0 : 1).map { .token(SearchTokens.inName($0)) }
                        + (last.map { [$0] } ?? []))
            })
    }

    /// Addresses that were written so that nobody clicks them.
    static func refanged(_ text: String) -> String {
        var text = text.replacing("[.]", with: ".").replacing("(.)", with: ".").replacing("[:]", with: ":")
            .replacing("[at]", with: "@").replacing("[@]", with: "@")
        if text.hasPrefix("hxxp") { text = "http" + text.dropFirst(4) }
        return text
    }
}
