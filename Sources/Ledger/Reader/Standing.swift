import Foundation
package import STIX
import Storage

/// An object as its reader may see it: every placement in every collection they may read.
package struct Standing: Sendable {
    package let id: String
    /// Newest version first.
    package let placements: [Placement]

    /// The line of an object in one collection.
    struct Line {
        let collection: Int
        /// The number of the object there.
        let object: Int
        /// Who began it.
        let source: Int
        /// What readers see of it; nil where nothing of it stands.
        let position: Int?
    }

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

    /// The placement that is shown: the word of the party that it names, else what the line says that stood here first.
    ///
    /// Law 4 guards the lines of one collection. Between collections it is a rule of showing: a newer version that somebody else
    /// placed elsewhere stands beside, and takes no page over.
    package let current: Placement?
}

extension Reader {
    /// Of one collection; older ones are in its log.
    private static let mostVersions = 100

    /// Nil where no collection of the reader's ever held the object, whatever others hold.
    package func standing(of id: String) async throws -> Standing? {
        try await read { session, readable in
            let lines = try session.rows(
                """
                SELECT l.collection, l.object, l.source, l.position FROM object o CROSS JOIN line l
                WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(id))
                AND o.collection IN (\(list: readable)) ORDER BY l.collection
                """
            ) {
                Standing.Line(
                    collection: try $0.get(0), object: try $0.get(1), source: try $0.get(2),
                    position: try $0.get(3, as: Int?.self))
            }
            var placements: [Standing.Placement] = []
            for line in lines {
                let newest = try session.placements(
                    "e.collection = \(line.collection) AND e.object = \(line.object)", Self.mostVersions)
                placements += newest
                // However many newer ones have been withdrawn since.
                if let position = line.position, !newest.contains(where: { $0.position == position }) {
                    placements += try session.placements(
                        "\(SQL.isEntry(at: position, of: line.collection)) AND e.object = \(line.object)", 1)
                }
            }
            guard !placements.isEmpty else { return nil }
            placements.sort { ($0.version, $0.added) > ($1.version, $1.added) }
            return Standing(
                id: id, placements: placements,
                current: try Self.shown(lines, placements, among: readable, in: session))
        }
    }

    private static func shown(
        _ lines: [Standing.Line], _ placements: [Standing.Placement], among readable: [Int],
        in session: Session
    ) throws -> Standing.Placement? {
        let standing = lines.compactMap { line in
            placements.first { $0.collection.number == line.collection && $0.position == line.position }
                .map { (line: line, placement: $0) }
        }
        guard standing.count > 1 else { return standing.first?.placement ?? placements.first }
        var authors = try Authors(among: readable, in: session)
        let said = try standing.map {
            try authors.authorship(at: $0.placement.position, of: $0.line.collection)
        }
        let words = zip(standing, said).filter { $1?.isConfirmed == true }.map(\.0.placement)
        if let word = words.max(by: { $0.version < $1.version }) { return word }
        // What claims to be somebody's word and isn't comes last.
        let honest = zip(standing, said).filter { $1?.isTrue == true }.map(\.0)
        let candidates = honest.isEmpty ? standing : honest
        var first = candidates[0]
        var stood: (isMirror: Bool, added: Int64)?
        for candidate in candidates {
            // A peer dates its entries itself.
            let isMirror = candidate.placement.collection.kind == .mirror
            let added: Int64 =
                try session.value(
                    """
                    SELECT min(added) FROM entry
                    WHERE collection = \(candidate.line.collection) AND object = \(candidate.line.object)
                    """)
                ?? .max
            if let stood, (stood.isMirror ? 1 : 0, stood.added) <= (isMirror ? 1 : 0, added) { continue }
            (first, stood) = (candidate, (isMirror, added))
        }
        // The same source may have gone on in another collection.
        // All mirrors of one peer say what that peer says.
        let parties = try Parties(among: readable, in: session)
        let peer = parties.peer(of: first.line.collection)
        let own = candidates.filter {
            peer == nil ? $0.line.source == first.line.source : parties.peer(of: $0.line.collection) == peer
        }
        return own.map(\.placement).max { $0.version < $1.version }
    }

    /// The exact bytes of a placement; nil where they have been erased since, or are more than `atMost`.
    package func body(of placement: Standing.Placement, atMost: Int = .max) async throws -> [UInt8]? {
        try await read { session, readable in
            guard readable.contains(placement.collection.number) else { return nil }
            // By the entry, because the number of a body that was erased may have become that of another.
            return try session.value(
                """
                SELECT b.bytes FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
                WHERE \(SQL.isEntry(at: placement.position, of: placement.collection.number))
                AND e.object IS NOT NULL AND length(b.bytes) <= \(atMost)
                """)
        }
    }

    /// What stands under these identifiers, as far as the reader may know: one row for each that does.
    ///
    /// Under the identifier of an organisation only its own word stands (law 4).
    package func names(of ids: [String]) async throws -> [String: (type: String, name: String?)] {
        try await read { try $0.names(of: ids, among: $1) }
    }
}

extension Session {
    /// The placements for which this holds of their entry `e`, newest version first.
    fileprivate func placements(_ condition: SQL, _ limit: Int) throws -> [Standing.Placement] {
        try rows(
            """
            SELECT \(LogCollection.columns), e.position, e.added, e.version, e.marking, e.sha256, f.findings,
                w.position, w.added, w.record
            FROM entry e JOIN collection c ON c.number = e.collection
            LEFT JOIN finding f ON f.collection = e.collection AND f.position = e.position
            LEFT JOIN entry w ON \(SQL.isEntry("w", namedBy: "e", "ended"))
            WHERE \(condition) AND e.body IS NOT NULL ORDER BY e.version DESC, e.position DESC LIMIT \(limit)
            """
        ) { row in
            let findings: String? = try row.get(LogCollection.width + 5)
            var withdrawal: Standing.Withdrawal?
            if let position: Int = try row.get(LogCollection.width + 6, as: Int?.self),
                case .withdraw(_, let reason) = try LogRecord(.withdraw, row.get(LogCollection.width + 8))
            {
                withdrawal = .init(
                    position: position, added: try Timestamp(stored: row.get(LogCollection.width + 7)), reason: reason)
            }
            return Standing.Placement(
                collection: try LogCollection(row), position: try row.get(LogCollection.width),
                added: try Timestamp(stored: row.get(LogCollection.width + 1)),
                version: try Timestamp(stored: row.get(LogCollection.width + 2)),
                marking: try row.get(LogCollection.width + 3), sha256: try row.get(LogCollection.width + 4),
                findings: try findings.map { try JSONDecoder().decode([Finding].self, from: Data($0.utf8)) } ?? [],
                withdrawal: withdrawal)
        }
    }

    /// What stands under these identifiers in readable collections, as `Reader.names(of:)` has it.
    func names(of all: [String], among readable: [Int]) throws -> [String: (type: String, name: String?)] {
        var parties = try Parties(among: readable, in: self)
        var names: [String: (type: String, name: String?)] = [:]
        for ids in all.parts(of: 500) {
            // CROSS JOIN: from the few identifiers to their lines, never the other way round. What is signed here comes first.
            let found = try rows(
                """
                SELECT o.id, l.type, l.name, l.collection, l.said_by FROM object o CROSS JOIN line l
                CROSS JOIN collection c
                WHERE c.number = l.collection AND l.collection = o.collection AND l.object = o.number
                AND \(SQL.isObject(among: ids)) AND o.collection IN (\(list: readable)) AND l.position IS NOT NULL
                ORDER BY CASE c.kind WHEN 'own' THEN 0 ELSE 1 END, l.added, l.number
                """
            ) {
                (
                    id: try $0.get(0, as: String.self),
                    said: (type: try $0.get(1, as: String.self), name: try $0.get(2, as: String?.self)),
                    collection: try $0.get(3, as: Int.self), source: try $0.get(4, as: Int.self)
                )
            }
            for row in found where names[row.id] == nil {
                guard try parties.admits(row.id, from: row.source, in: row.collection) else { continue }
                names[row.id] = row.said
            }
        }
        return names
    }
}
