import Dispatch
import Files
import Foundation
import GRDB

/// The embedded database of one data directory: SQLite in WAL mode, one writer, many readers.
///
/// A write is durable when `write` returns (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`).
package struct Database: Sendable {
    private let pool: DatabasePool
    private let lock: WriterLock
    private let queue = DispatchQueue(label: "concord.writer")
    private let readDeadlines: Deadlines?
    private let writeDeadlines: Deadlines?
    private let holding: Duration?
    private let opened = Counter()
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
        path: String, creating: Bool = false, migrations: [Migration], backups: String, cache: Cache = .small,
        patience: Patience = .endless
    ) throws {
        readDeadlines = patience.reading.map(Deadlines.init)
        writeDeadlines = patience.writing.map(Deadlines.init)
        holding = patience.holding
        let exists = FileManager.default.fileExists(atPath: path)
        if creating, exists { throw StorageError(.alreadyExists, "there is a database already: \(path)") }
        if !creating, !exists { throw StorageError(.notFound, "there is no database at \(path)") }

        var configuration = Configuration()
        configuration.label = "concord"
        configuration.busyMode = .timeout(Double(Self.busyMilliseconds) / 1_000)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // What another program put into the schema runs nothing that could do harm.
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
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
                    try Self.removeCutOff(in: backups)
                    try Self.copy(database, to: Self.unused(backups + "/before-\(first.name)"))
                }
                try database.inTransaction(.immediate) {
                    try Session(database: database).apply(pending)
                    return .commit
                }
            }
            return pool
        }
    }

    /// How many snapshots have been read so far, by this process.
    package var snapshotCount: Int { opened.value }

    /// How long a connection waits for another process that holds SQLite's own lock.
    private static let busyMilliseconds = 30_000

    /// All that `body` reads is of one moment, however often it asks: a page never shows two.
    ///
    /// Within it one connection is held, from the first read on; whoever writes lets go of it, and reads on at a later moment.
    package func atOneMoment<Result: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        let moment = Moment(of: pool) { [pool, holding, opened] in
            Snapshot(of: pool, patience: holding, counted: opened)
        }
        defer { moment.end() }
        return try await Moment.$current.withValue(moment) { try await body() }
    }

    /// Reads from one unchanging snapshot; the connection is free again when `body` ends, but for `atOneMoment`.
    ///
    /// - Throws: `StorageError.busy` where no connection was free in time; what `body` throws.
    package func read<Result: Sendable>(_ body: @Sendable @escaping (Session) throws -> Result) async throws -> Result {
        do {
            return try await Waiting.forWork(within: readDeadlines, isBrokenOff: true) { waiting in
                let work: Snapshot.Work = { connection in
                    do {
                        let database = try connection.get()
                        waiting.perform(on: database.sqliteConnection) { try body(Session(database: database)) }
                    } catch {
                        waiting.end(.failure(error))
                    }
                }
                if let moment = Moment.current, moment.isOf(pool), moment.read(work) { return }
                opened.add()
                pool.asyncRead(work)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw CancellationError()
        }
    }

    /// Reads and blocks the thread: for tests alone, which see inside this room.
    ///
    /// A thread that waits here is one of the few on which everybody's tasks run.
    func readNow<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try pool.read { try body(Session(database: $0)) }
    }

    /// Writes in one transaction as the only writer of this data directory, in this process or another.
    ///
    /// - Parameter committed: runs when the transaction is durable and before any other writer starts; the session sees what
    ///   was written.
    /// - Throws: `StorageError.busy` where others wrote for too long; nothing has been written then.
    @discardableResult
    package func write<Result: Sendable>(
        _ body: @Sendable @escaping (Session) throws -> Result,
        committed: @Sendable @escaping (Result, Session) throws -> Void = { _, _ in }
    ) async throws -> Result {
        // Whoever waits for the writer holds no reader: to empty the write-ahead log, the writer waits for them.
        if let moment = Moment.current, moment.isOf(pool) { moment.pass() }
        // What has been asked to be written is written, also when whoever asked is on the way out.
        return try await Waiting.forWork(within: writeDeadlines, isBrokenOff: false) { waiting in
            queue.async {
                do {
                    try lock.hold {
                        waiting.perform(on: nil) { try write(body, then: committed) }
                    }
                } catch {
                    waiting.end(.failure(error))
                }
            }
        }
    }

    private func write<Result>(
        _ body: (Session) throws -> Result, then committed: (Result, Session) throws -> Void
    ) throws -> Result {
        try pool.writeWithoutTransaction { database in
            let session = Session(database: database)
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

    /// Takes away the levels of an index that hold nothing, where there are many.
    ///
    /// By a connection of its own: what the others have in mind of the index they look up anew after somebody else has written.
    package func trim(_ index: TextIndex) async throws {
        guard try await read({ try index.hasManyLevels(in: $0) }) else { return }
        try await Waiting.forWork(within: writeDeadlines, isBrokenOff: false) { waiting in
            queue.async {
                do {
                    try lock.hold {
                        var configuration = Configuration()
                        configuration.busyMode = .timeout(Double(Self.busyMilliseconds) / 1_000)
                        configuration.prepareDatabase { database in
                            try database.execute(sql: "PRAGMA secure_delete = ON")
                            try database.execute(sql: "PRAGMA trusted_schema = OFF")
                            try database.execute(sql: "PRAGMA synchronous = FULL")
                        }
                        let apart = try DatabaseQueue(path: path, configuration: configuration)
                        defer { try? apart.close() }
                        waiting.perform(on: nil) { try apart.write { try index.trim(in: Session(database: $0)) } }
                    }
                } catch {
                    waiting.end(.failure(error))
                }
            }
        }
    }

    /// A consistent copy of the whole database as one compact file, while others read and write.
    package func copy(to target: String) async throws { try await copy(to: target) { _ in } }

    /// The same, with something beside it.
    ///
    /// It has its name when it is whole; until then it is the `draft`, which replaces one that was interrupted.
    ///
    /// - Parameter beside: makes what belongs to the copy and is no part of it, before it has its name; it is told whether an interrupted
    ///   copy was replaced, which may have left something beside it too.
    package func copy<Result: Sendable>(
        to target: String, beside: (_ replacesLeft: Bool) async throws -> Result
    ) async throws -> Result {
        let draft = try await pool.barrierWriteWithoutTransaction { try Self.copyDraft(of: $0, for: target) }
        do {
            let result = try await beside(draft.replacesLeft)
            try await pool.barrierWriteWithoutTransaction { _ in try draft.place() }
            return result
        } catch {
            draft.discard()
            throw error
        }
    }

    /// Moves everything written so far into the main file and empties the write-ahead log, so that overwritten
    /// bytes stay in neither.
    ///
    /// Nobody of this process reads meanwhile. SQLite lets nobody write while it waits for who still reads an older moment
    /// (`SQLITE_CHECKPOINT_TRUNCATE`), so it waits half a second at a time and lets others write in between.
    ///
    /// - Throws: where somebody read or wrote all the time.
    package func settle() async throws {
        let isServing = readDeadlines != nil
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

    /// What SQLite finds wrong with its own file; empty when all is well.
    package func integrityProblems() async throws -> [String] {
        try await read { try $0.rows("PRAGMA integrity_check(20)") { try $0.get(0, as: String.self) } }
            .filter { $0 != "ok" }
    }

    /// What `copy` writes before it is whole, and leaves where it is interrupted.
    package static func draft(of target: String) -> String { target + ".part" }

    /// Ends all that goes on, empties the write-ahead log, and leaves one file.
    package func close() async throws {
        try await settle()
        try await withCheckedThrowingContinuation { (closed: CheckedContinuation<Void, any Error>) in
            queue.async { closed.resume(with: Swift.Result { try pool.close() }) }
        }
    }

    /// What interrupted upgrades have left: copies that are not whole.
    private static func removeCutOff(in folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where name.hasSuffix(draft(of: ".db")) || name.hasSuffix(draft(of: ".db") + ".lock") {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    /// A path that holds no file: an upgrade that was interrupted has left its copy behind.
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
        let draft = try copyDraft(of: database, for: target)
        do { try draft.place() } catch {
            draft.discard()
            throw error
        }
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
