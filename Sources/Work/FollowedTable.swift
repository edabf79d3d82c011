import Ledger
import STIX
import Storage

/// How far each follower is in each log.
struct FollowedTable: LedgerTable {
    let ledger: GatewayLedger

    /// The piece that comes next; nil where nothing does, or there is no such collection.
    func next(of kind: String, in id: String) async throws -> (entries: FollowedEntries, isLast: Bool)? {
        guard let collection = try await Reader.machine(of: ledger).collection(id) else { return nil }
        let from = try await read { try $0.followed(collection.number, by: kind) }
        guard from < collection.size else { return nil }
        let end = min(from + FollowedEntries.most, collection.size)
        return (FollowedEntries(collection: collection, positions: from..<end), end == collection.size)
    }

    func askForAll<Following: Follower>(_ follower: Following.Type) async throws {
        let collections = try await Reader.machine(of: ledger).collections().filter { Following.follows($0) }
        let now = ledger.surroundings.now()
        let behind = try await read { session in
            try collections.filter { try session.followed($0.number, by: Following.kind) < $0.size }.map(\.id)
        }
        guard !behind.isEmpty else { return }
        try await write { session in
            for id in behind { try session.ask(Following.kind, for: id, at: now, now: now) }
        }
    }

    func titles(of ids: Set<String>) async throws -> [String: String] {
        let all = try await Reader.machine(of: ledger).collections()
        return Dictionary(uniqueKeysWithValues: all.filter { ids.contains($0.id) }.map { ($0.id, $0.title) })
    }
}

extension Session {
    /// Up to which entry a follower is, from 0.
    fileprivate func followed(_ collection: Int, by kind: String) throws -> Int {
        try value("SELECT position FROM followed WHERE collection = \(collection) AND kind = \(kind)") ?? 0
    }

    /// A follower has come so far.
    func follow(_ collection: Int, as kind: String, to position: Int) throws {
        try run(
            """
            INSERT INTO followed (collection, kind, position) VALUES (\(collection), \(kind), \(position))
            ON CONFLICT (collection, kind) DO UPDATE SET position = excluded.position
            """)
    }
}
