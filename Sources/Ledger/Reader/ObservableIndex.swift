import STIX
import Storage

/// The index of observable values, as far as a reader's collections go: no other row of it is looked at.
struct ObservableIndex {
    private let session: Session
    private let collections: [Value]
    private let exact: Statement
    private let range: Statement
    private let newest: Statement
    private var lengths: [UInt8: [Int]] = [:]

    init(_ session: Session, _ readable: [Int]) throws {
        self.session = session
        collections = readable.map(\.sql)
        func among(from first: Int) -> String {
            readable.isEmpty ? "NULL" : readable.indices.map { "?\($0 + first)" }.joined(separator: ", ")
        }
        exact = try session.statement(
            "SELECT line FROM observable WHERE collection IN (\(among(from: 3))) AND key = ?1 LIMIT ?2")
        range = try session.statement(
            "SELECT line FROM observable WHERE collection IN (\(among(from: 4))) AND key >= ?1 AND key < ?2 LIMIT ?3")
        newest = try session.statement(
            """
            SELECT x.line, l.added FROM
            (SELECT collection, line FROM observable WHERE collection = ?1 AND key = ?2 ORDER BY line DESC LIMIT ?3) x
            CROSS JOIN line l WHERE l.collection = x.collection AND l.number = x.line
            """)
    }

    /// The lines that name a value of a range, at most so many.
    func lines(_ keys: ObservableKeyRange, atMost most: Int) throws -> [Int] {
        try read(range, [keys.from.sql, keys.to.sql, most.sql])
    }

    /// The lines that name a value or what is at it or around it, the closest first, at most so many.
    ///
    /// - Parameter isNewestFirst: whether of many lines with one key the newest are wanted, which costs a look at all of them.
    mutating func naming(_ value: ObservableValue, atMost most: Int, isNewestFirst: Bool = false) throws
        -> [(line: Int, how: Mention.How)]
    {
        var lines: [(line: Int, how: Mention.How)] = []
        var seen: Set<Int> = []
        func add(_ found: [Int], _ how: Mention.How) {
            for line in found where lines.count < most && seen.insert(line).inserted { lines.append((line, how)) }
        }
        func add(_ key: ObservableKey, _ how: Mention.How) throws {
            guard lines.count < most else { return }
            add(
                try isNewestFirst ? newest(key, atMost: most) : read(exact, [key.bytes.sql, most.sql]), how)
        }
        for key in ObservableKey.exact(value) { try add(key, .exactly) }
        let isAtHost = value.kind == .url || value.kind == .email
        if let host = value.domain { try add(ObservableKey(domain: host, isHost: !isAtHost), .host) }
        if let prefix = value.prefix {
            if isAtHost || prefix.isAddress { try add(ObservableKey(prefix, isHost: !isAtHost), .host) }
            for length in try lengths(prefix.version, isHost: false) where length != prefix.length && lines.count < most
            {
                let range = ObservableKeyRange.touching(prefix, length: length, isHost: false)
                add(try self.lines(range, atMost: most), length < prefix.length ? .network : .inside)
            }
        }
        return lines
    }

    /// The newest of each collection, and of these the newest.
    private func newest(_ key: ObservableKey, atMost most: Int) throws -> [Int] {
        var lines: [(line: Int, added: Int64)] = []
        for collection in collections {
            try newest.each([collection, key.bytes.sql, most.sql]) {
                lines.append((try $0.get(0), try $0.get(1)))
                return true
            }
            guard lines.count > most else { continue }
            lines.sort { ($0.added, $0.line) > ($1.added, $1.line) }
            lines.removeLast(lines.count - most)
        }
        return lines.map(\.line)
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
