import CPostgreSQL

/// PostgreSQL's client library, as it was found when it was first needed.
///
/// Its functions block, so they are called on threads of the engine's own.
enum LibPQ {
    static let found: Swift.Result<Postgres, StorageError> = {
        guard let functions = concord_postgres() else {
            return .failure(
                StorageError(
                    .system,
                    "PostgreSQL's client library is not here (\(String(cString: concord_postgres_problem()))); install libpq, which "
                        + "Debian calls libpq5"))
        }
        return .success(functions.pointee)
    }()
}

/// What PostgreSQL refused, with its own code (SQLSTATE, appendix A of its documentation).
struct PostgreSQLError: Error, CustomStringConvertible {
    let state: String
    let message: String
    var statement: String?

    var description: String { "\(message) (SQLSTATE \(state))" }

    /// The connection is gone, or was never there.
    static let connectionFailure = "08006"
    static let queryCanceled = "57014"
    static let lockNotAvailable = "55P03"
}

/// One of PostgreSQL's own types, by its number in `pg_type`.
enum PostgreSQLType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let numeric: Oid = 1_700
    /// `text`, and what reads like it: name, "char", unknown, character and character varying.
    static let texts: Set<Oid> = [text, 18, 19, 705, 1_042, 1_043]
}

extension Value {
    /// What the engine takes it for; for NULL it looks at where it stands.
    var postgreSQLType: Oid {
        switch self {
        case .null: 0
        case .integer: PostgreSQLType.int8
        case .real: PostgreSQLType.float8
        case .text: PostgreSQLType.text
        case .blob: PostgreSQLType.bytea
        }
    }
}
