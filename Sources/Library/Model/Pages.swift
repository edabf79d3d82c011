import Foundation
import Hall
import Kinds
import STIX
import Web

/// The objects of a kind.
struct RecordListModel: Sendable {
    let kind: Kind
    let question: RecordQuestion
    let found: RecordsFound
    /// What the parties are called that the list names.
    let names: [String: String]
    let taxonomies: [String: TagTaxonomy]
    let mayWrite: Bool
    /// Since when the dead links of its rows are dead, by the link.
    let deadLinks: [String: Moment]
}

/// The objects of a list in full, for paper.
struct BookletModel: Sendable {
    let kind: Kind
    let question: RecordQuestion
    let found: RecordsFound
    let names: [String: String]
    let taxonomies: [String: TagTaxonomy]
    let today: FullDate
    /// As in a list.
    let deadLinks: [String: Moment]
    /// By the objects.
    let opinions: [String: [RecordOpinion]]
}

/// What a party thinks of an object.
struct RecordOpinion: Sendable {
    let id: String
    let party: String
    let name: String?
    /// A term of `opinion-enum` (STIX 2.1 §10.15).
    let opinion: String
    let explanation: String
    let remark: TextRemark

    var isDissent: Bool { opinion.hasSuffix("disagree") }

    var json: JSON {
        .object(
            [.text("id", id), .text("party", party), .text("opinion", opinion)]
                + [
                    ("name", name ?? ""), ("explanation", explanation), ("quote", remark.quote),
                    ("wording", remark.wording),
                ]
                .filter { !$0.1.isEmpty }.map { JSON.Member.text($0.0, $0.1) })
    }
}

/// What is known here.
struct LearnModel: Sendable {
    struct Row: Sendable {
        let kind: Kind
        let total: Int
        /// By work area; nil for a kind that does not say.
        let areas: [String: Int]?
    }

    let rows: [Row]
    let areas: [(value: String, label: Phrase)]
    let newest: [RecordRow]
    let advisories: Int
}

/// What takes place in a month.
struct CalendarModel: Sendable {
    /// A month, `2026-11`.
    struct Month: Sendable, LosslessStringConvertible {
        let description: String
        let first: FullDate

        init?(_ description: String) {
            guard description.utf8.count == 7, description < "9999", description > "0002",
                let first = FullDate(description + "-01")
            else { return nil }
            (self.description, self.first) = (description, first)
        }

        init(_ day: FullDate) {
            description = String(day.description.prefix(7))
            first = FullDate(description + "-01") ?? day
        }

        /// The month after.
        var next: Month { Month(FullDate(of: first.start.addingTimeInterval(32 * 86_400))) }
        /// The month before.
        var previous: Month { Month(FullDate(of: first.start.addingTimeInterval(-86_400))) }
    }

    let month: Month
    let rows: [RecordRow]
    let today: FullDate
}

/// The packs here, and which of their kinds people are shown.
struct KindsModel: Sendable {
    struct PackRow: Sendable {
        let pack: Pack
        let signer: String?
        let isCore: Bool
    }

    let packs: [PackRow]
    /// Identifiers of the kinds that are shown.
    let shown: Set<String>
}
