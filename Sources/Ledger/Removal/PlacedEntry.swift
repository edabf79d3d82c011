import STIX
import Storage

/// An entry that placed an object.
struct PlacedEntry {
    let collection: Int
    let position: Int
    let object: Int
    /// Nil in a mirror where the body is not here.
    let body: Int?
    let ended: Int?
    let sha256: [UInt8]
    /// Nil where nobody asked.
    let version: Timestamp?

    init(
        collection: Int, position: Int, object: Int, body: Int?, ended: Int?, sha256: [UInt8], version: Timestamp? = nil
    ) {
        self.collection = collection
        self.position = position
        self.object = object
        self.body = body
        self.ended = ended
        self.sha256 = sha256
        self.version = version
    }

    /// A row of `collection, position, object, body, ended, version, sha256`.
    init(_ row: Row) throws {
        collection = try row.get(0)
        position = try row.get(1)
        object = try row.get(2)
        body = try row.get(3)
        ended = try row.get(4)
        version = try row.get(5, as: Int64?.self).map(Timestamp.init(stored:))
        sha256 = try row.get(6)
    }
}

extension Session {
    /// The entries that placed an object, oldest first; nothing of what was erased.
    func placements(of id: String, version: Timestamp? = nil, in collection: Int? = nil) throws -> [PlacedEntry] {
        try rows(
            """
            SELECT e.collection, e.position, e.object, e.body, e.ended, e.version, e.sha256
            FROM object o CROSS JOIN entry e
            WHERE \(SQL.isObject(id)) AND e.collection = o.collection AND e.object = o.number
              AND (CAST(\(version?.microseconds.sql ?? .null) AS BIGINT) IS NULL OR e.version = \(version?.microseconds.sql ?? .null))
              AND (CAST(\(collection.sql) AS BIGINT) IS NULL OR e.collection = \(collection.sql))
            ORDER BY e.collection, e.position
            """
        ) {
            try PlacedEntry($0)
        }
    }

    /// The entry at `position` ends this placement; what readers see follows.
    func end(_ placement: PlacedEntry, by position: Int, _ projections: inout Projections) throws {
        try run(
            """
            UPDATE entry SET ended = \(position)
            WHERE \(SQL.isEntry("entry", at: placement.position, of: placement.collection))
            """
        )
        try projections.ended(placement.object, position: placement.position)
    }
}
