import Crypto
import Foundation
import MerkleLog
import Storage

/// The signed checkpoints of this gateway, each in a file of its own outside the database and its backups.
///
/// The file is both what is served and the memory of what was signed: a checkpoint is signed only after the entries
/// are durable, only as a continuation of the one in the file, and served only from the file (law 11). Owned by the
/// writer lock.
struct Publication: Sendable {
    let folder: String

    func path(_ collection: LogCollection) -> String { "\(folder)/\(collection.id)" }

    /// The last checkpoint signed for this collection, in this or an earlier epoch.
    func last(_ collection: LogCollection) throws -> (note: String, checkpoint: Checkpoint)? {
        guard let data = FileManager.default.contents(atPath: path(collection)) else { return nil }
        let note = try SignedNote(parsing: data)
        return (note.encoded, try Checkpoint(text: note.text))
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
        try replace(path(collection), with: note.encoded)
    }

    /// Keeps the checkpoint of a mirror as the peer signed it.
    func keep(_ note: String, for collection: LogCollection) throws {
        try replace(path(collection), with: note)
    }

    /// Writes beside, flushes, renames over, flushes the folder: after a crash the file is the old one or the new one.
    private func replace(_ path: String, with text: String) throws {
        func check(_ result: Int32, _ what: String) throws {
            guard result >= 0 else {
                throw StorageError(.system, "couldn't \(what) \(path): \(String(cString: strerror(errno)))")
            }
        }
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        try check(file, "create")
        defer { close(file) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            try check(Int32(truncatingIfNeeded: written), "write")
            bytes = bytes.dropFirst(written)
        }
        try check(fsync(file), "flush")
        try check(rename(draft, path), "rename over")
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        try check(directory, "open the folder of")
        defer { close(directory) }
        try check(fsync(directory), "flush the folder of")
    }
}
