/// The text of a page: what its writers say, apart from the text of others.
///
/// Text of others stands in an element that isolates it (`bdi`, `code`, `dir="auto"`, a `lang` of its own), or between
/// isolating characters where no markup can stand.
package struct PageText: Sendable {
    /// Text, and attributes that are read out or shown.
    package private(set) var said: [String] = []
    /// Text of others.
    package private(set) var data: Set<String> = []
    /// What search engines show: either text of others without its markup, or a sentence that stands on the page too.
    private var summary: [String] = []

    package init(_ html: String) {
        let empty: Set<Substring> = ["meta", "link", "input", "br", "hr", "img", "!doctype"]
        var open: [(name: Substring, isData: Bool)] = []
        var end = html.startIndex
        for tag in html.matches(of: /<(\/?)([a-z0-9!]+)((?:[^>"]|"[^"]*")*)>/) {
            take(html[end..<tag.range.lowerBound], isData: open.last?.isData ?? false)
            end = tag.range.upperBound
            let (name, attributes) = (tag.output.2, tag.output.3)
            if !tag.output.1.isEmpty {
                open.removeLast()
                continue
            }
            let isData =
                open.last?.isData ?? false
                || ["bdi", "code", "pre", "textarea", "script"].contains(name)
                || name != "html" && attributes.contains(/\ (lang="|dir="auto")/)
            for attribute in attributes.matches(of: /\ (title|placeholder|aria-label|alt)="([^"]*)"/) {
                take(attribute.output.2, isData: isData && !empty.contains(name))
            }
            // What somebody typed; the value of a choice is no text.
            if name == "input", !attributes.contains(/type="(checkbox|radio|hidden)"/),
                let value = attributes.firstMatch(of: /value="([^"]*)"/)
            {
                take(value.output.1, isData: true)
            }
            if name == "meta", let text = attributes.firstMatch(of: /name="description" content="([^"]*)"/) {
                summary.append(PageText.unescaped(text.output.1))
            }
            if !empty.contains(name) { open.append((name, isData)) }
        }
    }

    private mutating func take(_ text: Substring, isData: Bool) {
        let text = PageText.unescaped(text)
        guard text.contains(where: \.isLetter) else { return }
        if isData {
            data.formUnion(text.split(separator: "\n").map(String.init))
        } else {
            data.formUnion(text.matches(of: PageText.isolated).map { String($0.output.1) })
            said.append(text.replacing(PageText.isolated, with: " "))
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&").trimmingPrefix(/\s+/).replacing(
                /\s+$/, with: ""
            )
            .description
    }

    private static var isolated: Regex<(Substring, Substring)> { /[\u{2066}\u{2068}]([^\u{2069}]*)\u{2069}/ }

    /// What people read in the same words here and on that page, which is in a language of another script.
    ///
    /// - Parameters:
    ///   - english: the same page in English.
    ///   - data: text of others, wherever it is isolated: titles of windows and choices of a form can't do so.
    ///   - words: single words of others, which are not looked at.
    package func unchanged(since english: PageText, data: Set<String>, words: Set<String>) -> [String] {
        let before = Set(english.said.flatMap(PageText.words))
        let spoken = Set(data.flatMap(PageText.words))
        let summaries = summary.filter { text in
            !(english.summary.contains(text) && PageText.words(text).allSatisfy(spoken.contains))
        }
        // A single word of somebody's may be one of ours too.
        let phrases = data.filter { $0.contains(" ") }.sorted { $0.count > $1.count }
        return (said + summaries).flatMap { $0.split(separator: /\s[·—]\s/).map(String.init) }.filter { piece in
            // In the title of a window, characters that override the direction become U+FFFD.
            guard !data.contains(piece), !piece.contains("\u{FFFD}") else { return false }
            let ours = phrases.reduce(piece.replacing(PageText.addresses, with: " ")) { $0.replacing($1, with: " ") }
            return PageText.words(ours).contains {
                before.contains($0) && !PageText.names.contains($0) && !words.contains($0)
            }
        }
    }

    /// Names of hosts for examples (RFC 2606), and what has a scheme.
    private static var addresses: Regex<Substring> { /[\w.:\/-]+\.example[\w.:\/-]*|\w+:\/[\w.:\/-]*/ }

    /// Words with small Latin letters; without any they are an abbreviation or a code.
    fileprivate static func words(_ text: String) -> [String] {
        text.matches(of: /[A-Za-z][A-Za-z’']+/).map { String($0.output) }.filter { $0.contains(where: \.isLowercase) }
    }

    /// What is written alike in every language.
    private static let names: Set<String> = [
        // Formats and standards.
        "IPv", "Standard", "Webhooks", "Webhook", "webhook", "identity", "signed", "note", "tlog", "tiles", "Merkle",
        "eml", "warninglists", "Atom", "iCalendar",
        // Examples: a prefix of RFC 3849, a time zone of the IANA, tags of languages.
        "db", "Africa", "Tunis", "ar", "fr", "en",
        // A key of keyboards, and a product.
        "Ctrl", "Windows",
    ]
}

/// What pages say in English still once they are in Chinese, with the same data.
///
/// - Parameter data: text of others that the pages isolate nowhere.
package func untranslated(
    _ pages: [(name: String, english: String, chinese: String)], data others: Set<String> = []
) -> [String] {
    let read = pages.map { (name: $0.name, english: PageText($0.english), chinese: PageText($0.chinese)) }
    let data = read.reduce(into: others) { $0.formUnion($1.english.data.union($1.chinese.data)) }
    let words = Set(others.filter { !$0.contains(" ") }.flatMap(PageText.words))
    return read.flatMap { page in
        page.chinese.unchanged(since: page.english, data: data, words: words).map { "\(page.name): \($0)" }
    }
}
