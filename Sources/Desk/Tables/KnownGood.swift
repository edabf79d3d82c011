package import Ledger
package import STIX
import Storage

/// The lists of values that are known to be harmless: those that ship with the program, and those that this gateway keeps.
///
/// One that is kept stands for the one of the same name that ships. Whoever can check can see them: they are lists that others
/// publish.
package struct KnownGood: LedgerTable {
    /// The first byte of the keys of substrings, which no value has.
    static let substring: UInt8 = 1

    package let ledger: GatewayLedger

    package init(_ ledger: GatewayLedger) { self.ledger = ledger }

    /// A list without its entries.
    package struct Summary: Sendable, Hashable {
        package let name: String
        package let description: String
        package let version: Int
        package let kind: Warninglist.Kind
        package let entries: Int
        /// Nil for one that ships with the program.
        package let imported: Timestamp?
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
        try await write { [now = ledger.surroundings.now] session in
            let isReplacement = try Self.remove(list.name, in: session)
            let number: Int = try session.inserted(
                """
                INSERT INTO known_good (name, description, version, kind, entries, imported)
                VALUES (\(list.name), \(list.description), \(list.version), \(list.kind.rawValue), 0, \(now().microseconds))
                RETURNING number
                """)
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

    /// Gives the URLs of lists the keys that URLs have now.
    static func renewKeys(in session: Session) throws {
        let entries = try session.rows(
            """
            SELECT e.list, e.entry, e.key FROM known_good_entry e JOIN known_good k ON k.number = e.list
            WHERE k.kind = \(Warninglist.Kind.string.rawValue)
            """
        ) {
            (
                list: try $0.get(0, as: Int.self), entry: try $0.get(1, as: String.self),
                key: try $0.get(2, as: [UInt8].self)
            )
        }
        for (list, entry, old) in entries {
            guard let value = ObservableValue(entry), value.kind == .url else { continue }
            let key = ObservableKey(value).bytes
            guard key != old else { continue }
            try session.run("DELETE FROM known_good_entry WHERE key = \(old) AND list = \(list)")
            try session.run(
                """
                INSERT INTO known_good_entry (key, list, entry) VALUES (\(key), \(list), \(entry))
                ON CONFLICT (key, list) DO NOTHING
                """)
        }
    }

    /// False where no list of that name is kept.
    package func remove(_ name: String) async throws -> Bool {
        try await write { try Self.remove(name, in: $0) }
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
        let kept = try await read { session in
            try session.rows("SELECT name, description, version, kind, entries, imported FROM known_good ORDER BY name")
            {
                Summary(
                    name: try $0.get(0), description: try $0.get(1), version: try $0.get(2), kind: try $0.get(3),
                    entries: try $0.get(4), imported: Timestamp(clamping: try $0.get(5)))
            }
        }
        let names = Set(kept.map(\.name))
        let shipped = Warninglist.bundled.filter { !names.contains($0.name) }.map {
            Summary(
                name: $0.name, description: $0.description, version: $0.version, kind: $0.kind,
                entries: $0.entries.count, imported: nil)
        }
        return (kept + shipped).sorted { $0.name < $1.name }
    }

    /// On which lists each of these values is, by name; a value on none has no entry.
    func lists(holding values: [ObservableValue]) async throws -> [ObservableValue: [String]] {
        try await find(values) { look, value in try look.names(holding: value) }
    }

    /// On which lists each of these values is or touches something, for what somebody is about to do with them.
    func lists(touching values: [ObservableValue], for purpose: Harmless.Purpose) async throws
        -> [ObservableValue: [String]]
    {
        try await find(values) { look, value in try look.names(touching: value, for: purpose) }
    }

    private func find(
        _ values: [ObservableValue],
        _ names: @Sendable @escaping (KnownGoodLook, ObservableValue) throws -> Set<String>
    ) async throws -> [ObservableValue: [String]] {
        try await read { session in
            let kept = try KeptEntries(session)
            let looks = [
                KnownGoodLook(kept), KnownGoodLook(BundledEntries.all, without: Set(kept.names.values)),
            ]
            var found: [ObservableValue: [String]] = [:]
            for value in values {
                let all = try looks.reduce(into: Set<String>()) { $0.formUnion(try names($1, value)) }
                if !all.isEmpty { found[value] = all.sorted() }
            }
            return found
        }
    }
}

extension Warninglist.Kind: SQLValue {}

/// The entries of the lists that are kept, for one snapshot.
private final class KeptEntries: KnownGoodEntries {
    let names: [Int: String]
    let substrings: [(text: String, list: String)]
    let lengths: [IPPrefix.Version: [Int]]
    private let exact: Statement
    private let range: Statement

    init(_ session: Session) throws {
        exact = try session.statement("SELECT list FROM known_good_entry WHERE key = ?1")
        range = try session.statement("SELECT list FROM known_good_entry WHERE key >= ?1 AND key < ?2 LIMIT 50")
        let names = Dictionary(
            uniqueKeysWithValues: try session.rows("SELECT number, name FROM known_good") {
                (try $0.get(0, as: Int.self), try $0.get(1, as: String.self))
            })
        self.names = names
        substrings = try session.rows(
            """
            SELECT entry, list FROM known_good_entry
            WHERE key >= \([KnownGood.substring]) AND key < \([KnownGood.substring + 1])
            """
        ) { (try $0.get(0, as: String.self).lowercased(), names[try $0.get(1, as: Int.self)] ?? "") }
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

    var isEmpty: Bool { names.isEmpty }

    func lists(under key: [UInt8]) throws -> [String] { try lists(exact, [key.sql]) }

    func lists(from: [UInt8], to: [UInt8]) throws -> [String] { try lists(range, [from.sql, to.sql]) }

    private func lists(_ statement: Statement, _ values: [Value]) throws -> [String] {
        var found: [String] = []
        try statement.each(values) {
            if let name = names[try $0.get(0)] { found.append(name) }
            return true
        }
        return found
    }
}
