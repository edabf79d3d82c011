package import STIX

/// Organisations that share something with each other.
package struct SharingGroup: Sendable, Hashable {
    /// UUID.
    package let id: String
    package let name: String
    /// Whether the members do not learn of each other: neither names nor number.
    package let hidesMembers: Bool
    package let made: Timestamp
    /// The organisations in it, by name.
    package let members: [Member]
    /// What it is for; empty where nobody has said.
    package let mandate: String
    /// When its time is over: from then on what stands is read, and nothing is added; nil for a group without an end.
    package let ends: Timestamp?

    /// Whether its time is over.
    package func hasEnded(at now: Timestamp) -> Bool { ends.map { $0 <= now } ?? false }

    package struct Member: Sendable, Hashable {
        package let organisation: String
        package let name: String
        /// How many active accounts it has.
        package let people: Int
    }
}
