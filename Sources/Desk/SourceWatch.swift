package import STIX

/// What the desk asks of the exchange about the servers that objects come from; the composition answers.
package struct SourceWatch: Sendable {
    /// The sources that fail, of those that feed these collections (by UUID).
    package var failing: @Sendable (_ collections: Set<String>) async throws -> [FailingSource]
    /// How far sources are believed, by name: the Admiralty scale's letters A to F.
    package var reliability: @Sendable () async throws -> [String: String]

    package init(
        failing: @escaping @Sendable (_ collections: Set<String>) async throws -> [FailingSource],
        reliability: @escaping @Sendable () async throws -> [String: String]
    ) {
        self.failing = failing
        self.reliability = reliability
    }

    /// A gateway that asks no server.
    package static let none = SourceWatch(failing: { _ in [] }, reliability: { [:] })
}

/// A source that could not be read when it was last asked.
package struct FailingSource: Sendable {
    package let name: String
    /// Why, in one sentence.
    package let problem: String
    package let since: Timestamp
    /// Nil where it never worked.
    package let succeeded: Timestamp?
    /// Nil where it is left alone until somebody resumes it.
    package let next: Timestamp?

    package init(name: String, problem: String, since: Timestamp, succeeded: Timestamp?, next: Timestamp?) {
        self.name = name
        self.problem = problem
        self.since = since
        self.succeeded = succeeded
        self.next = next
    }
}
