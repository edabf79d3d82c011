/// Patterns of STIX 2.0 (part 5) in the grammar and names of STIX 2.1 (§9).
///
/// Both languages have the same tokens and structure. STIX 2.1 asks for timestamps behind `START` and `STOP` where 2.0 has
/// strings, and some properties of observables have other names.
enum Version20Pattern {
    /// The same pattern; unchanged where it can't be read.
    static func rewritten(_ pattern: String) -> String {
        var text = pattern
        let edits: [Edit] = text.withUTF8 { bytes in (try? Self.edits(of: bytes)) ?? [] }
        guard !edits.isEmpty else { return pattern }
        var result: [UInt8] = []
        let bytes = Array(pattern.utf8)
        var position = 0
        for (range, replacement) in edits {
            result += bytes[position..<range.lowerBound] + Array(replacement.utf8)
            position = range.upperBound
        }
        return String(decoding: result + bytes[position...], as: UTF8.self)
    }

    private typealias Edit = (range: Range<Int>, replacement: String)

    private static func edits(of bytes: UnsafeBufferPointer<UInt8>) throws(PatternError) -> [Edit] {
        var lexer = PatternLexer(bytes)
        var edits: [Edit] = []
        // The last three tokens, the latest last.
        var before: [PatternLexer.Token] = []
        func text(_ token: PatternLexer.Token) -> String {
            String(decoding: UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]), as: UTF8.self)
        }
        while true {
            let token = try lexer.next()
            guard token.kind != .end else { return edits }
            defer { before = before.suffix(2) + [token] }
            let kinds = before.map(\.kind)
            switch token.kind {
            case .string where kinds.last == .start || kinds.last == .stop:
                // The token leaves its quotation marks out.
                if Timestamp(text(token)) != nil { edits.append(((token.start - 1)..<(token.start - 1), "t")) }
            case .name, .hyphenated:
                if kinds.last == .colon, before.count > 1 {
                    if let name = name(text(token), of: text(before[before.count - 2])) {
                        edits.append((token.start..<token.end, name))
                    }
                } else if isHash(before, text), text(token) == "ssdeep" {
                    edits.append((token.start..<token.end, "SSDEEP"))
                }
            case .string where isHash(before, text) && text(token) == "ssdeep":
                edits.append((token.start..<token.end, "SSDEEP"))
            default: break
            }
        }
    }

    private static func isHash(_ before: [PatternLexer.Token], _ text: (PatternLexer.Token) -> String) -> Bool {
        before.last?.kind == .dot && before.count > 1 && text(before[before.count - 2]) == "hashes"
    }

    private static func name(_ property: String, of type: String) -> String? {
        // What STIX 2.0 calls the name of a process is the name of its image.
        if type == "process", property == "name" { return "image_ref.name" }
        if let renamed = Version20Names.renamed[type]?[property] { return renamed }
        return Version20Names.gone[type]?.contains(property) == true ? Version20Names.custom(property) : nil
    }
}
