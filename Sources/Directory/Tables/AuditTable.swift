import STIX
import Storage

extension Session {
    /// Writes a line of the audit trail, in the transaction that does what it says.
    func audit(
        _ principal: Principal, _ act: AuditEntry.Act, _ subject: String, _ detail: String = "", at now: Timestamp
    ) throws {
        try run(
            """
            INSERT INTO audit (made, account, who, act, subject, detail)
            VALUES (\(now.microseconds), \(principal.account.sql), \(principal.name), \(act), \(subject), \(detail))
            """)
    }

    /// The newest lines, those before a number if one is given.
    func auditEntries(before number: Int?, limit: Int) throws -> [AuditEntry] {
        try rows(
            """
            SELECT number, made, account, who, act, subject, detail FROM audit WHERE number < \(number ?? Int.max)
            ORDER BY number DESC LIMIT \(limit)
            """
        ) {
            AuditEntry(
                number: try $0.get(0), made: Timestamp(clamping: try $0.get(1)), account: try $0.get(2),
                who: try $0.get(3), act: try $0.get(4), subject: try $0.get(5), detail: try $0.get(6))
        }
    }
}
