import Foundation
import STIX
import Storage

/// What readers see of one collection: its version lines and findings, and the projections that follow them.
///
/// All of it can be dropped and made again from the entries and bodies (law 12).
struct Projections {
    let collection: Int
    let session: Session
    /// The numbers of what is named here.
    let objects: ObjectNumbers
    private var members: [(kind: any Projection.Type, projection: any Projection)]
    private let begin: Appender

    init(collection: Int, in session: Session, of kinds: [any Projection.Type]) throws {
        self.collection = collection
        self.session = session
        objects = try ObjectNumbers(of: collection, in: session)
        members = try kinds.map { ($0, try $0.init(collection: collection, in: session)) }
        begin = try session.appender(
            to: "line", "number", "collection", "object", "type", "source", "created", "created_by", "revoked_from",
            "position", "version", "marking", "added", "said_by", "sha256", "name")
    }

    /// An entry placed this object; readers see it if it is the newest of its line.
    mutating func placed(
        _ candidate: Candidate, object: Int, createdBy: Int?, line: Line?, entry: ShownEntry
    ) throws {
        let stix = candidate.object
        let takesOver =
            try line.map { try $0.source != entry.source && session.isWord(of: stix, from: entry.source) } ?? false
        var findings = stix.findings
        if let line, !takesOver {
            findings += Line.changes(in: stix, by: createdBy, from: (line.created, line.createdBy))
        }
        if !findings.isEmpty { try keep(findings, of: stix, position: entry.position) }
        if let blob = candidate.blob { try session.note(blob, namedAt: entry.position, in: collection) }
        if let line {
            if takesOver {
                // The organisation speaks for itself from here on; what others had begun has been decided upon (law 4).
                try session.run(
                    """
                    UPDATE line SET source = \(entry.source), created = \((stix.created?.microseconds).sql),
                        created_by = \(createdBy.sql), revoked_from = NULL
                    WHERE collection = \(collection) AND number = \(line.number)
                    """)
            }
            if stix.revoked, takesOver || line.revokedFrom.map({ entry.version < $0 }) ?? true {
                try session.run(
                    """
                    UPDATE line SET revoked_from = \(entry.version)
                    WHERE collection = \(collection) AND number = \(line.number)
                    """)
            }
            if let current = line.current {
                guard entry.version > current.version else { return }
                // What others say of an observable stands beside what its line's own source says of it.
                let isOthers = current.saidBy == line.source && entry.source != line.source
                if candidate.version == nil, isOthers, !takesOver { return }
                try hide(line.number, object: object)
            }
            try show(candidate, as: entry, of: line.number, object: object)
        } else {
            try begin.append([
                entry.number.sql, collection.sql, object.sql, stix.type.sql, entry.source.sql,
                stix.created?.microseconds.sql ?? .null, createdBy.sql, stix.revoked ? entry.version.sql : .null,
                entry.position.sql, entry.version.sql, entry.marking.sql, entry.added.sql, entry.source.sql,
                entry.sha256.sql, Self.shortName(stix).sql,
            ])
            try index(candidate, as: entry, object: object)
        }
    }

    /// An entry that placed a version no longer stands; readers see the newest that does, if any.
    mutating func ended(line number: Int, object: Int, position: Int) throws {
        let current: Int?? = try session.value(
            "SELECT position FROM line WHERE collection = \(collection) AND number = \(number)", as: Int?.self)
        guard let shown = current ?? nil, shown == position else { return }
        try hide(number, object: object)
        let next = try session.first(
            """
            SELECT e.number, e.position, e.version, e.marking, e.added, e.source, e.sha256, b.bytes
            FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
            JOIN line l ON l.collection = e.collection AND l.number = \(number)
            WHERE e.object = \(object) AND e.collection = \(collection) AND e.ended IS NULL
            ORDER BY CASE WHEN e.version = e.added AND e.source <> l.source THEN 1 ELSE 0 END,
                e.version DESC, e.position LIMIT 1
            """
        ) {
            (
                ShownEntry(
                    number: try $0.get(0), position: try $0.get(1), version: try $0.get(2), marking: try $0.get(3),
                    added: try $0.get(4), source: try $0.get(5), sha256: try $0.get(6)),
                try $0.get(7, as: [UInt8].self)
            )
        }
        guard let (entry, bytes) = next, let candidate = try Candidate(stored: bytes) else {
            return try session.run(
                """
                UPDATE line SET position = NULL, version = NULL, marking = NULL, added = NULL, said_by = NULL,
                    sha256 = NULL, name = NULL WHERE collection = \(collection) AND number = \(number)
                """)
        }
        try show(candidate, as: entry, of: number, object: object)
    }

    /// Entries of this object have been erased; its line says what the remaining ones say, as if they had been the only ones.
    func forgot(_ object: Int) throws {
        let left = try session.rows(
            """
            SELECT e.source, e.version, e.position, b.bytes
            FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE e.object = \(object) AND e.collection = \(collection) ORDER BY e.position
            """
        ) {
            (
                source: try $0.get(0, as: Int.self), version: try $0.get(1, as: Int64.self),
                position: try $0.get(2, as: Int.self), bytes: try $0.get(3, as: [UInt8].self)
            )
        }
        var line: (source: Int, created: Int64?, createdBy: Int?)?
        var revoked: Int64?
        for entry in left {
            guard let stix = try STIXObject(stored: entry.bytes) else { continue }
            let author = try stix.createdByRef.map { try objects.number($0) }
            var findings = stix.findings
            if let line, try entry.source == line.source || !session.isWord(of: stix, from: entry.source) {
                findings += Line.changes(in: stix, by: author, from: (line.created, line.createdBy))
            } else {
                line = (entry.source, stix.created?.microseconds, author)
                revoked = nil
            }
            if stix.revoked { revoked = min(revoked ?? .max, entry.version) }
            try session.run("DELETE FROM finding WHERE collection = \(collection) AND position = \(entry.position)")
            if !findings.isEmpty { try keep(findings, of: stix, position: entry.position) }
        }
        guard let line else { return }
        try session.run(
            """
            UPDATE line SET source = \(line.source), created = \(line.created.sql), created_by = \(line.createdBy.sql),
                revoked_from = \(revoked.sql)
            WHERE object = \(object) AND collection = \(collection)
            """)
    }

    /// The last thing a transaction does here.
    mutating func finish() throws {
        for index in members.indices { try members[index].projection.finish() }
    }

    /// The line shows this entry from now on, and has its number.
    private mutating func show(
        _ candidate: Candidate, as entry: ShownEntry, of line: Int, object: Int
    ) throws {
        try session.statement(
            """
            UPDATE line SET number = ?1, position = ?2, version = ?3, marking = ?4, added = ?5, said_by = ?6, sha256 = ?7,
                name = ?8 WHERE collection = ?10 AND number = ?9
            """
        ).run([
            entry.number.sql, entry.position.sql, entry.version.sql, entry.marking.sql, entry.added.sql,
            entry.source.sql, entry.sha256.sql, Self.shortName(candidate.object).sql, line.sql,
            collection.sql,
        ])
        try index(candidate, as: entry, object: object)
    }

    private mutating func index(
        _ candidate: Candidate, as entry: ShownEntry, object: Int
    ) throws {
        let shown = ShownObject(object: object, candidate: candidate, entry: entry)
        for index in members.indices where members[index].kind.wants(candidate.object.type) {
            try members[index].projection.show(shown, objects: objects)
        }
    }

    /// The entry that the line shows is shown no longer; its body is still here.
    private mutating func hide(_ line: Int, object: Int) throws {
        let found = try session.statement(
            """
            SELECT e.position, e.version, e.marking, e.added, e.source, b.bytes
            FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE e.collection = ?1 AND e.number = ?2
            """
        ).first([collection.sql, line.sql]) {
            (
                ShownEntry(
                    number: line, position: try $0.get(0), version: try $0.get(1), marking: try $0.get(2),
                    added: try $0.get(3), source: try $0.get(4), sha256: []),
                try $0.get(5, as: [UInt8].self)
            )
        }
        guard let (entry, bytes) = found, let candidate = try Candidate(stored: bytes) else {
            throw LedgerError(.damagedLog, "an entry of collection \(collection) is shown, but its body is missing")
        }
        let shown = ShownObject(object: object, candidate: candidate, entry: entry)
        for index in members.indices where members[index].kind.wants(candidate.object.type) {
            try members[index].projection.hide(shown)
        }
    }

    /// Places are kept from the beginning of the object: where it stood in some input, nobody can look up later.
    private func keep(_ findings: [Finding], of object: STIXObject, position: Int) throws {
        let findings = findings.map {
            Finding(
                severity: $0.severity, code: $0.code, pointer: $0.pointer, offset: $0.offset - object.offset,
                sentence: $0.sentence, section: $0.section)
        }
        let encoder = JSONEncoder()
        // The same each time, so that a rebuilt table is the same table.
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(findings), as: UTF8.self)
        try session.appender(to: "finding", "collection", "position", "findings")
            .append([collection.sql, position.sql, text.sql])
    }

    /// Lists need no more than this; the page reads the body.
    private static func shortName(_ object: STIXObject) -> String? {
        object.name.map { String($0.prefix(200)) }
    }
}
