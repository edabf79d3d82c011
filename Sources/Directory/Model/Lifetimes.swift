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
    /// What says that it was made further ahead than this was made while a clock was wrong, and is not valid: otherwise it would
    /// outlive its time by as much as the clock was ahead.
    ///
    /// It is not removed either: the clock may be wrong now, and the next minute right.
    static let ahead: Int64 = 300
    /// When something was last used is written down no more often than this: reading must not wait for a writer.
    static let seen: Int64 = 300
    /// An operator who forgot that they look as somebody else is themselves again.
    static let seeAs: Int64 = 3_600

    /// Whether something that says when it was made may have been made by now; both in microseconds.
    static func isMade(_ made: Int64, at now: Int64) -> Bool { made <= now + ahead * 1_000_000 }

    /// Whether it is time to write down that something is in use; a moment that has not come yet is put right.
    static func isToBeNoted(used: Int64, at now: Int64) -> Bool {
        now - used > seen * 1_000_000 || !isMade(used, at: now)
    }
}
