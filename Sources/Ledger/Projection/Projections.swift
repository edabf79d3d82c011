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
    /// Lines that this transaction has changed, by the number of their object; the table hears of them together.
    private var pending: [Int: PendingLine] = [:]
    private var pendingBytes = 0
    /// Lines as the table has them, of all that comes; nil where nobody has looked them up.
    private var known: [Int: Line]?

    init(collection: Int, in session: Session, of kinds: [any Projection.Type]) throws {
        self.collection = collection
        self.session = session
        objects = try ObjectNumbers(of: collection, in: session)
        members = try kinds.map { ($0, try $0.init(collection: collection, in: session)) }
        begin = try session.appender(
            to: "line", "number", "collection", "object", "type", "source", "created", "created_by", "revoked_from",
            "position", "version", "marking", "added", "said_by", "sha256", "name")
    }

    /// The line of an object as it is now; nil where it has none.
    func line(of object: Int) throws -> Line? {
        if let pending = pending[object] { return pending.line }
        if let known { return known[object] }
        return try Line(object: object, collection: collection, in: session)
    }

    /// Looks up together the lines of all that a transaction brings, before it has changed any: no other is asked for afterwards.
    mutating func learnLines(of objects: [Int]) throws {
        known = try Line.all(of: objects, collection: collection, in: session)
    }

    /// An entry placed this object; readers see it if it is the newest of its line.
    ///
    /// - Parameter line: that of the object, as ``line(of:)`` has it.
    mutating func placed(_ candidate: Candidate, object: Int, createdBy: Int?, line: Line?, entry: ShownEntry) throws {
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
            let waiting = pending[object] ?? PendingLine(line)
            waiting.add(candidate, entry, createdBy: createdBy, takesOver: takesOver)
            pending[object] = waiting
        } else {
            pending[object] = PendingLine(beginningWith: candidate, entry, createdBy: createdBy)
        }
        pendingBytes += stix.bytes.count
        if pending.count >= Self.mostPending || pendingBytes >= Self.mostPendingBytes { try write() }
    }

    /// Lines that wait to be written, and bytes of the objects that they show, at most.
    private static let mostPending = 20_000
    private static let mostPendingBytes = 24 << 20

    /// Writes the lines that wait, and tells the projections what is shown from now on, in the order of the log.
    mutating func write() throws {
        guard !pending.isEmpty else { return }
        let lines = pending.map { (object: $0.key, line: $0.value, number: $0.value.shown?.entry.number ?? 0) }
            .sorted { $0.number < $1.number }
        (pending, pendingBytes, known) = ([:], 0, nil)
        let changed = lines.filter { $0.line.shown != nil }
        let replaced = changed.filter { $0.line.base?.current != nil }
        try hide(replaced.map { ($0.line.base?.number ?? 0, $0.object) })
        try forget(changed.compactMap(\.line.base?.number))
        for (object, line, _) in lines where line.shown == nil {
            try session.run(
                """
                UPDATE line SET source = \(line.source), created = \(line.created.sql), created_by = \(line.createdBy.sql),
                    revoked_from = \(line.revokedFrom.sql) WHERE collection = \(collection) AND object = \(object)
                """)
        }
        for (object, line, _) in changed {
            guard let (candidate, entry) = line.shown else { continue }
            try begin.append([
                entry.number.sql, collection.sql, object.sql, candidate.object.type.sql, line.source.sql,
                line.created.sql, line.createdBy.sql, line.revokedFrom.sql,
                entry.position.sql, entry.version.sql, entry.marking.sql, entry.added.sql, entry.source.sql,
                entry.sha256.sql, Self.shortName(candidate.object).sql,
            ])
            try index(candidate, as: entry, object: object)
        }
    }

    /// Takes lines out of the table, whose rows come anew.
    private func forget(_ numbers: [Int]) throws {
        for some in numbers.sorted().parts(of: 500) {
            try session.run("DELETE FROM line WHERE collection = \(collection) AND number IN (\(list: some))")
        }
    }

    /// An entry that placed a version no longer stands; readers see the newest that does, if any.
    mutating func ended(_ object: Int, position: Int) throws {
        try write()
        known = nil
        guard let line = try line(of: object), let shown = line.current, shown.position == position else { return }
        let number = line.number
        try hide([(number, object)])
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
    mutating func forgot(_ object: Int) throws {
        try write()
        known = nil
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
        try write()
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

    /// The entries that these lines show are shown no longer; their bodies are still here.
    private mutating func hide(_ lines: [(number: Int, object: Int)]) throws {
        for some in lines.sorted(by: { $0.number < $1.number }).parts(of: 200) {
            let found = try session.rows(
                """
                SELECT e.number, e.position, e.version, e.marking, e.added, e.source, e.object, b.bytes
                FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
                WHERE e.collection = \(collection) AND e.number IN (\(list: some.map(\.number))) ORDER BY e.number
                """
            ) {
                (
                    ShownEntry(
                        number: try $0.get(0), position: try $0.get(1), version: try $0.get(2), marking: try $0.get(3),
                        added: try $0.get(4), source: try $0.get(5), sha256: []),
                    try $0.get(6, as: Int.self), try $0.get(7, as: [UInt8].self)
                )
            }
            guard found.count == some.count else {
                throw LedgerError(.damagedLog, "an entry of collection \(collection) is shown, but its body is missing")
            }
            for (entry, object, bytes) in found {
                guard let candidate = try Candidate(stored: bytes) else {
                    throw LedgerError(
                        .damagedLog, "the body of entry \(entry.position) of collection \(collection) is damaged")
                }
                let shown = ShownObject(object: object, candidate: candidate, entry: entry)
                for index in members.indices where members[index].kind.wants(candidate.object.type) {
                    try members[index].projection.hide(shown)
                }
            }
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
