import Foundation
import STIX
import Storage

/// What the log writes to the tables that pages read, in the transaction that admits.
///
/// Everything here can be dropped and made again from the entries and bodies (law 12).
struct Projections {
    let collection: Int
    let session: Session
    private var counts: [String: Int] = [:]
    private var observables: ObservableProjection

    init(collection: Int, session: Session) {
        self.collection = collection
        self.session = session
        observables = ObservableProjection(collection: collection)
    }

    /// An entry placed this object; readers see it if it is the newest of its line.
    mutating func placed(
        _ candidate: Candidate, object: Int, createdBy: Int?, line: Line?, source: Int, position: Int,
        placement: LogRecord.Placement, objects: inout ObjectNumbers
    ) throws {
        let stix = candidate.object
        if !stix.findings.isEmpty { try keep(stix.findings, of: stix, position: position) }
        let version = placement.version.microseconds
        if let line {
            if stix.revoked, line.revokedFrom.map({ version < $0 }) ?? true {
                try session.run("UPDATE line SET revoked_from = \(version) WHERE number = \(line.number)")
            }
            if let current = line.current {
                guard version > current.version else { return }
                try hide(line.number, position: current.position)
            }
            try session.run(
                """
                UPDATE line SET position = \(position), version = \(version), sha256 = \(placement.sha256),
                    name = \(Self.shortName(stix).sql) WHERE number = \(line.number)
                """)
            try show(line.number, object: object, candidate, objects: &objects)
        } else {
            try session.statement(
                """
                INSERT INTO line (collection, object, type, source, created, created_by, revoked_from, position, version,
                    sha256, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                """
            ).run([
                collection.sql, object.sql, stix.type.sql, source.sql, stix.created?.microseconds.sql ?? .null,
                createdBy.sql, stix.revoked ? version.sql : .null, position.sql, version.sql, placement.sha256.sql,
                Self.shortName(stix).sql,
            ])
            try show(session.lastInserted, object: object, candidate, objects: &objects)
        }
    }

    /// An entry that placed a version no longer stands; readers see the newest that does, if any.
    mutating func ended(line number: Int, object: Int, position: Int, objects: inout ObjectNumbers) throws {
        let current: Int?? = try session.value("SELECT position FROM line WHERE number = \(number)", as: Int?.self)
        guard let shown = current ?? nil, shown == position else { return }
        try hide(number, position: position)
        let next = try session.first(
            """
            SELECT e.position, e.version, e.sha256, b.bytes FROM entry e JOIN body b ON b.number = e.body
            WHERE e.object = \(object) AND e.collection = \(collection) AND e.ended IS NULL
            ORDER BY e.version DESC, e.position LIMIT 1
            """
        ) {
            (
                try $0.get(0, as: Int.self), try $0.get(1, as: Int64.self), try $0.get(2, as: [UInt8].self),
                try $0.get(3, as: [UInt8].self)
            )
        }
        guard let next, let candidate = try Candidate(stored: next.3) else {
            return try session.run(
                "UPDATE line SET position = NULL, version = NULL, sha256 = NULL, name = NULL WHERE number = \(number)")
        }
        try session.run(
            """
            UPDATE line SET position = \(next.0), version = \(next.1), sha256 = \(next.2),
                name = \(Self.shortName(candidate.object).sql) WHERE number = \(number)
            """)
        try show(number, object: object, candidate, objects: &objects)
    }

    /// Entries of this object have been erased; its line says what the remaining ones say, as if they had been the only ones.
    func forgot(_ object: Int) throws {
        var left = try session.rows(
            """
            SELECT e.source, e.version, b.bytes FROM entry e JOIN body b ON b.number = e.body
            WHERE e.object = \(object) AND e.collection = \(collection) ORDER BY e.position
            """
        ) {
            (
                source: try $0.get(0, as: Int.self), version: try $0.get(1, as: Int64.self),
                bytes: try $0.get(2, as: [UInt8].self)
            )
        }
        .makeIterator()
        guard let first = left.next(), let stix = try STIXObject(stored: first.bytes) else { return }
        var revoked = stix.revoked ? first.version : nil
        while let next = left.next() {
            if try STIXObject(stored: next.bytes)?.revoked ?? false { revoked = min(revoked ?? .max, next.version) }
        }
        let author: Int? = try stix.createdByRef.flatMap {
            try session.value("SELECT number FROM object o WHERE \(SQL.isObject($0))")
        }
        try session.run(
            """
            UPDATE line SET source = \(first.source), created = \(stix.created?.microseconds.sql ?? .null),
                created_by = \(author.sql), revoked_from = \(revoked.sql)
            WHERE object = \(object) AND collection = \(collection)
            """)
    }

    /// Writes the counts; the last thing a transaction does here.
    mutating func finish() throws {
        try observables.write(in: session)
        for (type, change) in counts.sorted(by: { $0.key < $1.key }) where change != 0 {
            try session.run(
                """
                INSERT INTO type_count (collection, type, lines) VALUES (\(collection), \(type), \(change))
                ON CONFLICT (collection, type) DO UPDATE SET lines = type_count.lines + excluded.lines
                """)
        }
        // A type of which nothing stands any more leaves no name behind.
        if !counts.isEmpty { try session.run("DELETE FROM type_count WHERE collection = \(collection) AND lines = 0") }
        counts = [:]
    }

    private mutating func show(_ line: Int, object: Int, _ candidate: Candidate, objects: inout ObjectNumbers) throws {
        counts[candidate.object.type, default: 0] += 1
        try SearchProjection.index.add(line, tokens: candidate.tokens, in: session)
        try LinkProjection.show(line, object: object, candidate.object, objects: &objects, in: session)
        try observables.show(line, candidate.object, in: session)
    }

    /// `position` is the entry that was shown; its body is still here.
    private mutating func hide(_ line: Int, position: Int) throws {
        let bytes: [UInt8]? = try session.value(
            """
            SELECT b.bytes FROM entry e JOIN body b ON b.number = e.body
            WHERE e.collection = \(collection) AND e.position = \(position)
            """)
        guard let bytes, let candidate = try Candidate(stored: bytes) else {
            throw LedgerError(.damagedLog, "entry \(position) is shown, but its body is missing")
        }
        counts[candidate.object.type, default: 0] -= 1
        try SearchProjection.index.remove(line, tokens: candidate.tokens, in: session)
        try LinkProjection.hide(line, in: session)
        try observables.hide(line, candidate.object, in: session)
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
        try session.run(
            """
            INSERT INTO finding (collection, position, findings) VALUES (\(collection), \(position), \(text))
            ON CONFLICT (collection, position) DO NOTHING
            """)
    }

    /// Lists need no more than this; the page reads the body.
    private static func shortName(_ object: STIXObject) -> String? {
        object.name.map { String($0.prefix(200)) }
    }
}

extension Candidate {
    /// An object as it was when it came in; nil only where its bytes have been damaged since.
    init?(stored bytes: [UInt8]) throws {
        guard let object = try STIXObject(stored: bytes) else { return nil }
        self.init(object)
    }
}

extension STIXObject {
    /// An object as it was when it came in; nil where the bytes are not one that was accepted.
    init?(stored bytes: [UInt8]) throws {
        var found: STIXObject?
        var scanner = ObjectScanner()
        let take = { (scanned: Scanned) in
            if case .object(let object) = scanned { found = object }
        }
        try bytes.withUnsafeBytes { try scanner.feed($0, take) }
        try scanner.finish(take)
        guard let found else { return nil }
        self = found
    }
}
