import GRDB

/// A text index as SQLite's FTS5 keeps it: a document is removed by naming its tokens again.
struct FTS5Index {
    let table: String

    init(of index: TextIndex) { table = index.table }

    var creation: String {
        // The quotes are doubled once for each of the two strings they stand in.
        let punctuation = ##"!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~"##
        return """
            CREATE VIRTUAL TABLE \(table) USING fts5(tokens, content='', columnsize=0, detail=none, \
            tokenize="ascii tokenchars '\(punctuation)'")
            """
    }

    var vocabulary: String { "CREATE VIRTUAL TABLE \(table)_words USING fts5vocab('\(table)', 'instance')" }

    func writer(in session: Session) throws -> TextIndex.Writer {
        TextIndex.Writer(
            adding: try Appender(to: .init(name: table, columns: ["rowid", "tokens"]), in: session),
            removing: try session.statement("INSERT INTO \(table) (\(table), rowid, tokens) VALUES ('delete', ?1, ?2)"),
            namesPart: false, removesTokens: true, tokens: TextIndex.marked)
    }

    func problem(in session: Session) throws -> String? {
        do {
            try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('integrity-check')"))
            return nil
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode) {
            return error.message ?? "no reason is given"
        }
    }

    func renew(in session: Session) throws {
        do {
            try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')"))
        } catch is DatabaseError {
            // What FTS5 can't open it can't drop either: first its own tables hold what those of an empty index do.
            try session.run(SQL(text: "DELETE FROM \(table)_data"))
            try session.run(SQL(text: "INSERT INTO \(table)_data (id, block) VALUES (1, x''), (10, x'00000000000000')"))
            try session.run(SQL(text: "DELETE FROM \(table)_idx"))
            try session.run(SQL(text: "INSERT OR REPLACE INTO \(table)_config (k, v) VALUES ('version', 4)"))
            try session.run(SQL(text: "DROP TABLE \(table)_words"))
            try session.run(SQL(text: "DROP TABLE \(table)"))
            try session.run(SQL(text: creation))
            try session.run(SQL(text: vocabulary))
        }
    }

    func purge(pages: Int, begins: Bool, in session: Session) throws -> Bool {
        let before = allChanges(of: session)
        // A negative number gathers all segments on one level and begins to merge them; a positive one goes on.
        try session.run(
            SQL(text: "INSERT INTO \(table) (\(table), rank) VALUES ('merge', \(begins ? -pages : pages))"))
        // The command itself is a change; a merge that wrote anything made at least one more.
        return allChanges(of: session) - before >= 2
    }

    func matches(_ question: TextIndex.Question, in parts: [Int], of session: Session) throws -> SQL {
        var left = Self.mostWordsInAll
        let queries = try parts.compactMap {
            try settled(question, in: $0, of: session, &left).query(in: $0, Self.notation)
        }
        guard !queries.isEmpty else { return "1 = 0" }
        return "\(SQL(text: table)) MATCH \(queries.joined(separator: " OR "))"
    }

    /// Number of rows that this connection wrote in its life, those of the engine's own tables included.
    private func allChanges(of session: Session) -> Int {
        guard case .sqlite(let database) = session.connection else { return 0 }
        return database.totalChangesCount
    }

    private static let notation = TextIndex.Question.Notation(
        token: quote, beginning: { quote($0) + "*" }, and: " AND ", or: " OR ", but: " NOT ")

    private static func quote(_ token: String) -> String {
        "\"" + token.replacing("\"", with: "\"\"") + "\""
    }
}

extension FTS5Index {
    /// A beginning of no more words than this is asked for by those words.
    private static let mostWords = 64
    private static let mostWordsInAll = 256

    /// The same question with words in place of beginnings that few words have.
    ///
    /// Documents of words come in their order and can be left off after a page; a beginning makes the index gather the
    /// documents of all its words first.
    private func settled(_ question: TextIndex.Question, in part: Int, of session: Session, _ left: inout Int) throws
        -> TextIndex.Question
    {
        switch question {
        case .token: return question
        case .beginning(let text):
            guard let words = try words(text, in: part, of: session, atMost: min(left, Self.mostWords)) else {
                return question
            }
            left -= words.count
            return .any(words.map(TextIndex.Question.token))
        case .all(let questions): return .all(try questions.map { try settled($0, in: part, of: session, &left) })
        case .any(let questions): return .any(try questions.map { try settled($0, in: part, of: session, &left) })
        case .but(let wanted, let unwanted):
            return .but(
                try settled(wanted, in: part, of: session, &left),
                not: try settled(unwanted, in: part, of: session, &left))
        }
    }

    /// The words of a part that begin so; nil where there are more than `most`.
    private func words(_ beginning: String, in part: Int, of session: Session, atMost most: Int) throws -> [String]? {
        guard TextIndex.Question.isToken(beginning) else { return [] }
        let mark = TextIndex.prefix(part)
        let next = try session.statement("SELECT term FROM \(table)_words WHERE term >= ?1 AND term < ?2 LIMIT 1")
        var from = mark + beginning
        // No token has the last of all signs in it, and none has one below the space.
        let end = from + "\u{10FFFF}"
        var words: [String] = []
        while let term = try next.first([from.sql, end.sql], { try $0.get(0, as: String.self) }) {
            guard words.count < most else { return nil }
            words.append(String(term.dropFirst(mark.count)))
            from = term + "\u{1}"
        }
        return words
    }
}
