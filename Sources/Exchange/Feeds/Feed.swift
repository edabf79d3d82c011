import Ledger
import Outside
import STIX

/// One way to get what a source has: TAXII, another gateway's log, a MISP feed.
///
/// A feed is asked by the schedule, or by `concord pull`; both go through the same `Poll`.
protocol Feed: Sendable {
    /// Gets what is new since the cursor, places it, and keeps the cursor as it goes.
    ///
    /// - Throws: `ExchangeError`; where it `isPassing`, the schedule asks again later, else the source stops until
    ///   somebody looks.
    func poll(_ poll: Poll) async throws
}

/// One visit to a source: what a feed may use, and what it must tell.
struct Poll: Sendable {
    let settings: SourceSettings
    let client: PeerClient
    let ledger: GatewayLedger
    /// Where the last visit came to, in the feed's own words; nil at the first.
    let cursor: String?
    /// Keeps a cursor: everything before it is durable here.
    let keep: @Sendable (_ cursor: String) async throws -> Void
    /// Says for people how far the source is known now: "verified to entry 1,204", "12 events".
    let say: @Sendable (_ sentence: String) async throws -> Void
    /// Hears of what is durable, as it comes.
    var progress: @Sendable (AdmissionReport) -> Void = { _ in }
    /// Hears what became of each piece.
    var admitted: @Sendable (AdmissionReport) -> Void = { _ in }

    /// Places what a piece of the source holds, as said by this source.
    ///
    /// An object without a TLP counts as what the source's default says, else as strict as the collection can bear.
    func admit(
        _ input: any ByteSource, progress told: @Sendable (AdmissionReport) -> Void = { _ in }
    ) async throws -> AdmissionReport {
        guard let target = try await Reader.machine(of: ledger).collection(settings.collection) else {
            throw ExchangeError(.badSource, "the collection that \(settings.name) goes into is not here any more")
        }
        let report = try await ledger.admit(
            input, into: target.id, source: settings.name, defaultMarking: settings.defaultMarking ?? target.ceiling,
            corrections: settings.corrections
        ) {
            progress($0)
            told($0)
        }
        admitted(report)
        return report
    }
}
