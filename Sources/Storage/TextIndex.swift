import GRDB

/// A full-text index over tokens that the caller has already folded and split: SQLite's FTS5.
///
/// The engine's own part of the schema: everything that another engine would say differently stands in this file.
/// The index holds no text, only which document has which token, so a document is removed by naming its tokens again.
///
/// It is divided into parts. Every token stands behind the number of its document's part, so a question about some parts
/// comes by no token of another: neither what it finds nor how long it takes tells what stands there.
package struct TextIndex: Sendable {
    package let table: String

    package init(table: String) {
        self.table = table
    }

    /// Tokens are separated by spaces; every other character is part of its token.
    package var creation: SQL {
        // The quotes are doubled once for each of the two strings they stand in.
        let punctuation = ##"!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~"##
        return SQL(
            text: """
                CREATE VIRTUAL TABLE \(table) USING fts5(tokens, content='', columnsize=0, detail=none, \
                tokenize="ascii tokenchars '\(punctuation)'")
                """)
    }

    /// A view of the tokens in their order, by which the words with one beginning are found.
    package var vocabulary: SQL {
        SQL(text: "CREATE VIRTUAL TABLE \(table)_words USING fts5vocab('\(table)', 'instance')")
    }

    /// Adds and removes documents within one transaction.
    package struct Writer {
        fileprivate let adding: Statement
        fileprivate let removing: Statement

        package func add(_ document: Int, in part: Int, tokens: String) throws {
            try adding.run([document.sql, TextIndex.tokens(tokens, in: part).sql])
        }

        /// `part` and `tokens` must be those the document was added with.
        package func remove(_ document: Int, in part: Int, tokens: String) throws {
            try removing.run([document.sql, TextIndex.tokens(tokens, in: part).sql])
        }
    }

    package func writer(in session: Session) throws -> Writer {
        Writer(
            adding: try session.statement("INSERT INTO \(table) (rowid, tokens) VALUES (?1, ?2)"),
            removing: try session.statement("INSERT INTO \(table) (\(table), rowid, tokens) VALUES ('delete', ?1, ?2)"))
    }

    /// Leaves nothing in the index.
    package var emptying: SQL { SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')") }

    /// What is wrong with the index; nil where nothing is.
    ///
    /// It is asked for by way of a write, so nobody else writes meanwhile.
    package func problem(in session: Session) throws -> String? {
        do {
            try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('integrity-check')"))
            return nil
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode) {
            return error.message ?? "no reason is given"
        }
    }

    /// Leaves nothing in the index, also where it is too damaged to be emptied.
    package func renew(in session: Session) throws {
        do { try session.run(emptying) } catch is DatabaseError {
            // What FTS5 can't open it can't drop either: first its own tables hold what those of an empty index do.
            try session.run(SQL(text: "DELETE FROM \(table)_data"))
            try session.run(SQL(text: "INSERT INTO \(table)_data (id, block) VALUES (1, x''), (10, x'00000000000000')"))
            try session.run(SQL(text: "DELETE FROM \(table)_idx"))
            try session.run(SQL(text: "INSERT OR REPLACE INTO \(table)_config (k, v) VALUES ('version', 4)"))
            try session.run(SQL(text: "DROP TABLE \(table)_words"))
            try session.run(SQL(text: "DROP TABLE \(table)"))
            try session.run(creation)
            try session.run(vocabulary)
        }
    }

    /// Rewrites a piece of the index; when nothing is left to rewrite, no token of a document that was removed before the
    /// beginning is in the file any more.
    ///
    /// - Parameters:
    ///   - pages: how much of it, roughly: pages of 4 kB.
    ///   - begins: takes up all there is now, rather than going on with what was taken up.
    /// - Returns: whether there may be more.
    package func purge(pages: Int, begins: Bool, in session: Session) throws -> Bool {
        let before = session.allChanges
        // A negative number gathers all segments on one level and begins to merge them; a positive one goes on.
        try session.run(
            SQL(text: "INSERT INTO \(table) (\(table), rank) VALUES ('merge', \(begins ? -pages : pages))"))
        // The command itself is a change; a merge that wrote anything made at least one more.
        return session.allChanges - before >= 2
    }

    /// The condition that a document of one of these parts answers a question.
    ///
    /// Where nothing is asked for, nothing is found.
    package func matches(_ question: Question, in parts: [Int], of session: Session) throws -> SQL {
        var left = Self.mostWordsInAll
        let queries = try parts.compactMap { try settled(question, in: $0, of: session, &left).query(in: $0) }
        guard !queries.isEmpty else { return "1 = 0" }
        return "\(SQL(text: table)) MATCH \(queries.joined(separator: " OR "))"
    }

    /// What documents are asked for.
    package indirect enum Question: Sendable, Hashable {
        case token(String)
        /// The beginning of a token.
        case beginning(String)
        /// Every one of these; none of them is nothing.
        case all([Question])
        /// One of these.
        case any([Question])
        /// The first, without what answers the second.
        case but(Question, not: Question)
    }
}

extension TextIndex {
    /// A beginning of no more words than this is asked for by those words.
    private static let mostWords = 64
    private static let mostWordsInAll = 256

    fileprivate static func prefix(_ part: Int) -> String { "\(part)|" }

    /// The tokens as they stand in the index.
    fileprivate static func tokens(_ tokens: String, in part: Int) -> String {
        let mark = Array(prefix(part).utf8)
        var tokens = tokens
        return tokens.withUTF8 { text in
            let most = text.count + (text.count { $0 == 0x20 } + 1) * mark.count
            return String(unsafeUninitializedCapacity: most) { target in
                var end = 0
                var begins = true
                for byte in text {
                    if byte == 0x20 {
                        begins = true
                    } else if begins {
                        for each in mark {
                            target[end] = each
                            end += 1
                        }
                        begins = false
                    }
                    target[end] = byte
                    end += 1
                }
                return end
            }
        }
    }

    /// The same question with words in place of beginnings that few words have.
    ///
    /// Documents of words come in their order and can be left off after a page; a beginning makes the index gather the
    /// documents of all its words first.
    private func settled(_ question: Question, in part: Int, of session: Session, _ left: inout Int) throws -> Question
    {
        switch question {
        case .token: return question
        case .beginning(let text):
            guard let words = try words(text, in: part, of: session, atMost: min(left, Self.mostWords)) else {
                return question
            }
            left -= words.count
            return .any(words.map(Question.token))
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
        guard Question.isToken(beginning) else { return [] }
        let mark = Self.prefix(part)
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

extension TextIndex.Question {
    /// As FTS5 reads it; nil where no document can answer.
    fileprivate func query(in part: Int) -> String? {
        switch self {
        case .token(let token): Self.isToken(token) ? Self.quote(TextIndex.prefix(part) + token) : nil
        case .beginning(let token): Self.isToken(token) ? Self.quote(TextIndex.prefix(part) + token) + "*" : nil
        case .all(let parts):
            // Whatever cannot be a token would be a phrase, which this index can't answer.
            Self.join(parts.map { $0.query(in: part) }, " AND ") { $0.contains(nil) }
        case .any(let parts):
            Self.join(parts.map { $0.query(in: part) }, " OR ") { _ in false }
        case .but(let wanted, let unwanted):
            wanted.query(in: part).map { wanted in unwanted.query(in: part).map { "(\(wanted) NOT \($0))" } ?? wanted }
        }
    }

    private static func join(_ queries: [String?], _ word: String, unless isNothing: ([String?]) -> Bool) -> String? {
        let known = queries.compactMap(\.self)
        guard !known.isEmpty, !isNothing(queries) else { return nil }
        return known.count == 1 ? known[0] : "(" + known.joined(separator: word) + ")"
    }

    fileprivate static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func quote(_ token: String) -> String {
        "\"" + token.replacing("\"", with: "\"\"") + "\""
    }
}
