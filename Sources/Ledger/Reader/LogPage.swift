import MerkleLog
package import STIX
import Storage

/// Some of the entries that stand in a collection, in the order of its log.
///
/// Positions and dates grow together (law 11), so whoever goes on behind the last of either misses nothing.
package struct LogPage<Content: Sendable>: Sendable {
    package let collection: LogCollection
    /// What was made of the entries.
    package var content: Content
    package var count = 0
    /// When the first and the last of them were added; nil where there is none.
    package var firstAdded: Timestamp?
    package var lastAdded: Timestamp?
    /// The position of the last entry that was looked at.
    package var reached: Int
    /// Whether there is something behind it, or may be.
    package var more = false

    mutating func count(_ position: Int, added: Int64) throws {
        let date = try Timestamp(stored: added)
        firstAdded = firstAdded ?? date
        lastAdded = date
        reached = position
        count += 1
    }
}

/// What a list says of an entry that placed an object.
package struct PlacedVersion: Sendable, Equatable {
    package let id: String
    package let version: Timestamp
    package let added: Timestamp
}

extension Reader {
    /// The exact bytes of the objects that a question finds, with commas between them; nil where the collection is hidden or
    /// absent.
    ///
    /// - Parameters:
    ///   - name: id or alias.
    ///   - opening: what stands before them in the same bytes.
    ///   - mostBytes: the page ends with the object that goes beyond.
    package func bodies(
        _ question: LogQuestion, in name: String, opening: [UInt8], mostBytes: Int
    ) async throws -> LogPage<[UInt8]>? {
        try await page(
            question, in: name, with: opening, columns: "b.bytes",
            from: "JOIN body b ON b.collection = e.collection AND b.number = e.body"
        ) {
            row, bytes in
            if bytes.count > opening.count { bytes.append(UInt8(ascii: ",")) }
            row.append(2, to: &bytes)
            return bytes.count < mostBytes
        }
    }

    /// What a question finds, without the objects themselves; nil where the collection is hidden or absent.
    package func versions(_ question: LogQuestion, in name: String) async throws -> LogPage<[PlacedVersion]>? {
        try await page(
            question, in: name, with: [], columns: "o.id, e.version",
            from: "JOIN object o ON o.collection = e.collection AND o.number = e.object"
        ) { row, versions in
            versions.append(
                PlacedVersion(
                    id: try row.get(2), version: try Timestamp(stored: row.get(3)),
                    added: try Timestamp(stored: row.get(1))))
            return true
        }
    }

    /// Whether any version of an object stands in a collection; false where that is hidden or absent.
    package func holds(_ id: String, in collection: LogCollection) async throws -> Bool {
        try await ledger.database.read { session in
            guard let collection = try session.collection(collection.id, for: viewer) else { return false }
            return try session.value(
                """
                SELECT 1 FROM object o JOIN line l ON l.collection = o.collection AND l.object = o.number
                WHERE \(SQL.isObject(id)) AND o.collection = \(collection.number) AND l.position IS NOT NULL
                """, as: Int.self) != nil
        }
    }

    /// - Parameter take: adds a row (position, date, then `columns`) to the content; false where that is enough.
    private func page<Content: Sendable>(
        _ question: LogQuestion, in name: String, with content: Content, columns: SQL, from tables: SQL,
        take: @Sendable @escaping (Row, inout Content) throws -> Bool
    ) async throws -> LogPage<Content>? {
        try await ledger.database.read { session in
            guard let collection = try session.collection(name, for: viewer) else { return nil }
            // What is durable and not yet signed for is not published; what was signed since this snapshot is not in it.
            let signed = try ledger.publication.last(collection)?.checkpoint.size ?? 0
            let size = min(signed, collection.size)
            var after = max(-1, question.after)
            if let date = question.addedAfter {
                after = max(after, try session.firstEntry(in: collection.number, after: date) - 1)
            }
            var page = LogPage(collection: collection, content: content, reached: after)
            guard after < size - 1 else { return page }
            let found = try LogSelection(
                question, in: collection.number, after: after, size: size, session: session)
            let sql: SQL = """
                SELECT p.position, e.added, \(columns) FROM (\(found.sql)) p
                CROSS JOIN entry e \(tables)
                WHERE e.collection = \(collection.number) AND e.number = p.number \(session.keepingOrder(of: "p.position"))
                """
            var isFull = false
            try session.walk(sql) { row in
                guard !isFull, page.count < question.limit else {
                    page.more = true
                    return false
                }
                let position: Int = try row.get(0)
                guard position > page.reached else {
                    throw LedgerError(.damagedLog, "the entries of \(collection.alias) are read out of order")
                }
                try page.count(position, added: row.get(1))
                isFull = try !take(row, &page.content)
                return true
            }
            if !page.more, let reached = found.reached, reached < size {
                // No index leads further: whoever asks goes on from here.
                page.more = true
                page.reached = reached - 1
                page.lastAdded = try session.value(
                    "SELECT e.added FROM entry e WHERE \(SQL.isEntry(at: reached - 1, of: collection.number))"
                ).map(Timestamp.init(stored:))
            }
            return page
        }
    }
}

extension GatewayLedger {
    /// How the database goes about a question, in its own words: for tests and for whoever looks why something is slow.
    package func plan(of question: LogQuestion, in collection: LogCollection) async throws -> [String] {
        try await database.read { session in
            let found = try LogSelection(
                question, in: collection.number, after: question.after, size: collection.size, session: session)
            return try session.rows("EXPLAIN QUERY PLAN \(found.sql)") { try $0.get(3, as: String.self) }
        }
    }
}
