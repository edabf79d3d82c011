package import STIX
import Storage

/// What did not get in, kept with its reason until an operator decides.
package enum Quarantine {
    package enum Code: String, Sendable, Codable, CaseIterable, SQLValue {
        /// Unsafe, or without an identity (law 5).
        case refused
        /// Another content stands under the same version (law 3).
        case conflictingVersion = "conflicting-version"
        /// The line was begun by another source (law 4).
        case foreignLine = "foreign-line"
        /// The identifier is that of an organisation, and another source says it (law 4).
        case reserved
        /// It is the organisation's own word, in a line that another source began before (law 4).
        case takenLine = "taken-line"
        /// It has a version and what stands has none, or the other way round (law 4).
        case createdChanged = "created-changed"
        /// `created_by_ref` differs from the line's; an earlier version of this program held that back.
        case authorChanged = "author-changed"
        /// `modified` lies more than five minutes ahead (law 4).
        case fromTheFuture = "from-the-future"
        /// The line was revoked (law 4).
        case afterRevocation = "after-revocation"
        /// It revokes a version after which another one already stands (law 4).
        case revokesThePast = "revokes-the-past"
        /// A marking that was not in the input and is not here (law 7).
        case unknownMarking = "unknown-marking"
        /// Stricter than the collection's audience allows (laws 6 and 7).
        case aboveCeiling = "above-ceiling"
    }

    /// One quarantined object.
    package struct Notice: Sendable, Equatable {
        package let code: Code
        package let sentence: String
        package let objectID: String?
        /// Where the object begins in the input, in bytes.
        package let offset: Int
    }

    /// Keeps the object; false where it is here already, then with the reason it would be held for today.
    static func keep(
        _ notice: Notice, sha256: [UInt8], bytes: [UInt8]?, names: BlobHash?, collection: Int, source: Int,
        defaultMarking: TLP?,
        arrived: Timestamp, importing: Int?, id: @autoclosure () -> String, in session: Session
    ) throws -> Bool {
        let here = try session.statement("SELECT number, source FROM quarantine WHERE collection = ?1 AND sha256 = ?2")
            .first([collection.sql, sha256.sql]) { (try $0.get(0, as: Int.self), try $0.get(1, as: Int.self)) }
        if let (here, first) = here {
            if first != source { try session.noteSent(sha256, by: source, of: nil, in: collection, at: arrived) }
            try session.statement(
                "UPDATE quarantine SET code = ?1, sentence = ?2 WHERE number = ?3 AND code <> ?1 AND decided IS NULL"
            )
            .run([notice.code.sql, notice.sentence.sql, here.sql])
            if let names {
                try session.run("UPDATE quarantine SET names = \(names) WHERE number = \(here) AND decided IS NULL")
            }
            return false
        }
        try session.statement(
            """
            INSERT INTO quarantine (collection, source, arrived, code, sentence, object_id, sha256, bytes, import, id,
                default_marking, names)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """
        ).run([
            collection.sql, source.sql, arrived.microseconds.sql, notice.code.sql, notice.sentence.sql,
            notice.objectID.sql, sha256.sql, bytes.sql, importing.sql, id().sql, defaultMarking.sql,
            names?.sql ?? .null,
        ])
        return true
    }
}

extension Quarantine {
    /// A quarantined object as an operator sees it.
    package struct Kept: Sendable {
        /// For commands: counts everything in quarantine here.
        package let number: Int
        /// UUID, for pages.
        package let id: String
        /// Alias of the collection.
        package let collection: String
        package let arrived: Timestamp
        package let source: Source
        package let code: Code
        package let sentence: String
        package let objectID: String?
        /// Nil where the object was too large to keep, or has been decided upon.
        package let byteCount: Int?

        static let columns: SQL =
            "q.number, q.id, c.alias, q.arrived, s.name, q.code, q.sentence, q.object_id, length(q.bytes)"
        static let tables: SQL = """
            quarantine q JOIN source s ON s.number = q.source JOIN collection c ON c.number = q.collection
            """

        init(_ row: Row) throws {
            number = try row.get(0)
            id = try row.get(1)
            collection = try row.get(2)
            arrived = try Timestamp(stored: row.get(3))
            source = try row.get(4)
            code = try row.get(5)
            sentence = try row.get(6)
            objectID = try row.get(7)
            byteCount = try row.get(8)
        }
    }
}

extension GatewayLedger {
    /// What waits in quarantine for these collections, newest first; for their operators only.
    ///
    /// - Parameters:
    ///   - choice: only what is chosen.
    ///   - id: goes on after the one with this UUID.
    package func quarantined(
        in collections: [LogCollection], matching choice: QuarantineChoice = QuarantineChoice(),
        after id: String? = nil, limit: Int
    ) async throws -> [Quarantine.Kept] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(Quarantine.Kept.columns) FROM \(Quarantine.Kept.tables)
                WHERE q.collection IN (\(list: collections.map(\.number))) AND \(choice.condition)
                AND q.number < coalesce((SELECT number FROM quarantine WHERE id = \(id.sql)), \(Int.max))
                ORDER BY q.number DESC LIMIT \(limit)
                """, Quarantine.Kept.init)
        }
    }

    /// How many objects wait in quarantine for these collections.
    package func quarantinedCount(in collections: [LogCollection]) async throws -> Amount {
        Amount(
            try await database.read { session in
                try session.value(
                    """
                    SELECT count(*) FROM (SELECT 1 FROM quarantine
                    WHERE collection IN (\(list: collections.map(\.number))) AND decided IS NULL
                    LIMIT \(Amount.most + 1)) AS waiting
                    """) ?? 0
            })
    }
}
