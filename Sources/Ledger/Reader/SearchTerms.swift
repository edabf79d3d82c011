import STIX
import Storage

/// How a question becomes terms.
enum SearchTerms {
    /// More terms than this are left out: each costs a look-up.
    static let most = 32

    /// What has to be found, all of it.
    static func of(_ text: String) -> TextIndex.Question {
        .all(
            parts(of: text).compactMap { part in
                let alternatives = part.forms.flatMap { form in
                    let words = Array(SearchTokens.words(form).prefix(most))
                    return [[SearchTokens.whole(form)].filter { !$0.isEmpty }, words]
                }
                let unique = alternatives.enumerated().filter { index, tokens in
                    !tokens.isEmpty && !alternatives[..<index].contains(tokens)
                }
                return unique.isEmpty ? nil : .any(unique.map { question($0.element, isCut: part.isCut) })
            })
    }

    /// What only a document answers whose name, value or external identifier is the whole text.
    static func exact(_ text: String) -> TextIndex.Question {
        .any(forms(text).flatMap(SearchTokens.exact).map(TextIndex.Question.token))
    }

    /// What only a document answers in whose names every word of the text is.
    static func inName(_ text: String) -> TextIndex.Question {
        .all(
            parts(of: text).map { part in
                .any(
                    part.forms.map { form in
                        let words = SearchTokens.words(form).prefix(most)
                        return question(Array(words), isCut: part.isCut, SearchTokens.inName)
                    })
            })
    }

    /// The value that the whole text is, in whatever form; nil where it is something else.
    static func value(_ text: String) -> ObservableValue? { ObservableScanner.only(text) }

    /// Addresses that were written so that nobody clicks them.
    static func refanged(_ text: String) -> String { ObservableScanner.refanged(text) }

    private static func parts(of text: String) -> [(forms: [String], isCut: Bool)] {
        text.split(whereSeparator: \.isWhitespace).prefix(most).map { part in
            let isCut = part.hasSuffix("*")
            let term = isCut ? String(part.dropLast()) : String(part)
            return (isCut ? unique([term, refanged(term)]) : forms(term), isCut)
        }
    }

    /// The ways of writing it in which a document may have it.
    private static func forms(_ text: String) -> [String] {
        unique([text, refanged(text)] + (value(text).map { [$0.text] } ?? []))
    }

    private static func unique(_ texts: [String]) -> [String] {
        texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// Every one of these tokens; the last of them may be a beginning.
    private static func question(
        _ tokens: [String], isCut: Bool, _ token: (String) -> String = { $0 }
    ) -> TextIndex.Question {
        .all(
            tokens.enumerated().map { index, text in
                // A letter or two begin half of all words; a sign that says more than a letter does may stand alone.
                let isBeginning =
                    isCut && index == tokens.count - 1 && text.count >= 3
                    || text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(Script.isUnspaced)
                return isBeginning ? .beginning(token(text)) : .token(token(text))
            })
    }
}
