import Foundation
import Kinds
import STIX
import Web

/// Which objects of a kind somebody asks for.
struct RecordQuestion: Sendable {
    /// Words; empty for all.
    var text = ""
    /// By field: one of these values; of a date, its year.
    var chosen: [(field: String, value: String)] = []

    /// - Parameter kind: whose facets count; other parameters say nothing.
    init(_ query: WebQuery, of kind: Kind) {
        text = query["q"] ?? ""
        for facet in kind.facets {
            if let value = query["f.\(facet)"], !value.isEmpty { chosen.append((facet, value)) }
        }
    }

    var isEmpty: Bool { text.allSatisfy(\.isWhitespace) && chosen.isEmpty }

    /// The parameters of the same question in an address.
    var parameters: [(name: String, value: String)] {
        (text.isEmpty ? [] : [("q", text)]) + chosen.map { ("f.\($0.field)", $0.value) }
    }

    /// The same with one value chosen, or not.
    func choosing(_ field: String, _ value: String?) -> RecordQuestion {
        var other = self
        other.chosen.removeAll { $0.field == field }
        if let value { other.chosen.append((field, value)) }
        return other
    }
}

/// What was found of a kind.
struct RecordsFound: Sendable {
    let rows: [RecordRow]
    /// How many there are, exact up to ten thousand.
    let total: Tally
    /// By facet: how many have each value, most first.
    let facets: [String: [(value: String, count: Int)]]
    /// How many rows come before these.
    let offset: Int
}

/// An object of a kind in a list.
struct RecordRow: Sendable {
    let id: String
    let name: String
    let kind: Kind
    let values: JSON
    let changed: Moment
    let added: Moment
    let created: Moment
    let marking: String
    let isOverdue: Bool
    /// The language in which it is written; nil where it does not say.
    let language: String?
    /// Whether the words are a translation that the original has left behind.
    let isStale: Bool
}
