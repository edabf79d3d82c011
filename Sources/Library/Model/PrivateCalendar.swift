import Hall
import Kinds
import STIX
import Web

/// A calendar at an address that is a secret, for programs that can't sign in: it says what its account may read at that moment.
struct PrivateCalendar: Sendable, Hashable {
    /// UUID.
    let id: String
    /// UUID of the account that made it, and as which it reads.
    let account: String
    /// The name of the kind whose list it follows; nil for every kind with dates.
    let kind: String?
    /// How that list is narrowed.
    let query: WebQuery
    /// In which it is called something.
    let language: Language
    let created: Timestamp
    /// The day on which it was last asked for; nil for never.
    let fetched: String?

    /// One account has no more.
    static let most = 20
}

/// The private calendars that somebody has made.
struct PrivateCalendarsModel: Sendable {
    struct Row: Sendable {
        let calendar: PrivateCalendar
        /// The kind whose list it follows, where people are shown it.
        let kind: Kind?
    }

    let rows: [Row]
    /// What the parties are called by which its lists are narrowed.
    let names: [String: String]
    let taxonomies: [String: TagTaxonomy]
    /// The address that was just made, whole: it is shown this once.
    var made: String?
    /// Whether there was no room for another.
    var isFull = false
    let canChange: Bool
}
