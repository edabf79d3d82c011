package import Ledger
package import MerkleLog
package import Outside

/// A log on a running gateway, read over HTTP.
package struct RemoteLog: LogSource {
    private let client: PeerClient
    private let prefix: String
    /// The most bytes of the records and bodies of 256 entries; other pieces are small.
    private let longest: Int

    /// 256 bodies of the largest size, and their records.
    package static let longestPiece = 2_200 << 20

    /// - Parameters:
    ///   - address: of the log, with or without a slash at its end.
    ///   - longest: the most bytes of 256 records with their bodies; what any honest log may need unless stated.
    package init(_ address: String, client: PeerClient, longest: Int = RemoteLog.longestPiece) {
        self.client = client
        self.longest = longest
        prefix = address.hasSuffix("/") ? address : address + "/"
    }

    package func checkpoint() async throws -> String {
        String(decoding: try await piece("checkpoint", most: 64 << 10), as: UTF8.self)
    }

    package func hashes(of tile: Tile) async throws -> [TreeHash] {
        try tile.decode(try await piece(tile.path, most: 8 << 10))
    }

    package func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] {
        try bundle.decode(try await piece(bundle.path, most: 64 << 10))
    }

    package func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        var records: [EntryRecord] = []
        try await self.records(of: bundle) { records.append($0) }
        return records
    }

    package func records(of bundle: EntryBundle, take: (EntryRecord) async throws -> Void) async throws {
        let path = bundle.recordsPath
        var reader = RecordReader()
        try await client.read(prefix + path, accept: "*/*", limit: longest) { status, _ in
            try check(status, path)
        } take: { piece in
            reader.feed(piece)
            while let record = try reader.next() { try await take(record) }
        }
        try reader.finish()
    }

    private func piece(_ path: String, most: Int) async throws -> [UInt8] {
        let reply = try await client.get(prefix + path, limit: most)
        try check(reply.status, path)
        return reply.body
    }

    private func check(_ status: Int, _ path: String) throws {
        // What a signed checkpoint promises must be there.
        if status == 404 || status == 410, path != "checkpoint" {
            throw ExchangeError(.unproven, "\(prefix + path) answered \(status)")
        }
        // Not an answer, so nothing that could speak against the log.
        guard status == 200 else { throw ExchangeError(.refused, "\(prefix + path) answered \(status)") }
    }
}
