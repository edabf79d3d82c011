/// How many people are of an audience, as far as the one who asks may know.
package enum Headcount: Sendable, Hashable {
    /// Nobody can count them.
    case everyone
    case people(Int, organisations: Int)
    /// A group that hides its members, their number too.
    case hidden
}
