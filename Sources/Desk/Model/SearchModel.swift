package import Web

/// What a search found.
package struct SearchModel: Sendable, Hashable {
    /// How the words of the reader were understood.
    package enum Kind: Sendable, Hashable {
        case words
        /// An identifier of STIX or of a knowledge base.
        case identifier
        /// The value of an observable: an address, a domain, a hash.
        case value
    }

    /// What results can be narrowed by; the name of the parameter in the address.
    package enum Facet: String, Sendable, Hashable, CaseIterable {
        case type
        case collection = "in"
        case source
        case marking = "tlp"
        case period = "added"
    }

    /// One value of a facet.
    package struct Choice: Sendable, Hashable {
        /// As in the address.
        package let value: String
        /// What it is called, where its value does not say it: a collection, a source.
        package let name: String?
        package let count: Int

        package init(value: String, name: String? = nil, count: Int) {
            self.value = value
            self.name = name
            self.count = count
        }
    }

    package let query: String
    package let kind: Kind
    package let rows: [ListedObject]
    package let total: Tally
    package let pager: Pager
    /// By what the search is narrowed, in the order of the facets.
    package let chosen: [Facet: Choice]
    /// By what it can be narrowed further; counts of the first ten thousand results.
    package let choices: [Facet: [Choice]]

    package init(
        query: String, kind: Kind, rows: [ListedObject], total: Tally, pager: Pager, chosen: [Facet: Choice] = [:],
        choices: [Facet: [Choice]] = [:]
    ) {
        self.query = query
        self.kind = kind
        self.rows = rows
        self.total = total
        self.pager = pager
        self.chosen = chosen
        self.choices = choices
    }

    var isEmpty: Bool { query.isEmpty && chosen.isEmpty }

    /// The parameters that narrow this search, without those of one facet and with another value of it.
    func narrowing(_ facet: Facet? = nil, to value: String? = nil) -> [(name: String, value: String)] {
        Facet.allCases.compactMap { each in
            let wanted = each == facet ? value : chosen[each]?.value
            return wanted.map { (name: each.rawValue, value: $0) }
        }
    }
}
