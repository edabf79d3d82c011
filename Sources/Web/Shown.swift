package import HTML

/// Text of others, set so that it stays in its place.
package enum Shown {
    /// A name or sentence of others, isolated from the direction of the text around it.
    ///
    /// Characters that override the direction (U+202A–202E, U+2066–2069) are shown by number: in a name they are either
    /// a mistake or a disguise.
    package static func name(_ text: String, bytes: Int = 200) -> Markup {
        "<bdi>\(marked(clipped(text, bytes: bytes)))</bdi>"
    }

    /// An identifier, hash, pattern or other code: always left to right.
    package static func code(_ text: String, bytes: Int = 320) -> Markup {
        "<code dir=\"ltr\">\(marked(clipped(text, bytes: bytes)))</code>"
    }

    /// Text for a place where no markup can stand, as the title of a window: overriding characters become U+FFFD.
    package static func bare(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: overrides) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(overrides(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    /// Text with its overriding characters made visible.
    package static func marked(_ text: some StringProtocol) -> Markup {
        guard text.unicodeScalars.contains(where: overrides) else { return Markup(text: text) }
        var result = Markup()
        var run = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard overrides(scalar) else {
                run.append(scalar)
                continue
            }
            let code = "U+\(String(scalar.value, radix: 16, uppercase: true))"
            result += "\(String(run))<span class=\"control\" dir=\"ltr\">\(code)</span>"
            run.removeAll()
        }
        return result + Markup(text: String(run))
    }

    /// Text that takes at most so many bytes as markup, cut between characters and ended with an ellipsis.
    package static func clipped(_ text: String, bytes: Int) -> String {
        // No character of markup is shorter than its UTF-8, and none longer than a control mark.
        guard text.utf8.count > bytes / longestMark else { return text }
        var left = bytes
        var lastSpace: String.Index?
        for index in text.indices {
            let character = text[index]
            left -= character.unicodeScalars.reduce(0) { $0 + cost($1) }
            if left < 0 {
                let isNear = lastSpace.map { text.distance(from: $0, to: index) < 24 } ?? false
                return text[..<(isNear ? lastSpace ?? index : index)] + "…"
            }
            if character.isWhitespace { lastSpace = index }
        }
        return text
    }

    private static let longestMark = 44

    /// Bytes that a character takes as markup.
    private static func cost(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "<", ">": 4
        case "&", "\"", "'": 5
        default: overrides(scalar) ? longestMark : UTF8.width(scalar)
        }
    }

    private static func overrides(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}").contains(scalar)
    }
}
