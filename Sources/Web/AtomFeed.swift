import HTML

/// A feed in the Atom format (RFC 4287).
///
/// Its text depends on its entries alone, never on when it is asked for, so an unchanged feed has the same ETag.
package struct AtomFeed: Sendable, Hashable {
    /// Permanent, a URI.
    package let id: String
    package let title: String
    /// Who speaks in entries without an author of their own.
    package let author: String
    /// Where the feed itself is; the whole address.
    package let address: String
    /// The page that shows the same; the whole address.
    package let page: String
    /// When it was last changed where it has no entry.
    package let made: Moment
    /// Newest first.
    package let entries: [Entry]

    /// One object.
    package struct Entry: Sendable, Hashable {
        /// Permanent, a URI.
        package let id: String
        package let title: String
        package let updated: Moment
        /// The whole address of its page.
        package let page: String
        /// What kind of thing it is.
        package let category: String
        package let summary: String?

        package init(
            id: String, title: String, updated: Moment, page: String, category: String, summary: String?
        ) {
            self.id = id
            self.title = title
            self.updated = updated
            self.page = page
            self.category = category
            self.summary = summary
        }
    }

    package init(
        id: String, title: String, author: String, address: String, page: String, made: Moment, entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.address = address
        self.page = page
        self.made = made
        self.entries = entries
    }

    /// The whole document.
    package var xml: String {
        let entries: [Markup] = entries.map { entry in
            let summary: Markup? = entry.summary.map { "<summary>\(Self.text($0))</summary>" }
            return """
                <entry><id>\(entry.id)</id><title>\(Self.text(entry.title))</title><updated>\(entry.updated.text)</updated>\
                <link rel="alternate" type="text/html" href="\(entry.page)"/><category term="\(entry.category)"/>\
                \(summary)</entry>

                """
        }
        let whole: Markup = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>\(id)</id>
            <title>\(Self.text(title))</title>
            <updated>\((self.entries.map(\.updated).max() ?? made).text)</updated>
            <author><name>\(Self.text(author))</name></author>
            <link rel="self" type="application/atom+xml" href="\(address)"/>
            <link rel="alternate" type="text/html" href="\(page)"/>
            \(entries)</feed>

            """
        return whole.markup
    }

    /// The answer to whoever asks for it.
    ///
    /// - Parameter keeping: `.own` where it was made for one person.
    package func answer(keeping: Answer.Keeping) -> Answer {
        let body = Array(xml.utf8)
        return Answer(
            contentType: "application/atom+xml; charset=utf-8", body: body, keeping: keeping,
            headers: [Answer.Header("Vary", "Accept-Language, Cookie")], etag: Fingerprint.etag(of: body))
    }

    /// Text of others: the two code points that XML forbids beyond those of HTML become U+FFFD.
    private static func text(_ text: String) -> String {
        let text = Shown.bare(text)
        guard text.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0 }))
    }
}
