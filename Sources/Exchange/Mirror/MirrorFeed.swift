import Ledger
import MerkleLog

/// Follows another gateway's log into a mirror (law 10).
///
/// The ledger verifies and writes; here stands what the network adds to it.
struct MirrorFeed: Feed {
    func poll(_ poll: Poll) async throws {
        let address = MirrorAddress(poll.settings.address).log
        let remote = RemoteLog(address, client: poll.client)
        let log = PromisedLog(log: remote)
        let mirror: MirroredLog
        do {
            mirror = try await poll.ledger.follow(poll.settings.collection, from: log) { copied, _ in
                // A long first copy that is broken off has come further.
                try await poll.keep(String(copied))
            }
        } catch let error as LedgerError {
            throw ExchangeError(error)
        }
        try await poll.keep(String(mirror.proven))
        try await poll.say(mirror.sentence)
        let files = try await MirrorBlobs(
            ledger: poll.ledger, collection: mirror.collection, log: address, client: poll.client
        ).fetch()
        if let said = files.sentence { try await poll.say("\(mirror.sentence); \(said)") }
    }
}

extension MirroredLog {
    /// How far it is, for people.
    package var sentence: String {
        var sentence =
            verified.map { "verified to entry \(proven) at \($0)" }
            ?? "\(collection.size) entries copied, none verified yet"
        if unexplained > 0 { sentence += "; \(unexplained) entries came without what they say" }
        if let alarm { sentence = "ALARM \(alarm.code): \(alarm.sentence); \(sentence)" }
        return sentence
    }
}

/// A log over the network, after its checkpoint was read: a piece that is not there then is a broken promise.
private struct PromisedLog: LogSource {
    let log: RemoteLog

    func checkpoint() async throws -> String { try await log.checkpoint() }
    func hashes(of tile: Tile) async throws -> [TreeHash] { try await promised { try await log.hashes(of: tile) } }
    func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] {
        try await promised { try await log.leaves(of: bundle) }
    }
    func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        try await promised { try await log.records(of: bundle) }
    }
    func records(of bundle: EntryBundle, take: (EntryRecord) async throws -> Void) async throws {
        try await promised { try await log.records(of: bundle, take: take) }
    }

    /// Who may not read a log any more gets the same answer as for what is not there, so the checkpoint is asked for once more.
    private func promised<Piece>(_ read: () async throws -> Piece) async throws -> Piece {
        do {
            return try await read()
        } catch let error as ExchangeError where error.code == .unproven {
            _ = try await log.checkpoint()
            throw LedgerError(.unproven, error.sentence)
        }
    }
}

extension ExchangeError {
    /// What the ledger found, as the schedule understands it.
    fileprivate init(_ error: LedgerError) {
        let code: Code =
            switch error.code {
            case .forked: .forked
            case .rolledBack: .rolledBack
            case .unproven: .unproven
            case .badExport: .malformed
            default: .badSource
            }
        self.init(code, error.sentence)
    }
}

/// Where a log is, said as people have it: its own address, or that of the page of its collection.
package struct MirrorAddress: Sendable, Hashable {
    /// Without a slash at its end.
    package let log: String

    package init(_ text: String) {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        if let page = text.wholeMatch(of: /(.*)\/collections\/([0-9a-f-]{36})/) {
            text = "\(page.output.1)/logs/\(page.output.2)"
        }
        log = text
    }
}
