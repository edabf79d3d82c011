import Foundation
import MerkleLog
import STIX
@testable import Storage
import Synchronization
import TestSupport

@testable import Ledger

/// A gateway that publishes and one that mirrors its collection `public` as `copy`.
struct MirrorPair {
    let peer: TestGateway
    let here: TestGateway

    init(
        audience: Audience = .everyone, ceiling: TLP? = nil, of collection: String = "public", here: TestGateway? = nil
    ) async throws {
        peer = try await TestGateway(seed: 1)
        if let here { self.here = here } else { self.here = try await TestGateway(seed: 2) }
        let here = self.here
        try await here.ledger.createMirror(
            alias: "copy", title: "Copy", audience: audience, ceiling: ceiling, key: try peer.key(collection))
    }

    /// What the peer hands out to readers.
    func log(_ name: String = "public", of ledger: GatewayLedger? = nil) throws -> StoredLog {
        let ledger = ledger ?? peer.ledger
        return StoredLog(
            ledger: ledger, collection: try ledger.database.readNow { try $0.collection(name) },
            includesWithdrawn: false)
    }

    @discardableResult
    func follow(_ source: (any LogSource)? = nil) async throws -> MirroredLog {
        try await here.ledger.follow("copy", from: AnyLog(source ?? log()))
    }

    func mirror() async throws -> MirroredLog {
        try await here.ledger.database.read { try $0.mirror("copy") }
    }

    /// The copy with the peer's key, as the operator of the mirror verifies it.
    func verify() async throws -> Verification {
        try await LogVerifier(key: peer.key(), gaps: here.ledger.gaps(in: "copy")).verify(here.ledger.storedLog("copy"))
    }

    /// A second gateway with the peer's identity and key, that goes on by itself from here.
    func forked() async throws -> GatewayLedger {
        let path = peer.folder.path + "/forked-\(UUID().uuidString)"
        try await peer.ledger.database.settle()
        try FileManager.default.copyItem(atPath: peer.directory.path, toPath: path)
        let directory = DataDirectory.forTest(path)
        if !TestDatabase.isSQLite {
            try await Database.copy(peer.directory.database, to: directory.database, ledgerMigrations)
        }
        return try await GatewayLedger(directory, surroundings: .test(peer.clock, seed: 99))
    }
}

/// Any log.
struct AnyLog: LogSource {
    let base: any LogSource
    init(_ base: any LogSource) { self.base = base }

    func checkpoint() async throws -> String { try await base.checkpoint() }
    func hashes(of tile: Tile) async throws -> [TreeHash] { try await base.hashes(of: tile) }
    func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] { try await base.leaves(of: bundle) }
    func records(of bundle: EntryBundle) async throws -> [EntryRecord] { try await base.records(of: bundle) }
}

/// A log that hands out something else than it holds.
struct ForgedLog: LogSource {
    let base: any LogSource
    var note: @Sendable (String) throws -> String = { $0 }
    var tile: @Sendable (Tile, [TreeHash]) throws -> [TreeHash] = { $1 }
    var leaf: @Sendable (EntryBundle, [[UInt8]]) throws -> [[UInt8]] = { $1 }
    var record: @Sendable (EntryBundle, [EntryRecord]) throws -> [EntryRecord] = { $1 }

    func checkpoint() async throws -> String { try note(try await base.checkpoint()) }
    func hashes(of tile: Tile) async throws -> [TreeHash] { try self.tile(tile, try await base.hashes(of: tile)) }
    func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] {
        try leaf(bundle, try await base.leaves(of: bundle))
    }
    func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        try record(bundle, try await base.records(of: bundle))
    }
}
