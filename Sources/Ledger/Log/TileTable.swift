import MerkleLog
import Storage

/// The hash tiles of one collection's tree as they stand in the database.
struct TileTable: TileReader {
    let collection: Int
    let session: Session

    func hashes(of tile: Tile) throws -> [TreeHash] {
        let bytes: [UInt8]? = try session.value(
            "SELECT hashes FROM tile WHERE collection = \(collection) AND level = \(tile.level) AND tile = \(tile.index)"
        )
        guard let bytes, bytes.count >= tile.width * 32 else {
            throw LedgerError(
                .damagedLog, "the tree's \(tile.path) is missing; `concord doctor --rebuild` makes it again")
        }
        return stride(from: 0, to: tile.width * 32, by: 32).compactMap { TreeHash(bytes: bytes[$0..<$0 + 32]) }
    }

    func save(_ tiles: [(Tile, [TreeHash])]) throws {
        let upsert = try session.statement(
            """
            INSERT INTO tile (collection, level, tile, hashes) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (collection, level, tile) DO UPDATE SET hashes = excluded.hashes
            """)
        for (tile, hashes) in tiles {
            try upsert.run([collection.sql, tile.level.sql, tile.index.sql, hashes.flatMap(\.bytes).sql])
        }
    }
}
