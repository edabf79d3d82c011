import Foundation
import STIX

/// How text becomes the tokens of the search index, for documents and for questions alike.
///
/// A document is its tokens, lower-case and without accents, each followed by a space; one that comes twice is no matter.
/// Where a script sets no spaces between words, each two neighbouring signs are one, and so is the last sign alone: a sign is
/// then the beginning of a token wherever it stands.
enum SearchTokens {
    /// A longer word or value says nothing that its beginning doesn't.
    static let longest = 256
    /// What goes beyond this many bytes of one object is not searched.
    static let most = 256 << 10
    /// Begins every token that is not of a text: neither letter nor digit nor ASCII, it is in no token of a text.
    ///
    /// After it, `=` and a whole name, or a whole value that is one word; `n` and a word of a name; or a ``Facet``.
    static let mark = "§"

    static func of(_ object: STIXObject) -> String {
        var tokens = TokenBuffer()
        for text in object.searchable where tokens.bytes.count < most {
            switch text.kind {
            case .name: tokens.add(name: text.text)
            case .prose: tokens.add(wordsOf: text.text)
            case .externalID: tokens.add(identifier: text.text)
            case .value, .local: tokens.add(value: text.text)
            // Its literals arrive as values; the syntax between them is the same in every pattern.
            case .pattern: break
            }
        }
        return String(decoding: tokens.bytes, as: UTF8.self)
    }

    /// The words that a question asks for; a sign alone is one only where it stands alone.
    static func words(_ text: String) -> [String] {
        var tokens = TokenBuffer(isQuestion: true)
        tokens.add(wordsOf: text)
        return tokens.bytes.split(separator: TokenBuffer.space).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What only a document has whose name, value or external identifier is this and nothing else.
    static func exact(_ text: String) -> [String] {
        let whole = whole(text)
        return whole.isEmpty ? [] : ["\(mark)=\(whole)"] + (whole.utf8.allSatisfy(isWord) ? [] : [whole])
    }

    /// What only a document has in whose names this word is.
    static func inName(_ word: String) -> String { "\(mark)n\(word)" }

    /// A value as one token; empty where there is nothing to look for.
    static func whole(_ text: String) -> String {
        var tokens = TokenBuffer()
        tokens.add(whole: text)
        return String(decoding: tokens.bytes.dropLast(), as: UTF8.self)
    }
}

private struct TokenBuffer {
    static let space = UInt8(ascii: " ")
    private static let wholeMark = Array("\(SearchTokens.mark)=".utf8)
    private static let nameMark = Array("\(SearchTokens.mark)n".utf8)
    private(set) var bytes: [UInt8] = []
    private let isQuestion: Bool

    init(isQuestion: Bool = false) { self.isQuestion = isQuestion }

    mutating func add(wordsOf text: String) { add(wordsOf: Folded(text)) }

    /// Every run of letters and digits.
    private mutating func add(wordsOf text: Folded) {
        guard !text.isUnspaced else { return add(pairsOf: text) }
        var start = bytes.count
        for byte in text.utf8 {
            let folded = wordByte[Int(byte)]
            if folded != 0 {
                bytes.append(folded)
            } else if bytes.count > start {
                end(tokenFrom: start)
                start = bytes.count
            }
        }
        if bytes.count > start { end(tokenFrom: start) }
    }

    /// The same of a text with scripts that set no spaces: of their runs, every two neighbours.
    private mutating func add(pairsOf text: Folded) {
        var start = bytes.count
        var sign: Unicode.Scalar?
        var count = 0
        func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
            if let coded = UTF8.encode(scalar) { bytes.append(contentsOf: coded) }
        }
        func endWord(_ bytes: inout Self) {
            if let last = sign, count == 1 || !bytes.isQuestion { append(last, to: &bytes.bytes) }
            if bytes.bytes.count > start { bytes.end(tokenFrom: start) }
            (sign, count, start) = (nil, 0, bytes.bytes.count)
        }
        for scalar in text.scalars {
            if Script.isUnspaced(scalar) {
                if let last = sign {
                    append(last, to: &bytes)
                    append(scalar, to: &bytes)
                    end(tokenFrom: start)
                    start = bytes.count
                } else {
                    endWord(&self)
                }
                (sign, count) = (scalar, count + 1)
            } else {
                if sign != nil { endWord(&self) }
                if scalar.isASCII, wordByte[Int(scalar.value)] == 0 {
                    endWord(&self)
                } else {
                    append(scalar.isASCII ? Unicode.Scalar(wordByte[Int(scalar.value)]) : scalar, to: &bytes)
                }
            }
        }
        endWord(&self)
    }

    /// Its words, each of them as a word of a name too, and the whole.
    mutating func add(name text: String) {
        let folded = Folded(text)
        let start = bytes.count
        add(wordsOf: folded)
        let end = bytes.count
        var word = start
        for index in start..<end where bytes[index] == Self.space {
            bytes.append(contentsOf: Self.nameMark)
            copy(word...index)
            word = index + 1
        }
        bytes.append(contentsOf: Self.wholeMark)
        let before = bytes.count
        add(whole: folded)
        // What has nothing but white space has no token either.
        if bytes.count == before { bytes.removeLast(Self.wholeMark.count) }
    }

    /// The token added last is one word: it is marked as a whole, because a text may have the same.
    private mutating func markLastIfWord() {
        let start = (bytes.dropLast().lastIndex(of: Self.space) ?? -1) + 1
        guard bytes[start..<(bytes.count - 1)].allSatisfy(isWord) else { return }
        let token = start...(bytes.count - 1)
        bytes.append(contentsOf: Self.wholeMark)
        copy(token)
    }

    /// Byte by byte: a slice of the buffer would make appending to it copy it whole.
    private mutating func copy(_ range: ClosedRange<Int>) {
        for index in range { bytes.append(bytes[index]) }
    }

    mutating func add(whole text: String) { add(whole: Folded(text)) }

    /// All of it but white space.
    private mutating func add(whole text: Folded) {
        let start = bytes.count
        for byte in text.utf8 where byte > Self.space && byte != 0x7F {
            bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
        }
        if bytes.count > start { end(tokenFrom: start) }
    }

    mutating func add(identifier text: String) {
        let start = bytes.count
        add(whole: text)
        if bytes.count > start { markLastIfWord() }
    }

    /// Addresses and hashes are asked for whole; of names and paths the parts are asked for too.
    mutating func add(value text: String) {
        add(identifier: text)
        let isAddressOrHash = text.utf8.allSatisfy { byte in
            byte < 0x41 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
        }
        if !isAddressOrHash { add(wordsOf: text) }
    }

    private mutating func end(tokenFrom start: Int) {
        if bytes.count - start > SearchTokens.longest {
            var end = start + SearchTokens.longest
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
            bytes.removeLast(bytes.count - end)
        }
        bytes.append(Self.space)
    }
}

/// Whether it is part of a word in a folded text.
private func isWord(_ byte: UInt8) -> Bool { wordByte[Int(byte)] == byte && byte != 0 }

/// ASCII letters in lower case and digits as they are; every byte beyond ASCII; 0 for what separates words.
private let wordByte: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
}

/// A text whose letters beyond ASCII are in lower case and without accents, and whose other signs beyond ASCII are spaces.
private struct Folded {
    private let text: String
    /// Whether it holds signs of a script that sets no spaces.
    private(set) var isUnspaced = false

    var utf8: String.UTF8View { text.utf8 }
    var scalars: String.UnicodeScalarView { text.unicodeScalars }

    init(_ text: String) {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
            self.text = text
            return
        }
        var folded = String.UnicodeScalarView()
        let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]
        // A mark of sound stands by itself behind a narrow sign of Japanese; folding would leave it there.
        let isNarrow = text.unicodeScalars.contains { (0xFF66...0xFF9F).contains($0.value) }
        let wide =
            isNarrow
            ? text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping : text
        for scalar in wide.folding(options: options, locale: nil).unicodeScalars {
            let isWord = scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            folded.append(isWord ? scalar : " ")
            if isWord, Script.isUnspaced(scalar) { isUnspaced = true }
        }
        self.text = String(folded)
    }
}
