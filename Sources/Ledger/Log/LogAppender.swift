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
    private let entries: EntryTable
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
        entries = try EntryTable(collection, in: session)
    }

    /// What the next entry will be dated: max(now, last + 1 µs).
    var nextDate: Timestamp { Timestamp(clamping: max(now.microseconds, lastAdded &+ 1)) }

    /// The number that the next entry will have.
    var nextNumber: Int { Numbering.number(size, in: collection.number) }

    /// Appends the entry that places a body.
    mutating func place(_ placement: LogRecord.Placement, object: Int, body: Int, source: Int) throws -> ShownEntry {
        let record = LogRecord.place(placement)
        let (leaf, salt) = try next(record, try record.bytes())
        let shown = try entries.place(
            .init(object: object, placement: placement, body: body, source: source), leaf, at: size, salt: salt)
        grow(by: leaf)
        return shown
    }

    /// Appends an entry of any other kind; returns its position.
    ///
    /// - Parameter source: who takes back what they said; nil for what an operator did.
    @discardableResult
    mutating func append(_ record: LogRecord, by source: Int? = nil) throws -> Int {
        let bytes = try record.bytes()
        let (leaf, salt) = try next(record, bytes)
        let position = size
        try entries.add(leaf, at: position, salt: salt, record: bytes, by: source)
        grow(by: leaf)
        return position
    }

    private mutating func next(_ record: LogRecord, _ bytes: [UInt8]) throws -> (Leaf, salt: [UInt8]) {
        if salts.isEmpty { salts = random(256 * 32)[...] }
        let salt = Array(salts.prefix(32))
        salts.removeFirst(32)
        let commitment = LogRecord.commitment(salt: salt, record: bytes)
        return (Leaf(kind: record.kind, dateAdded: nextDate, commitment: commitment), salt)
    }

    private mutating func grow(by leaf: Leaf) {
        tree.append(.leaf(leaf.bytes))
        size += 1
        lastAdded = leaf.dateAdded.microseconds
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
