package import STIX

/// An organisation whose people have accounts here.
package struct Organisation: Sendable, Hashable {
    /// UUID; the gateway's own organisation has the gateway's id.
    package let id: String
    package let name: String
    package let made: Timestamp
    /// The `identity` object that is its public face; nil before it has one.
    package let identity: String?
    /// How many active accounts it has.
    package let people: Int
}
