/// Swift source as the words that are code: without comments and texts, but with what texts interpolate.
struct SwiftCode {
    private(set) var words: [String] = []

    private var rest: Substring

    init(_ text: String) {
        rest = text[...]
        readCode(untilParenthesis: false)
    }

    private mutating func readCode(untilParenthesis: Bool) {
        var word = ""
        var depth = 0
        func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
        func end(_ words: inout [String]) {
            if let first = word.first, !first.isNumber { words.append(word) }
            word = ""
        }
        while let next = rest.first {
            if isWord(next) {
                word.append(next)
                rest.removeFirst()
                continue
            }
            end(&words)
            if rest.hasPrefix("//") {
                rest = rest.drop { !$0.isNewline }
            } else if rest.hasPrefix("/*") {
                readComment()
            } else if next == "\"" || next == "#" {
                readText()
            } else {
                rest.removeFirst()
                if next == "(" { depth += 1 }
                if next == ")" {
                    if untilParenthesis, depth == 0 { return }
                    depth -= 1
                }
            }
        }
        end(&words)
    }

    private mutating func readComment() {
        rest = rest.dropFirst(2)
        var depth = 1
        while depth > 0, !rest.isEmpty {
            if rest.hasPrefix("*/") {
                depth -= 1
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("/*") {
                depth += 1
                rest = rest.dropFirst(2)
            } else {
                rest.removeFirst()
            }
        }
    }

    /// A literal from its first quotation mark or number sign to its last; a number sign alone begins nothing.
    private mutating func readText() {
        let signs = String(rest.prefix { $0 == "#" })
        rest = rest.dropFirst(signs.count)
        guard rest.first == "\"" else { return }
        let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest = rest.dropFirst(quote.count)
        let (escape, last) = ("\\" + signs, quote + signs)
        while !rest.isEmpty {
            if rest.hasPrefix(last) {
                rest = rest.dropFirst(last.count)
                return
            }
            guard rest.hasPrefix(escape) else {
                rest.removeFirst()
                continue
            }
            rest = rest.dropFirst(escape.count)
            if rest.first == "(" {
                rest.removeFirst()
                readCode(untilParenthesis: true)
            } else {
                rest = rest.dropFirst()
            }
        }
    }
}
