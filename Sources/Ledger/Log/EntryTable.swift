import STIX
import Storage

/// The entries of one collection's log, as whoever extends it writes them: an appender its own, a mirror its peer's.
struct EntryTable {
    private let collection: Int
    private let insert: Appender

    init(_ collection: LogCollection, in session: Session) throws {
        self.collection = collection.number
        insert = try session.appender(
            to: "entry", "collection", "position", "kind", "added", "commitment", "salt", "record", "object", "version",
            "marking", "sha256", "body", "source", "number")
    }

    /// What a placement has in columns instead of a record.
    struct Placed {
        let object: Int
        let placement: LogRecord.Placement
        /// Nil where a mirror lacks it.
        let body: Int?
        let source: Int
    }

    /// Writes an entry that places something.
    ///
    /// - Returns: the entry as readers see it if it is shown.
    func place(_ placed: Placed, _ leaf: Leaf, at position: Int, salt: [UInt8]?) throws -> ShownEntry {
        let placement = placed.placement
        try write(
            leaf, at: position, salt: salt, record: nil,
            columns: [
                placed.object.sql, placement.version.microseconds.sql, placement.marking.sql, placement.sha256.sql,
                placed.body.sql, placed.source.sql,
            ])
        return ShownEntry(
            number: Numbering.number(position, in: collection), position: position,
            version: placement.version.microseconds,
            marking: placement.marking, added: leaf.dateAdded.microseconds, source: placed.source,
            sha256: placement.sha256)
    }

    /// Writes an entry of any other kind, or one of which nothing but the leaf is here.
    ///
    /// - Parameter source: who takes back what they said; nil for anybody else.
    func add(_ leaf: Leaf, at position: Int, salt: [UInt8]?, record: [UInt8]?, by source: Int? = nil) throws {
        try write(
            leaf, at: position, salt: salt, record: record,
            columns: Array(repeating: .null, count: 5) + [source.sql])
    }

    private func write(_ leaf: Leaf, at position: Int, salt: [UInt8]?, record: [UInt8]?, columns: [Value]) throws {
        try insert.append(
            [
                collection.sql, position.sql, leaf.kind.sql, leaf.dateAdded.microseconds.sql, leaf.commitment.sql,
                salt.sql, record.sql,
            ] + columns + [Numbering.number(position, in: collection).sql])
    }
}
