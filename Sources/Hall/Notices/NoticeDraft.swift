package import Ledger
import Foundation
package import STIX
package import Storage
package import Web
import Work

/// Something that somebody must know, before anybody has looked who that is.
///
/// It is written in the transaction that causes it: either both are there or neither. Who gets it is found out afterwards, by
/// ``NoticeAddressing``.
package struct NoticeDraft: Sendable, Hashable {
    /// Who must know.
    package enum Addressee: Sendable, Hashable {
        /// One person, by the UUID of their account.
        case account(String)
        /// Everybody who may do this; of a collection, who may do it there.
        case whoMay(Act)
        /// Everybody of an organisation who may publish somewhere, by its UUID.
        case organisation(String)
        /// Everybody who asked to be told of this collection.
        case watchers
    }

    /// What kind of thing it is; a domain declares how it is called (``NamedNotice``).
    let kind: String
    /// Which one: two of a kind that say the same key are one for a reader until they have seen it.
    let key: String
    let urgency: Urgency
    let to: Addressee
    /// UUID of the collection that it is about: who does not read it is told nothing.
    let collection: String?
    /// What it is about, in the words of whoever caused it.
    let subject: String?
    /// The path of the page where somebody can act.
    let place: String

    package init(
        _ kind: String, _ key: String, _ urgency: Urgency, to: Addressee, about subject: String? = nil,
        in collection: String? = nil, at place: Address
    ) {
        self.kind = kind
        self.key = key
        self.urgency = urgency
        self.to = to
        self.subject = subject
        self.collection = collection
        self.place = place.href
    }
}

extension Session {
    /// Has people told of something, in the transaction that causes it.
    ///
    /// - Parameter seconds: how long is waited for more of the same, which is then one.
    package func notify(_ draft: NoticeDraft, gathering seconds: Int64 = 0, now: Timestamp) throws {
        let due = Timestamp(clamping: now.microseconds + seconds * 1_000_000)
        try ask(NoticeAddressing.kind, for: draft.row, payload: draft.stored, at: due, now: now)
    }
}

// MARK: - As a row of work carries it.

extension NoticeDraft: Codable {
    private enum Field: String, CodingKey {
        case kind, key, urgency, account, organisation, act, collection, subject, place
    }

    /// What is asked for twice before anybody was told is one row.
    fileprivate var row: String {
        let whom =
            switch to {
            case .account(let id): id
            case .whoMay(let act): act.rawValue
            case .organisation(let id): id
            case .watchers: "watchers"
            }
        return "\(kind) \(whom) \(collection.map { $0 + " " } ?? "")\(key)"
    }

    fileprivate var stored: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The collection that a row of work tells of; nil where it is of none, or can't be read.
    static func collection(of row: WorkRow) -> String? { try? NoticeDraft(stored: row.payload).collection }

    init(stored: String) throws { self = try JSONDecoder().decode(NoticeDraft.self, from: Data(stored.utf8)) }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        func none(_ field: Field) -> DecodingError {
            .dataCorruptedError(forKey: field, in: fields, debugDescription: "it says nothing that is known")
        }
        kind = try fields.decode(String.self, forKey: .kind)
        key = try fields.decode(String.self, forKey: .key)
        guard let urgency = Urgency(word: try fields.decode(String.self, forKey: .urgency)) else {
            throw none(.urgency)
        }
        self.urgency = urgency
        collection = try fields.decodeIfPresent(String.self, forKey: .collection)
        subject = try fields.decodeIfPresent(String.self, forKey: .subject)
        place = try fields.decode(String.self, forKey: .place)
        if let account = try fields.decodeIfPresent(String.self, forKey: .account) {
            to = .account(account)
        } else if let organisation = try fields.decodeIfPresent(String.self, forKey: .organisation) {
            to = .organisation(organisation)
        } else if let name = try fields.decodeIfPresent(String.self, forKey: .act) {
            guard let act = Act(rawValue: name) else { throw none(.act) }
            to = .whoMay(act)
        } else {
            to = .watchers
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(kind, forKey: .kind)
        try fields.encode(key, forKey: .key)
        try fields.encode(urgency.word, forKey: .urgency)
        try fields.encodeIfPresent(collection, forKey: .collection)
        try fields.encodeIfPresent(subject, forKey: .subject)
        try fields.encode(place, forKey: .place)
        switch to {
        case .account(let id): try fields.encode(id, forKey: .account)
        case .whoMay(let act): try fields.encode(act.rawValue, forKey: .act)
        case .organisation(let id): try fields.encode(id, forKey: .organisation)
        case .watchers: break
        }
    }
}
