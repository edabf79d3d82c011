import Foundation
import Ledger
import STIX

/// What somebody wants to stand in a collection that asks for a review, exactly as it would be placed.
///
/// Its text leaves the desk of its author with the wish to publish it, and not before; nobody changes it while it waits.
struct Submission: Sendable, Hashable {
    /// UUID.
    let id: String
    /// UUID of the collection that asks.
    let collection: String
    /// UUID of the organisation whose word it is.
    let organisation: String
    /// UUID of its author's account.
    let account: String
    let author: String
    let kind: DraftKind
    let title: String
    /// Identifier of the object that people will be led to.
    let main: String
    /// Identifier of the object that it corrects.
    let corrects: String?
    /// Identifier of the object whose words it says in another language.
    let translates: String?
    /// What it was written as, with the collection it was meant for: whoever gets it back goes on there.
    ///
    /// Nil where an object is placed in a further collection.
    let draft: Written?
    /// What is placed together: in the collection first, and beside it.
    let parts: [Part]
    /// Identifiers of objects that its author wants named although the audience cannot read them (law 9).
    let confirmed: [String]
    let asked: Timestamp
    /// When silence has lasted long enough; nil where somebody must agree.
    let due: Timestamp?
    var ended: Timestamp?
    var outcome: Outcome?
    /// What whoever gave it back says, or what stood against it.
    var words: String?

    struct Written: Sendable, Hashable, Codable {
        let collection: String
        let content: DraftContent
    }

    /// Objects for one collection, by its UUID; each as its exact bytes say it.
    struct Part: Sendable, Hashable, Codable {
        let collection: String
        let objects: [String]

        init(_ plan: PlannedPlacement) {
            collection = plan.collection.id
            objects = plan.objects.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    enum Outcome: String, Sendable, Hashable, CaseIterable {
        case published, returned
        /// Its author took it back.
        case takenBack = "taken-back"
    }

    /// The object that people will be led to.
    var object: JSON? {
        for text in parts.first?.objects ?? [] {
            if let json = try? JSON.parse(Array(text.utf8)), json.text("id") == main { return json }
        }
        return nil
    }
}

/// What somebody says against a text under review; it stands beside the text where that is published all the same.
struct Objection: Sendable, Hashable {
    /// UUID of the account; each has one.
    let account: String
    let name: String
    /// UUID of the organisation in whose name it is said.
    let organisation: String
    let said: Timestamp
    let words: String
    /// The wording that its author would agree to; empty for none.
    let wording: String
}
