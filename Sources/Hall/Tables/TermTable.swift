package import Ledger
import STIX
import Storage

/// The changes of terms, in the order in which they were made.
package struct TermTable: LedgerTable {
    package let ledger: GatewayLedger

    package init(ledger: GatewayLedger) { self.ledger = ledger }

    /// The last so many are looked at; an operator makes few.
    private static let most = 5_000

    /// Oldest first.
    package func changes() async throws -> [TermChange] {
        try await read { session in
            try session.rows(
                """
                SELECT vocabulary, old, new, reason, name, at FROM term_change ORDER BY at DESC, vocabulary, old
                LIMIT \(Self.most)
                """
            ) {
                TermChange(
                    vocabulary: try $0.get(0), old: try $0.get(1), new: try $0.get(2), reason: try $0.get(3),
                    name: try $0.get(4), at: Timestamp(clamping: try $0.get(5, as: Int64.self)))
            }.reversed()
        }
    }

    package func map() async throws -> TermMap { TermMap(try await changes()) }

    package func keep(_ change: TermChange) async throws {
        try await write { session in
            try session.run(
                """
                INSERT INTO term_change (vocabulary, old, new, reason, name, at) VALUES (\(change.vocabulary), \(change.old),
                    \(change.new), \(change.reason), \(change.name), \(change.at.microseconds))
                ON CONFLICT (vocabulary, old, at) DO UPDATE SET new = excluded.new, reason = excluded.reason
                """)
        }
    }
}
