package import MerkleLog
import STIX
import Storage

/// The log of one collection as it stands in this data directory.
package struct StoredLog: LogSource {
    let ledger: Ledger
    package let collection: LogCollection
    /// Withdrawn bodies are kept, but no longer handed out.
    let includesWithdrawn: Bool

    package func checkpoint() async throws -> String {
        guard let (note, _) = try ledger.publication.last(collection) else {
            throw LedgerError(.damagedLog, "the log of \(collection.alias) has no signed checkpoint")
        }
        return note
    }

    package func hashes(of tile: Tile) async throws -> [TreeHash] {
        try await ledger.database.read { [number = collection.number] in
            try TileTable(collection: number, session: $0).hashes(of: tile)
        }
    }

    package func leaves(of bundle: EntryBundle) async throws -> [[UInt8]] {
        try await ledger.database.read { [number = collection.number] session in
            try session.rows(
                """
                SELECT kind, added, commitment FROM entry WHERE collection = \(number)
                AND position >= \(bundle.index * 256) AND position < \(bundle.index * 256 + bundle.width) ORDER BY position
                """
            ) { row in
                Leaf(
                    kind: try row.get(0), dateAdded: try Timestamp(stored: row.get(1)), commitment: try row.get(2)
                ).bytes
            }
        }
    }

    package func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        try await ledger.database.read { [number = collection.number, includesWithdrawn] session in
            try session.rows(
                """
                SELECT e.kind, e.salt, e.record, o.id, e.version, e.marking, e.sha256, e.ended, b.bytes
                FROM entry e LEFT JOIN object o ON o.number = e.object LEFT JOIN body b ON b.number = e.body
                WHERE e.collection = \(number) AND e.position >= \(bundle.index * 256)
                AND e.position < \(bundle.index * 256 + bundle.width) ORDER BY e.position
                """
            ) { row in
                guard let salt: [UInt8] = try row.get(1) else { return EntryRecord(opening: nil, body: nil) }
                if try row.get(0, as: EntryKind.self) != .place {
                    return EntryRecord(opening: .init(salt: salt, record: try row.get(2)), body: nil)
                }
                let record = LogRecord.place(
                    .init(
                        id: try row.get(3), version: try Timestamp(stored: row.get(4)), marking: try row.get(5),
                        sha256: try row.get(6)))
                let isHandedOut = try includesWithdrawn || row.get(7, as: Int?.self) == nil
                return EntryRecord(
                    opening: .init(salt: salt, record: try record.bytes()), body: isHandedOut ? try row.get(8) : nil)
            }
        }
    }
}

extension Ledger {
    /// The log of a collection, whoever asks: for `log verify` on the data directory and for exports by its operator.
    package func storedLog(_ name: String) throws -> StoredLog {
        StoredLog(ledger: self, collection: try database.readNow { try $0.collection(name) }, includesWithdrawn: true)
    }
}
