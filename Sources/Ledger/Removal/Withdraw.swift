package import STIX
import Storage

/// What a withdrawal or erasure did.
package struct Removal: Sendable, Equatable {
    /// One per placed version that no longer stands: which collection, and the entry that says so.
    package var entries: [Entry] = []
    /// Backups made while the body was here; they still hold it (erasure only).
    package var backups: [String] = []
    /// The folders beside them, which may still hold a file that it named.
    package var folders: [String] = []
    /// Files that it named and that stay, because other objects of the same collection name them too (erasure only).
    package var filesThatStay: [File] = []
    /// Whether the erased bytes have left the write-ahead log too; `doctor` does it later where somebody was reading.
    package var isSettled = true

    /// Longer ones would not fit into the line of a record.
    private static let longestReason = 10_000

    static func check(_ reason: String, of what: String) throws {
        guard !reason.isEmpty else { throw LedgerError(.needsReason, "\(what) states its reason") }
        guard reason.utf8.count <= longestReason else {
            throw LedgerError(.needsReason, "\(what) states its reason in at most \(longestReason) bytes")
        }
    }

    package struct File: Sendable, Equatable {
        /// SHA-256, in hexadecimal digits.
        package let hash: String
        package let collection: String
    }

    package struct Entry: Sendable, Equatable {
        package let collection: String
        /// The entry that placed the version.
        package let placed: Int
        /// The entry that ended it; nil in a mirror, whose log is not ours to add to.
        package let position: Int?
    }
}

extension GatewayLedger {
    /// Takes an object out of one collection: an entry for each version that stands, or for the one named.
    ///
    /// - Parameter source: takes back only what it sent; nil for all that stands.
    /// - Throws: `unknownObject` where no such version stands, `needsReason` where the reason is empty.
    package func withdraw(
        _ id: String, version: Timestamp? = nil, from collection: String, sentBy source: Source? = nil, reason: String,
        by hand: Hand
    ) async throws -> Removal {
        try await withdraw(
            [id], versions: version.map { [$0] }, from: [collection: Withdrawing([id], sentBy: source)],
            reason: reason, by: hand)
    }

    /// Takes objects out of collections in one transaction: all of them, or none.
    ///
    /// - Parameters:
    ///   - needed: those that must stand in each of the collections.
    ///   - versions: only these; nil for all that stand.
    ///   - all: what is taken out of each collection.
    /// - Throws: `unknownObject` where no such version of one that is needed stands, `needsReason` where the reason is empty.
    package func withdraw(
        _ needed: Set<String>, versions: Set<Timestamp>? = nil, from all: [String: Withdrawing], reason: String,
        by hand: Hand
    ) async throws -> Removal {
        try Removal.check(reason, of: "a withdrawal")
        return try await write { session in
            var removal = Removal()
            var grown: [GrownLog] = []
            for (collection, wanted) in all.sorted(by: { $0.key < $1.key }) {
                var log = try LogAppender(
                    session.collection(collection), in: session, surroundings: surroundings, by: hand)
                var projections = try projections(of: log.collection, in: session)
                let source = try wanted.source.map { try session.number(of: $0) }
                for id in wanted.ids {
                    var isTaken = false
                    for placement in try session.placements(of: id, in: log.collection.number)
                    where placement.ended == nil
                        && (versions.map { all in placement.version.map(all.contains) ?? false } ?? true)
                    {
                        let end: Int?
                        if let source {
                            let taken = try session.takeBack(placement, by: source, reason, from: &log, &projections)
                            guard taken.isDone else { continue }
                            end = taken.end
                        } else {
                            end = try log.append(.withdraw(position: placement.position, reason: reason))
                            try session.end(placement, by: end ?? 0, &projections)
                        }
                        isTaken = true
                        if let end {
                            removal.entries.append(
                                .init(collection: log.collection.alias, placed: placement.position, position: end))
                        }
                    }
                    guard isTaken || !needed.contains(id) else {
                        throw LedgerError(.unknownObject, "no such version of \(id) stands in \(collection)")
                    }
                }
                try projections.finish()
                grown.append(try log.finish())
            }
            return (removal, grown)
        }
    }
}

/// What is taken out of one collection.
package struct Withdrawing: Sendable {
    package var ids: [String]
    /// Whose word is taken back; nil for all that stands, whoever said it.
    let source: Source?

    package init(_ ids: [String], sentBy source: Source? = nil) { (self.ids, self.source) = (ids, source) }
}

extension Session {
    /// A source takes back what it said: what others sent too stands on as theirs.
    ///
    /// - Returns: whether it had said it; and the entry that ends the placement, nil where another had sent it first.
    fileprivate func takeBack(
        _ placement: PlacedEntry, by source: Int, _ reason: String, from log: inout LogAppender,
        _ projections: inout Projections
    ) throws -> (isDone: Bool, end: Int?) {
        let found = try first(
            """
            SELECT e.source, e.sha256, e.marking, b.bytes
            FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE \(SQL.isEntry(at: placement.position, of: placement.collection))
            """
        ) {
            (
                source: try $0.get(0, as: Int.self), sha256: try $0.get(1, as: [UInt8].self),
                marking: try $0.get(2, as: TLP.self), bytes: try $0.get(3, as: [UInt8].self)
            )
        }
        guard let found, let body = placement.body else { return (false, nil) }
        guard found.source == source else {
            return (try forgetSent(found.sha256, by: source, in: placement.collection), nil)
        }
        let end = try log.append(.withdraw(position: placement.position, reason: reason), by: source)
        try self.end(placement, by: end, &projections)
        guard let next = try alsoSent(found.sha256, in: placement.collection).first,
            let candidate = try Candidate(stored: found.bytes)
        else { return (true, end) }
        try forgetSent(found.sha256, by: next, in: placement.collection)
        let entry = try log.place(
            LogRecord.Placement(
                id: candidate.object.id, version: candidate.version ?? log.nextDate, marking: found.marking,
                sha256: found.sha256), object: placement.object, body: body, source: next)
        let author = try candidate.object.createdByRef.map { try projections.objects.number($0) }
        try projections.placed(
            candidate, object: placement.object, createdBy: author,
            line: projections.line(of: placement.object), entry: entry)
        return (true, end)
    }
}
