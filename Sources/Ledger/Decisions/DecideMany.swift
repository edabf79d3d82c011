import STIX
import Storage

/// How many wait for one reason, from one source, for one collection.
package struct QuarantineShare: Sendable, Equatable {
    package let collection: LogCollection
    package let code: Quarantine.Code
    package let source: Source
    package let count: Int
    /// How many of them are kept with their bytes; the others nobody can let in.
    package let whole: Int

    /// What accepting them would do; nil where nothing of them can be let in.
    package var acceptance: Acceptance? { whole > 0 ? code.acceptance : nil }
}

/// What a decision on many objects did.
package struct BulkDecision: Sendable, Equatable {
    package var decided = 0
    /// Those that could not be let in and wait on, by the reason.
    package var left: [String: Int] = [:]
    /// Whether all that was chosen has been looked at.
    package var isDone = false

    package var leftCount: Int { left.values.reduce(0, +) }
}

extension GatewayLedger {
    /// What waits for these collections, by collection, reason and source, most first, and the number of the newest of it.
    ///
    /// - Parameter limit: counts only the newest so many; nil for all of them.
    package func quarantineShares(
        in collections: [LogCollection], matching choice: QuarantineChoice = QuarantineChoice(), limit: Int? = nil
    ) async throws -> (shares: [QuarantineShare], last: Int) {
        try await database.read { session in
            var last = 0
            let shares = try session.rows(
                """
                SELECT n.collection, n.code, s.name, count(*), count(n.whole), max(n.number) FROM
                (SELECT q.collection, q.code, q.source, q.number, CASE WHEN q.bytes IS NULL THEN NULL ELSE 1 END AS whole
                    FROM quarantine q WHERE q.collection IN (\(list: collections.map(\.number))) AND \(choice.condition)
                    ORDER BY q.number DESC LIMIT \(limit ?? Int.max)) n
                JOIN source s ON s.number = n.source GROUP BY n.collection, n.code, s.name ORDER BY 4 DESC, 1, 2, 3
                """
            ) { row -> QuarantineShare? in
                last = max(last, try row.get(5))
                let number: Int = try row.get(0)
                guard let collection = collections.first(where: { $0.number == number }) else { return nil }
                return QuarantineShare(
                    collection: collection, code: try row.get(1), source: try row.get(2), count: try row.get(3),
                    whole: try row.get(4))
            }
            return (shares.compactMap(\.self), last)
        }
    }

    /// Carries out one decision on everything that is chosen, oldest first, so many in a transaction.
    ///
    /// What can't be let in waits on, and is counted. It can be called again where it was cut off.
    ///
    /// - Parameters:
    ///   - collections: those in which whoever decides may do so, asked again before each transaction.
    ///   - most: ends after so many; nil for all of them.
    /// - Throws: `needsReason`.
    package func decide(
        _ decision: QuarantineDecision, onAll choice: QuarantineChoice,
        in collections: @Sendable () async throws -> [LogCollection], reason: String, by hand: Hand,
        most: Int? = nil, progress: @Sendable (BulkDecision) -> Void = { _ in }
    ) async throws -> BulkDecision {
        try Removal.check(reason, of: "a decision")
        var done = BulkDecision()
        var (last, seen) = (0, 0)
        while most.map({ seen < $0 }) ?? true {
            let allowed = try await collections().map(\.number)
            let from = last
            let piece = try await write { session in
                var piece = BulkDecision()
                let numbers = try session.rows(
                    """
                    SELECT q.number FROM quarantine q WHERE q.collection IN (\(list: allowed)) AND q.number > \(from)
                    AND \(choice.condition) ORDER BY q.number LIMIT \(Self.decidedAtOnce)
                    """
                ) { try $0.get(0, as: Int.self) }
                var door = BackDoor(session, of: self, by: hand)
                for number in numbers {
                    guard let found = try session.quarantineCase("q.number = \(number)") else { continue }
                    do {
                        if decision == .accept { try door.accept(found, isAlone: false, reason: reason) }
                    } catch let error as LedgerError where error.code == .undecidable {
                        piece.left[found.kept.code.rawValue, default: 0] += 1
                        continue
                    }
                    try session.note(decision, on: number, reason: reason, by: hand.account, at: surroundings.now())
                    piece.decided += 1
                }
                return ((piece, numbers), try door.finish())
            }
            done.decided += piece.0.decided
            done.left.merge(piece.0.left, uniquingKeysWith: +)
            seen += piece.1.count
            last = piece.1.last ?? last
            if piece.1.count < Self.decidedAtOnce {
                done.isDone = true
                break
            }
            progress(done)
        }
        return done
    }

    /// One transaction of it: other writers take turns in between.
    private static let decidedAtOnce = 250
}
