import Web

/// The sentences of the first page of somebody who is signed in.
struct MorningWords: Sendable {
    let title: String
    let news: String
    let since: String
    let nothingNew: String
    /// Those whom the reader may not have named.
    let others: String
    let markSeen: String
    let hits: String
    let touches: String
    let noHits: String
    let noConstituency: String
    let waiting: String
    let nothingWaits: String
    let drafts: @Sendable (Int) -> String
    let quarantine: @Sendable (Tally) -> String
    let broke: String
    /// Before the name of a server that can't be read, and behind it.
    let fails: String
    let failsSince: String
    let lastWorked: String
    let neverWorked: String
    let nextTry: String
    let stopped: String
    /// What the letter behind a source means.
    let reliability: String
    let start: String
    let firstAdvisory: String
    let firstAdvisoryLead: String
    let firstCheck: String
    let firstCheckLead: String
    let firstPeople: String
    let firstPeopleLead: String
}
