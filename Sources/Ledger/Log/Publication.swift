import Crypto
import Files
import MerkleLog

/// The signed checkpoints of this gateway, each in a file of its own outside the database and its backups.
///
/// The file is both what is served and the memory of what was signed: a checkpoint is signed only after the entries
/// are durable, only as a continuation of the one in the file, and served only from the file (law 11). Owned by the
/// writer lock.
struct Publication: Sendable {
    let folder: String

    /// Within the folder, whatever a database says: a collection that is not named by a UUID can't be read.
    func path(_ collection: LogCollection) -> String { "\(folder)/\(collection.id)" }

    /// The last checkpoint signed for this collection, in this or an earlier epoch; nil where there is no file.
    ///
    /// - Throws: `behindSigned` where the file says nothing: nobody knows then what was signed.
    func last(_ collection: LogCollection) throws -> (note: String, checkpoint: Checkpoint)? {
        let bytes: [UInt8]
        do {
            bytes = try OpenedFile(path(collection)).contents(atMost: Self.longest)
        } catch  where error.code == .notFound {
            return nil
        } catch {
            throw lost(collection, "can't be read (\(error))")
        }
        do {
            let note = try SignedNote(parsing: bytes)
            return (note.encoded, try Checkpoint(text: note.text))
        } catch {
            throw lost(collection, bytes.isEmpty ? "is empty" : "can't be read (\(error))")
        }
    }

    /// No checkpoint with its signatures is longer.
    private static let longest = 1 << 20

    /// Without the memory of what was signed the database may be an older copy, and there is one way out.
    func lost(_ collection: LogCollection, _ what: String = "is not there") -> LedgerError {
        LedgerError(
            .behindSigned,
            """
            the last signed checkpoint of \(collection.alias), \(path(collection)), \(what), so nobody can tell whether this \
            database is the latest. Copy it with `concord backup FILE`, move concord.db (with -wal and -shm) away, and put \
            FILE back with `concord restore FILE`: that opens a new epoch, which names the last entry that is here
            """)
    }

    /// Keeps what can't be read for whoever wants to look at it, so that something can be signed in its place.
    func setAside(_ collection: LogCollection) throws {
        do { _ = try last(collection) } catch {
            try Durable.move(path(collection), to: path(collection) + ".unreadable")
        }
    }

    /// Signs the log's new head.
    ///
    /// - Parameters:
    ///   - key: the one in force; it is read for each signature, because another process may have replaced it.
    ///   - prefix: the root that this log had at an earlier size, or nil where it never was that long.
    /// - Throws: `forked` where what was signed before is not a beginning of the log.
    func publish(
        _ collection: LogCollection, _ head: TreeHead, key: Curve25519.Signing.PrivateKey,
        prefix: (Int) throws -> TreeHash?
    ) throws {
        if let (_, signed) = try last(collection), signed.origin == collection.origin {
            if signed.size == head.size, signed.root == head.root { return }
            guard signed.size <= head.size, try prefix(signed.size) == signed.root else {
                throw LedgerError(
                    signed.size > head.size ? .behindSigned : .forked,
                    """
                    the log of \(collection.alias) was signed at \(signed.size) entries and the database holds \
                    \(head.size) that do not continue it; it is an older copy: put it back with `concord restore`, \
                    which opens a new epoch
                    """)
            }
        } else if let (_, signed) = try last(collection), LogCollection.epoch(of: signed.origin) > collection.epoch {
            throw LedgerError(
                .behindSigned,
                """
                the log of \(collection.alias) was last signed as \(signed.origin) and the database holds an earlier epoch; \
                it is an older copy: put it back with `concord restore`, which opens a new epoch
                """)
        }
        let checkpoint = try Checkpoint(origin: collection.origin, head: head)
        let note = try SignedNote(text: checkpoint.text, signers: [NoteSigner(name: collection.origin, key: key)])
        try Durable.replace(path(collection), with: note.encoded)
    }

    /// Keeps the checkpoint of a mirror as the peer signed it.
    func keep(_ note: String, for collection: LogCollection) throws {
        try Durable.replace(path(collection), with: note)
    }
}
