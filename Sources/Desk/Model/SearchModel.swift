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

    package let query: String
    package let kind: Kind
    package let rows: [ListedObject]
    package let total: Tally
    package let pager: Pager

    package init(query: String, kind: Kind, rows: [ListedObject], total: Tally, pager: Pager) {
        self.query = query
        self.kind = kind
        self.rows = rows
        self.total = total
        self.pager = pager
    }
}
