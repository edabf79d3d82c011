import STIX
package import Storage

extension GatewayLedger {
    /// Says something here: every object of every plan stands afterwards, or none, in one transaction.
    ///
    /// The one way for what is written here; it is checked against laws 3 to 9 at that moment, whatever a preview said. Files that come
    /// with it are durable before any row says that they are here: what ends the process leaves bytes that nobody can reach, which
    /// `tidyBlobs` takes away.
    ///
    /// - Parameters:
    ///   - confirmed: identifiers that the author wants named although the audience cannot read them (law 9).
    ///   - seen: what their author saw of what they change.
    ///   - also: what else belongs to the same transaction.
    /// - Throws: `PlacementRefused` where the laws forbid any of it, `changedMeanwhile`, `overQuota` where there is no room for a file.
    @discardableResult
    package func say(
        _ plans: [PlannedPlacement], confirmed: Set<String> = [], changing seen: [SeenVersion] = [],
        also: @Sendable @escaping (Session) throws -> Void = { _ in }
    ) async throws -> [AdmissionReport] {
        try await write { session in
            for one in seen { try one.check(in: session) }
            // Looked at again, because since the preview somebody else may have written.
            let checks = try plans.map { try PlacementChecker($0, now: surroundings.now(), in: session).check() }
            guard checks.allSatisfy({ $0.allows(confirmed: confirmed) }) else { throw PlacementRefused(checks: checks) }
            var reports: [AdmissionReport] = []
            var grown: [GrownLog] = []
            for plan in plans {
                for file in plan.files {
                    try session.add(file, to: plan.collection, by: plan.speaker.source, at: surroundings.now())
                }
                // No import, which somebody may undo: what was said here is corrected and withdrawn.
                var placer = try Placer(
                    plan.collection.id, source: plan.speaker.source, defaultMarking: nil, by: plan.speaker.person?.hand,
                    in: session, ledger: self)
                for bytes in plan.objects {
                    guard let object = try STIXObject(stored: bytes) else {
                        throw LedgerError(.notPlaced, "an object that was checked can't be read")
                    }
                    try placer.take(.candidate(Candidate(object)), unseen: .isQuarantined)
                }
                let ((done, _), logs) = try placer.finish()
                guard done.placed + done.known == plan.objects.count else {
                    throw LedgerError(.notPlaced, "\(plan.collection.alias) held back what had been checked")
                }
                reports.append(done)
                grown += logs
            }
            try also(session)
            // Last of all: what went wrong before has moved nothing.
            try blobs.keep(plans.flatMap(\.files).map(\.received))
            return (reports, grown)
        }
    }

    /// What the laws say of these plans, each for itself, at this moment.
    package func check(_ plans: [PlannedPlacement]) async throws -> [PlacementCheck] {
        let now = surroundings.now()
        return try await database.read { session in
            try plans.map { try PlacementChecker($0, now: now, in: session).check() }
        }
    }
}
