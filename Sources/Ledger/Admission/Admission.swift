import MerkleLog
package import STIX
import Storage

extension GatewayLedger {
    /// The one way in: every object of an input is placed in a collection, is there already, or goes into quarantine.
    ///
    /// What has been reported by `progress` is durable and signed for; each call comes after one transaction.
    ///
    /// - Parameters:
    ///   - collection: id or alias.
    ///   - source: the name of a file, feed or server; see ``Source/init(named:)``.
    /// - Throws: `badSource`, and what the other form throws.
    package func admit(
        _ input: any ByteSource, into collection: String, source: String, by account: String? = nil,
        keepsOutcomes: Bool = false, defaultMarking: TLP? = nil, corrections: Corrections = .hold,
        progress: @Sendable (AdmissionReport) -> Void = { _ in }
    ) async throws -> AdmissionReport {
        try await admit(
            input, into: collection, source: Source(named: source), by: account, keepsOutcomes: keepsOutcomes,
            defaultMarking: defaultMarking, corrections: corrections, progress: progress)
    }

    /// The same, from a source that is known.
    ///
    /// - Parameters:
    ///   - collection: id or alias.
    ///   - source: who says so; the version lines it begins are its own (law 4).
    ///   - account: whose hand it was, by UUID; nil for a command or a program.
    ///   - keepsOutcomes: whether the report says what became of each object; only for inputs of a bounded size.
    ///   - defaultMarking: what an object of it without a TLP counts as; nil for the collection's default (law 7).
    ///   - corrections: what other content under a version means that the same source has sent before.
    /// - Throws: `unknownCollection`, `readOnly`, or what the input itself throws. Input that is not JSON to its end is no
    ///   error: what came before stands, and the report says where it broke.
    package func admit(
        _ input: any ByteSource, into collection: String, source: Source, by account: String? = nil,
        keepsOutcomes: Bool = false, defaultMarking: TLP? = nil, corrections: Corrections = .hold,
        progress: @Sendable (AdmissionReport) -> Void = { _ in }
    ) async throws -> AdmissionReport {
        let target = try await database.read { try $0.collection(collection) }
        let arrivals = ArrivalReader(
            input, mostObjects: keepsOutcomes ? ArrivalReader.promptObjects : ArrivalReader.batchObjects)
        var waiting = try WaitingRoom(beside: directory.file)
        var report = AdmissionReport()
        if keepsOutcomes { report.outcomes = [] }
        func take(_ reader: ArrivalReader, _ unseen: UnseenMarking, isInput: Bool = false) async throws {
            var batch = try await reader.nextBatch()
            while let current = batch {
                // Scanning the next batch goes on while this one is written.
                async let following = reader.nextBatch()
                if isInput {
                    report.read += current.arrivals.count
                    report.bytesRead = current.bytesRead
                }
                let before = report
                let (after, waits) = try await write { session in
                    var placer = try Placer(
                        target.id, source: source, by: account, defaultMarking: defaultMarking,
                        corrections: corrections,
                        report: before,
                        in: session,
                        ledger: self)
                    try placer.prepare(for: current.arrivals)
                    for arrival in current.arrivals { try placer.take(arrival, unseen: unseen) }
                    let finished = try placer.finish()
                    if finished.0.0.quarantinedCount > before.quarantinedCount {
                        try tellHeld(for: target, in: session)
                    }
                    return finished
                }
                report = after
                for object in waits { try waiting.add(object) }
                progress(report)
                batch = try await following
            }
        }
        try await take(arrivals, .waits, isInput: true)
        report.broken = await arrivals.broken
        // A marking may bear a marking that waits too, so what waits is tried again as long as that can help.
        var round = 0
        var canHelp = true
        while waiting.count > 0 {
            let waited = waiting.markingDefinitions
            let isLast = waited == 0 || !canHelp || round == Self.mostRounds
            try waiting.rewind()
            let reader = ArrivalReader(waiting)
            waiting = try WaitingRoom(beside: directory.file)
            try await take(reader, isLast ? .isQuarantined : .waits)
            canHelp = waiting.markingDefinitions < waited
            round += 1
        }
        let outcome = report
        try await database.write { session in
            try ImportLog(
                session: session, collection: target.number, source: session.number(of: source), account: account
            )
            .end(outcome, id: surroundings.uuid(), at: surroundings.now())
        }
        return report
    }
}

extension GatewayLedger {
    /// A chain of markings longer than this is nobody's honest work.
    fileprivate static let mostRounds = 8
}
