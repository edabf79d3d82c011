package import Web

/// The first page of somebody who is signed in: what they would open before anything else.
package struct MorningModel: Sendable, Hashable {
    /// What came from one source since the reader last looked.
    package struct News: Sendable, Hashable {
        package let source: String
        /// How far it is believed, A to F; nil where nobody has said so.
        package let reliability: String?
        package let types: [TypeCount]

        package init(source: String, reliability: String? = nil, types: [TypeCount]) {
            self.source = source
            self.reliability = reliability
            self.types = types
        }
    }

    /// Something that touches whom the reader's organisation answers for.
    package struct Hit: Sendable, Hashable {
        package let object: ListedObject
        /// What of the constituency it touches, as it stands there: a network, a domain, a sector.
        package let touched: [String]

        package init(object: ListedObject, touched: [String]) {
            self.object = object
            self.touched = touched
        }
    }

    /// A server that objects come from, and that could not be read.
    package struct Failing: Sendable, Hashable {
        package let source: String
        package let problem: String
        package let since: Moment
        /// Nil where it never worked.
        package let succeeded: Moment?
        /// Nil where somebody must resume it first.
        package let next: Moment?

        package init(source: String, problem: String, since: Moment, succeeded: Moment?, next: Moment?) {
            self.source = source
            self.problem = problem
            self.since = since
            self.succeeded = succeeded
            self.next = next
        }
    }

    /// What waits for somebody of the desk.
    package struct Waiting: Sendable, Hashable {
        package let quarantine: Tally
        /// Sources whose last input broke.
        package let broken: [ImportRow]
        package let failing: [Failing]

        package init(quarantine: Tally, broken: [ImportRow], failing: [Failing] = []) {
            self.quarantine = quarantine
            self.broken = broken
            self.failing = failing
        }
    }

    /// From when on something counts as new.
    package let since: Moment
    /// When this page was made: what comes later is new the next time.
    package let now: Moment
    package let news: [News]
    package let hits: [Hit]
    /// Whether the organisation has said whom it answers for; without that nothing can hit.
    package let hasConstituency: Bool
    /// Drafts of the reader's desk; nil where they can't write.
    package let drafts: Int?
    /// Nil for those who decide nothing.
    package let waiting: Waiting?
    /// Texts under review that wait for the reader's word.
    package var reviews = 0
    /// Requests for access that wait for the reader's word.
    package var access = 0
    package let collections: [CollectionSummary]
    package let latest: [ListedObject]

    package init(
        since: Moment, now: Moment, news: [News], hits: [Hit], hasConstituency: Bool, drafts: Int?, waiting: Waiting?,
        collections: [CollectionSummary], latest: [ListedObject]
    ) {
        self.since = since
        self.now = now
        self.news = news
        self.hits = hits
        self.hasConstituency = hasConstituency
        self.drafts = drafts
        self.waiting = waiting
        self.collections = collections
        self.latest = latest
    }

    /// Whether this gateway holds nothing yet that the reader may see.
    var isEmpty: Bool { latest.isEmpty }
}
