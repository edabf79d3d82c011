package import Ledger
package import STIX
package import Storage

extension Hand {
    package static let test = Hand.machine(user: "test")
}

/// What operators do, where a test does not ask by whose hand.
extension GatewayLedger {
    @discardableResult
    package func withdraw(
        _ id: String, version: Timestamp? = nil, from collection: String, sentBy source: Source? = nil, reason: String
    ) async throws -> Removal {
        try await withdraw(id, version: version, from: collection, sentBy: source, reason: reason, by: .test)
    }

    @discardableResult
    package func withdraw(_ needed: Set<String>, from all: [String: Withdrawing], reason: String) async throws
        -> Removal
    {
        try await withdraw(needed, from: all, reason: reason, by: .test)
    }

    @discardableResult
    package func erase(
        _ id: String, version: Timestamp? = nil, reason: String,
        also: @Sendable @escaping (Session) throws -> Void = { _ in }
    ) async throws -> Removal {
        try await erase(id, version: version, reason: reason, by: .test, also: also)
    }

    package func decide(_ decision: QuarantineDecision, on number: Int, reason: String, by account: String? = nil)
        async throws
    {
        try await decide(decision, on: number, reason: reason, by: account.map(Hand.account) ?? .test)
    }

    package func decide(
        _ decision: QuarantineDecision, onAll choice: QuarantineChoice,
        in collections: @Sendable () async throws -> [LogCollection], reason: String, by account: String? = nil,
        most: Int? = nil, progress: @Sendable (BulkDecision) -> Void = { _ in }
    ) async throws -> BulkDecision {
        try await decide(
            decision, onAll: choice, in: collections, reason: reason, by: account.map(Hand.account) ?? .test,
            most: most, progress: progress)
    }

    @discardableResult
    package func undoImport(_ number: Int, reason: String) async throws -> Int {
        try await undoImport(number, reason: reason, by: .test)
    }
}
