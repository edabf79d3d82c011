/// A full-text index over tokens that the caller has already folded and split.
///
/// On each engine it is the engine's own part of the schema (`FTS5Index`, `TSVectorIndex`); the answers are the same, in the same order.
/// The index holds no text, only which document has which token.
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
        SQL(sqlite: FTS5Index(of: self).creation, postgreSQL: TSVectorIndex(of: self).creation)
    }

    /// A view of the tokens in their order, by which the words with one beginning are found, where the engine needs one.
    package var vocabulary: SQL { SQL(sqlite: FTS5Index(of: self).vocabulary, postgreSQL: "") }

    /// The number of the document in a row of the table, in a statement of this session.
    package func document(in session: Session) -> SQL {
        switch session.connection {
        case .sqlite: SQL(text: "\(table).rowid")
        case .postgreSQL: SQL(text: "\(table).document")
        }
    }

    /// Adds and removes documents within one transaction.
    package struct Writer {
        let adding: Appender
        let removing: Statement
        /// Whether a row says the part of its document.
        let namesPart: Bool
        /// Whether a document is removed by naming its tokens again.
        let removesTokens: Bool
        /// How the engine wants tokens, each behind the number of its part.
        let tokens: (_ tokens: String, _ part: Int) -> String

        package func add(_ document: Int, in part: Int, tokens: String) throws {
            try adding.append(key(document, part) + [self.tokens(tokens, part).sql])
        }

        /// The same with tokens that stand behind the number of their part.
        func addMarked(_ document: Int, tokens: [String]) throws {
            guard let part = tokens.first.flatMap(TextIndex.part) else {
                throw StorageError(.damaged, "a document of the text index has no token behind the number of its part")
            }
            try adding.append(key(document, part) + [tokens.joined(separator: " ").sql])
        }

        /// `part` and `tokens` must be those the document was added with.
        package func remove(_ document: Int, in part: Int, tokens: String) throws {
            try removing.run(key(document, part) + (removesTokens ? [self.tokens(tokens, part).sql] : []))
        }

        private func key(_ document: Int, _ part: Int) -> [Value] {
            namesPart ? [part.sql, document.sql] : [document.sql]
        }
    }

    package func writer(in session: Session) throws -> Writer {
        switch session.connection {
        case .sqlite: try FTS5Index(of: self).writer(in: session)
        case .postgreSQL: try TSVectorIndex(of: self).writer(in: session)
        }
    }

    /// What is wrong with the index; nil where nothing is.
    ///
    /// It is asked for by way of a write, so nobody else writes meanwhile.
    package func problem(in session: Session) throws -> String? {
        switch session.connection {
        case .sqlite: try FTS5Index(of: self).problem(in: session)
        case .postgreSQL: try TSVectorIndex(of: self).problem(in: session)
        }
    }

    /// Leaves nothing in the index, also where it is too damaged to be emptied.
    package func renew(in session: Session) throws {
        switch session.connection {
        case .sqlite: try FTS5Index(of: self).renew(in: session)
        case .postgreSQL: try TSVectorIndex(of: self).renew(in: session)
        }
    }

    /// Rewrites a piece of the index; when nothing is left to rewrite, no token of a document that was removed before the
    /// beginning is in the file any more, or `settle` takes it away.
    ///
    /// - Parameters:
    ///   - pages: how much of it, roughly: pages of 4 kB.
    ///   - begins: takes up all there is now, rather than going on with what was taken up.
    /// - Returns: whether there may be more.
    package func purge(pages: Int, begins: Bool, in session: Session) throws -> Bool {
        switch session.connection {
        case .sqlite: try FTS5Index(of: self).purge(pages: pages, begins: begins, in: session)
        // A row that is gone takes its tokens with it when `VACUUM` comes by.
        case .postgreSQL: false
        }
    }

    /// Whether there are so many levels that `Database.trim` should take away those that hold nothing.
    package func hasManyLevels(in session: Session) throws -> Bool {
        switch session.connection {
        case .sqlite: try FTS5Index(of: self).hasManyLevels(in: session)
        case .postgreSQL: false
        }
    }

    /// The condition that a document of one of these parts answers a question.
    ///
    /// Where nothing is asked for, nothing is found.
    package func matches(_ question: Question, in parts: [Int], of session: Session) throws -> SQL {
        switch session.connection {
        case .sqlite: try FTS5Index(of: self).matches(question, in: parts, of: session)
        case .postgreSQL: TSVectorIndex(of: self).matches(question, in: parts)
        }
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
    static func prefix(_ part: Int) -> String { "\(part)|" }

    /// The tokens as they stand in the index: each behind the number of its part.
    static func marked(_ tokens: String, in part: Int) -> String {
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

    /// The part before a token that stands behind its number.
    static func part(_ token: String) -> Int? { Int(token.prefix { $0 != "|" }) }
}

extension TextIndex.Question {
    /// How an engine writes a question.
    struct Notation: Sendable {
        let token: @Sendable (String) -> String
        let beginning: @Sendable (String) -> String
        let and: String
        let or: String
        let but: String
    }

    /// As an engine reads it; nil where no document can answer.
    func query(in part: Int, _ notation: Notation) -> String? {
        switch self {
        case .token(let token): Self.isToken(token) ? notation.token(TextIndex.prefix(part) + token) : nil
        case .beginning(let token): Self.isToken(token) ? notation.beginning(TextIndex.prefix(part) + token) : nil
        case .all(let parts):
            // Whatever cannot be a token would be a phrase, which no index of ours can answer.
            Self.join(parts.map { $0.query(in: part, notation) }, notation.and) { $0.contains(nil) }
        case .any(let parts):
            Self.join(parts.map { $0.query(in: part, notation) }, notation.or) { _ in false }
        case .but(let wanted, let unwanted):
            wanted.query(in: part, notation).map { wanted in
                unwanted.query(in: part, notation).map { "(\(wanted)\(notation.but)\($0))" } ?? wanted
            }
        }
    }

    private static func join(_ queries: [String?], _ word: String, unless isNothing: ([String?]) -> Bool) -> String? {
        let known = queries.compactMap(\.self)
        guard !known.isEmpty, !isNothing(queries) else { return nil }
        return known.count == 1 ? known[0] : "(" + known.joined(separator: word) + ")"
    }

    static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
}
