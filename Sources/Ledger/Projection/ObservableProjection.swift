import STIX
import Storage

/// Which observable values the objects that readers see now name: for Check, and for what touches a constituency.
///
/// Keys come in random order, so those of a transaction are written in theirs: a page of the index is then written once.
struct ObservableProjection: Projection {
    static let tables = ["observable"]

    private let collection: Int
    private let session: Session
    private var pending: [Int: [ObservableKey]] = [:]
    private var count = 0

    private static let mostPending = 100_000

    init(collection: Int, in session: Session) { (self.collection, self.session) = (collection, session) }

    mutating func show(_ shown: ShownObject, objects: ObjectNumbers) throws {
        let keys = shown.candidate.keys
        guard !keys.isEmpty else { return }
        pending[shown.line] = keys
        count += keys.count
        if count > Self.mostPending { try finish() }
    }

    mutating func hide(_ shown: ShownObject) throws {
        if let keys = pending.removeValue(forKey: shown.line) {
            count -= keys.count
            return
        }
        let remove = try session.statement("DELETE FROM observable WHERE collection = ?1 AND key = ?2 AND line = ?3")
        for key in shown.candidate.keys { try remove.run([collection.sql, key.bytes.sql, shown.line.sql]) }
    }

    /// Writes what is pending.
    mutating func finish() throws {
        guard !pending.isEmpty else { return }
        var rows: [(order: UInt128, key: [UInt8], line: Int)] = []
        rows.reserveCapacity(count)
        for (line, keys) in pending {
            for key in keys { rows.append((Self.order(key.bytes), key.bytes, line)) }
        }
        rows.sort { ($0.order, $0.line) < ($1.order, $1.line) }
        let insert = try session.appender(to: "observable", "collection", "key", "line")
        for row in rows { try insert.append([collection.sql, row.key.sql, row.line.sql]) }
        pending = [:]
        count = 0
    }

    /// The first bytes as a number, which compares faster than bytes do.
    private static func order(_ bytes: [UInt8]) -> UInt128 {
        var order: UInt128 = 0
        for index in 0..<16 { order = order << 8 | UInt128(index < bytes.count ? bytes[index] : 0) }
        return order
    }
}
