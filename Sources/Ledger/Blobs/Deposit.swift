package import Storage

extension GatewayLedger {
    /// Room for a file that somebody brings into a collection, as much as the collection has left.
    ///
    /// - Parameter collection: id or alias.
    /// - Throws: `unknownCollection`, `overQuota` where there is none left.
    package func draftBlob(for collection: String) async throws -> BlobDraft {
        let room = try await database.read { session in
            let collection = try session.collection(collection)
            let room = try session.roomForBlobs(in: collection.number)
            guard room > 0 else { throw LedgerError.overQuota(collection.alias) }
            return room
        }
        return try await blobs.draft(named: surroundings.uuid(), atMost: min(room, BlobLimits.mostBytes))
    }

    /// Files come into a collection alone, from a source that says elsewhere what they are: a mirror's peer.
    ///
    /// What is written here brings them with what it says (``say(_:confirmed:changing:also:)``).
    ///
    /// Whether another collection holds the same changes nothing, also not how long this takes. A file waits for a day for what names it.
    ///
    /// - Parameters:
    ///   - collection: id or alias.
    ///   - also: what belongs to the same transaction.
    /// - Throws: `overQuota`; nothing has happened then.
    package func deposit(
        _ deposits: [Deposit], into collection: String, as source: Source,
        also: @Sendable @escaping (Session) throws -> Void = { _ in }
    ) async throws {
        try await write { session in
            let target = try session.collection(collection)
            for deposit in deposits { try session.add(deposit, to: target, by: source, at: surroundings.now()) }
            try also(session)
            // Last of all: what went wrong before has moved nothing.
            try blobs.keep(deposits.map(\.received))
            return ((), [])
        }
    }
}
