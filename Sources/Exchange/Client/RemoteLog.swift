package import Ledger
package import MerkleLog

/// A log on a running gateway, read over HTTP.
package struct RemoteLog: LogSource {
    private let client: PeerClient
    private let prefix: String

    /// 256 bodies of the largest size, and their records.
    private static let longestPiece = 2_200 << 20

    /// - Parameter address: of the log, with or without a slash at its end.
    package init(_ address: String, client: PeerClient) {
        self.client = client
        prefix = address.hasSuffix("/") ? address : address + "/"
    }

    package func checkpoint() async throws -> String {
        String(decoding: try await piece("checkpoint"), as: UTF8.self)
    }

    package func hashes(of tile: Tile) async throws -> [TreeHash] { try tile.decode(try await piece(tile.path)) }

    package func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] {
        try bundle.decode(try await piece(bundle.path))
    }

    package func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        try EntryRecord.parse(try await piece(bundle.recordsPath))
    }

    private func piece(_ path: String) async throws -> [UInt8] {
        let reply = try await client.get(prefix + path, limit: Self.longestPiece)
        // Not an answer, so nothing that could speak against the log.
        guard reply.status == 200 else {
            throw ExchangeError(.refused, "\(prefix + path) answered \(reply.status)")
        }
        return reply.body
    }
}
