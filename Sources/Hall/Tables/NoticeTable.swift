package import Ledger
package import Mail
import STIX
import Storage
import Work

/// What people must know, and how they are told.
package struct NoticeTable: LedgerTable {
    package let ledger: GatewayLedger

    package init(_ ledger: GatewayLedger) { self.ledger = ledger }

    /// So many of those that are not seen are shown at once.
    static let mostShown = 200

    /// How many notices somebody has not seen.
    package func unseen(_ account: String) async throws -> Int {
        try await read { session in
            try session.value("SELECT count(*) FROM notice WHERE account = \(account) AND seen IS NULL") ?? 0
        }
    }

    /// How many notices somebody has, seen or not.
    package func count(_ account: String) async throws -> Int {
        try await read { try $0.value("SELECT count(*) FROM notice WHERE account = \(account)") ?? 0 }
    }

    /// The notices of a person: those they have not seen, the most pressing first; then the others, the newest first.
    func notices(of account: String) async throws -> (unseen: [Notice], seen: [Notice]) {
        try await read { session in
            (
                try session.rows(
                    """
                    SELECT \(Notice.columns) FROM notice WHERE account = \(account) AND seen IS NULL
                    ORDER BY urgency DESC, number DESC LIMIT \(Self.mostShown)
                    """, Notice.init),
                try session.rows(
                    """
                    SELECT \(Notice.columns) FROM notice WHERE account = \(account) AND seen IS NOT NULL
                    ORDER BY number DESC LIMIT 100
                    """, Notice.init)
            )
        }
    }

    /// Somebody has seen these notices as they were then: what has happened again since is not seen.
    func see(_ numbers: [Int], asOf moment: Timestamp, of account: String) async throws {
        let now = ledger.surroundings.now().microseconds
        try await write { session in
            try session.run(
                """
                UPDATE notice SET seen = \(now) WHERE account = \(account) AND seen IS NULL AND made <= \(moment.microseconds)
                AND number IN (\(list: numbers))
                """)
        }
    }

    /// Who asked to be told of a collection.
    func watchers(of collection: String) async throws -> [String] {
        try await read { session in
            try session.rows("SELECT account FROM notice_watch WHERE collection = \(collection) ORDER BY account") {
                try $0.get(0)
            }
        }
    }

    /// The collections of which somebody wants to be told.
    func watched(by account: String) async throws -> Set<String> {
        try await read { session in
            Set(
                try session.rows("SELECT collection FROM notice_watch WHERE account = \(account)") {
                    try $0.get(0, as: String.self)
                })
        }
    }

    /// Somebody wants to be told of these collections, and of no others among those that they may choose from.
    package func watch(_ collections: Set<String>, of readable: Set<String>, by account: String) async throws {
        let now = ledger.surroundings.now().microseconds
        try await write { session in
            for id in readable.subtracting(collections).sorted() {
                try session.run("DELETE FROM notice_watch WHERE collection = \(id) AND account = \(account)")
            }
            for id in collections.intersection(readable).sorted() {
                try session.run(
                    """
                    INSERT INTO notice_watch (collection, account, made) VALUES (\(id), \(account), \(now))
                    ON CONFLICT (collection, account) DO NOTHING
                    """)
            }
        }
    }

    func settings(of account: String) async throws -> NoticeSettings {
        try await read { try $0.noticeSettings(of: account) }
    }

    /// The ways of a person, in the order in which they were made.
    package func ways(of account: String) async throws -> [NoticeWay] {
        try await read { try $0.noticeWays(of: account) }
    }

    /// Where letters to a person go: the first address at which somebody agreed to them.
    package func address(of account: String) async throws -> MailAddress? {
        try await ways(of: account).lazy.filter { $0.confirmed != nil }.compactMap { way in
            if case .mail(let address) = way.place { address } else { nil }
        }.first
    }

    /// Whether whoever reads at an address said that they want no letters.
    func refuses(_ address: MailAddress) async throws -> Bool {
        try await read { session in
            try session.value("SELECT 1 FROM notice_refusal WHERE address = \(address.key)", as: Int.self) != nil
        }
    }

    func way(_ id: String) async throws -> NoticeWay? { try await read { try $0.noticeWay(id) } }
}

extension Notice {
    static let columns: SQL = "kind, about, number, urgency, collection, subject, place, since, made, times, told, seen"

    init(_ row: Row) throws {
        func time(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).map { Timestamp(clamping: $0) }
        }
        kind = try row.get(0)
        key = try row.get(1)
        number = try row.get(2)
        urgency = try row.get(3)
        collection = try row.get(4)
        subject = try row.get(5)
        place = try row.get(6)
        since = Timestamp(clamping: try row.get(7))
        made = Timestamp(clamping: try row.get(8))
        times = try row.get(9)
        told = try time(10)
        seen = try time(11)
    }
}

extension Session {
    /// So many notices of one person are kept; the oldest go first.
    static var mostNotices: Int { 1_000 }

    /// Somebody is told of something: a new notice, or one more time of one that they have not seen.
    func enter(_ draft: NoticeDraft, for account: String, now: Timestamp) throws {
        let last: Int = try value("SELECT coalesce(max(number), 0) FROM notice WHERE account = \(account)") ?? 0
        // One that was told and not seen keeps its number, so that it is not told twice; what is new about it is told.
        let keeps: SQL = """
            notice.seen IS NULL AND notice.told IS NOT NULL AND notice.urgency >= excluded.urgency
                AND coalesce(notice.subject, '') = coalesce(excluded.subject, '') AND notice.place = excluded.place
            """
        try run(
            """
            INSERT INTO notice (account, kind, about, number, urgency, collection, subject, place, since, made, times)
            VALUES (\(account), \(draft.kind), \(draft.key), \(last + 1), \(draft.urgency), \(draft.collection.sql),
                \(draft.subject.sql), \(draft.place), \(now.microseconds), \(now.microseconds), 1)
            ON CONFLICT (account, kind, about) DO UPDATE SET
                number = CASE WHEN \(keeps) THEN notice.number ELSE excluded.number END,
                told = CASE WHEN \(keeps) THEN notice.told ELSE NULL END,
                since = CASE WHEN notice.seen IS NULL THEN notice.since ELSE excluded.since END,
                urgency = CASE WHEN notice.seen IS NULL AND notice.urgency > excluded.urgency THEN notice.urgency
                    ELSE excluded.urgency END,
                times = CASE WHEN notice.seen IS NULL THEN notice.times + 1 ELSE 1 END,
                collection = excluded.collection, subject = excluded.subject, place = excluded.place,
                made = excluded.made, seen = NULL
            """)
        try run("DELETE FROM notice WHERE account = \(account) AND number <= \(last + 1 - Self.mostNotices)")
        for way in try noticeWays(of: account) where way.confirmed != nil && way.least <= draft.urgency {
            try askToTell(way, now: now)
        }
    }

    /// Has a way told what waits for it; whose it is stands in the row, so that nobody takes the place of others.
    func askToTell(_ way: NoticeWay, now: Timestamp) throws {
        try ask(NoticeTelling.kind, for: way.id, payload: way.account, at: now, now: now)
    }

    /// What is to be told by a way: not seen yet, and newer than what was told by it.
    func pending(for way: NoticeWay, muted: Set<String>) throws -> [Notice] {
        try rows(
            """
            SELECT \(Notice.columns) FROM notice
            WHERE account = \(way.account) AND number > \(way.position) AND seen IS NULL AND urgency >= \(way.least)
            ORDER BY urgency DESC, number
            """, Notice.init
        ).filter { !muted.contains($0.kind) }
    }

    /// These were handed to a way, among all that waited for it.
    func tell(_ told: [Notice], of pending: [Notice], by way: NoticeWay, now: Timestamp) throws {
        for notice in told {
            try run(
                """
                UPDATE notice SET told = \(now.microseconds)
                WHERE account = \(way.account) AND number = \(notice.number) AND told IS NULL
                """)
        }
        let last = pending.map(\.number).max() ?? way.position
        try note(way.id, told: last, problem: nil, now: now)
    }
}
