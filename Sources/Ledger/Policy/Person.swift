/// Somebody with an account, as the directory knows them at this moment.
package struct Person: Sendable, Hashable {
    /// UUID of the account.
    package let account: String
    package let name: String
    package let role: Role
    package let organisation: Organisation
    /// The audiences they are of, or those of whom they look as.
    package let viewer: Viewer
    /// As whom an operator looks at the gateway now; who does so reads and does nothing else.
    package let seeingAs: Audience?
    /// Sharing groups of theirs whose time is over: what stands there is read, and nothing is added.
    package let ended: Set<Audience>

    /// The organisation that a person belongs to.
    package struct Organisation: Sendable, Hashable {
        /// UUID; the gateway's own organisation has the gateway's id.
        package let id: String
        package let name: String
        /// The `identity` object that is its public face; nil before it has one.
        package let identity: String?
        /// Whether it runs this gateway.
        package let isDesk: Bool
        /// The identifier under which it speaks, and nobody else (law 4).
        package var author: String { identity ?? "identity--\(id)" }

        package init(id: String, name: String, identity: String?, isDesk: Bool) {
            self.id = id
            self.name = name
            self.identity = identity
            self.isDesk = isDesk
        }
    }

    package init(
        account: String, name: String, role: Role, organisation: Organisation, viewer: Viewer,
        seeingAs: Audience? = nil, ended: Set<Audience> = []
    ) {
        self.account = account
        self.name = name
        self.role = role
        self.organisation = organisation
        self.viewer = viewer
        self.seeingAs = seeingAs
        self.ended = ended
    }

    /// The source under which what they say stands in the log: version lines belong to an organisation (law 4).
    package var source: Source { .organisation(organisation.id) }
}
