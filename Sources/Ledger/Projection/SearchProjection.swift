import STIX
import Storage

/// The words and values of what readers see now, and what it is sorted by; a document is a version line.
///
/// A collection is a part of the index, so that a reader's question touches nothing of another one.
///
/// What is hidden is taken out of the index at the end of the transaction, in order: the index writes down all it has
/// gathered whenever a document comes that lies before the last one.
struct SearchProjection: Projection {
    static let index = TextIndex(table: "search")
    static let tables = ["search"]

    static func empty(in session: Session) throws { try index.renew(in: session) }

    private let collection: Int
    private let writer: TextIndex.Writer
    private var hidden: [Int: String] = [:]
    private var hiddenBytes = 0
    /// Tokens of documents that wait to be taken out.
    private static let mostHiddenBytes = 8 << 20

    init(collection: Int, in session: Session) throws {
        self.collection = collection
        writer = try Self.index.writer(in: session)
    }

    mutating func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        // A line that was hidden in this transaction and is shown again has the tokens that it had.
        guard hidden.removeValue(forKey: shown.line) == nil else { return }
        try writer.add(shown.line, in: collection, tokens: Self.tokens(of: shown))
    }

    mutating func hide(_ shown: ShownObject) throws {
        let tokens = Self.tokens(of: shown)
        hidden[shown.line] = tokens
        hiddenBytes += tokens.utf8.count
        if hiddenBytes > Self.mostHiddenBytes { try finish() }
    }

    mutating func finish() throws {
        for (line, tokens) in hidden.sorted(by: { $0.key < $1.key }) {
            try writer.remove(line, in: collection, tokens: tokens)
        }
        hidden = [:]
        hiddenBytes = 0
    }
}

extension SearchProjection {
    private static func tokens(of shown: ShownObject) -> String {
        shown.candidate.tokens + facets(of: shown.entry, type: shown.stix.type)
    }

    /// What a document is sorted by, as tokens that no question of a reader can name.
    static func facets(of entry: ShownEntry, type: String) -> String {
        let date = CalendarMonth(Timestamp(clamping: entry.added))
        return """
            \(Facet.type(type).token) \(Facet.marking(entry.marking).token) \(Facet.source(entry.source).token) \
            \(Facet.year(date.year).token) \(Facet.month(date).token)
            """
    }
}

/// One thing that documents are sorted by.
enum Facet: Hashable {
    case type(String)
    case marking(TLP)
    /// The source of the entry shown, by its number.
    case source(Int)
    /// The year in which the entry shown was added.
    case year(Int)
    case month(CalendarMonth)

    var token: String {
        switch self {
        case .type(let type): "\(SearchTokens.mark)t\(type)"
        case .marking(let tlp): "\(SearchTokens.mark)m\(tlp.rawValue)"
        case .source(let number): "\(SearchTokens.mark)s\(number)"
        case .year(let year): "\(SearchTokens.mark)y\(year)"
        case .month(let month): "\(SearchTokens.mark)d\(month.year)-\(month.month)"
        }
    }
}
