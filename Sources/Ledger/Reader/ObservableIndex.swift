import STIX
import Storage

/// The index of observable values, as far as a reader's collections go: no other row of it is looked at.
struct ObservableIndex {
    private let session: Session
    private let collections: [Value]
    private let exact: Statement
    private let range: Statement
    private var lengths: [UInt8: [Int]] = [:]

    init(_ session: Session, _ readable: [Int]) throws {
        self.session = session
        collections = readable.map(\.sql)
        let places = readable.indices.map { "?\($0 + 4)" }.joined(separator: ", ")
        let among = readable.isEmpty ? "NULL" : places
        exact = try session.statement(
            "SELECT line FROM observable WHERE collection IN (\(among)) AND key = ?1 LIMIT ?3")
        range = try session.statement(
            "SELECT line FROM observable WHERE collection IN (\(among)) AND key >= ?1 AND key < ?2 LIMIT ?3")
    }

    /// The lines that name a value, at most so many.
    func lines(_ key: ObservableKey, atMost most: Int) throws -> [Int] {
        try read(exact, [key.bytes.sql, .null, most.sql])
    }

    /// The lines that name a value of a range, at most so many.
    func lines(_ keys: ObservableKeyRange, atMost most: Int) throws -> [Int] {
        try read(range, [keys.from.sql, keys.to.sql, most.sql])
    }

    private func read(_ statement: Statement, _ values: [Value]) throws -> [Int] {
        var lines: [Int] = []
        guard !collections.isEmpty else { return [] }
        try statement.each(values + collections) {
            lines.append(try $0.get(0))
            return true
        }
        return lines
    }

    /// The lengths that prefixes of this version have in the index: a handful, found by leaping from one to the next.
    mutating func lengths(_ version: IPPrefix.Version, isHost: Bool) throws -> [Int] {
        let tag = ObservableKey.Tag(version).rawValue | (isHost ? 0x80 : 0)
        if let known = lengths[tag] { return known }
        var found: Set<Int> = []
        for collection in collections {
            var next = 0
            while next <= version.width {
                let key = try session.statement(
                    "SELECT key FROM observable WHERE collection = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT 1"
                ).first([collection, [tag, UInt8(next)].sql, [tag, 255].sql]) { try $0.get(0, as: [UInt8].self) }
                guard let key, key.count > 1 else { break }
                found.insert(Int(key[1]))
                next = Int(key[1]) + 1
            }
        }
        lengths[tag] = found.sorted()
        return lengths[tag] ?? []
    }
}
