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
        guard let (note, checkpoint) = try ledger.publication.last(collection), position < checkpoint.size else {
            return nil
        }
        return try await read { session, readable in
            let vkey = try NoteSigner(name: checkpoint.origin, key: session.signingKey()).verifier.vkey
            guard readable.contains(collection.number) else { return nil }
            let leaf = try session.first(
                """
                SELECT kind, added, commitment FROM entry
                WHERE collection = \(collection.number) AND position = \(position)
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
        guard viewer.reads(collection), let (note, checkpoint) = try ledger.publication.last(collection)
        else {
            return nil
        }
        let key = try await ledger.database.read { try $0.signingKey() }
        return (note, checkpoint, try NoteSigner(name: checkpoint.origin, key: key).verifier.vkey)
    }
}
