package import MerkleLog
import STIX
import Storage

/// The log of one collection as it stands in this data directory.
package struct StoredLog: LogSource {
    let ledger: GatewayLedger
    package let collection: LogCollection
    /// Withdrawn bodies are kept, but no longer handed out.
    let includesWithdrawn: Bool

    package func checkpoint() async throws -> String {
        guard let (note, _) = try await ledger.signed(collection) else {
            throw ledger.publication.lost(collection)
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
                SELECT e.kind, e.added, e.commitment FROM entry e
                WHERE \(SQL.isEntry(in: bundle.positions, of: number))
                AND e.number = \(Numbering.sql("e.collection", "e.position")) ORDER BY e.number
                """
            ) { try Leaf.bytes(kind: $0.get(0), microseconds: $0.get(1), commitment: $0.get(2)) }
        }
    }

    package func records(of bundle: EntryBundle) async throws -> [EntryRecord] {
        try await ledger.database.read { try records(of: bundle, in: $0) }
    }

    /// The same as they are at the moment of a session.
    func records(of bundle: EntryBundle, in session: Session) throws -> [EntryRecord] {
        try session.rows(
            """
            SELECT e.kind, e.salt, e.record, o.id, e.version, e.marking, e.sha256, e.ended, coalesce(b.bytes, q.bytes),
                e.body
            FROM entry e LEFT JOIN object o ON o.collection = e.collection AND o.number = e.object
            LEFT JOIN body b ON b.collection = e.collection AND b.number = e.body
            LEFT JOIN quarantine q ON e.body IS NULL AND q.collection = e.collection AND q.sha256 = e.sha256
            WHERE \(SQL.isEntry(in: bundle.positions, of: collection.number)) ORDER BY e.number
            """
        ) { row in
            guard let salt: [UInt8] = try row.get(1) else { return EntryRecord(opening: nil, body: nil) }
            if try row.get(0, as: Int.self) != EntryKind.place.rawValue {
                let record: [UInt8]? = try row.get(2)
                return EntryRecord(opening: record.map { .init(salt: salt, record: $0) }, body: nil)
            }
            // A part that is not there or makes no sense is a record that is not there: the verifier names the entry.
            guard let id: String = try row.get(3, as: String?.self),
                let version = try row.get(4, as: Int64?.self).flatMap(Timestamp.init(microseconds:)),
                let marking = try row.get(5, as: Int?.self).flatMap(TLP.init(rawValue:)),
                let sha256: [UInt8] = try row.get(6, as: [UInt8]?.self)
            else { return EntryRecord(opening: nil, body: nil) }
            // What a mirror holds back from its readers, or never had, it holds back with all that the entry says: also
            // when the peer withdraws it.
            let isHeld = try row.get(9, as: Int?.self) == nil
            if isHeld, !includesWithdrawn { return EntryRecord(opening: nil, body: nil) }
            let record = LogRecord.place(.init(id: id, version: version, marking: marking, sha256: sha256))
            let isHandedOut = try includesWithdrawn || row.get(7, as: Int?.self) == nil
            return EntryRecord(
                opening: .init(salt: salt, record: try record.bytes()), body: isHandedOut ? try row.get(8) : nil)
        }
    }
}

extension GatewayLedger {
    /// The log of a collection, whoever asks: for `log verify` on the data directory and for exports by its operator.
    package func storedLog(_ name: String) async throws -> StoredLog {
        StoredLog(
            ledger: self, collection: try await database.read { try $0.collection(name) }, includesWithdrawn: true)
    }
}

extension EntryBundle {
    /// The entries that it holds.
    fileprivate var positions: Range<Int> { index * 256..<index * 256 + width }
}
