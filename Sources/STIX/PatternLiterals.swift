/// The literals of a STIX pattern (STIX 2.1 §9).
enum PatternLiterals {
    /// The strings between single quotes that are compared with, escapes resolved, and whether they mean something inside
    /// one machine alone.
    ///
    /// Quoted steps of an object path (`hashes.'SHA-256'`) and timestamps (`t'…'`) are left out. An unclosed literal ends
    /// the search.
    static func values(in pattern: String) -> [(text: String, isLocal: Bool)] {
        var pattern = pattern
        return pattern.withUTF8 { text in
            var values: [(text: String, isLocal: Bool)] = []
            var index = 0
            var isLocal = false
            while index < text.count {
                guard text[index] == 0x27 else {
                    // The type of the object ends before the colon.
                    if text[index] == 0x3A { isLocal = endsLocalType(text[..<index]) }
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
                    values.append((String(decoding: literal, as: UTF8.self), isLocal))
                }
            }
            return values
        }
    }

    private static let localTypes = [
        "file", "directory", "process", "mutex", "windows-registry-key", "software", "user-account",
    ].map { Array($0.utf8) }

    private static func endsLocalType(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        localTypes.contains { type in
            guard text.suffix(type.count).elementsEqual(type) else { return false }
            let before = text.dropLast(type.count).last ?? 0x20
            return !before.isLetter && !before.isDigit && before != UInt8(ascii: "-")
        }
    }
}
