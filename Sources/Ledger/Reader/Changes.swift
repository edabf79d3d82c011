package import STIX
import Storage

/// An entry of a log, as it reads in a list of changes.
package struct LogChange: Sendable {
    package let position: Int
    package let added: Timestamp
    package let kind: Kind
    /// Whose hand it was, for the eyes of those who may know.
    package let hand: Hand?

    /// The object that the entry is about, where there is one.
    package var item: Item? {
        switch kind {
        case .placed(let item), .withdrawn(let item, _): item
        case .erased, .absent, .configured: nil
        }
    }

    package enum Kind: Sendable {
        case placed(Item)
        case withdrawn(Item, reason: String)
        /// What the entry said has been erased, or it is the entry that says so.
        case erased
        /// A mirror does not show what the entry says: it is held in quarantine, or the peer did not give it.
        case absent
        case configured
    }

    package struct Item: Sendable {
        package let id: String
        package let type: String
        package let name: String?
        package let version: Timestamp
        /// Nil where the object no longer stands, or its bytes are more than a list reads.
        package let body: [UInt8]?
    }
}

extension Reader {
    /// The entries of a collection's log, newest first.
    package func changes(in collection: LogCollection, before: Int = .max, limit: Int) async throws -> [LogChange] {
        try await read { session, readable in
            guard readable.contains(collection.number) else { return [] }
            let rows = try session.rows(
                """
                SELECT e.position, e.added, e.kind, e.record FROM entry e
                WHERE \(SQL.isEntry(in: 0..<max(0, before), of: collection.number)) ORDER BY e.number DESC LIMIT \(limit)
                """
            ) {
                (
                    try $0.get(0, as: Int.self), try Timestamp(stored: $0.get(1)), try $0.get(2, as: EntryKind.self),
                    try $0.get(3, as: [UInt8]?.self)
                )
            }
            return try rows.map { position, added, kind, record in
                LogChange(
                    position: position, added: added,
                    kind: try Self.kind(kind, record, position, in: collection.number, session),
                    hand: try session.hand(at: position, of: collection.number))
            }
        }
    }

    private static func kind(
        _ kind: EntryKind, _ record: [UInt8]?, _ position: Int, in collection: Int, _ session: Session
    ) throws -> LogChange.Kind {
        switch kind {
        case .config: return .configured
        case .erase: return .erased
        case .place:
            return try item(at: position, in: collection, session).map(LogChange.Kind.placed)
                ?? (isAbsent(position, in: collection, session) ? .absent : .erased)
        case .withdraw:
            guard case .withdraw(let placed, let reason) = try LogRecord(.withdraw, record ?? []) else {
                return .erased
            }
            return try item(at: placed, in: collection, session).map { .withdrawn($0, reason: reason) } ?? .erased
        }
    }

    private static func isAbsent(_ position: Int, in collection: Int, _ session: Session) throws -> Bool {
        try session.value(
            """
            SELECT 1 FROM entry e WHERE \(SQL.isEntry(at: position, of: collection))
            AND (e.salt IS NOT NULL OR EXISTS (SELECT 1 FROM mirror_gap g
                WHERE g.collection = e.collection AND g.position = e.position AND g.kind <> 'erased'))
            """, as: Int.self) != nil
    }

    private static func item(at position: Int, in collection: Int, _ session: Session) throws -> LogChange.Item? {
        try session.first(
            """
            SELECT o.id, l.type, l.name, e.version, e.ended, \(Listing.shortBody) FROM entry e
            JOIN object o ON o.collection = e.collection AND o.number = e.object
            JOIN body b ON b.collection = e.collection AND b.number = e.body
            JOIN line l ON l.collection = e.collection AND l.object = e.object
            WHERE \(SQL.isEntry(at: position, of: collection))
            """
        ) { row in
            let isStanding = try row.get(4, as: Int?.self) == nil
            return LogChange.Item(
                id: try row.get(0), type: try row.get(1), name: try row.get(2),
                version: try Timestamp(stored: row.get(3)),
                body: isStanding ? try row.get(5, as: [UInt8]?.self) : nil)
        }
    }
}
