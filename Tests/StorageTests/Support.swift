import Foundation
import Synchronization
import TestSupport

@testable import Storage

/// What a column holds, whatever it is.
struct Cell: SQLValue, Equatable {
    var sql: Value
    init?(sql: Value) { self.sql = sql }
}

/// Notes what happened, in order, from any task.
final class Diary: Sendable {
    private let entries = Mutex<[String]>([])
    func note(_ entry: String) { entries.withLock { $0.append(entry) } }
    var lines: [String] { entries.withLock(\.self) }
}

extension Migration {
    /// A table of pairs, for tests of everything but migrations.
    static let pairs = Migration(
        name: "test-0001-pairs", why: "Tests need a table.",
        sql: [
            "CREATE TABLE pair (key TEXT PRIMARY KEY, content BYTEA)", TextIndex(table: "words").creation,
            TextIndex(table: "words").vocabulary,
        ])
}

extension Database {
    /// A new database in the folder, or the one that is there.
    static func open(
        _ folder: TemporaryFolder, migrations: [Migration] = [.pairs], name: String = "test.db"
    ) throws -> Database {
        let place = TestDatabase.place("\(folder.path)/\(name)")
        let backups = folder.path + "/backups"
        do {
            return try Database(at: place, migrations: migrations, backups: backups)
        } catch let error as StorageError where error.code == .notFound {
            return try Database(at: place, creating: true, migrations: migrations, backups: backups)
        }
    }
}
