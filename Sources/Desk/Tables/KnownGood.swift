package import Ledger
package import STIX
import Storage

/// The lists of values that are known to be harmless, as this gateway keeps them.
///
/// Whoever can check can see them: they are lists that others publish.
package struct KnownGood: Sendable {
    /// The first byte of the keys of substrings, which no value has.
    static let substring: UInt8 = 1

    private let database: Database
    private let now: @Sendable () -> Timestamp

    package init(_ ledger: GatewayLedger) {
        database = ledger.database
        now = ledger.surroundings.now
    }

    /// A list without its entries.
    package struct Summary: Sendable, Hashable {
        package let name: String
        package let description: String
        package let version: Int
        package let kind: Warninglist.Kind
        package let entries: Int
        package let imported: Timestamp
    }

    /// What an import did.
    package struct Kept: Sendable, Equatable {
        package let entries: Int
        /// Entries that no value can equal, and that were left out.
        package let skipped: Int
        /// Whether a list of that name was there and has been replaced.
        package let isReplacement: Bool
    }

    /// Keeps a list in place of one with the same name.
    package func keep(_ list: Warninglist) async throws -> Kept {
        try await database.write { [now] session in
            let isReplacement = try Self.remove(list.name, in: session)
            try session.run(
                """
                INSERT INTO known_good (name, description, version, kind, entries, imported)
                VALUES (\(list.name), \(list.description), \(list.version), \(list.kind.rawValue), 0, \(now().microseconds))
                """)
            let number = session.lastInserted
            let insert = try session.statement(
                "INSERT INTO known_good_entry (key, list, entry) VALUES (?1, ?2, ?3) ON CONFLICT (key, list) DO NOTHING"
            )
            var entries = 0
            var skipped = 0
            for entry in list.entries {
                guard let key = list.key(of: entry) else {
                    skipped += 1
                    continue
                }
                try insert.run([key.sql, number.sql, entry.sql])
                entries += session.changes
            }
            try session.run("UPDATE known_good SET entries = \(entries) WHERE number = \(number)")
            return Kept(entries: entries, skipped: skipped, isReplacement: isReplacement)
        }
    }

    /// False where there is no list of that name.
    package func remove(_ name: String) async throws -> Bool {
        try await database.write { try Self.remove(name, in: $0) }
    }

    private static func remove(_ name: String, in session: Session) throws -> Bool {
        guard let number: Int = try session.value("SELECT number FROM known_good WHERE name = \(name)") else {
            return false
        }
        try session.run("DELETE FROM known_good_entry WHERE list = \(number)")
        try session.run("DELETE FROM known_good WHERE number = \(number)")
        return true
    }

    /// Every list, by name.
    package func all() async throws -> [Summary] {
        try await database.read { session in
            try session.rows("SELECT name, description, version, kind, entries, imported FROM known_good ORDER BY name")
            {
                Summary(
                    name: try $0.get(0), description: try $0.get(1), version: try $0.get(2), kind: try $0.get(3),
                    entries: try $0.get(4), imported: Timestamp(clamping: try $0.get(5)))
            }
        }
    }

    /// On which lists each of these values is, by name; a value on none has no entry.
    func lists(holding values: [ObservableValue]) async throws -> [ObservableValue: [String]] {
        try await database.read { session in
            var look = try Look(session)
            var found: [ObservableValue: [String]] = [:]
            for value in values {
                let names = try look.names(value)
                if !names.isEmpty { found[value] = names.sorted() }
            }
            return found
        }
    }
}

extension Warninglist.Kind: SQLValue {}

/// One look at the lists, for many values.
private struct Look {
    private let exact: Statement
    private let names: [Int: String]
    private let substrings: [(text: String, list: Int)]
    /// The lengths that networks on the lists have, by version.
    private let lengths: [IPPrefix.Version: [Int]]

    init(_ session: Session) throws {
        exact = try session.statement("SELECT list FROM known_good_entry WHERE key = ?1")
        names = Dictionary(
            uniqueKeysWithValues: try session.rows("SELECT number, name FROM known_good") {
                (try $0.get(0, as: Int.self), try $0.get(1, as: String.self))
            })
        substrings = try session.rows(
            """
            SELECT entry, list FROM known_good_entry
            WHERE key >= \([KnownGood.substring]) AND key < \([KnownGood.substring + 1])
            """
        ) { (try $0.get(0, as: String.self).lowercased(), try $0.get(1, as: Int.self)) }
        var lengths: [IPPrefix.Version: [Int]] = [:]
        let next = try session.statement(
            "SELECT key FROM known_good_entry WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT 1")
        for version in IPPrefix.Version.allCases {
            var length = 0
            while length <= version.width {
                let from = [version.rawValue, UInt8(length)]
                guard
                    let key = try next.first(
                        [from.sql, [version.rawValue, 255].sql], { try $0.get(0, as: [UInt8].self) }),
                    key.count > 1
                else { break }
                lengths[version, default: []].append(Int(key[1]))
                length = Int(key[1]) + 1
            }
        }
        self.lengths = lengths
    }

    mutating func names(_ value: ObservableValue) throws -> Set<String> {
        guard !names.isEmpty else { return [] }
        var keys = [ObservableKey(value).bytes]
        if let domain = value.domain {
            let labels = domain.split(separator: ".")
            for start in labels.indices {
                keys.append(ObservableKey(domain: labels[start...].joined(separator: "."), isHost: true).bytes)
            }
        }
        if let prefix = value.prefix {
            for length in lengths[prefix.version] ?? [] where length <= prefix.length {
                keys.append(ObservableKey(prefix.shortened(to: length)).bytes)
            }
        }
        var found: Set<Int> = []
        for key in keys {
            try exact.each([key.sql]) {
                found.insert(try $0.get(0))
                return true
            }
        }
        for (text, list) in substrings where !found.contains(list) && value.text.lowercased().contains(text) {
            found.insert(list)
        }
        return Set(found.compactMap { names[$0] })
    }
}
