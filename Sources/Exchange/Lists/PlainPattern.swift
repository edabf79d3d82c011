/// A pattern of which every comparison is enough by itself: `[a:b = 'c' OR …]`, one or several joined by OR.
///
/// Anything else (AND, FOLLOWEDBY, NOT, qualifiers, other operators, brackets within) has no values that may be blocked alone.
struct PlainPattern {
    struct Comparison: Equatable {
        /// The object path without quotes.
        let path: String
        let value: String
    }

    let comparisons: [Comparison]

    init?(_ pattern: String) {
        var reader = PlainPatternReader(pattern)
        guard let comparisons = reader.observations() else { return nil }
        self.comparisons = comparisons
    }
}

private struct PlainPatternReader {
    private enum Token: Equatable {
        case word(String)
        case text(String)
        case mark(UInt8)
    }

    private let tokens: [Token]
    private var index = 0
    private static let mostComparisons = 10_000

    init(_ pattern: String) { tokens = Self.tokens(Array(pattern.utf8)) ?? [] }

    mutating func observations() -> [PlainPattern.Comparison]? {
        var all: [PlainPattern.Comparison] = []
        repeat {
            guard take(.mark(UInt8(ascii: "["))) else { return nil }
            repeat {
                guard let found = comparison(), all.count + found.count <= Self.mostComparisons else { return nil }
                all += found
            } while takeWord("OR")
            guard take(.mark(UInt8(ascii: "]"))) else { return nil }
        } while takeWord("OR")
        return index == tokens.count ? all : nil
    }

    private mutating func comparison() -> [PlainPattern.Comparison]? {
        guard let path = path() else { return nil }
        if take(.mark(UInt8(ascii: "="))) || takeWord("ISSUBSET") {
            return text().map { [.init(path: path, value: $0)] }
        }
        guard takeWord("IN"), take(.mark(UInt8(ascii: "("))) else { return nil }
        var values: [PlainPattern.Comparison] = []
        repeat {
            guard let value = text() else { return nil }
            values.append(.init(path: path, value: value))
        } while take(.mark(UInt8(ascii: ",")))
        return take(.mark(UInt8(ascii: ")"))) ? values : nil
    }

    /// Words and quoted steps up to the operator: `file:hashes.'SHA-256'`.
    private mutating func path() -> String? {
        guard index < tokens.count, case .word(var path) = tokens[index] else { return nil }
        index += 1
        while path.last == ".", let step = text() {
            path += step
            if index < tokens.count, case .word(let rest) = tokens[index], rest.first == "." {
                path += rest
                index += 1
            }
        }
        return path.contains(":") ? path : nil
    }

    private mutating func text() -> String? {
        guard index < tokens.count, case .text(let text) = tokens[index] else { return nil }
        index += 1
        return text
    }

    private mutating func take(_ token: Token) -> Bool {
        guard index < tokens.count, tokens[index] == token else { return false }
        index += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool { take(.word(word)) }

    /// The tokens of a pattern (STIX 2.1 §9.4); nil where a text isn't closed.
    private static func tokens(_ bytes: [UInt8]) -> [Token]? {
        var tokens: [Token] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                index += 1
            } else if byte == UInt8(ascii: "'") {
                var text: [UInt8] = []
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "'") {
                    if bytes[index] == UInt8(ascii: "\\") { index += 1 }
                    guard index < bytes.count else { return nil }
                    text.append(bytes[index])
                    index += 1
                }
                guard index < bytes.count else { return nil }
                index += 1
                tokens.append(.text(String(decoding: text, as: UTF8.self)))
            } else if isWord(byte) {
                let start = index
                while index < bytes.count, isWord(bytes[index]) { index += 1 }
                tokens.append(.word(String(decoding: bytes[start..<index], as: UTF8.self)))
            } else {
                tokens.append(.mark(byte))
                index += 1
            }
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || [0x5F, 0x2D, 0x2E, 0x3A].contains(byte)
    }
}
