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
    /// A term is answered by any of its alternatives, and an alternative by all of its tokens. Where nothing is asked for,
    /// nothing is found.
    package func matches(_ terms: [Term]) -> SQL {
        let query = terms.map { term in
            // Only an alternative of tokens that a document can have: others would be phrases, which this index can't answer.
            term.alternatives.filter { !$0.isEmpty && $0.allSatisfy(Self.isToken) }
                .map { tokens in
                    let quoted = tokens.enumerated().map { index, token in
                        Self.quote(token) + (term.isPrefix && index == tokens.count - 1 ? "*" : "")
                    }
                    return "(" + quoted.joined(separator: " AND ") + ")"
                }
                .joined(separator: " OR ")
        }
        guard !query.isEmpty, !query.contains("") else { return "1 = 0" }
        return "\(SQL(text: table)) MATCH \(query.map { "(\($0))" }.joined(separator: " AND "))"
    }

    /// One thing asked for.
    package struct Term: Sendable, Equatable {
        package let alternatives: [[String]]
        /// Whether the last token of an alternative may be the beginning of one in the document.
        package let isPrefix: Bool

        package init(alternatives: [[String]], isPrefix: Bool) {
            self.alternatives = alternatives
            self.isPrefix = isPrefix
        }
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func quote(_ token: String) -> String {
        "\"" + token.replacing("\"", with: "\"\"") + "\""
    }
}
