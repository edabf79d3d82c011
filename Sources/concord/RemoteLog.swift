import AsyncHTTPClient
import Ledger
import MerkleLog
import NIOCore
import NIOHTTP1

/// A log on a running gateway, read over HTTP.
struct RemoteLog: LogSource {
    private let client: HTTPClient
    private let prefix: String

    /// 256 bodies of the largest size, and their records.
    private static let longestPiece = 2_200 << 20
    private static let patience = TimeAmount.seconds(60)

    /// - Parameter address: of the log, with or without a slash at its end.
    static func reading<Result>(_ address: String, _ body: (RemoteLog) async throws -> Result) async throws -> Result {
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        let prefix = address.hasSuffix("/") ? address : address + "/"
        do {
            let result = try await body(RemoteLog(client: client, prefix: prefix))
            try await client.shutdown()
            return result
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    func checkpoint() async throws -> String { String(decoding: try await piece("checkpoint"), as: UTF8.self) }

    func hashes(of tile: Tile) async throws -> [TreeHash] { try tile.decode(try await piece(tile.path)) }

    func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] { try bundle.decode(try await piece(bundle.path)) }

    func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        try EntryRecord.parse(try await piece(bundle.recordsPath))
    }

    private func piece(_ path: String) async throws -> [UInt8] {
        let response: HTTPClientResponse
        do {
            response = try await client.execute(HTTPClientRequest(url: prefix + path), timeout: Self.patience)
        } catch {
            // Not an answer, so nothing that could speak against the log.
            throw LedgerError(.unreachable, "couldn't reach \(prefix + path): \(error)")
        }
        guard response.status == .ok else {
            throw LedgerError(.unreachable, "\(prefix + path) answered \(response.status.code)")
        }
        return Array(buffer: try await response.body.collect(upTo: Self.longestPiece))
    }
}
