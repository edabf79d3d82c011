import STIX
import Storage

/// The bodies of one collection: exact bytes, each once (law 1).
struct BodyTable {
    private let collection: Int
    private let lookUp: Statement
    private let lookUpUndated: Statement
    /// Placements of an object without a version among which the same bytes are looked for: a peer's log may hold any number.
    private static let mostUndated = 1_000
    private let insert: Appender

    init(of collection: Int, in session: Session) throws {
        self.collection = collection
        // What is equal byte by byte has one version, so nothing else is looked at.
        lookUp = try session.statement(
            """
            SELECT body FROM entry
            WHERE collection = ?1 AND object = ?2 AND version = ?4 AND sha256 = ?3 AND body IS NOT NULL LIMIT 1
            """)
        lookUpUndated = try session.statement(
            """
            SELECT body FROM (SELECT body, sha256 FROM entry WHERE collection = ?1 AND object = ?2 AND body IS NOT NULL
                LIMIT \(Self.mostUndated)) placed WHERE sha256 = ?3 LIMIT 1
            """)
        insert = try session.appender(to: "body", "collection", "number", "bytes")
    }

    /// The number of a body, which is stored where the collection has it not.
    ///
    /// - Parameters:
    ///   - version: what the object itself says; nil where it has none.
    ///   - isNew: whether nothing of its object has ever been placed here, so that nothing need be looked up.
    ///   - number: that of the entry for which it is kept.
    func keep(
        _ bytes: [UInt8], sha256: [UInt8], of object: Int, version: Timestamp?, isNew: Bool, as number: Int
    ) throws -> Int {
        if !isNew {
            let key = [collection.sql, object.sql, sha256.sql]
            let stored: Int? =
                if let version { try lookUp.first(key + [version.microseconds.sql]) { try $0.get(0) } } else {
                    try lookUpUndated.first(key) { try $0.get(0) }
                }
            if let stored { return stored }
        }
        try insert.append([collection.sql, number.sql, bytes.sql])
        return number
    }
}
