package import Ledger
import STIX
import Storage
package import Work

/// Takes away files that nobody names, and what interrupted processes left of them: once a day, while there are files.
package struct BlobTidying: WorkHandler {
    package static let kind = "blob-tidy"
    /// One row for all collections: it does not tell who has files.
    private static let key = "all"
    let ledger: GatewayLedger

    package var kind: String { Self.kind }
    package var patience: Duration { .seconds(6 * 3_600) }
    package var atOnce: Int { 1 }

    package func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    package func perform(_ row: WorkRow) async throws -> WorkOutcome {
        guard let next = try await ledger.tidyBlobs() else { return .done() }
        return .again(next)
    }

    fileprivate static func ask(in session: Session, now: Timestamp) throws {
        try session.ask(
            kind, for: key, at: Timestamp(clamping: now.microseconds + BlobLimits.patience), now: now)
    }
}

extension GatewayLedger {
    /// Says something here and brings files with it, as ``say(_:confirmed:changing:also:)`` does; what nobody names is taken away after a day.
    @discardableResult
    package func bring(_ plan: PlannedPlacement) async throws -> [AdmissionReport] {
        try await say([plan]) { [surroundings] in try BlobTidying.ask(in: $0, now: surroundings.now()) }
    }

    /// The same for files of a mirror, of which its peer says what they are.
    package func bring(_ deposits: [Deposit], into collection: String, as source: Source) async throws {
        try await deposit(deposits, into: collection, as: source) { [surroundings] in
            try BlobTidying.ask(in: $0, now: surroundings.now())
        }
    }
}
