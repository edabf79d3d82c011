import HTML

/// Reads what stands inside a line of prose: bold, italic, code, links, citations.
///
/// One pass, without recursion deeper than one level.
struct InlineReader {
    let prose: Prose

    /// One piece of a line.
    private enum Piece {
        case text(Substring)
        case code(Substring)
        case strong(Substring)
        case emphasis(Substring)
        case link(text: Substring, href: Substring)
        case citation(Substring)
        case lineBreak
    }

    func html(_ text: String) -> Markup {
        pieces(of: text[...], nests: true)
    }

    /// The text without marks: links by their text, citations left out.
    static func plain(_ text: String) -> String {
        var result = ""
        split(text[...]) { piece in
            switch piece {
            case .text(let inner), .code(let inner): result += inner
            case .strong(let inner), .emphasis(let inner): result += plain(String(inner))
            case .link(let inner, _): result += inner
            case .citation: break
            case .lineBreak: result += " "
            }
        }
        return result
    }

    private func pieces(of text: Substring, nests: Bool) -> Markup {
        var result = Markup()
        InlineReader.split(text) { piece in
            guard result.markup.utf8.count < prose.bytes else { return }
            switch piece {
            case .text(let inner): result += Shown.marked(inner)
            case .code(let inner): result += "<code dir=\"ltr\">\(Shown.marked(inner))</code>"
            case .strong(let inner):
                result += "<strong>\(nests ? pieces(of: inner, nests: false) : Shown.marked(inner))</strong>"
            case .emphasis(let inner):
                result += "<em>\(nests ? pieces(of: inner, nests: false) : Shown.marked(inner))</em>"
            case .link(let inner, let href): result += link(inner, href)
            case .citation(let name): result += citation(name)
            case .lineBreak: result += "<br>"
            }
        }
        return result
    }

    private func link(_ text: Substring, _ href: Substring) -> Markup {
        guard let link = Link(String(href)) else { return Shown.marked("[\(text)](\(href))") }
        return "<a href=\"\(link)\" rel=\"nofollow noreferrer\">\(Shown.marked(text))</a>"
    }

    private func citation(_ name: Substring) -> Markup {
        guard let number = prose.citations[String(name)] else { return Shown.marked("(Citation: \(name))") }
        return "<sup><a href=\"#ref-\(number)\">\(number)</a></sup>"
    }

    /// Cuts a line into pieces.
    ///
    /// A mark that is never closed is text.
    private static func split(_ text: Substring, _ take: (Piece) -> Void) {
        var plain = text.startIndex
        var at = text.startIndex
        var steps = 50_000
        while at < text.endIndex {
            guard "`*[(<".contains(text[at]), steps > 0, let (piece, end) = piece(at: at, in: text, &steps) else {
                at = text.index(after: at)
                continue
            }
            var before = text[plain..<at]
            if case .citation = piece, before.last == " " { before = before.dropLast() }
            if !before.isEmpty { take(.text(before)) }
            take(piece)
            at = end
            plain = end
        }
        if plain < text.endIndex { take(.text(text[plain...])) }
    }

    private static func piece(
        at start: Substring.Index, in text: Substring, _ steps: inout Int
    ) -> (Piece, Substring.Index)? {
        let rest = text[start...]
        switch text[start] {
        case "`":
            return between("`", "`", in: rest, &steps).map { (.code($0.inner), $0.end) }
        case "*":
            if let strong = between("**", "**", in: rest, &steps) { return (.strong(strong.inner), strong.end) }
            guard let next = rest.dropFirst().first, !next.isWhitespace, next != "*" else { return nil }
            return between("*", "*", in: rest, &steps).map { (.emphasis($0.inner), $0.end) }
        case "[":
            guard let label = between("[", "]", in: rest, &steps) else { return nil }
            return between("(", ")", in: text[label.end...], &steps).map {
                (.link(text: label.inner, href: $0.inner), $0.end)
            }
        case "(":
            return between("(Citation: ", ")", in: rest, &steps).map { (.citation($0.inner), $0.end) }
        default:
            if rest.hasPrefix("<br>") { return (.lineBreak, text.index(start, offsetBy: 4)) }
            return between("<code>", "</code>", in: rest, &steps).map { (.code($0.inner), $0.end) }
        }
    }

    /// What stands between two marks.
    ///
    /// The steps of all searches in a line are bounded together, so that a line of open marks stays cheap.
    private static func between(
        _ open: String, _ close: String, in text: Substring, _ steps: inout Int
    ) -> (inner: Substring, end: Substring.Index)? {
        guard text.hasPrefix(open) else { return nil }
        let inner = text.dropFirst(open.count)
        var at = inner.startIndex
        while at < inner.endIndex, steps > 0 {
            steps -= 1
            if inner[at] == close.first, inner[at...].hasPrefix(close) {
                let end = inner.index(at, offsetBy: close.count)
                return at == inner.startIndex ? nil : (inner[inner.startIndex..<at], end)
            }
            at = inner.index(after: at)
        }
        return nil
    }
}
