import Foundation
import Kinds
import Ledger
import STIX
import Storage

/// Who asks for access to what, and what became of it.
struct AccessRequests: LedgerTable {
    let ledger: GatewayLedger

    /// Most that a page lists.
    static let most = 200
    /// Most requests of one account that wait.
    static let mostOfAccount = 5
    /// Most requests of one announcement that wait.
    static let mostOfAnnouncement = 100
    /// Most characters of a reason, and of an answer.
    static let longestText = 4_000

    private static let columns: SQL = """
        id, announcement, version, held, owned_by, account, name, organisation, reason, last_day, sponsor, asked, vouched_by,
        vouched, decided_by, decided, outcome, ended, place, words
        """

    /// Why no further request is taken.
    enum Full: Error {
        /// The account has as many that wait as it may.
        case account
        /// So has the announcement.
        case announcement
    }

    func find(_ id: String) async throws -> AccessRequest? {
        try await all("id = \(id)").first
    }

    /// What an account asked for, what was asked for last first.
    func asked(by account: String) async throws -> [AccessRequest] {
        try await all("account = \(account)")
    }

    /// What an account asked for of an announcement, as long as something of it is left.
    func current(of account: String, for announcement: String) async throws -> AccessRequest? {
        try await all("account = \(account) AND announcement = \(announcement) AND ended IS NULL").first
    }

    /// What waits for the word of an organisation as sponsor.
    func waiting(forSponsor organisation: String) async throws -> [AccessRequest] {
        try await all("sponsor = \(organisation) AND outcome IS NULL AND vouched IS NULL")
    }

    /// What waits for the decision of an organisation, and what it has given.
    func open(to organisation: String) async throws -> [AccessRequest] {
        try await all("owned_by = \(organisation) AND ended IS NULL")
    }

    /// Access that was given to an object, or by way of an announcement, and that has not ended.
    func running(of object: String) async throws -> [AccessRequest] {
        try await all("(announcement = \(object) OR held = \(object)) AND outcome = 'granted' AND ended IS NULL")
    }

    private func all(_ condition: SQL) async throws -> [AccessRequest] {
        try await read { session in
            try session.rows(
                """
                SELECT \(Self.columns) FROM access_request WHERE \(condition) ORDER BY asked DESC, id LIMIT \(Self.most)
                """, AccessRequest.init)
        }
    }

    /// Enters what somebody asks for.
    ///
    /// - Throws: `Full`; `Drafts.Gone` where they asked for the same already.
    static func enter(_ request: AccessRequest, in session: Session) throws {
        let (account, announcement) = (request.account, request.announcement)
        let same: Int? = try session.value(
            """
            SELECT 1 FROM access_request WHERE account = \(account) AND announcement = \(announcement) AND ended IS NULL LIMIT 1
            """)
        guard same == nil else { throw Drafts.Gone() }
        let own: Int? = try session.value(
            "SELECT count(*) FROM access_request WHERE account = \(account) AND outcome IS NULL")
        guard (own ?? 0) < mostOfAccount else { throw Full.account }
        let all: Int? = try session.value(
            "SELECT count(*) FROM access_request WHERE announcement = \(announcement) AND outcome IS NULL")
        guard (all ?? 0) < mostOfAnnouncement else { throw Full.announcement }
        try session.run(
            """
            INSERT INTO access_request (id, announcement, version, held, owned_by, account, name, organisation, reason, last_day,
                sponsor, asked)
            VALUES (\(request.id), \(announcement), \(request.version), \(request.held), \(request.owner), \(account),
                \(request.name), \(request.organisation), \(request.reason), \(request.lastDay.description),
                \(request.sponsor.sql), \(request.asked.microseconds))
            """)
    }

    /// The sponsor vouches.
    ///
    /// - Throws: `Drafts.Gone` where it waits for that no longer.
    static func vouch(_ id: String, _ hand: AccessRequest.Hand, in session: Session) throws {
        try session.run(
            """
            UPDATE access_request SET vouched_by = \(hand.account), vouched = \(hand.at.microseconds)
            WHERE id = \(id) AND outcome IS NULL AND vouched IS NULL
            """)
        guard session.changes == 1 else { throw Drafts.Gone() }
    }

    /// Access is given, in the transaction that places the object.
    ///
    /// What was given there before can only have been withdrawn by somebody meanwhile: it has ended.
    ///
    /// - Throws: `Drafts.Gone` where it was decided already.
    static func grant(
        _ request: AccessRequest, in place: String, _ hand: AccessRequest.Hand, _ session: Session
    ) throws {
        try session.run(
            """
            UPDATE access_request SET outcome = 'ended', ended = \(hand.at.microseconds)
            WHERE held = \(request.held) AND place = \(place) AND outcome = 'granted' AND ended IS NULL
            """)
        try session.run(
            """
            UPDATE access_request SET outcome = 'granted', place = \(place), decided_by = \(hand.account),
                decided = \(hand.at.microseconds)
            WHERE id = \(request.id) AND outcome IS NULL
            """)
        guard session.changes == 1 else { throw Drafts.Gone() }
    }

    /// Ends it as it was seen: what waits is answered, and what was given is over.
    ///
    /// - Parameter hand: who ends it; nil where its time is over.
    /// - Throws: `Drafts.Gone` where others did something about it since.
    static func end(
        _ request: AccessRequest, as outcome: AccessRequest.Outcome, words: String, by hand: String?, at now: Timestamp,
        in session: Session
    ) throws {
        let decider: SQL =
            if let hand, request.isOpen {
                ", decided_by = \(hand), decided = \(now.microseconds)"
            } else {
                ""
            }
        let seen: SQL = request.isOpen ? "outcome IS NULL" : "outcome = 'granted'"
        try session.run(
            """
            UPDATE access_request SET outcome = \(outcome.rawValue), ended = \(now.microseconds), words = \(words)\(decider)
            WHERE id = \(request.id) AND ended IS NULL AND \(seen)
            """)
        guard session.changes == 1 else { throw Drafts.Gone() }
    }

    /// Forgets the requests for an object, and by way of it.
    ///
    /// What was given in this moment and still stands somewhere is kept, so that it ends.
    ///
    /// - Parameter wholly: whether nothing of the object is left anywhere.
    static func forget(_ object: String, wholly: Bool, in session: Session) throws {
        let ends: SQL = wholly ? " OR held = \(object)" : ""
        try session.run(
            """
            DELETE FROM access_request WHERE (announcement = \(object) OR held = \(object))
            AND (outcome IS NULL OR outcome <> 'granted' OR ended IS NOT NULL\(ends))
            """)
    }
}

extension AccessRequest {
    fileprivate init(_ row: Row) throws {
        func moment(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).flatMap { Timestamp(microseconds: $0) }
        }
        func hand(_ column: Int) throws -> Hand? {
            guard let account = try row.get(column, as: String?.self), let at = try moment(column + 1) else {
                return nil
            }
            return Hand(account: account, at: at)
        }
        id = try row.get(0)
        announcement = try row.get(1)
        version = try row.get(2)
        held = try row.get(3)
        owner = try row.get(4)
        account = try row.get(5)
        name = try row.get(6)
        organisation = try row.get(7)
        reason = try row.get(8)
        lastDay = FullDate(try row.get(9)) ?? FullDate(of: .distantPast)
        sponsor = try row.get(10)
        asked = try moment(11) ?? .init(clamping: 0)
        voucher = try hand(12)
        decision = try hand(14)
        outcome = try row.get(16, as: String?.self).flatMap(Outcome.init)
        ended = try moment(17)
        place = try row.get(18)
        words = try row.get(19)
    }
}
