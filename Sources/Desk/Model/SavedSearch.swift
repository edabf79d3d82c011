package import Web

/// A search that somebody keeps.
package struct SavedSearch: Sendable, Hashable {
    /// UUID.
    package let id: String
    /// UUID of the account that keeps it.
    package let account: String
    package let name: String
    /// As it stands in the address of the search page.
    package let query: WebQuery
    package let created: Moment

    package init(id: String, account: String, name: String, query: WebQuery, created: Moment) {
        self.id = id
        self.account = account
        self.name = name
        self.query = query
        self.created = created
    }

    /// The longest name in bytes.
    static let longestName = 200
    /// One account keeps no more.
    static let most = 100
}

/// The searches that somebody keeps.
package struct SavedSearchesModel: Sendable, Hashable {
    /// By name.
    package let searches: [SavedSearch]
    /// The address of a feed that was just made, whole: it is shown this once.
    package let made: Made?
    /// Whether they may change them: not while they look as somebody else.
    package let canChange: Bool

    package struct Made: Sendable, Hashable {
        package let name: String
        package let address: String

        package init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    package init(searches: [SavedSearch], made: Made? = nil, canChange: Bool = true) {
        self.searches = searches
        self.made = made
        self.canChange = canChange
    }
}
