import STIX
import Storage

extension GatewayLedger {
    /// Says what must happen before anything is published in a collection; its log states it from here on.
    ///
    /// - Parameters:
    ///   - review: nil where nothing must.
    ///   - person: by whose hand; nil for a command.
    /// - Throws: `readOnly` for a mirror, `notPlaced` for a silence of no day or of more than 90.
    @discardableResult
    package func setReview(_ review: Review?, of collection: String, by person: Person? = nil) async throws
        -> LogCollection
    {
        if case .silence(let days) = review, !(1...Review.longest).contains(days) {
            throw LedgerError(.notPlaced, "a silence lasts from 1 to \(Review.longest) days, not \(days)")
        }
        return try await write { session in
            let before = try session.collection(collection)
            guard before.review != review else { return (before, []) }
            try session.run(
                "UPDATE collection SET review = \((review?.stored).sql) WHERE number = \(before.number)")
            let after = try session.collection(collection)
            var log = try LogAppender(after, in: session, surroundings: surroundings, by: person?.hand)
            try log.append(.config(try rules(of: after, key: session.signingKey())))
            return (try session.collection(collection), [try log.finish()])
        }
    }
}
