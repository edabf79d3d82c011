import STIX
import Storage

/// The version line of an object in one collection.
struct Line {
    /// Also the document number in the search index.
    let number: Int
    let source: Int
    let created: Int64?
    let createdBy: Int?
    /// The earliest version that revokes.
    let revokedFrom: Int64?
    /// What readers see; nil where nothing of the line stands.
    let current: Shown?

    /// The entry that readers see.
    struct Shown {
        let position: Int
        let version: Int64
        let sha256: [UInt8]
        let saidBy: Int
    }

    init?(object: Int, collection: Int, in session: Session) throws {
        let found = try session.statement(
            """
            SELECT number, source, created, created_by, revoked_from, position, version, sha256, said_by
            FROM line WHERE collection = ?2 AND object = ?1
            """
        ).first([object.sql, collection.sql]) { row in
            let position: Int? = try row.get(5)
            return (
                try row.get(0, as: Int.self), try row.get(1, as: Int.self), try row.get(2, as: Int64?.self),
                try row.get(3, as: Int?.self), try row.get(4, as: Int64?.self),
                try position.map {
                    Shown(position: $0, version: try row.get(6), sha256: try row.get(7), saidBy: try row.get(8))
                }
            )
        }
        guard let found else { return nil }
        (number, source, created, createdBy, revokedFrom) = (found.0, found.1, found.2, found.3, found.4)
        current = found.5
    }

    /// What an object says otherwise than the line it belongs to, which it must not (STIX 2.1 §3.2 and §3.3).
    ///
    /// - Parameter createdBy: the number of its `created_by_ref`.
    static func changes(in object: STIXObject, by createdBy: Int?, from line: (created: Int64?, createdBy: Int?))
        -> [Finding]
    {
        var found: [Finding] = []
        func note(_ code: Finding.Code, _ property: String) {
            found.append(
                Finding(
                    severity: code.severity, code: code, pointer: "/\(property)", offset: object.offset,
                    sentence: "\(property) is not that of the earlier versions.", section: "3.2"))
        }
        if line.created != object.created?.microseconds { note(.createdChanged, "created") }
        if line.createdBy != createdBy { note(.authorChanged, "created_by_ref") }
        return found
    }
}
