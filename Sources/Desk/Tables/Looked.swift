import Ledger
import STIX
import Storage

/// Since when something is new for an account.
struct Looked: LedgerTable {
    let ledger: GatewayLedger

    /// A moment that has not come yet was noted while the clock was wrong; five minutes are let be, for clocks that differ.
    private static let ahead: Int64 = 300_000_000

    /// Nil for somebody who has not said so yet.
    func last(_ account: String, at now: Timestamp) async throws -> Timestamp? {
        try await read { session in
            try session.value(
                "SELECT at FROM looked WHERE account = \(account) AND at <= \(now.microseconds + Self.ahead)",
                as: Int64.self
            ).map(Timestamp.init(clamping:))
        }
    }

    /// They have seen what there was at a moment; an earlier one than the last says nothing.
    func note(_ account: String, at moment: Timestamp, now: Timestamp) async throws {
        try await write { session in
            try session.run(
                """
                INSERT INTO looked (account, at) VALUES (\(account), \(moment.microseconds))
                ON CONFLICT (account) DO UPDATE SET at = excluded.at
                WHERE excluded.at > looked.at OR looked.at > \(now.microseconds + Self.ahead)
                """)
        }
    }
}
