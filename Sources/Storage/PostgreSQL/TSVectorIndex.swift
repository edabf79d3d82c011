import Foundation

/// A text index as PostgreSQL keeps it: a `tsvector` without positions for each document, and a GIN index over them.
struct TSVectorIndex {
    let table: String

    init(of index: TextIndex) { table = index.table }

    var creation: String {
        """
        CREATE TABLE \(table) (part BIGINT NOT NULL, document BIGINT NOT NULL, words TSVECTOR NOT NULL, PRIMARY KEY (part, document));
        CREATE INDEX \(table)_by_word ON \(table) USING gin (words)
        """
    }

    func writer(in session: Session) throws -> TextIndex.Writer {
        TextIndex.Writer(
            adding: try Appender(
                to: .init(name: table, columns: ["part", "document", "words"], tokens: "words"), in: session),
            removing: try session.statement("DELETE FROM \(table) WHERE part = ?1 AND document = ?2"),
            namesPart: true, removesTokens: false,
            tokens: TextIndex.marked)
    }

    /// The pages are PostgreSQL's own to watch over; what would be wrong is an index that it does not use.
    func problem(in session: Session) throws -> String? {
        let isValid: Bool? = try session.value(
            """
            SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = \(table + "_by_word") AND c.relnamespace = to_regnamespace(current_schema())
            """)
        return isValid == true ? nil : "its index is missing or not valid"
    }

    func renew(in session: Session) throws {
        try session.define(SQL(text: "DROP TABLE IF EXISTS \(table)"))
        try session.define(SQL(text: creation))
    }

    func matches(_ question: TextIndex.Question, in parts: [Int]) -> SQL {
        let queries = parts.compactMap { question.query(in: $0, Self.notation) }
        guard !queries.isEmpty else { return "1 = 0" }
        return
            "\(SQL(text: table)).part IN (\(list: parts)) AND \(SQL(text: table)).words @@ CAST(\(queries.joined(separator: " | ")) AS TSQUERY)"
    }

    private static let notation = TextIndex.Question.Notation(
        token: quote, beginning: { quote($0) + ":*" }, and: " & ", or: " | ", but: " & !")

    /// A document's tokens, each once and in order, as the text of a `tsvector`.
    static func text(_ tokens: String) -> String {
        words(of: Array(tokens.utf8)).map { quote(String(decoding: $0, as: UTF8.self)) }.joined(separator: " ")
    }

    /// The same in its binary form (`tsvectorrecv`): how many there are, and each with a zero behind it and no positions.
    static func binary(_ tokens: String) -> [UInt8] {
        let words = words(of: Array(tokens.utf8))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tokens.utf8.count + words.count * 3 + 4)
        withUnsafeBytes(of: Int32(words.count).bigEndian) { bytes.append(contentsOf: $0) }
        for word in words {
            PostgreSQLText.append(word, to: &bytes)
            bytes.append(0)
            bytes.append(0)
            bytes.append(0)
        }
        return bytes
    }

    /// A `tsvector` holds no more than 1 MB: of a longer document its beginning and its last tokens stand for it, which say what it is.
    private static func words(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        let tokens = text.split(separator: UInt8(ascii: " ")).map(kept)
        var (left, kept) = (900_000, tokens[...])
        if text.count > left,
            let end = tokens.indices.first(where: { index in
                left -= tokens[index].count
                return left < 0
            }), end < tokens.count - lastTokens
        {
            kept = tokens[..<end] + tokens.suffix(lastTokens)
        }
        var words: [ArraySlice<UInt8>] = []
        words.reserveCapacity(kept.count)
        for token in kept.sorted(by: precedes) where words.last != token { words.append(token) }
        return words
    }

    /// In the order of PostgreSQL, which is that of the bytes.
    private static func precedes(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                guard let start = one.baseAddress, let second = other.baseAddress else {
                    return one.count < other.count
                }
                let order = memcmp(start, second, min(one.count, other.count))
                return order == 0 ? one.count < other.count : order < 0
            }
        }
    }

    private static let lastTokens = 16

    private static func quote(_ token: some StringProtocol) -> String {
        "'"
            + String(decoding: kept(Array(token.utf8)[...]), as: UTF8.self).replacing("\\", with: "\\\\").replacing(
                "'", with: "''") + "'"
    }

    /// A `tsvector` has no word of 2 kB: of a longer one its beginning stands for it, when it is added and when it is asked for.
    private static func kept(_ token: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard token.count > 2_046 else { return token }
        // A sign that would be cut is not there, so that the beginning is a text too.
        let end = token.prefix(2_044).lastIndex { $0 & 0xC0 != 0x80 } ?? token.startIndex
        return token[..<end]
    }
}
