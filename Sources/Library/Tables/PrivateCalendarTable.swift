import Hall
import Kinds
import Ledger
import STIX
import Storage
import Web

/// The private calendars that accounts have made.
struct PrivateCalendarTable: LedgerTable {
    let ledger: GatewayLedger

    private static let columns: SQL = "id, account, kind, query, language, created, fetched"

    /// Those of an account, newest first.
    func all(of account: String) async throws -> [PrivateCalendar] {
        try await read { session in
            try session.rows(
                "SELECT \(Self.columns) FROM private_calendar WHERE account = \(account) ORDER BY created DESC, id",
                PrivateCalendar.init)
        }
    }

    /// The one whose address has this secret.
    func calendar(secret: Secret) async throws -> PrivateCalendar? {
        let hash = secret.digest
        return try await read { session in
            try session.first(
                "SELECT \(Self.columns) FROM private_calendar WHERE secret = \(hash)", PrivateCalendar.init)
        }
    }

    /// Keeps a calendar; false where the account has as many as it may.
    func keep(_ calendar: PrivateCalendar, secret: Secret) async throws -> Bool {
        let hash = secret.digest
        return try await write { session in
            let count: Int? = try session.value(
                "SELECT count(*) FROM private_calendar WHERE account = \(calendar.account)")
            guard (count ?? 0) < PrivateCalendar.most else { return false }
            try session.run(
                """
                INSERT INTO private_calendar (id, account, kind, query, language, secret, created)
                VALUES (\(calendar.id), \(calendar.account), \(calendar.kind.sql), \(calendar.query.text),
                    \(calendar.language.rawValue), \(hash), \(calendar.created.microseconds))
                """)
            return true
        }
    }

    /// Notes the day on which a calendar was asked for; once a day, and not where others are writing for too long.
    func note(_ calendar: PrivateCalendar, fetchedOn day: FullDate) async throws {
        guard calendar.fetched != day.description else { return }
        do {
            try await write { session in
                try session.run(
                    "UPDATE private_calendar SET fetched = \(day.description) WHERE id = \(calendar.id)")
            }
        } catch let error as StorageError where error.code == .busy {
            // The next request says it again.
        }
    }

    /// Ends a calendar of this account; its address answers no more.
    func delete(_ id: String, of account: String) async throws -> Bool {
        try await write { session in
            try session.run("DELETE FROM private_calendar WHERE id = \(id) AND account = \(account)")
            return session.changes > 0
        }
    }
}

extension PrivateCalendar {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.get(0), account: try row.get(1), kind: try row.get(2),
            query: (try? WebQuery(text: row.get(3))) ?? WebQuery([]),
            language: Language(rawValue: try row.get(4)) ?? .english,
            created: Timestamp(clamping: try row.get(5, as: Int64.self)), fetched: try row.get(6))
    }
}
