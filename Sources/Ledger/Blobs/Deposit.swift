import STIX
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

    /// Files and the objects that name them come into a collection in one transaction: by the ordinary way in, all or nothing.
    ///
    /// The bytes are durable before any row says that they are here: what ends the process leaves bytes that nobody can reach, which
    /// `tidyBlobs` takes away. Whether another collection holds the same changes nothing, also not how long this takes.
    ///
    /// - Parameters:
    ///   - objects: may be held in quarantine; their files wait with them. Without any, a file waits for a day.
    ///   - collection: id or alias.
    ///   - also: what belongs to the same transaction.
    /// - Throws: `overQuota`; nothing has happened then.
    @discardableResult
    package func deposit(
        _ deposits: [Deposit], naming objects: [[UInt8]] = [], into collection: String, as source: Source,
        also: @Sendable @escaping (Session) throws -> Void = { _ in }
    ) async throws -> AdmissionReport {
        try await write { session in
            let target = try session.collection(collection)
            for deposit in deposits { try session.add(deposit, to: target, by: source, at: surroundings.now()) }
            try also(session)
            var report = AdmissionReport()
            var grown: [GrownLog] = []
            if !objects.isEmpty {
                var placer = try Placer(target.id, source: source, defaultMarking: nil, in: session, ledger: self)
                for bytes in objects {
                    guard let object = try STIXObject(stored: bytes) else {
                        throw LedgerError(.notPlaced, "an object that was written here can't be read")
                    }
                    try placer.take(.candidate(Candidate(object)), unseen: .isQuarantined)
                }
                let finished = try placer.finish()
                (report, grown) = (finished.0.0, finished.1)
            }
            // Last of all: what went wrong before has moved nothing.
            try blobs.keep(deposits.map(\.received))
            return (report, grown)
        }
    }
}
