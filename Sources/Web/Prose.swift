package import HTML

/// Text of others with a little Markdown, as markup: paragraphs, lists, headings, bold, italic, code and links.
///
/// Everything else, raw HTML included, is shown as the text it is. Work and output are bounded. `(Citation: name)`, as
/// ATT&CK writes it, becomes a numbered link to the page's list of references.
package struct Prose {
    /// Number of a reference by its name; a citation that is not among them stays text.
    let citations: [String: Int]
    /// Most bytes of text that are shown.
    let bytes: Int

    package init(citations: [String: Int] = [:], bytes: Int = 8_000) {
        self.citations = citations
        self.bytes = bytes
    }

    /// The text as markup, in blocks.
    package func html(_ text: String) -> Markup {
        var reader = BlockReader(prose: self)
        let lines = Shown.clipped(text, bytes: bytes).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines where !reader.isFull { reader.read(line) }
        return reader.finished()
    }

    /// One line of text as markup, without blocks: for a row that quotes the beginning of a description.
    package func line(_ text: String) -> Markup {
        let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return InlineReader(prose: self).html(Shown.clipped(flat, bytes: bytes))
    }

    /// The text without its markup, for rows and summaries.
    package static func plain(_ text: String, bytes: Int) -> String {
        let start = Shown.clipped(text, bytes: bytes * 2 + 200)
        let flat = start.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Shown.clipped(InlineReader.plain(flat), bytes: bytes)
    }
}

/// Collects lines into paragraphs, lists and blocks of code.
private struct BlockReader {
    let prose: Prose
    var blocks = Markup()
    var paragraph: [Substring] = []
    var items: [Item] = []
    var code: [Substring]?
    /// Bytes of marks that the lines read so far will cost: many short lines are longer as markup than as text.
    var marks = 0

    var isFull: Bool { blocks.markup.utf8.count + marks > prose.bytes * 5 / 4 }

    struct Item {
        let depth: Int
        let isNumbered: Bool
        var text: String
    }

    mutating func read(_ line: Substring) {
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        if trimmed.hasPrefix("```") {
            toggleCode()
        } else if code != nil {
            code?.append(line)
        } else if trimmed.isEmpty {
            close()
        } else if let (isNumbered, text) = BlockReader.item(trimmed) {
            closeParagraph()
            let indent = line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
            marks += line.utf8.count + 18
            items.append(Item(depth: min(indent / 2, 6), isNumbered: isNumbered, text: String(text)))
        } else if let heading = BlockReader.heading(trimmed) {
            close()
            blocks += "<p class=\"heading\">\(InlineReader(prose: prose).html(String(heading)))</p>"
        } else if let last = items.indices.last, line.first == " " || line.first == "\t" {
            items[last].text += " " + trimmed
        } else {
            closeItems()
            paragraph.append(trimmed)
        }
    }

    mutating func finished() -> Markup {
        if code != nil { toggleCode() }
        close()
        return blocks
    }

    private mutating func close() {
        closeParagraph()
        closeItems()
    }

    private mutating func closeParagraph() {
        guard !paragraph.isEmpty else { return }
        blocks += "<p>\(InlineReader(prose: prose).html(paragraph.joined(separator: " ")))</p>"
        paragraph = []
    }

    private mutating func closeItems() {
        guard !items.isEmpty else { return }
        blocks += list(items[...])
        items = []
        marks = 0
    }

    private mutating func toggleCode() {
        if let lines = code {
            blocks += "<pre dir=\"ltr\"><code>\(Shown.marked(lines.joined(separator: "\n")))</code></pre>"
            code = nil
        } else {
            close()
            code = []
        }
    }

    /// A list whose deeper items stand in lists of their own.
    private func list(_ items: ArraySlice<Item>) -> Markup {
        guard let first = items.first else { return Markup() }
        var rest = items
        var rows: [Markup] = []
        while let item = rest.popFirst() {
            let nested = rest.prefix { $0.depth > item.depth }
            rest = rest.dropFirst(nested.count)
            rows.append("<li>\(InlineReader(prose: prose).html(item.text))\(list(nested))</li>")
        }
        return first.isNumbered ? "<ol>\(rows)</ol>" : "<ul>\(rows)</ul>"
    }

    private static func item(_ line: Substring) -> (isNumbered: Bool, text: Substring)? {
        for mark in ["- ", "* ", "• ", "+ "] where line.hasPrefix(mark) {
            return (false, line.dropFirst(2))
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return (true, line.dropFirst(digits.count + 2))
    }

    private static func heading(_ line: Substring) -> Substring? {
        let marks = line.prefix { $0 == "#" }
        guard (1...6).contains(marks.count), line.dropFirst(marks.count).first == " " else { return nil }
        return line.dropFirst(marks.count + 1)
    }
}
