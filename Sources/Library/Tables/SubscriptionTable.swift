import Ledger
import STIX
import Storage
import Web

/// Somebody who reads the periodical.
struct Subscription: Sendable, Hashable {
    let account: String
    let language: Language
    /// What its letters carry, so that whoever reads there can end it.
    let secret: String
    /// Until when its last letter told what came.
    let sent: Timestamp
}

/// Who reads the periodical.
struct SubscriptionTable: LedgerTable {
    let ledger: GatewayLedger

    func find(_ account: String) async throws -> Subscription? {
        try await read { session in
            try session.first(
                "SELECT account, language, secret, sent FROM subscription WHERE account = \(account)", Subscription.init
            )
        }
    }

    /// Whose letters carry a secret.
    func owner(of secret: String) async throws -> String? {
        try await read { try $0.value("SELECT account FROM subscription WHERE secret = \(secret)") }
    }

    func accounts() async throws -> [String] {
        try await read { try $0.rows("SELECT account FROM subscription ORDER BY account") { try $0.get(0) } }
    }

    func keep(_ subscription: Subscription) async throws {
        try await write { session in
            try session.run(
                """
                INSERT INTO subscription (account, language, secret, sent) VALUES (\(subscription.account),
                    \(subscription.language.rawValue), \(subscription.secret), \(subscription.sent.microseconds))
                ON CONFLICT (account) DO UPDATE SET language = excluded.language
                """)
        }
    }

    func end(_ account: String) async throws { try await write { try $0.unsubscribe(account) } }
}

extension Session {
    func unsubscribe(_ account: String) throws { try run("DELETE FROM subscription WHERE account = \(account)") }

    func sent(_ account: String, now: Timestamp) throws {
        try run("UPDATE subscription SET sent = \(now.microseconds) WHERE account = \(account)")
    }
}

extension Subscription {
    fileprivate init(_ row: Row) throws {
        self.init(
            account: try row.get(0), language: Language(rawValue: try row.get(1)) ?? .english, secret: try row.get(2),
            sent: Timestamp(clamping: try row.get(3, as: Int64.self)))
    }
}
