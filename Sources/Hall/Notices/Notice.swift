import STIX

/// Something that one person must know.
struct Notice: Sendable, Hashable {
    let kind: String
    let key: String
    /// Grows with each notice of a person; one that happens again after it was seen gets a new one.
    let number: Int
    let urgency: Urgency
    /// UUID of the collection that it is about.
    let collection: String?
    let subject: String?
    /// The path of the page where they can act.
    let place: String
    /// When it happened first since they last saw it.
    let since: Timestamp
    /// When it happened, at last.
    let made: Timestamp
    /// How often it happened since they last saw it.
    let times: Int
    /// When it was handed to one of their ways; nil where it was not yet.
    let told: Timestamp?
    /// When they said that they have seen it.
    let seen: Timestamp?
}

/// Why something about notices can't be done.
package struct NoticeError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case badAddress = "bad-address"
        case badTime = "bad-time"
        case badZone = "bad-zone"
        case tooMany = "too-many"
        /// Letters don't leave this gateway.
        case noMail = "no-mail"
        /// Letters to this address came back.
        case heldBack = "held-back"
        case unknownWay = "unknown-way"
        case known = "known"
        /// Whoever reads there said that they want no letters.
        case refused = "refused"
    }

    package let code: Code
    package let sentence: String

    init(_ code: Code, _ sentence: String) { (self.code, self.sentence) = (code, sentence) }

    package var description: String { sentence }
}
