/// Somebody who looks, as far as the rule knows them: the audiences they are of.
package struct Viewer: Sendable, Hashable {
    /// Nil for whoever holds the data directory: they read every file of it.
    private let audiences: Set<Audience>?
    /// Nil for every collection of these audiences; else the ids of those that a program's token is for.
    private let collections: Set<String>?

    /// Somebody of these audiences; everybody is of `everyone`.
    ///
    /// - Parameter collections: the ids of the only collections they read, where something narrows them further.
    package init(of audiences: Set<Audience>, within collections: Set<String>? = nil) {
        self.audiences = audiences.union([.everyone])
        self.collections = collections
    }

    private init() { (audiences, collections) = (nil, nil) }

    /// Whoever asks, without an account.
    package static let everyone = Viewer(of: [])
    /// Whoever runs commands on the data directory.
    package static let operatorOfTheMachine = Viewer()

    /// The rule of who reads what, in one line (DESIGN §2).
    package func isOf(_ audience: Audience) -> Bool { audiences?.contains(audience) ?? true }

    /// The same of a collection: its audience, less what a token leaves out.
    package func reads(_ collection: LogCollection) -> Bool {
        isOf(collection.audience) && (collections?.contains(collection.id) ?? true)
    }
}
