import HTML

/// The bytes that a page may still take.
///
/// What matters most takes first; each part fits itself into what it is given.
struct Ration {
    private(set) var left: Int

    init(bytes: Int) {
        left = bytes
    }

    /// A part that is as large as it is.
    mutating func spend(_ part: Markup) -> Markup {
        left -= part.markup.utf8.count
        return part
    }

    /// A part that gets so many bytes, or what is left of them.
    mutating func within(_ most: Int, _ make: (Int) -> Markup?) -> Markup? {
        let part = make(max(0, min(most, left)))
        left -= part?.markup.utf8.count ?? 0
        return part
    }

    /// As many of the rows, from the first, as so many bytes hold.
    static func fit<Row>(_ rows: some Sequence<Row>, bytes: Int, _ make: (Row) -> Markup) -> [Markup] {
        var shown: [Markup] = []
        var left = bytes
        for row in rows {
            let html = make(row)
            left -= html.markup.utf8.count
            guard left >= 0 else { break }
            shown.append(html)
        }
        return shown
    }
}
