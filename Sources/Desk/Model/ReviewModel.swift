import Ledger
package import STIX
package import Web

/// A text under review.
package struct ReviewModel: Sendable {
    package let id: String
    package let title: String
    package let kind: DraftKind
    package let author: String
    package let collection: CollectionName
    package let readers: Readers
    /// The object that people will be led to; empty when it has ended.
    package let main: JSON
    package let parts: [(type: String, title: String)]
    package let names: [String: ObjectName]
    package let corrects: String?
    package let asked: Moment
    /// When silence has lasted long enough; nil where somebody must agree.
    package let due: Moment?
    let outcome: Submission.Outcome?
    package let words: String
    /// The object, when it stands.
    package let stands: String?
    package let objections: [Said]
    /// What the reader objects to.
    package let own: (words: String, wording: String)?
    /// What was typed into a form that was not taken.
    package let typed: String
    package let lacksWords: Bool
    package let wasAsked: Bool
    package let mayTakeBack: Bool
    package let mayPublish: Bool
    package let mayGiveBack: Bool
    package let mayObject: Bool

    /// Most letters of a reason, and of a wording.
    static let longestWords = 4_000

    package struct Said: Sendable, Hashable {
        package let name: String
        package let said: Moment
        package let words: String
        package let wording: String
    }
}

/// What waits for a review, and what became of what an organisation asked for.
package struct ReviewListModel: Sendable {
    let waiting: [Row]
    let own: [Row]

    struct Row: Sendable, Hashable {
        let id: String
        let title: String
        let kind: DraftKind
        let author: String
        let collection: CollectionName?
        let asked: Moment
        let due: Moment?
        let outcome: Submission.Outcome?
    }
}
