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
        let punctuation = ##"!#$%&()*+,-./:;<=>?@[\]^_`{|}~"##
        return SQL(
            text: """
                CREATE VIRTUAL TABLE \(table) USING fts5(tokens, content='', columnsize=0, detail=none, \
                tokenize="ascii tokenchars '\(punctuation)'")
                """)
    }

    package func add(_ document: Int, tokens: String, in session: Session) throws {
        try session.statement("INSERT INTO \(table) (rowid, tokens) VALUES (?1, ?2)").run([document.sql, tokens.sql])
    }

    /// `tokens` must be those the document was added with.
    package func remove(_ document: Int, tokens: String, in session: Session) throws {
        try session.statement("INSERT INTO \(table) (\(table), rowid, tokens) VALUES ('delete', ?1, ?2)")
            .run([document.sql, tokens.sql])
    }

    package func removeAll(in session: Session) throws {
        try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')"))
    }

    /// Rewrites the index so that tokens of removed documents are no longer in the file.
    package func purge(in session: Session) throws {
        try session.run(SQL(text: "INSERT INTO \(table) (\(table)) VALUES ('optimize')"))
    }

    /// The condition that a document answers every one of `terms`.
    ///
    /// A term is answered by any of its alternatives, and an alternative by all of its tokens. Empty terms match nothing.
    package func matches(_ terms: [Term]) -> SQL {
        let query = terms.map { term in
            let alternatives = term.alternatives.map { tokens in
                "(" + tokens.map { Self.quote($0) + (term.isPrefix ? "*" : "") }.joined(separator: " AND ") + ")"
            }
            return "(" + alternatives.joined(separator: " OR ") + ")"
        }
        return "\(SQL(text: table)) MATCH \(query.joined(separator: " AND "))"
    }

    /// One thing asked for.
    package struct Term: Sendable, Equatable {
        package let alternatives: [[String]]
        /// Whether its tokens may be the beginnings of those in the document.
        package let isPrefix: Bool

        package init(alternatives: [[String]], isPrefix: Bool) {
            self.alternatives = alternatives
            self.isPrefix = isPrefix
        }
    }

    private static func quote(_ token: String) -> String {
        "\"" + token.replacing("\"", with: "\"\"") + "\""
    }
}
