/// Somebody who looks, as far as the rule knows them: the audiences they are of.
package struct Viewer: Sendable, Hashable {
    /// Nil for whoever holds the data directory: they read every file of it.
    private let audiences: Set<Audience>?

    /// Somebody of these audiences; everybody is of `everyone`.
    package init(of audiences: Set<Audience>) {
        self.audiences = audiences.union([.everyone])
    }

    private init() { audiences = nil }

    /// Whoever asks, without an account.
    package static let everyone = Viewer(of: [])
    /// Whoever runs commands on the data directory.
    package static let operatorOfTheMachine = Viewer()

    /// The rule of who reads what, in one line (DESIGN §2).
    package func isOf(_ audience: Audience) -> Bool { audiences?.contains(audience) ?? true }
}
