import STIX
import Storage

/// Who brought which file into a collection, and which entries hand out the file that they name.
///
/// Whoever may write somewhere can name any hash. So naming hands out a file only for who brought it there, or could read it there
/// when they named it: a file that was withdrawn comes back by nobody else's word, and is kept for nobody else's. Both are
/// truth: what somebody could read at a moment is in no entry.
extension Session {
    /// A source has brought a file into a collection: what it says there, or has said, hands it out.
    func noteBrought(_ blob: BlobHash, by source: Int, into collection: Int) throws {
        try run(
            """
            INSERT INTO blob_bringer (collection, sha256, source) VALUES (\(collection), \(blob), \(source))
            ON CONFLICT (collection, sha256, source) DO NOTHING
            """)
        try run(
            """
            INSERT INTO blob_grant (collection, position, sha256)
            SELECT u.collection, u.position, u.sha256 FROM blob_use u
            JOIN entry e ON \(SQL.isEntry(namedBy: "u"))
            WHERE u.collection = \(collection) AND u.sha256 = \(blob) AND e.ended IS NULL
            AND (e.source = \(source) OR EXISTS (SELECT 1 FROM also_sent a
                WHERE a.collection = e.collection AND a.sha256 = e.sha256 AND a.source = \(source)))
            ON CONFLICT (collection, position) DO NOTHING
            """)
    }

    /// Whether a file is handed out by what a source says now in a collection.
    ///
    /// - Parameters:
    ///   - number: of the source.
    ///   - object: the SHA-256 of what it says: what waits in quarantine handed it out when it came.
    func mayName(
        _ blob: BlobHash, by source: Source, number: Int, object: [UInt8], in collection: Int
    ) throws -> Bool {
        guard try holds(blob, in: collection) else { return false }
        let isTheirs: Int? = try value(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM blob_bringer
                WHERE collection = \(collection) AND sha256 = \(blob) AND source = \(number))
            OR EXISTS (SELECT 1 FROM quarantine WHERE collection = \(collection) AND sha256 = \(object)
                AND names = \(blob) AND decided IS NULL)
            """)
        if isTheirs != nil { return true }
        // People read what they write into (`Person.may`); a feed or a file that somebody reads in reads nothing.
        return try source.organisation != nil && isReadable(blob, in: collection)
    }

    /// Whether an object that is shown in a collection hands out a file.
    func isReadable(_ blob: BlobHash, in collection: Int) throws -> Bool {
        try value(
            """
            SELECT 1 FROM blob b WHERE b.collection = \(collection) AND b.sha256 = \(blob)
            AND \(Session.isBlobHandedOut)
            """, as: Int.self) != nil
    }

    /// An entry hands out a file from now on, as long as it is shown.
    func grant(_ blob: BlobHash, at position: Int, in collection: Int) throws {
        try run(
            """
            INSERT INTO blob_grant (collection, position, sha256) VALUES (\(collection), \(position), \(blob))
            ON CONFLICT (collection, position) DO NOTHING
            """)
    }

    /// The same for the entry by which this content stands.
    func grant(_ blob: BlobHash, byContent sha256: [UInt8], of object: Int, in collection: Int) throws {
        try run(
            """
            INSERT INTO blob_grant (collection, position, sha256)
            SELECT u.collection, u.position, u.sha256 FROM entry e
            JOIN blob_use u ON u.collection = e.collection AND u.position = e.position
            WHERE e.object = \(object) AND e.collection = \(collection) AND e.sha256 = \(sha256) AND e.ended IS NULL
            AND u.sha256 = \(blob) ON CONFLICT (collection, position) DO NOTHING
            """)
    }

    /// The file that an entry hands out, where it is shown; nil where it hands out none.
    func blob(grantedAt position: Int, in collection: Int) throws -> BlobHash? {
        try value("SELECT sha256 FROM blob_grant WHERE collection = \(collection) AND position = \(position)")
    }

    /// The condition that an object which is shown hands out the file `b` of a collection.
    static var isBlobHandedOut: SQL {
        """
        EXISTS (SELECT 1 FROM blob_grant g CROSS JOIN line l WHERE g.collection = b.collection AND g.sha256 = b.sha256
            AND l.collection = g.collection AND l.position = g.position)
        """
    }
}
