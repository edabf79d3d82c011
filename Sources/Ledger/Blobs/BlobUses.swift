import STIX
import Storage

/// Which entries name which file, and when a file goes.
///
/// A file belongs to the collection into which it was brought, however many have the same: whoever names one elsewhere that they
/// only know by its hash gets nothing, and learns nothing. Which of those that name it hand it out is said in `blob_grant`.
extension Session {
    /// An entry that placed an object names a file, be it here or not.
    func note(_ blob: BlobHash, namedAt position: Int, in collection: Int) throws {
        try statement(
            """
            INSERT INTO blob_use (collection, position, sha256) VALUES (?1, ?2, ?3)
            ON CONFLICT (collection, position) DO NOTHING
            """
        ).run([collection.sql, position.sql, blob.sql])
    }

    /// Whether a collection holds a file.
    func holds(_ blob: BlobHash, in collection: Int) throws -> Bool {
        try value("SELECT 1 FROM blob WHERE collection = \(collection) AND sha256 = \(blob)", as: Int.self) != nil
    }

    /// An entry was erased: what it alone held goes.
    func forgetBlob(namedAt position: Int, in collection: Int) throws {
        try run("DELETE FROM blob_use WHERE collection = \(collection) AND position = \(position)")
        guard let blob = try blob(grantedAt: position, in: collection) else { return }
        try run("DELETE FROM blob_grant WHERE collection = \(collection) AND position = \(position)")
        try release(blob, in: collection)
    }

    /// Lets go of a file that a collection holds and nothing in it hands out any more, be it in quarantine.
    ///
    /// - Returns: whether it went.
    @discardableResult
    func release(_ blob: BlobHash, in collection: Int) throws -> Bool {
        let size: Int? = try value("SELECT size FROM blob WHERE collection = \(collection) AND sha256 = \(blob)")
        try run(
            """
            DELETE FROM blob WHERE collection = \(collection) AND sha256 = \(blob)
            AND NOT EXISTS (SELECT 1 FROM blob_grant WHERE collection = \(collection) AND sha256 = \(blob))
            AND NOT EXISTS (SELECT 1 FROM quarantine
                WHERE collection = \(collection) AND names = \(blob) AND decided IS NULL)
            """)
        guard let size, changes > 0 else { return false }
        try run("DELETE FROM blob_bringer WHERE collection = \(collection) AND sha256 = \(blob)")
        try run(
            "UPDATE blob_space SET blobs = blobs - 1, bytes = bytes - \(size) WHERE collection = \(collection)")
        try run("DELETE FROM blob_space WHERE collection = \(collection) AND blobs = 0")
        try run("INSERT INTO blob_gone (sha256) VALUES (\(blob)) ON CONFLICT (sha256) DO NOTHING")
        return true
    }

    /// The files that what waits in quarantine under an identifier names, by collection.
    func blobsInQuarantine(of id: String) throws -> [(collection: Int, blob: BlobHash)] {
        try rows("SELECT collection, names FROM quarantine WHERE object_id = \(id) AND names IS NOT NULL") {
            (try $0.get(0), try $0.get(1))
        }
    }

    /// Learns what the objects name that came before files were kept.
    func learnBlobUses() throws {
        let named: SQL = """
            SELECT e.collection, e.position, b.bytes, o.id
            FROM line l JOIN object o ON o.collection = l.collection AND o.number = l.object
            JOIN entry e ON e.collection = l.collection AND e.object = l.object
            JOIN body b ON b.collection = e.collection AND b.number = e.body
            WHERE l.type IN ('file', 'artifact')
            """
        try walk(named) { row in
            if let blob = Candidate.blob(namedBy: try row.get(2), of: try row.get(3)) {
                try note(blob, namedAt: row.get(1), in: row.get(0))
            }
            return true
        }
    }
}
