package import MerkleLog
import STIX
import Storage

/// Why an entry stands in a log: its leaf, the path to the root, and the checkpoint that was signed for it.
package struct EntryProof: Sendable {
    package let leaf: Leaf
    package let inclusion: InclusionProof
    package let checkpoint: Checkpoint
    /// The signed note.
    package let note: String
    /// The key of the log, as in the note.
    package let vkey: String
}

extension Reader {
    /// Nil where the entry is not in a collection of the reader's, or not yet signed.
    package func proof(of position: Int, in collection: LogCollection) async throws -> EntryProof? {
        guard let (note, checkpoint) = try await ledger.signed(collection), position < checkpoint.size else {
            return nil
        }
        return try await read { [ledger] session, readable in
            let vkey = try ledger.verifier(of: collection, in: session).vkey
            guard readable.contains(collection.number) else { return nil }
            // The note may be newer than the moment that is read: somebody has written meanwhile.
            guard checkpoint.size <= (try session.collection(number: collection.number).size) else { return nil }
            let leaf = try session.first(
                """
                SELECT e.kind, e.added, e.commitment FROM entry e
                WHERE \(SQL.isEntry(at: position, of: collection.number))
                """
            ) { Leaf(kind: try $0.get(0), dateAdded: try Timestamp(stored: $0.get(1)), commitment: try $0.get(2)) }
            guard let leaf else { return nil }
            let tiles = TileTable(collection: collection.number, session: session)
            return EntryProof(
                leaf: leaf, inclusion: try InclusionProof(index: position, size: checkpoint.size, reading: tiles),
                checkpoint: checkpoint, note: note, vkey: vkey)
        }
    }

    /// The last signed checkpoint of a collection with the key that signs it; nil before the first.
    package func head(of collection: LogCollection) async throws -> (
        note: String, checkpoint: Checkpoint, vkey: String
    )? {
        guard viewer.reads(collection), let (note, checkpoint) = try await ledger.signed(collection) else { return nil }
        let key = try await ledger.database.read { [ledger] in try ledger.verifier(of: collection, in: $0) }
        return (note, checkpoint, key.vkey)
    }

    /// How far a mirror is; nil for other collections, and where it is hidden.
    package func mirror(_ collection: LogCollection) async throws -> MirroredLog? {
        viewer.reads(collection) ? try await ledger.mirror(collection) : nil
    }
}
