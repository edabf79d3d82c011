import STIX
import Storage

/// Who sent the very same as somebody before them: it stands, or waits, once, and is theirs too.
///
/// Their word counts as if it had come first: for the name of an author, for who may take back what, and for whose an object is
/// that an operator lets in.
extension Session {
    /// Notes that a source has sent what another had sent before.
    ///
    /// - Parameter object: the number of the object of that content; nil where it is in quarantine.
    func noteSent(_ sha256: [UInt8], by source: Int, of object: Int?, in collection: Int, at now: Timestamp) throws {
        try statement(
            """
            INSERT INTO also_sent (collection, sha256, source, arrived) SELECT ?1, ?2, ?3, ?4
            WHERE NOT EXISTS (SELECT 1 FROM entry
                WHERE collection = ?1 AND object = ?5 AND sha256 = ?2 AND source = ?3 AND ended IS NULL)
            ON CONFLICT (collection, sha256, source) DO NOTHING
            """
        ).run([collection.sql, sha256.sql, source.sql, now.microseconds.sql, object.sql])
    }

    /// The numbers of the sources that sent this too, in the order in which they did.
    func alsoSent(_ sha256: [UInt8], in collection: Int) throws -> [Int] {
        try rows(
            """
            SELECT source FROM also_sent WHERE collection = \(collection) AND sha256 = \(sha256) ORDER BY arrived, source
            """
        ) { try $0.get(0) }
    }

    /// A source has taken it back, or it is said elsewhere that it sent it; false where it had not sent it.
    @discardableResult
    func forgetSent(_ sha256: [UInt8], by source: Int, in collection: Int) throws -> Bool {
        try run(
            "DELETE FROM also_sent WHERE collection = \(collection) AND sha256 = \(sha256) AND source = \(source)")
        return changes > 0
    }
}
