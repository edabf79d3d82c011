import Foundation
import STIX

/// How text becomes the tokens of the search index, for documents and for questions alike.
///
/// A document is its tokens, lower-case and without accents, each followed by a space; one that comes twice is no matter.
enum SearchTokens {
    /// A longer word or value says nothing that its beginning doesn't.
    static let longest = 256
    /// What goes beyond this many bytes of one object is not searched.
    static let most = 256 << 10

    static func of(_ object: STIXObject) -> String {
        var tokens = TokenBuffer()
        for text in object.searchable where tokens.bytes.count < most {
            switch text.kind {
            case .name, .prose: tokens.add(wordsOf: text.text)
            case .externalID: tokens.add(whole: text.text)
            case .value: tokens.add(value: text.text)
            // Its literals arrive as values; the syntax between them is the same in every pattern.
            case .pattern: break
            }
        }
        return String(decoding: tokens.bytes, as: UTF8.self)
    }

    /// The words of a text.
    static func words(_ text: String) -> [String] {
        var tokens = TokenBuffer()
        tokens.add(wordsOf: text)
        return tokens.bytes.split(separator: TokenBuffer.space).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A value as one token; empty where there is nothing to look for.
    static func whole(_ text: String) -> String {
        var tokens = TokenBuffer()
        tokens.add(whole: text)
        return String(decoding: tokens.bytes.dropLast(), as: UTF8.self)
    }
}

private struct TokenBuffer {
    static let space = UInt8(ascii: " ")
    private(set) var bytes: [UInt8] = []

    /// Every run of letters and digits.
    mutating func add(wordsOf text: String) {
        var start = bytes.count
        for byte in Folded(text).utf8 {
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

    /// All of it but white space.
    mutating func add(whole text: String) {
        let start = bytes.count
        for byte in Folded(text).utf8 where byte > Self.space && byte != 0x7F {
            bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
        }
        if bytes.count > start { end(tokenFrom: start) }
    }

    /// Addresses and hashes are asked for whole; of names and paths the parts are asked for too.
    mutating func add(value text: String) {
        add(whole: text)
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
    let utf8: String.UTF8View

    init(_ text: String) {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
            utf8 = text.utf8
            return
        }
        var folded = String.UnicodeScalarView()
        for scalar in text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).unicodeScalars {
            let isWord = scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            folded.append(isWord ? scalar : " ")
        }
        utf8 = String(folded).utf8
    }
}
