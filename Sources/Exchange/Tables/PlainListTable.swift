import Hall
import Ledger
import STIX
import Storage

/// The lists that accounts have made: truth in a table of the exchange.
struct PlainListTable: LedgerTable {
    let ledger: GatewayLedger

    private static let columns: SQL = "id, account, name, kind, collections, confidence, ceiling, created"

    private static func read(_ row: Row) throws -> PlainList {
        let collections: String? = try row.get(4)
        return PlainList(
            id: try row.get(0), account: try row.get(1), name: try row.get(2), kind: try row.get(3),
            collections: collections?.split(separator: " ").map(String.init), confidence: try row.get(5),
            ceiling: try row.get(6), created: Timestamp(clamping: try row.get(7)))
    }

    func all(of account: String) async throws -> [PlainList] {
        try await read { session in
            try session.rows(
                "SELECT \(Self.columns) FROM plain_list WHERE account = \(account) ORDER BY name, id", Self.read)
        }
    }

    func list(secret: Secret) async throws -> PlainList? {
        let hash = secret.digest
        return try await read { session in
            try session.first("SELECT \(Self.columns) FROM plain_list WHERE secret = \(hash)", Self.read)
        }
    }

    /// Keeps a list; false where the account has as many as it may.
    func keep(_ list: PlainList, secret: Secret) async throws -> Bool {
        let hash = secret.digest
        return try await write { session in
            let count: Int? = try session.value("SELECT count(*) FROM plain_list WHERE account = \(list.account)")
            guard (count ?? 0) < PlainList.most else { return false }
            try session.run(
                """
                INSERT INTO plain_list (id, account, name, kind, collections, confidence, ceiling, secret, created)
                VALUES (\(list.id), \(list.account), \(list.name), \(list.kind),
                    \((list.collections?.joined(separator: " ")).sql), \(list.confidence), \(list.ceiling), \(hash),
                    \(list.created.microseconds))
                """)
            return true
        }
    }

    /// Gives a list of this account another name; false where it has no such.
    func rename(_ id: String, of account: String, to name: String) async throws -> Bool {
        try await write { session in
            try session.run("UPDATE plain_list SET name = \(name) WHERE id = \(id) AND account = \(account)")
            return session.changes > 0
        }
    }

    /// Withdraws a list of this account; its address answers no more.
    func delete(_ id: String, of account: String) async throws -> Bool {
        try await write { session in
            try session.run("DELETE FROM plain_list WHERE id = \(id) AND account = \(account)")
            return session.changes > 0
        }
    }
}
