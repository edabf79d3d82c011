import Files
import Foundation

/// The tables of one gateway: one writer, many readers, on one of two engines.
///
/// A write is durable when `write` returns.
package struct Database: Sendable {
    private let engine: any Engine
    private let readDeadlines: Deadlines?
    private let writeDeadlines: Deadlines?
    private let holding: Duration?
    private let opened = Counter()
    let place: Place

    /// Where the tables are.
    package enum Place: Sendable, Equatable {
        /// SQLite, in the file of this path.
        case file(String)
        /// PostgreSQL, by what libpq takes for an address: `postgres://…`, or words such as `host=… dbname=…`.
        case postgreSQL(String)
    }

    /// How much of the database a connection keeps in memory; of SQLite alone.
    package enum Cache: Sendable {
        /// 2 MB a connection: a server at rest stays small.
        case small
        /// 16 MB for the writer, which takes what programs add; readers as above.
        case serving
        /// 64 MB for the writer and as much write-ahead log: identifiers arrive in random order, so every batch touches most of
        /// their index, and a page that several batches change is moved into the file once.
        case bulk

        var writerKiB: Int {
            switch self {
            case .small: 2_048
            case .serving: 16_384
            case .bulk: 65_536
            }
        }

        /// After how many pages the write-ahead log is moved into the file; nil for SQLite's own 1,000.
        var pagesOfLog: Int? {
            switch self {
            case .small: nil
            case .serving: 4_096
            case .bulk: 16_384
            }
        }
    }

    /// Opens the database at `place` and brings its schema up to date.
    ///
    /// Before the first new migration of a database that already had some, a copy is put into `backups`.
    ///
    /// - Throws: `StorageError` `notFound`, `newerSchema` or `changedMigration`; nothing has been written then.
    package init(
        at place: Place, creating: Bool = false, migrations: [Migration], backups: String, cache: Cache = .small,
        patience: Patience = .endless
    ) throws {
        self.place = place
        readDeadlines = patience.reading.map(Deadlines.init)
        writeDeadlines = patience.writing.map(Deadlines.init)
        holding = patience.holding
        engine =
            switch place {
            case .file(let path):
                try SQLiteEngine(path: path, creating: creating, migrations: migrations, backups: backups, cache: cache)
            case .postgreSQL(let address):
                try PostgreSQLEngine(address: address, creating: creating, migrations: migrations, backups: backups)
            }
    }

    /// How many snapshots have been read so far, by this process.
    package var snapshotCount: Int { opened.value }

    /// All that `body` reads is of one moment, however often it asks: a page never shows two.
    ///
    /// Within it one connection is held, from the first read on; whoever writes lets go of it, and reads on at a later moment.
    package func atOneMoment<Result: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        let moment = Moment(of: engine) { [engine, holding, opened] in
            Snapshot(of: engine, patience: holding, counted: opened)
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
                        let connection = try connection.get()
                        waiting.perform(on: connection) {
                            do { return try body(Session(connection: connection)) } catch {
                                connection.recover()
                                throw error
                            }
                        }
                    } catch {
                        waiting.end(.failure(error))
                    }
                }
                if let moment = Moment.current, moment.isOf(engine), moment.read(work) { return }
                opened.add()
                engine.read(work)
            }
        } catch let error where StorageError.isBrokenOff(error) {
            // Somebody else who reads at the same moment may have been the one who did not want to wait.
            if Task.isCancelled { throw CancellationError() }
            throw StorageError(.busy, "what was asked of the database was broken off; ask again")
        }
    }

    /// Reads and blocks the thread: for tests alone, which see inside this room.
    ///
    /// A thread that waits here is one of the few on which everybody's tasks run.
    func readNow<Result>(_ body: (Session) throws -> Result) throws -> Result { try engine.readNow(body) }

    /// Writes in one transaction as the only writer of this database, in this process or another.
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
        if let moment = Moment.current, moment.isOf(engine) { moment.pass() }
        return try await asWriter { try $0.transact(body, then: committed) }
    }

    private func asWriter<Result: Sendable>(
        _ work: @Sendable @escaping (any WritingEngine) throws -> Result
    ) async throws -> Result {
        // What has been asked to be written is written, also when whoever asked is on the way out.
        try await Waiting.forWork(within: writeDeadlines, isBrokenOff: false) { waiting in
            engine.asWriter { writer in
                do {
                    let writer = try writer.get()
                    waiting.perform(on: nil) { try work(writer) }
                } catch {
                    waiting.end(.failure(error))
                }
            }
        }
    }

    /// Takes away the levels of an index that hold nothing, where there are many.
    package func trim(_ index: TextIndex) async throws {
        guard try await read({ try index.hasManyLevels(in: $0) }) else { return }
        try await asWriter { [engine] in try engine.trim(index, in: $0) }
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
        let draft = try await engine.copyDraft(for: target)
        do {
            let result = try await beside(draft.replacesLeft)
            try await engine.place(draft)
            return result
        } catch {
            draft.discard()
            throw error
        }
    }

    /// Copies all that one database holds into a new one, whichever engines they are on, and compares the two.
    ///
    /// - Parameter progress: hears which table is done and how many rows it has.
    /// - Throws: `alreadyExists` where there is one at `target`; `damaged` where what came is not what was there.
    package static func copy(
        _ source: Place, to target: Place, _ migrations: [Migration],
        progress: @escaping @Sendable (_ table: String, _ rows: Int) -> Void = { _, _ in }
    ) async throws {
        let tables = try TableCopy(of: migrations)
        let from = try Database(at: source, migrations: migrations, backups: "")
        let to = try Database(at: target, creating: true, migrations: migrations, backups: "", cache: .bulk)
        do { try await to.fill(from: from, tables, progress: progress) } catch {
            // What is half there is no gateway, and in the way of the next.
            try? await to.engine.close()
            try? remove(at: target, migrations: migrations)
            throw error
        }
        for each in [from, to] { try await each.engine.close() }
    }

    private func fill(
        from source: Database, _ tables: TableCopy, progress: @escaping @Sendable (String, Int) -> Void
    ) async throws {
        try await asWriter { writer in
            try writer.transact(
                { target in
                    try source.readNow { source in
                        try tables.run(from: source, to: target, progress: progress)
                        try tables.compare(source, target)
                    }
                }, then: { _, _ in })
        }
    }

    /// Moves everything written so far to where it stays, so that what was overwritten or removed is nowhere.
    ///
    /// - Throws: where somebody read or wrote all the time.
    package func settle() async throws { try await engine.settle(isServing: readDeadlines != nil) }

    /// What the engine finds wrong with its own data; empty when all is well.
    package func integrityProblems() async throws -> [String] {
        try await read { [engine] in try engine.integrityProblems(in: $0) }
    }

    /// What `copy` writes before it is whole, and leaves where it is interrupted.
    package static func draft(of target: String) -> String { target + ".part" }

    /// Ends all that goes on and leaves everything where it stays.
    package func close() async throws {
        try await settle()
        try await engine.close()
    }
}

extension Database {
    /// Whether there is a gateway at a place; for a file, whether anything is in its way.
    package static func exists(at place: Place) throws -> Bool {
        switch place {
        // The write-ahead log of another database would be played into a new one.
        case .file(let path): SQLiteEngine.files(of: path).contains(where: FileManager.default.fileExists(atPath:))
        case .postgreSQL(let address): try PostgreSQLEngine.exists(at: address)
        }
    }

    /// Removes a gateway's tables, with all that is in them; nobody may have them open.
    package static func remove(at place: Place, migrations: [Migration]) throws {
        switch place {
        case .file(let path):
            for file in SQLiteEngine.files(of: path) where FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
        case .postgreSQL(let address): try PostgreSQLEngine.remove(at: address, try TableCopy(of: migrations))
        }
    }

    /// What is in the schema of a database and no migration made, or the other way round; one sentence for each.
    ///
    /// A trigger in a database that somebody else had in hands would run with the first statement that is written, and a view with
    /// the first that is read: so nothing of it is read before it is known to be a table of ours.
    ///
    /// - Throws: `newerSchema` where a migration is not known, `damaged` where it is no database.
    package static func strangers(at place: Place, migrations: [Migration]) throws -> [String] {
        switch place {
        case .file(let path): try SQLiteEngine.strangers(in: path, migrations: migrations)
        case .postgreSQL(let address): try PostgreSQLEngine.strangers(at: address, migrations: migrations)
        }
    }
}
