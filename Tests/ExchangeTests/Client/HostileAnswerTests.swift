import Foundation
import Ledger
import MerkleLog
import Outside
import STIX
import Synchronization
import TestSupport
import Testing

@testable import Exchange

/// Servers that say anything at all, over real connections: whatever it is, it ends in an answer or an error, and soon.
@Suite struct HostileAnswerTests {
    @Test(.timeLimit(.minutes(15))) func `over a connection too, for whoever asks a server`() async throws {
        let seeds = try AnswerCorpus.seeds
        var dice = ChangingDice(state: 2)
        var answers = seeds
        for round in 0..<30 { answers.append(dice.change(seeds[round % seeds.count], among: seeds)) }
        let now = Timestamp(clamping: 1_767_225_600_000_000)
        for answer in answers {
            let server = try LoopbackServer(connections: 12) { _, send in _ = send(answer) }
            let address = server.address
            try await PeerClient.with(for: address, reach: .anywhere) { client in
                _ = try? await client.get(address, limit: 1 << 20)
                _ = try? await TAXIIDiscovery.look(at: address, client, now: now)
                let found = try? await LogVerifier().verify(RemoteLog(address + "logs/x", client: client))
                #expect(found?.problems.isEmpty != true)
            }
            let steps = await SourceTest(now: now).run(
                address, kind: .taxii, credentials: .none, reach: .anywhere, authority: nil)
            #expect(steps.contains { !$0.isGood })
        }
    }

    /// The log of a gateway, served by somebody who changes one of its pieces into something else.
    @Test(.timeLimit(.minutes(15))) func `pieces of a log that nobody would give are told, by verifier and mirror`()
        async throws
    {
        let peer = try await FeedGateway()
        _ = try await peer.ledger.admit(
            MemorySource(Array((0..<300).map { FakeObjects.json($0) }.joined(separator: "\n").utf8)), into: "public",
            source: "desk")
        let log = try await peer.ledger.storedLog("public")
        let pieces = try await Self.pieces(of: log, size: 301)
        let names = pieces.keys.sorted()
        let seeds = names.compactMap { pieces[$0] }
        let reader = Reader.machine(of: peer.ledger)
        let collection = try #require(await reader.collection("public"))
        let key = try NoteVerifier(vkey: #require(await reader.head(of: collection)).vkey)
        var dice = ChangingDice(state: 3)
        // Whole, it verifies; and so nothing below fails for another reason.
        let whole = try await Self.verify(pieces, key: key)
        #expect(whole.problems.isEmpty, "\(whole.problems)")
        let here = try await FeedGateway()
        for round in 0..<40 {
            let name = names[round % names.count]
            var changed = pieces
            changed[name] = dice.change(seeds[round % names.count], among: seeds)
            guard changed[name] != pieces[name] else { continue }
            let result = try? await Self.verify(changed, key: key)
            // Tiles of the verifier are hints; all else must be as it was signed.
            if !name.hasPrefix("tile/0"), !name.hasPrefix("tile/1") {
                #expect(result?.problems.isEmpty != true, "\(name)")
            }
            let alias = "m\(round)"
            try await here.ledger.createMirror(alias: alias, title: "M", audience: .everyone, key: key)
            let mirrored = try? await Self.follow(changed, into: alias, of: here.ledger)
            // What was written is the peer's own, whatever came beside it.
            if let mirrored { #expect(mirrored.proven <= 301) }
        }
    }

    private static func pieces(of log: StoredLog, size: Int) async throws -> [String: [UInt8]] {
        var pieces = ["checkpoint": Array(try await log.checkpoint().utf8)]
        for tile in Tile.all(in: size) { pieces[tile.path] = try tile.encode(await log.hashes(of: tile)) }
        for bundle in EntryBundle.all(in: size) {
            pieces[bundle.path] = try bundle.encode(await log.leaves(of: bundle))
            var records: [UInt8] = []
            for record in try await log.records(of: bundle) { record.append(to: &records) }
            pieces[bundle.recordsPath] = records
        }
        return pieces
    }

    private static func serve(_ pieces: [String: [UInt8]]) throws -> LoopbackServer {
        try LoopbackServer(connections: 60) { request, send in
            let body = pieces[String(LoopbackServer.path(request).dropFirst("/logs/x/".count))]
            _ = send(LoopbackServer.answer(body ?? [], status: body == nil ? "404 Not Found" : "200 OK"))
        }
    }

    private static func verify(_ pieces: [String: [UInt8]], key: NoteVerifier) async throws -> Verification {
        let server = try serve(pieces)
        return try await PeerClient.with(for: server.address, reach: .anywhere) {
            try await LogVerifier(key: key).verify(RemoteLog(server.address + "logs/x", client: $0))
        }
    }

    private static func follow(
        _ pieces: [String: [UInt8]], into alias: String, of ledger: GatewayLedger
    ) async throws -> MirroredLog {
        let server = try serve(pieces)
        return try await PeerClient.with(for: server.address, reach: .anywhere) {
            try await ledger.follow(alias, from: RemoteLog(server.address + "logs/x", client: $0))
        }
    }
}
