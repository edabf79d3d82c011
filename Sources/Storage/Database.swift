import Dispatch
import Foundation
import GRDB

/// The embedded database of one data directory: SQLite in WAL mode, one writer, many readers.
///
/// A write is durable when `write` returns (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`).
package struct Database: Sendable {
    private let pool: DatabasePool
    private let lock: WriterLock
    private let queue = DispatchQueue(label: "concord.writer")
    package let path: String

    /// How much of the file a connection keeps in memory.
    package enum Cache: Sendable {
        /// 2 MB a connection: a server at rest stays small.
        case small
        /// 16 MB for the writer, which takes what programs add; readers as above.
        case serving
        /// 64 MB for the writer and as much write-ahead log: identifiers arrive in random order, so every batch touches most of
        /// their index, and a page that several batches change is moved into the file once.
        case bulk

        fileprivate var writerKiB: Int {
            switch self {
            case .small: 2_048
            case .serving: 16_384
            case .bulk: 65_536
            }
        }

        /// After how many pages the write-ahead log is moved into the file; nil for SQLite's own 1,000.
        fileprivate var pagesOfLog: Int? {
            switch self {
            case .small: nil
            case .serving: 4_096
            case .bulk: 16_384
            }
        }
    }

    /// Opens the database at `path` and brings its schema up to date.
    ///
    /// Before the first new migration of a database that already had some, a copy is put into `backups`.
    ///
    /// - Throws: `StorageError` `notFound`, `newerSchema` or `changedMigration`; nothing has been written then.
    package init(
        path: String, creating: Bool = false, migrations: [Migration], backups: String, cache: Cache = .small
    ) throws {
        let exists = FileManager.default.fileExists(atPath: path)
        if creating, exists { throw StorageError(.alreadyExists, "there is a database already: \(path)") }
        if !creating, !exists { throw StorageError(.notFound, "there is no database at \(path)") }

        var configuration = Configuration()
        configuration.label = "concord"
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(
                sql: "PRAGMA cache_size = -\(database.configuration.readonly ? Cache.small.writerKiB : cache.writerKiB)"
            )
            if let pages = cache.pagesOfLog { try database.execute(sql: "PRAGMA wal_autocheckpoint = \(pages)") }
        }
        lock = WriterLock(path: path + ".lock")
        self.path = path
        pool = try lock.hold { [configuration] in
            let pool = try DatabasePool(path: path, configuration: configuration)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try pool.writeWithoutTransaction { database in
                // The pool sets NORMAL when it turns WAL on; an acknowledged write must survive power loss.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                let pending = try Session(database: database).pending(of: migrations)
                guard let first = pending.first else { return }
                if pending.count < migrations.count {
                    try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
                    try Self.copy(database, to: Self.unused(backups + "/before-\(first.name)"))
                }
                try database.inTransaction(.immediate) {
                    for migration in pending { try Session(database: database).apply(migration) }
                    return .commit
                }
            }
            return pool
        }
    }

    /// Reads from one unchanging snapshot.
    package func read<Result: Sendable>(_ body: @Sendable @escaping (Session) throws -> Result) async throws -> Result {
        try await pool.read { try body(Session(database: $0)) }
    }

    /// Reads from one unchanging snapshot, blocking the caller: for commands and tests, never on the cooperative pool.
    package func readNow<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try pool.read { try body(Session(database: $0)) }
    }

    /// Writes in one transaction as the only writer of this data directory, in this process or another.
    ///
    /// - Parameter committed: runs when the transaction is durable and before any other writer starts.
    @discardableResult
    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (Session) throws -> Result,
        committed: @Sendable @escaping (Result) throws -> Void = { _ in }
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Swift.Result {
                        try lock.hold {
                            let result = try pool.write { try body(Session(database: $0)) }
                            try committed(result)
                            return result
                        }
                    })
            }
        }
    }

    /// A consistent copy of the whole database as one compact file, while others read and write.
    package func copy(to target: String) async throws {
        try await pool.barrierWriteWithoutTransaction { try Self.copy($0, to: target) }
    }

    /// Moves everything written so far into the main file and empties the write-ahead log, so that overwritten
    /// bytes stay in neither.
    package func settle() async throws {
        try await pool.barrierWriteWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }

    /// What SQLite finds wrong with its own file; empty when all is well.
    package func integrityProblems() async throws -> [String] {
        try await pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" } }
    }

    /// A path that holds no file: an upgrade that was interrupted has left its copy behind, whole or not.
    private static func unused(_ stem: String) -> String {
        var path = stem + ".db"
        var number = 2
        while FileManager.default.fileExists(atPath: path) {
            path = "\(stem)-\(number).db"
            number += 1
        }
        return path
    }

    private static func copy(_ database: GRDB.Database, to target: String) throws {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw StorageError(.alreadyExists, "there is a file already: \(target)")
        }
        try database.execute(sql: "VACUUM INTO ?", arguments: [target])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    }
}
