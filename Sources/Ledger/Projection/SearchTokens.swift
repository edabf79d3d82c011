import Foundation
import STIX

/// How text becomes the tokens of the search index, for documents and for questions alike.
enum SearchTokens {
    /// Longer ones say nothing that their beginning doesn't.
    static let longest = 256
    /// A document contributes at most this many different tokens.
    static let most = 20_000

    /// The tokens of an object, each once, separated by spaces.
    static func of(_ object: STIXObject) -> String {
        var tokens = TokenList()
        tokens.add(word: object.type)
        for text in object.searchable {
            switch text.kind {
            case .name, .prose: tokens.add(wordsOf: text.text)
            case .externalID: tokens.add(whole: text.text)
            case .value: tokens.add(value: text.text)
            // Its literals arrive as values; the syntax between them is the same in every pattern.
            case .pattern: break
            }
        }
        return tokens.text
    }

    /// The words of a text, folded.
    static func words(_ text: String) -> [String] {
        var tokens = TokenList()
        tokens.add(wordsOf: text)
        return tokens.text.split(separator: " ").map(String.init)
    }

    /// A value as one token: lower case, without white space, cut to `longest` bytes.
    static func whole(_ text: String) -> String {
        var tokens = TokenList()
        tokens.add(whole: text)
        return tokens.text
    }
}

/// Tokens in order of first appearance.
private struct TokenList {
    private(set) var text = ""
    private var seen: Set<Substring> = []
    private var count = 0

    mutating func add(word: String) { append(word[...]) }

    mutating func add(wordsOf text: String) {
        let folded = Self.fold(text)
        for word in folded.split(whereSeparator: { !$0.isWordPart }) { append(Substring(word)) }
    }

    mutating func add(whole text: String) {
        var whole = Substring.UnicodeScalarView()
        whole.append(contentsOf: Self.fold(text).lazy.filter { !$0.isSpace })
        append(Substring(whole))
    }

    /// Addresses and hashes are asked for whole; of names and paths the parts are asked for too.
    mutating func add(value text: String) {
        add(whole: text)
        let hasLetterBeyondHex = text.unicodeScalars.contains { $0.isWordPart && !$0.properties.isASCIIHexDigit }
        if hasLetterBeyondHex { add(wordsOf: text) }
    }

    private mutating func append(_ token: Substring) {
        guard !token.isEmpty, count < SearchTokens.most else { return }
        let token = token.utf8.count > SearchTokens.longest ? token.prefix(SearchTokens.longest / 4) : token
        guard seen.insert(token).inserted else { return }
        if count > 0 { text += " " }
        text += token
        count += 1
    }

    private static func fold(_ text: String) -> Substring.UnicodeScalarView {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Substring(text.lowercased()).unicodeScalars }
        return Substring(text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)).unicodeScalars
    }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool {
        if isASCII {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value)
        }
        return properties.isAlphabetic || properties.numericType != nil
    }

    fileprivate var isSpace: Bool { properties.isWhitespace || value < 0x20 }
}
