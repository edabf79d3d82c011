package import Hall
import STIX

/// What somebody writes before it is published.
///
/// A private row of its author's desk: for everybody else it does not exist.
struct Draft: Sendable, Hashable {
    /// UUID.
    let id: String
    /// UUID of the organisation whose people may see it.
    let organisation: String
    /// UUID of its author's account.
    let account: String
    /// Name of its author.
    let author: String
    /// UUID of the collection it is meant for; of a correction, that whose version it began from.
    var collection: String
    /// Identifier of the object that it corrects.
    let corrects: String?
    /// Identifier of the object whose words it says in another language.
    var translates: String?
    var content: DraftContent
    /// When it was last saved; a preview of an earlier state is not published.
    var changed: Timestamp
}

/// What kind of thing a draft becomes.
package enum DraftKind: String, Sendable, Hashable, Codable, CaseIterable {
    case advisory, indicators, note, opinion, sighting
    /// An object of a kind, whose form follows from the kind.
    case record
    /// The words of an object in another language.
    case translation

    /// Whether it says something about one object that stands already.
    var isRemark: Bool { [.note, .opinion, .sighting, .translation].contains(self) }

    /// The kind that corrects an object of this type; nil where there is no form for it.
    init?(correcting type: String) {
        switch type {
        case "report": self = .advisory
        case "indicator": self = .indicators
        case "note": self = .note
        case "opinion": self = .opinion
        case "sighting": self = .sighting
        case "language-content": self = .translation
        case "concord-record", "concord-gathering", "concord-attestation": self = .record
        default: return nil
        }
    }
}

/// The fields of a draft as they were typed.
package struct DraftContent: Sendable, Hashable, Codable {
    package var kind: DraftKind
    package var title = ""
    package var text = ""
    /// Name of a TLP label; empty for the collection's own.
    package var marking = ""
    /// Own labels, separated by commas.
    package var labels = ""
    /// Machine tags of the taxonomies that ship with the program.
    package var tags: [String] = []
    package var reportTypes: [String] = []
    /// Addresses, domains, hashes and patterns, one on each line.
    package var values = ""
    /// Sources, one on each line: name, address.
    package var references = ""
    /// Identifiers of the objects that it speaks of, one on each line.
    package var about = ""
    package var opinion = ""
    package var count = ""
    package var first = ""
    package var last = ""
    package var published = ""
    package var validFrom = ""
    /// The version that a correction began from; nothing for what is new.
    package var base = ""
    /// What was typed into the form of a kind; nil for all others.
    package var record: TypedRecord?
    /// What was typed into the form of a translation; nil for all others.
    package var translation: TypedTranslation?
    /// Which words a note or an opinion speaks of, and which others it proposes; nil for none.
    package var remark: TypedRemark?

    package init(_ kind: DraftKind) { self.kind = kind }
}

/// What was typed of a text that a note or an opinion speaks of.
package struct TypedRemark: Sendable, Hashable, Codable {
    package var field = ""
    package var quote = ""
    package var wording = ""
}

/// The fields of the form, by the names under which they are sent.
package enum DraftField: String, Sendable, Hashable, CaseIterable {
    case collection, title, text, marking, labels, tags, reportTypes = "report-types", values, references, about
    case opinion, count, first, last, published, validFrom = "valid-from"
    /// The name of a field, and its words that a remark speaks of; and what is proposed instead.
    case anchor, quote, wording
}

/// What is wrong with a field.
package enum DraftMistake: Sendable, Hashable {
    case missing
    case tooLong(most: Int)
    case noTime
    case wrongOrder
    case noNumber
    case noValue(String)
    case noIdentifier(String)
    case noAddress(String)
    case tooMany(most: Int)
    case unknownChoice
    /// A correction is of one indicator.
    case onlyOne
}

/// Agreement, from the least to the most (STIX 2.1 §10.15).
package enum Agreement: String, Sendable, Hashable, CaseIterable {
    case stronglyDisagree = "strongly-disagree"
    case disagree, neutral, agree
    case stronglyAgree = "strongly-agree"
}
