import Foundation
import Ledger
import STIX
import Storage

/// What waits for a review, and what became of it.
struct Reviews: LedgerTable {
    let ledger: GatewayLedger

    /// Most that a page lists.
    static let most = 200
    /// Most objections to one text; whoever may object is of an organisation here.
    static let mostObjections = 200

    private static let columns: SQL = """
        id, collection, organisation, account, author, kind, title, main, corrects, translates, draft, parts, confirmed, asked, due,
        ended, outcome, words
        """

    /// The same without the texts, of which a list needs none.
    private static let listed: SQL = """
        id, collection, organisation, account, author, kind, title, main, corrects, translates, NULL, '[]', '[]', asked, due,
        ended, outcome, words
        """

    func find(_ id: String) async throws -> Submission? {
        try await read { session in
            try session.first("SELECT \(Self.columns) FROM review WHERE id = \(id)", Submission.init)
        }
    }

    /// What waits in these collections, by their UUIDs, what waits longest first.
    func waiting(in collections: [String]) async throws -> [Submission] {
        guard !collections.isEmpty else { return [] }
        return try await read { session in
            try session.rows(
                """
                SELECT \(Self.listed) FROM review WHERE ended IS NULL AND collection IN (\(list: collections))
                ORDER BY asked, id LIMIT \(Self.most)
                """, Submission.init)
        }
    }

    /// What an organisation asked for, what was asked for last first.
    func asked(by organisation: String) async throws -> [Submission] {
        try await read { session in
            try session.rows(
                """
                SELECT \(Self.listed) FROM review WHERE organisation = \(organisation) ORDER BY asked DESC, id LIMIT \(Self.most)
                """, Submission.init)
        }
    }

    func objections(to id: String) async throws -> [Objection] {
        try await read { session in
            try session.rows(
                """
                SELECT account, name, organisation, said, words, wording FROM review_objection WHERE review = \(id)
                ORDER BY said, account LIMIT \(Self.mostObjections)
                """, Objection.init)
        }
    }

    static func enter(_ submission: Submission, in session: Session) throws {
        let draft = try submission.draft.map(text)
        try session.run(
            """
            INSERT INTO review (id, collection, organisation, account, author, kind, title, main, corrects, translates, draft, parts,
                confirmed, asked, due)
            VALUES (\(submission.id), \(submission.collection), \(submission.organisation), \(submission.account),
                \(submission.author), \(submission.kind.rawValue), \(submission.title), \(submission.main),
                \(submission.corrects.sql), \(submission.translates.sql), \(draft.sql), \(try text(submission.parts)),
                \(try text(submission.confirmed)), \(submission.asked.microseconds), \((submission.due?.microseconds).sql))
            """)
    }

    /// Ends it, in the transaction that does what it ends with; its text is kept no longer.
    ///
    /// - Throws: `Drafts.Gone` where it has ended already.
    static func end(
        _ submission: Submission, as outcome: Submission.Outcome, words: String = "", at now: Timestamp,
        in session: Session
    ) throws {
        try session.run(
            """
            UPDATE review SET ended = \(now.microseconds), outcome = \(outcome.rawValue), words = \(words), draft = NULL,
                parts = '[]', confirmed = '[]'
            WHERE id = \(submission.id) AND ended IS NULL
            """)
        guard session.changes == 1 else { throw Drafts.Gone() }
        if outcome != .published { try session.run("DELETE FROM review_objection WHERE review = \(submission.id)") }
    }

    /// Objects to what waits; who objected before says it in other words.
    ///
    /// - Throws: `Drafts.Gone` where it waits no longer, or has as many objections as it takes.
    func object(_ objection: Objection, to id: String) async throws {
        try await write { session in
            let waits: Int? = try session.value("SELECT 1 FROM review WHERE id = \(id) AND ended IS NULL")
            let count: Int =
                try session.value(
                    "SELECT count(*) FROM review_objection WHERE review = \(id) AND account <> \(objection.account)")
                ?? 0
            guard waits != nil, count < Self.mostObjections else { throw Drafts.Gone() }
            try session.run(
                """
                INSERT INTO review_objection (review, account, name, organisation, said, words, wording)
                VALUES (\(id), \(objection.account), \(objection.name), \(objection.organisation),
                    \(objection.said.microseconds), \(objection.words), \(objection.wording))
                ON CONFLICT (review, account) DO UPDATE SET said = excluded.said, words = excluded.words,
                    wording = excluded.wording
                """)
        }
    }

    func drop(objectionOf account: String, to id: String) async throws {
        try await write { try Self.drop(objectionOf: account, to: id, in: $0) }
    }

    static func drop(objectionOf account: String, to id: String, in session: Session) throws {
        try session.run("DELETE FROM review_objection WHERE review = \(id) AND account = \(account)")
    }

    /// Forgets every text under review that holds the words of an object.
    static func forget(_ object: String, in session: Session) throws {
        let condition: SQL = "main = \(object) OR corrects = \(object) OR translates = \(object)"
        try session.run(
            "DELETE FROM review_objection WHERE review IN (SELECT id FROM review WHERE \(condition))")
        try session.run("DELETE FROM review WHERE \(condition)")
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension Submission {
    fileprivate init(_ row: Row) throws {
        func decoded<Value: Decodable>(_ text: String) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        }
        func moment(_ column: Int) throws -> Timestamp? {
            try row.get(column, as: Int64?.self).flatMap { Timestamp(microseconds: $0) }
        }
        id = try row.get(0)
        collection = try row.get(1)
        organisation = try row.get(2)
        account = try row.get(3)
        author = try row.get(4)
        kind = DraftKind(rawValue: try row.get(5)) ?? .record
        title = try row.get(6)
        main = try row.get(7)
        corrects = try row.get(8)
        translates = try row.get(9)
        draft = try row.get(10, as: String?.self).map(decoded)
        parts = try decoded(row.get(11))
        confirmed = try decoded(row.get(12))
        asked = try moment(13) ?? .init(clamping: 0)
        due = try moment(14)
        ended = try moment(15)
        outcome = try row.get(16, as: String?.self).flatMap(Outcome.init)
        words = try row.get(17)
    }
}

extension Objection {
    fileprivate init(_ row: Row) throws {
        account = try row.get(0)
        name = try row.get(1)
        organisation = try row.get(2)
        said = Timestamp(clamping: try row.get(3))
        words = try row.get(4)
        wording = try row.get(5)
    }
}
