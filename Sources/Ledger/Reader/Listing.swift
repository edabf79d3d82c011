package import STIX
package import Storage

/// A row of a list: an object as it stands in one collection now.
package struct Listing: Sendable {
    package let id: String
    package let type: String
    package private(set) var name: String?
    /// Alias of the collection.
    package let collection: String
    package let position: Int
    package let version: Timestamp
    package let added: Timestamp
    package let marking: TLP
    /// The exact bytes; nil where they are more than a list reads.
    package private(set) var body: [UInt8]?
    private let said: (by: Int, in: Int)

    static let columns: SQL = """
        o.id, l.type, l.name, c.alias, l.position, l.version, l.added, \(shortBody), l.marking, l.said_by, l.collection
        """
    /// A list of fifty must not become four hundred megabytes.
    static let shortBody: SQL = "CASE WHEN length(b.bytes) <= 65536 THEN b.bytes END"
    static let tables: SQL = """
        line l JOIN object o ON o.collection = l.collection AND o.number = l.object
        JOIN collection c ON c.number = l.collection JOIN entry e ON e.collection = l.collection AND e.number = l.number
        JOIN body b ON b.collection = e.collection AND b.number = e.body
        """

    init(_ row: Row) throws {
        id = try row.get(0)
        type = try row.get(1)
        name = try row.get(2)
        collection = try row.get(3)
        position = try row.get(4)
        version = try Timestamp(stored: row.get(5))
        added = try Timestamp(stored: row.get(6))
        body = try row.get(7)
        marking = try row.get(8)
        said = (by: try row.get(9), in: try row.get(10))
    }

    /// The same without what is said under the identifier of a party that did not say it (law 4).
    func honest(_ parties: inout Parties) throws -> Listing {
        guard type == "identity", try !parties.admits(id, from: said.by, in: said.in) else { return self }
        var silent = self
        (silent.name, silent.body) = (nil, nil)
        return silent
    }
}

/// How many there are: exact up to ten thousand, because counting on costs more than it tells.
package enum Amount: Sendable, Equatable {
    case exactly(Int)
    case moreThan(Int)

    package static let most = 10_000

    init(_ counted: Int) {
        self = counted > Self.most ? .moreThan(Self.most) : .exactly(counted)
    }
}

extension Reader {
    /// How many objects of each type stand in a collection, or in all the reader may read; most first.
    package func typeCounts(in collection: LogCollection? = nil) async throws -> [(type: String, count: Int)] {
        try await read { session, readable in
            let numbers = collection.map { [$0.number].filter(readable.contains) } ?? readable
            return try session.rows(
                """
                SELECT type, CAST(sum(lines) AS BIGINT) FROM type_count WHERE collection IN (\(list: numbers))
                GROUP BY type HAVING sum(lines) > 0 ORDER BY 2 DESC, 1
                """
            ) { (type: try $0.get(0, as: String.self), count: try $0.get(1, as: Int.self)) }
        }
    }

    /// The objects that changed last, newest first; relationships are left to the objects they join.
    package func latest(_ limit: Int) async throws -> [Listing] {
        try await read { session, readable in
            let kinds = try session.rows(
                """
                SELECT collection, type FROM type_count
                WHERE collection IN (\(list: readable)) AND type <> 'relationship' AND lines > 0
                """
            ) { (try $0.get(0, as: Int.self), try $0.get(1, as: String.self)) }
            // Each type gives its newest by index; the newest of those are the newest of all.
            var newest: [(added: Int64, number: Int)] = []
            for (collection, type) in kinds {
                newest += try session.rows(
                    """
                    SELECT l.added, l.number FROM line l WHERE l.collection = \(collection) AND l.type = \(type)
                    AND l.position IS NOT NULL ORDER BY l.position DESC LIMIT \(limit)
                    """
                ) { (try $0.get(0), try $0.get(1)) }
            }
            let lines = newest.sorted { $0.added > $1.added }.prefix(limit).map(\.number)
            return try session.listings(lines, among: readable)
        }
    }

    /// Objects of one type, newest first.
    ///
    /// - Parameter before: the `added` of the last row of the page before.
    package func list(
        type: String, in collection: LogCollection? = nil, before: Timestamp? = nil, limit: Int
    ) async throws -> [Listing] {
        try await read { session, readable in
            let numbers = collection.map { [$0.number].filter(readable.contains) } ?? readable
            var parties = try Parties(among: readable, in: session)
            return try numbers.flatMap { number in
                let from = try before.map { try session.lastPosition(before: $0, in: number) }
                return try session.rows(
                    """
                    SELECT \(Listing.columns) FROM \(Listing.tables)
                    WHERE l.collection = \(number) AND l.type = \(type) AND l.position IS NOT NULL
                    AND l.position <= \(from ?? Int.max) ORDER BY l.position DESC LIMIT \(limit)
                    """, Listing.init)
            }.sorted { $0.added > $1.added }.prefix(limit).map { try $0.honest(&parties) }
        }
    }
}

extension Session {
    /// The rows of a list for these lines, in their order.
    ///
    /// - Parameter readable: the reader's collections, among which the lines are.
    package func listings(_ lines: [Int], among readable: [Int]) throws -> [Listing] {
        var parties = try Parties(among: readable, in: self)
        let select = try statement(
            "SELECT \(Listing.columns.text) FROM \(Listing.tables.text) WHERE l.collection = ?1 AND l.number = ?2")
        return try lines.compactMap {
            try select.first([Numbering.collection(of: $0).sql, $0.sql], Listing.init)?.honest(&parties)
        }
    }
}

extension Session {
    /// The last entry added before a date; -1 where there is none.
    ///
    /// Positions and dates grow together, so halving finds it: a page deep in a log costs what the first one does.
    fileprivate func lastPosition(before date: Timestamp, in collection: Int) throws -> Int {
        let added = try statement("SELECT added FROM entry WHERE collection = ?1 AND number = ?2")
        var (low, high) = (-1, try value("SELECT size FROM collection WHERE number = \(collection)") ?? 0)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            let found = try added.first([collection.sql, Numbering.number(middle, in: collection).sql]) {
                try $0.get(0, as: Int64.self)
            }
            if let found, found < date.microseconds { low = middle } else { high = middle }
        }
        return low
    }
}
