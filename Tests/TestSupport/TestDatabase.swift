import Crypto
import Foundation
package import Ledger
package import Storage
package import Testing

/// The engine that the tests of this run use: SQLite, or the PostgreSQL that `CONCORD_TEST_POSTGRESQL` names.
///
/// `script/with-postgresql` starts one for the length of a command. Each test has a schema of its own there.
package enum TestDatabase {
    /// How libpq is told the way to a database for tests; nil where they use SQLite.
    package static let server = ProcessInfo.processInfo.environment["CONCORD_TEST_POSTGRESQL"]

    package static var isSQLite: Bool { server == nil }

    /// The database of a test that would have its file at `path`: always the same for the same path.
    package static func place(_ path: String) -> Database.Place {
        guard let server else { return .file(path) }
        return .postgreSQL("\(server) options='-csearch_path=\(schema(path))'")
    }

    private static func schema(_ path: String) -> String {
        "t" + SHA256.hash(data: Data(path.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
    }
}

extension Trait where Self == ConditionTrait {
    /// Looks into files of SQLite, or at what it alone does.
    package static var onSQLite: Self { .enabled(if: TestDatabase.isSQLite, "of SQLite alone") }
}

extension DataDirectory {
    /// A data directory whose tables are on the engine of this run.
    package static func forTest(_ path: String) -> DataDirectory {
        DataDirectory(path, database: TestDatabase.place(path + "/concord.db"))
    }
}
