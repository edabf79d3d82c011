import Mail
import Outside
import STIX
import Storage
import Work

extension NoticeWay {
    fileprivate static let columns: SQL =
        "id, account, kind, place, inner_network, least, made, confirmed, secret, position, told, problem"

    fileprivate init(_ row: Row) throws {
        func time(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).map { Timestamp(clamping: $0) }
        }
        let text: String = try row.get(3)
        place =
            switch try row.get(2, as: Kind.self) {
            case .mail: .mail(try MailAddress(text))
            case .webhook: .webhook(text, Reach(isInnerToo: try row.get(4)))
            case .program: .program(text)
            }
        id = try row.get(0)
        account = try row.get(1)
        least = try row.get(5)
        made = Timestamp(clamping: try row.get(6))
        confirmed = try time(7)
        secret = try row.get(8)
        position = try row.get(9)
        told = try time(10)
        problem = try row.get(11)
    }
}

extension Session {
    func noticeWay(_ id: String) throws -> NoticeWay? {
        try first("SELECT \(NoticeWay.columns) FROM notice_way WHERE id = \(id)", NoticeWay.init)
    }

    /// The ways of a person, in the order in which they were made.
    func noticeWays(of account: String) throws -> [NoticeWay] {
        try rows(
            "SELECT \(NoticeWay.columns) FROM notice_way WHERE account = \(account) ORDER BY made, id", NoticeWay.init)
    }

    /// Enters a way; what happened before is not told by it.
    ///
    /// - Throws: `tooMany`, `known`.
    func add(
        _ place: NoticeWay.Place, for account: String, least: Urgency, isConfirmed: Bool, id: String, secret: String,
        now: Timestamp
    ) throws -> NoticeWay {
        try place.mayJoin(noticeWays(of: account))
        let (kind, text, isInnerToo) = place.stored
        let position: Int = try value("SELECT coalesce(max(number), 0) FROM notice WHERE account = \(account)") ?? 0
        try run(
            """
            INSERT INTO notice_way (id, account, kind, place, inner_network, least, made, confirmed, secret, position)
            VALUES (\(id), \(account), \(kind), \(text), \(isInnerToo), \(least), \(now.microseconds),
                \((isConfirmed ? now.microseconds : nil).sql), \(secret), \(position))
            """)
        guard let way = try noticeWay(id) else { throw NoticeError(.unknownWay, "the way is gone already") }
        return way
    }

    func removeNoticeWay(_ id: String) throws {
        try run("DELETE FROM notice_way WHERE id = \(id)")
        try drop(NoticeTelling.kind, for: id)
    }

    /// What was told by a way, or why it could not be.
    func note(_ way: String, told position: Int?, problem: String?, now: Timestamp) throws {
        guard let position else {
            return try run("UPDATE notice_way SET problem = \(problem.sql) WHERE id = \(way)")
        }
        try run(
            """
            UPDATE notice_way SET position = CASE WHEN position < \(position) THEN \(position) ELSE position END,
                told = \(now.microseconds), problem = \(problem.sql) WHERE id = \(way)
            """)
    }
}
