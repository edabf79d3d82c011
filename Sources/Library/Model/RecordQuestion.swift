import Foundation
import Hall
import Kinds
import STIX
import Web

/// Which objects of a kind somebody asks for.
struct RecordQuestion: Sendable {
    /// Words; empty for all.
    var text = ""
    /// By field: one of these values; of a date, its year.
    var chosen: [(field: String, value: String)] = []
    /// Where in its life it is; nil for anywhere.
    var state: String?
    /// Whether only what is late is asked for.
    var isLate = false

    /// Everything.
    init() {}

    /// - Parameter kind: whose facets and states are asked for.
    /// - Throws: `Problem.badRequest` with the parameter that the kind does not have: nobody is told of all as if it were some.
    init(_ query: WebQuery, of kind: Kind) throws(Problem) {
        text = query["q"] ?? ""
        for (name, value) in query.parameters where name.hasPrefix("f.") && !value.isEmpty {
            guard kind.facets.contains(String(name.dropFirst(2))) else { throw .badRequest(parameter: name) }
        }
        for facet in kind.facets {
            if let value = query["f.\(facet)"], !value.isEmpty { chosen.append((facet, value)) }
        }
        if let asked = query["state"], !asked.isEmpty {
            guard let known = kind.life?.state(asked) else { throw .badRequest(parameter: "state") }
            state = known.name
        }
        switch query["late"] {
        case nil, "": isLate = false
        case "1": isLate = true
        default: throw .badRequest(parameter: "late")
        }
    }

    var isEmpty: Bool { text.allSatisfy(\.isWhitespace) && chosen.isEmpty && !looksCloser }
    /// Whether it asks what is only known of an object that is looked at.
    var looksCloser: Bool { state != nil || isLate }

    func fits(_ row: RecordRow) -> Bool {
        (state == nil || row.state == state) && (!isLate || row.isLate)
    }

    /// The parameters of the same question in an address.
    var parameters: [(name: String, value: String)] {
        (text.isEmpty ? [] : [("q", text)]) + chosen.map { ("f.\($0.field)", $0.value) }
            + (state.map { [("state", $0)] } ?? []) + (isLate ? [("late", "1")] : [])
    }

    /// The same with one value chosen, or not.
    func choosing(_ field: String, _ value: String?) -> RecordQuestion {
        var other = self
        other.chosen.removeAll { $0.field == field }
        if let value { other.chosen.append((field, value)) }
        return other
    }

    /// The same in the terms of today.
    func current(of kind: Kind, _ terms: TermMap) -> RecordQuestion {
        var other = self
        other.chosen = chosen.map { field, value in
            let vocabulary = kind.field(field).flatMap(kind.vocabulary)
            return (field, vocabulary.map { terms.now(value, in: $0) } ?? value)
        }
        return other
    }

    /// The same in one state, or in any.
    func choosing(state: String?) -> RecordQuestion {
        var other = self
        other.state = state
        return other
    }

    /// The same of what is late alone, or of everything.
    func choosing(late: Bool) -> RecordQuestion {
        var other = self
        other.isLate = late
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
    /// How many are in each state; nil where that is not asked.
    var states: [String: Int]?
    /// Whether there is more than is looked at one by one: then it is to be narrowed first.
    var isTooMuch = false
    /// How many rows come before these.
    let offset: Int
}

/// An object of a kind in a list.
struct RecordRow: Sendable {
    let id: String
    /// The alias of the collection in which it is listed.
    let collection: String
    let name: String
    let kind: Kind
    let values: JSON
    let changed: Moment
    let added: Moment
    let created: Moment
    let marking: String
    /// The field whose date has passed without what it waited for.
    var overdue: Field?
    /// The language in which it is written; nil where it does not say.
    let language: String?
    /// Whether the words are a translation that the original has left behind.
    let isStale: Bool
    /// Where in its life it is, as far as its reader knows; nil for a kind without states.
    var state: String?
    /// The clocks that run in its state, and when each runs out.
    var clocks: [(clock: LifeClock, due: Date)] = []
    /// The clocks that have run out.
    var runOut: [LifeClock] = []

    /// Whether a date has passed, or a clock has run out.
    var isLate: Bool { overdue != nil || !runOut.isEmpty }
}
