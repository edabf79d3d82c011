package import Ledger
package import STIX
package import Storage

/// Follows what is committed to the logs: it is told of each piece once that is durable, in the order of the log.
///
/// Where it is stands in the table `followed`, so it goes on there after a restart; one that is new begins with the first
/// entry. Nobody asks again and again: the transaction that appends to a log asks for the row of work that tells it.
package protocol Follower: Sendable {
    /// The name of its rows of work, unique in the gateway.
    static var kind: String { get }
    /// Whether it follows this collection.
    static func follows(_ collection: LogCollection) -> Bool

    /// Does what these entries are followed by.
    ///
    /// - Returns: what belongs to the transaction in which they count as followed; it happens once. What is done here may
    ///   happen twice, where the process ends in between.
    func follow(_ entries: FollowedEntries) async throws -> (@Sendable (Session) throws -> Void)?
}

extension Follower {
    package static func follows(_ collection: LogCollection) -> Bool { true }
}

/// A piece of a log, at most `most` entries.
package struct FollowedEntries: Sendable {
    package static let most = 1_000
    package let collection: LogCollection
    /// Positions, from 0.
    package let positions: Range<Int>
}

/// Has a follower told when a log grows.
package enum Followed<Following: Follower>: GrowthListener {
    package static func grew(_ collection: LogCollection, to size: Int, at now: Timestamp, in session: Session) throws {
        guard Following.follows(collection) else { return }
        try session.ask(Following.kind, for: collection.id, at: now, now: now)
    }
}

/// Tells a follower what is new, piece by piece.
package struct FollowerWork<Following: Follower>: WorkHandler {
    private let follower: Following
    private let table: FollowedTable

    package init(_ follower: Following, of ledger: GatewayLedger) {
        self.follower = follower
        table = FollowedTable(ledger: ledger)
    }

    package var kind: String { Following.kind }

    /// A row for each log that it has not followed to its end: it may be new, or its rows were dropped.
    package func begin() async throws { try await table.askForAll(Following.self) }

    package func known(in collections: [LogCollection]) -> KnownRows { .only(Set(collections.map(\.id))) }

    package func names(of keys: Set<String>) async throws -> [String: String] { try await table.titles(of: keys) }

    package func perform(_ row: WorkRow) async throws -> WorkOutcome {
        guard let next = try await table.next(of: kind, in: row.key) else { return .done() }
        let also = try await follower.follow(next.entries)
        let (kind, number, end) = (kind, next.entries.collection.number, next.entries.positions.upperBound)
        let write: @Sendable (Session) throws -> Void = { session in
            try also?(session)
            try session.follow(number, as: kind, to: end)
        }
        return next.isLast ? .done(also: write) : .again(row.due, also: write)
    }
}
