package import STIX
import Storage

/// What a withdrawal or erasure did.
package struct Removal: Sendable, Equatable {
    /// One per placed version that no longer stands: which collection, and the entry that says so.
    package var entries: [Entry] = []
    /// Backups made while the body was here; they still hold it (erasure only).
    package var backups: [String] = []
    /// Whether the erased bytes have left the write-ahead log too; `doctor` does it later where somebody was reading.
    package var isSettled = true

    /// Longer ones would not fit into the line of a record.
    private static let longestReason = 10_000

    static func check(_ reason: String, of what: String) throws {
        guard !reason.isEmpty else { throw LedgerError(.needsReason, "\(what) states its reason") }
        guard reason.utf8.count <= longestReason else {
            throw LedgerError(.needsReason, "\(what) states its reason in at most \(longestReason) bytes")
        }
    }

    package struct Entry: Sendable, Equatable {
        package let collection: String
        /// The entry that placed the version.
        package let placed: Int
        /// The entry that ended it; nil in a mirror, whose log is not ours to add to.
        package let position: Int?
    }
}

extension GatewayLedger {
    /// Takes an object out of one collection: an entry for each version that stands, or for the one named.
    ///
    /// - Throws: `unknownObject` where no such version stands, `needsReason` where the reason is empty.
    package func withdraw(_ id: String, version: Timestamp? = nil, from collection: String, reason: String) async throws
        -> Removal
    {
        try await withdraw([id], version: version, from: [collection: [id]], reason: reason)
    }

    /// Takes objects out of collections in one transaction: all of them, or none.
    ///
    /// - Parameters:
    ///   - needed: those that must stand in each of the collections.
    ///   - all: the identifiers for each collection.
    /// - Throws: `unknownObject` where no such version of one that is needed stands, `needsReason` where the reason is empty.
    package func withdraw(
        _ needed: Set<String>, version: Timestamp? = nil, from all: [String: [String]], reason: String
    ) async throws -> Removal {
        try Removal.check(reason, of: "a withdrawal")
        return try await write { session in
            var removal = Removal()
            var grown: [GrownLog] = []
            for (collection, ids) in all.sorted(by: { $0.key < $1.key }) {
                var log = try LogAppender(session.collection(collection), in: session, surroundings: surroundings)
                var projections = try Projections(collection: log.collection.number, session: session)
                for id in ids {
                    let standing = try session.placements(of: id, version: version, in: log.collection.number)
                        .filter { $0.ended == nil }
                    guard !standing.isEmpty || !needed.contains(id) else {
                        throw LedgerError(.unknownObject, "no such version of \(id) stands in \(collection)")
                    }
                    for placement in standing {
                        let position = try log.append(.withdraw(position: placement.position, reason: reason))
                        try session.end(placement, by: position, &projections)
                        removal.entries.append(
                            .init(collection: log.collection.alias, placed: placement.position, position: position))
                    }
                }
                try projections.finish()
                grown.append(try log.finish())
            }
            return (removal, grown)
        }
    }
}

/// An entry that placed an object.
struct PlacedEntry {
    let collection: Int
    let position: Int
    let object: Int
    /// Nil in a mirror where the body is not here.
    let body: Int?
    let ended: Int?

    init(collection: Int, position: Int, object: Int, body: Int?, ended: Int?) {
        self.collection = collection
        self.position = position
        self.object = object
        self.body = body
        self.ended = ended
    }

    /// A row of `collection, position, object, body, ended`.
    init(_ row: Row) throws {
        collection = try row.get(0)
        position = try row.get(1)
        object = try row.get(2)
        body = try row.get(3)
        ended = try row.get(4)
    }

    /// Whether it is the same entry.
    func isAt(_ other: PlacedEntry) -> Bool { collection == other.collection && position == other.position }
}

extension Session {
    /// The entries that placed an object, oldest first; nothing of what was erased.
    func placements(of id: String, version: Timestamp? = nil, in collection: Int? = nil) throws -> [PlacedEntry] {
        try rows(
            """
            SELECT e.collection, e.position, e.object, e.body, e.ended FROM entry e JOIN object o ON o.number = e.object
            WHERE \(SQL.isObject(id))
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
            "UPDATE entry SET ended = \(position) WHERE collection = \(placement.collection) AND position = \(placement.position)"
        )
        let line: Int? = try value(
            "SELECT number FROM line WHERE object = \(placement.object) AND collection = \(placement.collection)")
        guard let line else { return }
        var objects = try ObjectNumbers(session: self)
        try projections.ended(line: line, object: placement.object, position: placement.position, objects: &objects)
    }
}
