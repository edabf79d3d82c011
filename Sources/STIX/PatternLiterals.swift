/// The literals of a STIX pattern (STIX 2.1 §9).
enum PatternLiterals {
    /// The strings between single quotes that are compared with, escapes resolved.
    ///
    /// Quoted steps of an object path (`hashes.'SHA-256'`) and timestamps (`t'…'`) are left out. An unclosed literal ends
    /// the search.
    static func values(in pattern: String) -> [String] {
        var pattern = pattern
        return pattern.withUTF8 { text in
            var values: [String] = []
            var index = 0
            while index < text.count {
                guard text[index] == 0x27 else {
                    index += 1
                    continue
                }
                let before = index > 0 ? text[index - 1] : 0
                var literal: [UInt8] = []
                index += 1
                while index < text.count, text[index] != 0x27 {
                    if text[index] == 0x5C, index + 1 < text.count { index += 1 }
                    literal.append(text[index])
                    index += 1
                }
                guard index < text.count else { break }
                index += 1
                if before != 0x2E, before != 0x74, !literal.isEmpty {
                    values.append(String(decoding: literal, as: UTF8.self))
                }
            }
            return values
        }
    }
}
