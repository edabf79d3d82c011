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

    package struct Member: Sendable, Hashable {
        package let organisation: String
        package let name: String
        /// How many active accounts it has.
        package let people: Int
    }
}
