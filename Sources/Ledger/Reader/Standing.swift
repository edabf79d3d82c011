import Foundation
package import STIX
import Storage

/// An object as its reader may see it: every placement in every collection they may read.
package struct Standing: Sendable {
    package let id: String
    let number: Int
    /// Newest version first.
    package let placements: [Placement]

    /// One version in one collection.
    package struct Placement: Sendable {
        package let collection: LogCollection
        package let position: Int
        package let added: Timestamp
        package let version: Timestamp
        package let marking: TLP
        package let sha256: [UInt8]
        package let findings: [Finding]
        package let withdrawal: Withdrawal?
    }

    package struct Withdrawal: Sendable {
        package let position: Int
        package let added: Timestamp
        package let reason: String
    }

    /// The version that readers see: the newest that stands, else the newest.
    package var current: Placement? { placements.first { $0.withdrawal == nil } ?? placements.first }
}

extension Reader {
    /// Nil where no collection of the reader's ever held the object, whatever others hold.
    package func standing(of id: String) async throws -> Standing? {
        try await read { session, readable in
            guard let number: Int = try session.value("SELECT number FROM object o WHERE \(SQL.isObject(id))") else {
                return nil
            }
            let placements = try session.rows(
                """
                SELECT \(LogCollection.columns), e.position, e.added, e.version, e.marking, e.sha256, f.findings,
                    w.position, w.added, w.record
                FROM entry e JOIN collection c ON c.number = e.collection
                LEFT JOIN finding f ON f.collection = e.collection AND f.position = e.position
                LEFT JOIN entry w ON w.collection = e.collection AND w.position = e.ended
                WHERE e.object = \(number) AND e.body IS NOT NULL AND e.collection IN (\(list: readable))
                ORDER BY e.version DESC, e.added DESC LIMIT 200
                """
            ) { row in
                let findings: String? = try row.get(18)
                var withdrawal: Standing.Withdrawal?
                if let position: Int = try row.get(19, as: Int?.self),
                    case .withdraw(_, let reason) = try LogRecord(.withdraw, row.get(21))
                {
                    withdrawal = .init(position: position, added: try Timestamp(stored: row.get(20)), reason: reason)
                }
                return Standing.Placement(
                    collection: try LogCollection(row), position: try row.get(13),
                    added: try Timestamp(stored: row.get(14)), version: try Timestamp(stored: row.get(15)),
                    marking: try row.get(16), sha256: try row.get(17),
                    findings: try findings.map { try JSONDecoder().decode([Finding].self, from: Data($0.utf8)) } ?? [],
                    withdrawal: withdrawal)
            }
            return placements.isEmpty ? nil : Standing(id: id, number: number, placements: placements)
        }
    }

    /// The exact bytes of a placement; nil where they have been erased since, or are more than `atMost`.
    package func body(of placement: Standing.Placement, atMost: Int = .max) async throws -> [UInt8]? {
        try await read { session, readable in
            guard readable.contains(placement.collection.number) else { return nil }
            // By the entry, because the number of a body that was erased may have become that of another.
            return try session.value(
                """
                SELECT b.bytes FROM entry e JOIN body b ON b.number = e.body
                WHERE e.collection = \(placement.collection.number) AND e.position = \(placement.position)
                AND e.object IS NOT NULL AND length(b.bytes) <= \(atMost)
                """)
        }
    }

    /// What stands under these identifiers, as far as the reader may know: one row for each that does.
    ///
    /// Under the identifier of an organisation only its own word stands (law 4).
    package func names(of ids: [String]) async throws -> [String: (type: String, name: String?)] {
        try await read { session, readable in
            // CROSS JOIN: from the few identifiers to their lines, never the other way round.
            let rows = try session.rows(
                """
                SELECT o.id, l.type, l.name, l.collection, l.source FROM object o CROSS JOIN line l ON l.object = o.number
                WHERE \(SQL.isObject(among: Array(ids.prefix(500)))) AND l.collection IN (\(list: readable))
                AND l.position IS NOT NULL ORDER BY l.number
                """
            ) {
                (
                    id: try $0.get(0, as: String.self),
                    said: (type: try $0.get(1, as: String.self), name: try $0.get(2, as: String?.self)),
                    collection: try $0.get(3, as: Int.self), source: try $0.get(4, as: Int.self)
                )
            }
            var parties = try Parties(among: readable, in: session)
            var names: [String: (type: String, name: String?)] = [:]
            for row in rows where names[row.id] == nil {
                if let holder = try parties.holder(of: row.id),
                    !parties.isWord(of: holder, from: row.source, in: row.collection)
                {
                    continue
                }
                names[row.id] = row.said
            }
            return names
        }
    }
}
