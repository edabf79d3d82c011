import Ledger
import STIX
import Storage

/// What became of requests, for those who sent them, for two days.
struct StatusTable: LedgerTable {
    let ledger: GatewayLedger
    /// Of each account the newest thousand, as far as they are not more than this together.
    var mostBytes = 64 << 20

    /// The standard asks for a day (§4.3).
    private static let lifetime: Int64 = 2 * 86_400 * 1_000_000
    private static let most = 1_000

    func keep(_ id: String, _ resource: [UInt8], of account: String, at now: Timestamp) async throws {
        try await write { [mostBytes] session in
            try session.run("DELETE FROM taxii_status WHERE made < \(now.microseconds - Self.lifetime)")
            try session.run(
                """
                INSERT INTO taxii_status (id, account, made, resource)
                VALUES (\(id), \(account), \(now.microseconds), \(String(decoding: resource, as: UTF8.self)))
                """)
            try session.run(
                """
                DELETE FROM taxii_status WHERE account = \(account) AND id NOT IN (SELECT id FROM (
                    SELECT id, sum(length(resource)) OVER (ORDER BY made DESC, id) AS held FROM taxii_status
                    WHERE account = \(account) ORDER BY made DESC, id LIMIT \(Self.most)) AS newest
                    WHERE held <= \(mostBytes))
                """)
        }
    }

    /// Nil where there is none, or it is somebody else's.
    func find(_ id: String, of account: String, at now: Timestamp) async throws -> [UInt8]? {
        let text: String? = try await read { session in
            try session.value(
                """
                SELECT resource FROM taxii_status
                WHERE id = \(id) AND account = \(account) AND made >= \(now.microseconds - Self.lifetime)
                """)
        }
        return text.map { Array($0.utf8) }
    }

    /// Nothing names an erased object any more.
    static func forget(_ object: String, in session: Session) throws {
        try session.run("DELETE FROM taxii_status WHERE resource LIKE \("%\"" + object + "\"%")")
    }
}
