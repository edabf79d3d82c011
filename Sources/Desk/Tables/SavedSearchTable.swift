import Hall
import Ledger
import STIX
import Storage
import Web

/// The searches that accounts keep: truth in a table of the desk.
struct SavedSearchTable: LedgerTable {
    let ledger: GatewayLedger

    private static let columns: SQL = "id, account, name, query, created"

    private static func read(_ row: Row) throws -> SavedSearch {
        SavedSearch(
            id: try row.get(0), account: try row.get(1), name: try row.get(2),
            query: (try? WebQuery(text: row.get(3))) ?? WebQuery([]),
            created: Moment(Timestamp(clamping: try row.get(4))))
    }

    /// The searches of an account, by name.
    func all(of account: String) async throws -> [SavedSearch] {
        try await read { session in
            try session.rows(
                "SELECT \(Self.columns) FROM saved_search WHERE account = \(account) ORDER BY name, id", Self.read)
        }
    }

    /// The search whose feed has this secret.
    func search(secret: Secret) async throws -> SavedSearch? {
        let hash = secret.digest
        return try await read { session in
            try session.first("SELECT \(Self.columns) FROM saved_search WHERE secret = \(hash)", Self.read)
        }
    }

    /// Keeps a search; one that the account keeps already gets the new name and the new secret.
    ///
    /// - Returns: false where the account keeps as many as it may.
    func keep(_ search: SavedSearch, at created: Timestamp, secret: Secret) async throws -> Bool {
        let hash = secret.digest
        return try await write { session in
            let query = search.query.text
            let others: Int? = try session.value(
                "SELECT count(*) FROM saved_search WHERE account = \(search.account) AND query <> \(query)")
            guard (others ?? 0) < SavedSearch.most else { return false }
            try session.run(
                """
                INSERT INTO saved_search (id, account, name, query, secret, created)
                VALUES (\(search.id), \(search.account), \(search.name), \(query), \(hash), \(created.microseconds))
                ON CONFLICT (account, query) DO UPDATE SET name = excluded.name, secret = excluded.secret
                """)
            return true
        }
    }

    /// Gives a search of this account another name; false where it keeps no such.
    func rename(_ id: String, of account: String, to name: String) async throws -> Bool {
        try await write { session in
            try session.run(
                "UPDATE saved_search SET name = \(name) WHERE id = \(id) AND account = \(account)")
            return session.changes > 0
        }
    }

    /// Gives the feed of a search another secret; nil where the account keeps no such search.
    func rotate(_ id: String, of account: String, to secret: Secret) async throws -> SavedSearch? {
        let hash = secret.digest
        return try await write { session in
            try session.run(
                "UPDATE saved_search SET secret = \(hash) WHERE id = \(id) AND account = \(account)")
            return try session.first(
                "SELECT \(Self.columns) FROM saved_search WHERE id = \(id) AND account = \(account)", Self.read)
        }
    }

    /// Forgets a search of this account; false where it keeps no such.
    func delete(_ id: String, of account: String) async throws -> Bool {
        try await write { session in
            try session.run("DELETE FROM saved_search WHERE id = \(id) AND account = \(account)")
            return session.changes > 0
        }
    }
}
