import Ledger

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

    /// Places what a piece of the source holds, as said by this source.
    func admit(_ input: any ByteSource) async throws -> AdmissionReport {
        try await ledger.admit(input, into: settings.collection, source: settings.name)
    }
}
