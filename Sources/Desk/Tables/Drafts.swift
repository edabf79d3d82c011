import Foundation
import Ledger
import STIX
import Storage

/// The drafts of organisations, each read by its own people only.
struct Drafts: LedgerTable {
    let ledger: GatewayLedger

    /// Most of an organisation's drafts that are listed.
    static let most = 200

    private static let columns: SQL =
        "id, organisation, account, author, collection, corrects, translates, content, changed"

    /// The drafts of an organisation, last saved first.
    func all(of organisation: String) async throws -> [Draft] {
        try await read { session in
            try session.rows(
                """
                SELECT \(Self.columns) FROM draft WHERE organisation = \(organisation)
                ORDER BY changed DESC, id LIMIT \(Self.most)
                """, Draft.init)
        }
    }

    func find(_ id: String, of organisation: String) async throws -> Draft? {
        try await read { session in
            try session.first(
                "SELECT \(Self.columns) FROM draft WHERE id = \(id) AND organisation = \(organisation)", Draft.init)
        }
    }

    func keep(_ draft: Draft) async throws {
        try await write { try Self.keep(draft, in: $0) }
    }

    static func keep(_ draft: Draft, in session: Session) throws {
        let content = try String(decoding: Self.encoder.encode(draft.content), as: UTF8.self)
        try session.run(
            """
            INSERT INTO draft (id, organisation, account, author, collection, corrects, translates, content, changed)
            VALUES (\(draft.id), \(draft.organisation), \(draft.account), \(draft.author), \(draft.collection),
                \(draft.corrects.sql), \(draft.translates.sql), \(content), \(draft.changed.microseconds))
            ON CONFLICT (id) DO UPDATE SET collection = excluded.collection, content = excluded.content,
                changed = excluded.changed
            """)
    }

    /// Discards every draft that was begun from an object, or says it in another language: it holds the object's words.
    static func forget(_ object: String, in session: Session) throws {
        try session.run("DELETE FROM draft WHERE corrects = \(object) OR translates = \(object)")
    }

    func discard(_ draft: Draft) async throws {
        try await write { session in
            try session.run("DELETE FROM draft WHERE id = \(draft.id) AND organisation = \(draft.organisation)")
        }
    }

    /// Takes the draft away in the transaction that publishes it, if it is still as it was seen.
    ///
    /// - Throws: `Gone` where it was published, discarded or saved since.
    static func take(_ draft: Draft, in session: Session) throws {
        try session.run("DELETE FROM draft WHERE id = \(draft.id) AND changed = \(draft.changed.microseconds)")
        guard session.changes == 1 else { throw Gone() }
    }

    /// A draft that is no longer what was shown.
    struct Gone: Error {}

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

extension Draft {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.get(0), organisation: try row.get(1), account: try row.get(2), author: try row.get(3),
            collection: try row.get(4), corrects: try row.get(5), translates: try row.get(6),
            content: try JSONDecoder().decode(DraftContent.self, from: Data(try row.get(7, as: String.self).utf8)),
            changed: Timestamp(microseconds: try row.get(8)) ?? .init(clamping: 0))
    }
}
