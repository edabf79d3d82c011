/// Turns text into characters that mean nothing to an HTML parser.
enum Escaping {
    /// Appends the text with `& < > " '` as character references.
    ///
    /// Control characters that HTML forbids (all of C0 except tab, line feed and carriage return, and DEL) become
    /// U+FFFD, so that a parser never sees one.
    static func append(_ text: some StringProtocol, to markup: inout String) {
        guard text.utf8.contains(where: isSpecial) else {
            markup += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&#34;"
            case "'": markup += "&#39;"
            case "\t", "\n", "\r": markup.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{7F}": markup += "\u{FFFD}"
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether a byte of UTF-8 may need a replacement.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F: true
        case 0x09, 0x0A, 0x0D: false
        default: byte < 0x20
        }
    }
}
