package import STIX
import Storage

/// What came from one source, of one type.
package struct NewsCount: Sendable, Hashable {
    /// Nil for those whom the reader may not have named.
    package let source: Source?
    package let type: String
    package let count: Int
}

extension Reader {
    /// What readers see that was placed after a moment, by source and type, most first; of each collection at most the
    /// newest ten thousand.
    package func news(since moment: Timestamp) async throws -> [NewsCount] {
        try await read { session, readable in
            struct Key: Hashable {
                let source: Source?
                let type: String
            }
            var counts: [Key: Int] = [:]
            for collection in readable {
                let first = try session.firstEntry(in: collection, after: moment)
                let rows = try session.rows(
                    """
                    SELECT s.name, n.type, count(*) FROM
                    (SELECT l.source, l.type FROM entry e CROSS JOIN line l
                        WHERE l.collection = e.collection AND l.number = e.number
                        AND \(SQL.isEntry(in: first..<Int.max, of: collection)) AND l.position IS NOT NULL
                        ORDER BY e.number DESC LIMIT \(Amount.most)) n
                    JOIN source s ON s.number = n.source GROUP BY s.name, n.type
                    """
                ) { (try $0.get(0, as: Source.self), try $0.get(1, as: String.self), try $0.get(2, as: Int.self)) }
                // A group may hide who is in it, and what one of them says would tell.
                for (source, type, count) in rows {
                    let said = viewer.mayName(source, of: ledger) ? source : nil
                    counts[Key(source: said, type: type), default: 0] += count
                }
            }
            return counts.map { NewsCount(source: $0.source, type: $0.type, count: $1) }.sorted {
                ($1.count, $0.source?.description ?? "", $0.type) < ($0.count, $1.source?.description ?? "", $1.type)
            }
        }
    }
}

extension Session {
    /// The position of the first entry that was added after a moment: dates rise along a log, so it is found by halving.
    func firstEntry(in collection: Int, after moment: Timestamp) throws -> Int {
        var low = 0
        var high: Int = try value("SELECT size FROM collection WHERE number = \(collection)") ?? 0
        let added = try statement("SELECT added FROM entry WHERE collection = ?1 AND number = ?2")
        while low < high {
            let middle = (low + high) / 2
            let date = try added.first([collection.sql, Numbering.number(middle, in: collection).sql]) {
                try $0.get(0, as: Int64.self)
            }
            if let date, date > moment.microseconds { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
