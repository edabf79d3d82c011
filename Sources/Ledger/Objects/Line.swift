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

    private static let columns =
        "number, source, created, created_by, revoked_from, position, version, sha256, said_by"

    init?(object: Int, collection: Int, in session: Session) throws {
        let found = try session.statement(
            "SELECT \(Self.columns) FROM line WHERE collection = ?1 AND object = ?2"
        ).first([collection.sql, object.sql], Self.init)
        guard let found else { return nil }
        self = found
    }

    /// The lines of these objects, as far as there are such, by the number of the object.
    static func all(of objects: [Int], collection: Int, in session: Session) throws -> [Int: Line] {
        var lines: [Int: Line] = [:]
        for some in objects.sorted().parts(of: 500) {
            try session.each(
                "SELECT \(SQL(text: columns)), object FROM line WHERE collection = \(collection) AND object IN (\(list: some))"
            ) { lines[try $0.get(9)] = try Line($0) }
        }
        return lines
    }

    init(
        number: Int, source: Int, created: Int64?, createdBy: Int?, revokedFrom: Int64?, current: Shown?
    ) {
        (self.number, self.source, self.created) = (number, source, created)
        (self.createdBy, self.revokedFrom, self.current) = (createdBy, revokedFrom, current)
    }

    private init(_ row: Row) throws {
        (number, source, created) = (try row.get(0), try row.get(1), try row.get(2))
        (createdBy, revokedFrom) = (try row.get(3), try row.get(4))
        current = try row.get(5, as: Int?.self).map {
            Shown(position: $0, version: try row.get(6), sha256: try row.get(7), saidBy: try row.get(8))
        }
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
