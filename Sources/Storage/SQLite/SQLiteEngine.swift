import Dispatch
import Files
import Foundation
import GRDB
import GRDBSQLite

/// The embedded engine: SQLite in WAL mode in one file, one writer, many readers.
///
/// A write is durable when it returns (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`).
final class SQLiteEngine: Engine {
    private let pool: DatabasePool
    private let lock: WriterLock
    private let queue = DispatchQueue(label: "concord.writer")
    private let path: String

    /// How long a connection waits for another process that holds SQLite's own lock.
    private static let busyMilliseconds = 30_000

    /// Opens the file and brings its schema up to date.
    ///
    /// Before the first new migration of a database that already had some, a copy is put into `backups`.
    ///
    /// - Throws: `StorageError` `alreadyExists`, `notFound`, `newerSchema` or `changedMigration`; nothing has been written then.
    init(path: String, creating: Bool, migrations: [Migration], backups: String, cache: Database.Cache) throws {
        let exists = FileManager.default.fileExists(atPath: path)
        if creating, exists { throw StorageError(.alreadyExists, "there is a database already: \(path)") }
        if !creating, !exists { throw StorageError(.notFound, "there is no database at \(path)") }

        var configuration = Self.configuration
        configuration.label = "concord"
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            let size = database.configuration.readonly ? Database.Cache.small.writerKiB : cache.writerKiB
            try database.execute(sql: "PRAGMA cache_size = -\(size)")
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
                let pending = try Session(connection: .sqlite(database)).pending(of: migrations)
                guard let first = pending.first else { return }
                if pending.count < migrations.count {
                    try CopyDraft.keep(before: first, in: backups) { try Self.copyDraft(of: database, for: $0) }
                }
                try database.inTransaction(.immediate) {
                    try Session(connection: .sqlite(database)).apply(pending)
                    return .commit
                }
            }
            return pool
        }
    }

    /// A database, its write-ahead log, and the index of that.
    static func files(of path: String) -> [String] { ["", "-wal", "-shm"].map { path + $0 } }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1_000)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // What another program put into the schema runs nothing that could do harm.
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    func read(_ work: @escaping @Sendable (Result<Connection, any Error>) -> Void) {
        pool.asyncRead { work($0.map(Connection.sqlite)) }
    }

    func readNow<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try pool.read { try body(Session(connection: .sqlite($0))) }
    }

    func asWriter(_ work: @escaping @Sendable (Result<any WritingEngine, any Error>) -> Void) {
        queue.async { [self] in
            do { try lock.hold { work(.success(Writer(pool: pool))) } } catch { work(.failure(error)) }
        }
    }

    private struct Writer: WritingEngine {
        let pool: DatabasePool

        func transact<Result>(
            _ body: (Session) throws -> Result, then committed: (Result, Session) throws -> Void
        ) throws -> Result {
            try pool.writeWithoutTransaction { database in
                let session = Session(connection: .sqlite(database))
                var written: Result?
                try database.inTransaction(.immediate) {
                    written = try body(session)
                    return .commit
                }
                guard let written else { throw StorageError(.system, "the database lost what was written") }
                try committed(written, session)
                return written
            }
        }
    }

    static func interrupt(of database: GRDB.Database) -> @Sendable () -> Void {
        let address = database.sqliteConnection.map { UInt(bitPattern: $0) }
        return { if let address { sqlite3_interrupt(OpaquePointer(bitPattern: address)) } }
    }

    /// By a connection of its own: what the others have in mind of the index they look up anew after somebody else has written.
    func trim(_ index: TextIndex, in _: any WritingEngine) throws {
        var configuration = Self.configuration
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let apart = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? apart.close() }
        try apart.write { try FTS5Index(of: index).trim(in: Session(connection: .sqlite($0))) }
    }

    /// Empties the write-ahead log, so that overwritten bytes stay in neither file.
    ///
    /// SQLite lets nobody write while it waits for who still reads an older moment (`SQLITE_CHECKPOINT_TRUNCATE`), so it waits half a
    /// second at a time and lets others write in between. Nobody of this process reads meanwhile.
    func settle(isServing: Bool) async throws {
        var attempts = isServing ? 10 : 60
        while true {
            attempts -= 1
            do {
                return try await pool.barrierWriteWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA busy_timeout = 500")
                    defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Self.busyMilliseconds)") }
                    // What takes long, moving pages, keeps no other process from writing; emptying does, and has little left.
                    _ = try database.checkpoint(.passive)
                    _ = try database.checkpoint(.truncate)
                }
            } catch  where attempts > 0 {
                try await Task.sleep(for: .milliseconds(300))
            }
        }
    }

    func integrityProblems(in session: Session) throws -> [String] {
        try session.rows("PRAGMA integrity_check(20)") { try $0.get(0, as: String.self) }.filter { $0 != "ok" }
    }

    func close() async throws {
        try await withCheckedThrowingContinuation { (closed: CheckedContinuation<Void, any Error>) in
            queue.async { [self] in closed.resume(with: Swift.Result { try pool.close() }) }
        }
    }
}

/// Copies of the file.
extension SQLiteEngine {
    func copyDraft(for target: String) async throws -> CopyDraft {
        try await pool.barrierWriteWithoutTransaction { try Self.copyDraft(of: $0, for: target) }
    }

    /// Makes tables in an empty file that nobody else uses, for `body` to fill.
    static func fill(_ path: String, _ migrations: [Migration], _ body: (Session) throws -> Void) throws {
        var configuration = Configuration()
        // Until it is whole it is nothing, and then it is made durable.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
        let file = try DatabaseQueue(path: path, configuration: configuration)
        try file.write { database in
            let session = Session(connection: .sqlite(database))
            try session.shape(try session.pending(of: migrations))
            try body(session)
        }
        try file.close()
    }

    func place(_ draft: CopyDraft) async throws {
        try await pool.barrierWriteWithoutTransaction { _ in try draft.place() }
    }

    private static func copyDraft(of database: GRDB.Database, for target: String) throws -> CopyDraft {
        let draft = try CopyDraft(for: target)
        do {
            try database.execute(sql: "VACUUM INTO ?", arguments: [draft.path])
            return draft
        } catch {
            draft.discard()
            throw error
        }
    }
}
