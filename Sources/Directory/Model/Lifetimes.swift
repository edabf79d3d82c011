/// How long things last, in seconds.
enum Lifetimes {
    /// An invitation waits for somebody who is back next week.
    static let invitation: Int64 = 7 * 86_400
    /// A session that is not used ends: a long weekend is within it, a holiday is not.
    static let sessionIdle: Int64 = 4 * 86_400
    /// A session ends, used or not.
    static let session: Int64 = 30 * 86_400
    /// A token that nobody renews ends.
    static let token: Int64 = 365 * 86_400
    /// When something was last used is written down no more often than this: reading must not wait for a writer.
    static let seen: Int64 = 300
    /// An operator who forgot that they look as somebody else is themselves again.
    static let seeAs: Int64 = 3_600
}
