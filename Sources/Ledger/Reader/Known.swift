package import STIX
import Storage

/// An object that names a value, and who says so since when.
package struct Mention: Sendable, Hashable {
    package enum How: Sendable, Hashable, Comparable {
        /// It names exactly this value.
        case exactly
        /// It names something at this host: a URL or mail address; or the value is one, and it names the host.
        case host
        /// It names a network around this value.
        case network
        /// It names something inside this network.
        case inside
    }

    package let how: How
    package let id: String
    package let type: String
    package let name: String?
    /// Alias of the collection.
    package let collection: String
    /// Who claims to have made it, and what they are called where the reader may know.
    package let author: Author?
    /// When it came into the collection first.
    package let since: Timestamp
    package let isRevoked: Bool

    package struct Author: Sendable, Hashable {
        package let id: String
        package let name: String?

        package init(id: String, name: String?) {
            self.id = id
            self.name = name
        }
    }

    package init(
        how: How, id: String, type: String, name: String?, collection: String, author: Author?, since: Timestamp,
        isRevoked: Bool
    ) {
        self.how = how
        self.id = id
        self.type = type
        self.name = name
        self.collection = collection
        self.author = author
        self.since = since
        self.isRevoked = isRevoked
    }
}

extension Reader {
    /// What is said of each of these values in the reader's collections: at most so many mentions of each, the closest first.
    ///
    /// A value of which nothing is said has no entry. The time goes with the number of values and of the reader's collections,
    /// not with how much there is, nor with what others hold.
    package func known(_ values: [ObservableValue], mentions most: Int = 3) async throws
        -> [ObservableValue: [Mention]]
    {
        try await read { session, readable in
            var search = try KnownSearch(session, readable, most: most)
            var found: [ObservableValue: [Mention]] = [:]
            for value in values where found[value] == nil {
                let mentions = try search.mentions(of: value)
                if !mentions.isEmpty { found[value] = mentions }
            }
            return found
        }
    }
}

private struct KnownSearch {
    private let most: Int
    private let details: Statement
    private let collections: [Value]
    private var index: ObservableIndex
    private var known: [Int: Mention] = [:]

    init(_ session: Session, _ readable: [Int], most: Int) throws {
        self.most = most
        collections = readable.map(\.sql)
        index = try ObservableIndex(session, readable)
        let among = readable.isEmpty ? "NULL" : readable.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
        details = try session.statement(
            """
            SELECT o.id, l.type, l.name, c.alias, a.id,
                (SELECT x.name FROM object y CROSS JOIN line x WHERE y.key = a.key AND y.id = a.id
                    AND y.collection IN (\(among)) AND x.collection = y.collection AND x.object = y.number
                    AND x.position IS NOT NULL AND x.source = l.said_by
                    AND (NOT EXISTS (SELECT 1 FROM reserved r WHERE r.id = a.id) OR EXISTS
                        (SELECT 1 FROM reserved r JOIN source s ON s.name = 'organisation:' || r.party
                        WHERE r.id = a.id AND s.number = x.source))
                    ORDER BY x.version DESC LIMIT 1),
                (SELECT min(e.added) FROM entry e WHERE e.collection = l.collection AND e.object = l.object),
                l.revoked_from
            FROM line l JOIN object o ON o.collection = l.collection AND o.number = l.object
            JOIN collection c ON c.number = l.collection
            LEFT JOIN object a ON a.collection = l.collection AND a.number = l.created_by
            WHERE l.collection = ?1 AND l.number = ?2
            """)
    }

    mutating func mentions(of value: ObservableValue) throws -> [Mention] {
        let lines = try index.naming(value, atMost: most)
        return try lines.sorted { $0.how < $1.how }.map { try mention($0.line, $0.how) }
    }

    private mutating func mention(_ line: Int, _ how: Mention.How) throws -> Mention {
        if let found = known[line], found.how == how { return found }
        let found = try details.first([Numbering.collection(of: line).sql, line.sql] + collections) { row in
            let author: String? = try row.get(4)
            let name: String? = try row.get(5)
            return Mention(
                how: how, id: try row.get(0), type: try row.get(1), name: try row.get(2), collection: try row.get(3),
                author: author.map { .init(id: $0, name: name) }, since: try Timestamp(stored: row.get(6)),
                isRevoked: try row.get(7, as: Int64?.self) != nil)
        }
        guard let found else { throw LedgerError(.damagedLog, "a value is named by a line that is not there") }
        known[line] = found
        return found
    }
}
