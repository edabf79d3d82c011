import Storage
import TestSupport

@testable import Ledger

/// What a column holds, whatever it is.
private struct Cell: SQLValue {
    var sql: Value
    init?(sql: Value) { self.sql = sql }
}

extension GatewayLedger {
    /// Every row of an answer as text, sorted.
    func dump(_ sql: SQL, columns: Int) async throws -> [String] {
        try await database.write { session in
            try session.rows(sql) { row in
                try (0..<columns).map { "\(try row.get($0, as: Cell.self).sql)" }.joined(separator: " | ")
            }
        }.sorted()
    }

    /// Every projection table, by name.
    ///
    /// Row numbers that mean nothing outside are replaced by what they stand for.
    func projections() async throws -> [String: [String]] {
        let words: SQL =
            TestDatabase.isSQLite
            ? "search_words" : "(SELECT document AS doc, unnest(tsvector_to_array(words)) AS term FROM search)"
        return [
            "tile": try await dump("SELECT collection, level, tile, hashes FROM tile", columns: 4),
            "line": try await dump(
                """
                SELECT l.collection, o.id, l.type, s.name, l.created, a.id, l.revoked_from, l.position, l.version, l.sha256,
                    l.name, l.marking, l.added, l.said_by, CASE WHEN l.position IS NOT NULL THEN l.number END
                FROM line l JOIN object o ON o.number = l.object LEFT JOIN source s ON s.number = l.source
                LEFT JOIN object a ON a.number = l.created_by
                """, columns: 15),
            "type_count": try await dump("SELECT collection, type, lines FROM type_count", columns: 3),
            "link": try await dump(
                """
                SELECT l.collection, o.id, a.id, k.verb, b.id FROM link k
                LEFT JOIN line l ON l.number = k.line
                LEFT JOIN object o ON o.number = l.object LEFT JOIN object a ON a.number = k.start
                LEFT JOIN object b ON b.number = k.target
                """, columns: 5),
            "marking": try await dump(
                "SELECT m.collection, o.id, m.tlp FROM marking m LEFT JOIN object o ON o.number = m.object", columns: 3),
            "finding": try await dump("SELECT collection, position, findings FROM finding", columns: 3),
            "blob_use": try await dump("SELECT collection, position, sha256 FROM blob_use", columns: 3),
            "blob_space": try await dump("SELECT collection, blobs, bytes FROM blob_space WHERE blobs > 0", columns: 3),
            "observable": try await dump(
                """
                SELECT v.collection, v.key, o.id FROM observable v LEFT JOIN line l ON l.number = v.line
                LEFT JOIN object o ON o.number = l.object
                """, columns: 3),
            "search": try await dump(
                """
                SELECT DISTINCT l.collection, o.id, v.term FROM \(words) v LEFT JOIN line l ON l.number = v.doc
                LEFT JOIN object o ON o.number = l.object
                """, columns: 3),
        ]
    }
}
