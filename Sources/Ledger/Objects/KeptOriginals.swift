import STIX
import Storage

/// What objects were before they were converted: kept beside the log, as the exact bytes that arrived.
///
/// An original belongs to the collection that it came into. Who may read there what was made of it may read it too; it is
/// in no export and no mirror, and is erased with anything that was made of it.
extension Session {
    /// Keeps an original; nothing is added where it is here.
    func keep(_ original: Version20.Original, in collection: Int) throws {
        let made = original.made.map { "\"\($0)\"" }.joined(separator: " ")
        try statement(
            """
            INSERT INTO original (collection, sha256, object, made, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (collection, sha256) DO NOTHING
            """
        ).run([
            collection.sql, Array(original.sha256).sql, original.id.sql, made.sql, original.bytes.sql,
        ])
    }

    /// Destroys every original that this object was made of.
    func forgetOriginals(of id: String) throws {
        try run("DELETE FROM original WHERE made LIKE \("%\"" + id + "\"%")")
    }
}
