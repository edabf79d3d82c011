/// A full-text index over tokens that the caller has already folded and split: SQLite's FTS5.
///
/// The engine's own part of the schema: everything that another engine would say differently stands in this file.
/// The index holds no text, only which document has which token, so a document is removed by naming its tokens again.
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

    /// Adds and removes documents within one transaction.
    package struct Writer {
        fileprivate let adding: Statement
        fileprivate let removing: Statement

        package func add(_ document: Int, tokens: String) throws {
            try adding.run([document.sql, tokens.sql])
        }

        /// `tokens` must be those the document was added with.
        package func remove(_ document: Int, tokens: String) throws {
            try removing.run([document.sql, tokens.sql])
        }
    }

    package func writer(in session: Session) throws -> Writer {
        Writer(
            adding: try session.statement("INSERT INTO \(table) (rowid, tokens) VALUES (?1, ?2)"),
            removing: try session.statement("INSERT INTO \(table) (\(table), rowid, tokens) VALUES ('delete', ?1, ?2)"))
    }

    package func removeAll(in session: Session) throws {
        try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')"))
    }

    /// Rewrites the index so that tokens of removed documents are no longer in the file.
    package func purge(in session: Session) throws {
        try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('optimize')"))
    }

    /// The condition that a document answers a question.
    ///
    /// Where nothing is asked for, nothing is found.
    package func matches(_ question: Question) -> SQL {
        guard let query = question.query else { return "1 = 0" }
        return "\(SQL(text: table)) MATCH \(query)"
    }

    /// The condition that a document answers every one of `terms`.
    package func matches(_ terms: [Term]) -> SQL { matches(.all(terms.map(\.question))) }

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

    /// One thing asked for: answered by any of its alternatives, and an alternative by all of its tokens.
    package struct Term: Sendable, Equatable {
        package let alternatives: [[String]]
        /// Whether the last token of an alternative may be the beginning of one in the document.
        package let isPrefix: Bool

        package init(alternatives: [[String]], isPrefix: Bool) {
            self.alternatives = alternatives
            self.isPrefix = isPrefix
        }

        package var question: Question {
            .any(
                alternatives.map { tokens in
                    .all(
                        tokens.enumerated().map { index, token in
                            isPrefix && index == tokens.count - 1 ? .beginning(token) : .token(token)
                        })
                })
        }
    }
}

extension TextIndex.Question {
    /// As FTS5 reads it; nil where no document can answer.
    fileprivate var query: String? {
        switch self {
        case .token(let token): Self.isToken(token) ? Self.quote(token) : nil
        case .beginning(let token): Self.isToken(token) ? Self.quote(token) + "*" : nil
        case .all(let parts):
            // Whatever cannot be a token would be a phrase, which this index can't answer.
            Self.join(parts.map(\.query), " AND ") { $0.contains(nil) }
        case .any(let parts):
            Self.join(parts.map(\.query), " OR ") { _ in false }
        case .but(let wanted, let unwanted):
            wanted.query.map { wanted in unwanted.query.map { "(\(wanted) NOT \($0))" } ?? wanted }
        }
    }

    private static func join(_ queries: [String?], _ word: String, unless isNothing: ([String?]) -> Bool) -> String? {
        let known = queries.compactMap(\.self)
        guard !known.isEmpty, !isNothing(queries) else { return nil }
        return known.count == 1 ? known[0] : "(" + known.joined(separator: word) + ")"
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func quote(_ token: String) -> String {
        "\"" + token.replacing("\"", with: "\"\"") + "\""
    }
}
