import MerkleLog
import STIX
import Storage

/// The end of one collection's log while a transaction appends to it.
///
/// The head is read inside the write transaction, so two processes can't continue the same entry (law 11).
struct LogAppender {
    private(set) var collection: LogCollection
    let session: Session
    let before: TreeHead
    private var tree: TreeBuilder
    private var size: Int
    private var lastAdded: Int64
    private let now: Timestamp
    private var salts: ArraySlice<UInt8>
    private let random: @Sendable (Int) -> [UInt8]
    private let insert: Statement
    /// Whose hand it is; nil for what somebody says, which its import tells.
    private let hand: Hand?

    /// - Throws: `readOnly` for a mirror.
    init(
        _ collection: LogCollection, in session: Session, surroundings: Surroundings, by hand: Hand? = nil
    ) throws {
        guard collection.kind == .own else {
            throw LedgerError(
                .readOnly, "\(collection.alias) mirrors another gateway's log; only that gateway adds to it")
        }
        self.collection = collection
        self.session = session
        self.hand = hand
        tree = try TreeBuilder(
            size: collection.size, reading: TileTable(collection: collection.number, session: session))
        before = tree.head
        size = collection.size
        lastAdded = collection.lastAdded?.microseconds ?? .min
        now = surroundings.now()
        salts = []
        random = surroundings.random
        insert = try session.statement(
            """
            INSERT INTO entry (collection, position, kind, added, commitment, salt, record,
                object, version, marking, sha256, body, source)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """)
    }

    /// What the next entry will be dated: max(now, last + 1 µs).
    var nextDate: Timestamp { Timestamp(clamping: max(now.microseconds, lastAdded &+ 1)) }

    /// Appends the entry that places a body.
    mutating func place(_ placement: LogRecord.Placement, object: Int, body: Int, source: Int) throws -> ShownEntry {
        let added = nextDate.microseconds
        let position = try append(
            .place(placement), record: nil,
            columns: [
                object.sql, placement.version.microseconds.sql, placement.marking.sql, placement.sha256.sql, body.sql,
                source.sql,
            ])
        return ShownEntry(
            number: session.lastInserted, position: position, version: placement.version.microseconds,
            marking: placement.marking, added: added, source: source, sha256: placement.sha256)
    }

    /// Appends an entry of any other kind; returns its position.
    ///
    /// - Parameter source: who takes back what they said; nil for what an operator did.
    @discardableResult
    mutating func append(_ record: LogRecord, by source: Int? = nil) throws -> Int {
        try append(
            record, record: try record.bytes(), columns: Array(repeating: .null, count: 5) + [source.sql])
    }

    private mutating func append(_ record: LogRecord, record stored: [UInt8]?, columns: [Value]) throws -> Int {
        if salts.isEmpty { salts = random(256 * 32)[...] }
        let salt = Array(salts.prefix(32))
        salts.removeFirst(32)
        let leaf = Leaf(
            kind: record.kind, dateAdded: nextDate,
            commitment: LogRecord.commitment(salt: salt, record: try stored ?? record.bytes()))
        let position = size
        try insert.run(
            [
                collection.number.sql, position.sql, leaf.kind.sql, leaf.dateAdded.microseconds.sql,
                leaf.commitment.sql,
                salt.sql, stored.sql,
            ] + columns)
        tree.append(.leaf(leaf.bytes))
        size += 1
        lastAdded = leaf.dateAdded.microseconds
        return position
    }

    /// Writes the tiles and the new size; returns what is to be signed once this transaction is durable.
    mutating func finish() throws -> GrownLog {
        try TileTable(collection: collection.number, session: session).save(tree.takeChangedTiles())
        try session.run(
            """
            UPDATE collection SET size = \(size), last_added = \(lastAdded)
            WHERE number = \(collection.number)
            """)
        if let hand { try session.note(hand, at: before.size..<size, of: collection.number) }
        return GrownLog(collection: collection, before: before, head: tree.head)
    }
}

/// A log's head before and after a transaction.
struct GrownLog: Sendable {
    let collection: LogCollection
    let before: TreeHead
    let head: TreeHead
}
