import CPostgreSQL
import Dispatch
import Synchronization

/// PostgreSQL 14 or later, reached through libpq: one database, or one schema of it, for one gateway, used by any number of processes.
///
/// The writer of all processes is whoever holds an advisory lock; it is released by the server with its connection.
final class PostgreSQLEngine: Engine {
    private let migrations: [Migration]
    private let readers: PostgreSQLPool
    private let writers: PostgreSQLPool

    /// Opens the database and brings its schema up to date.
    ///
    /// Before the first new migration of a database that already had some, a copy is put into `backups`.
    ///
    /// - Throws: `StorageError` `alreadyExists`, `notFound`, `newerSchema` or `changedMigration`; nothing has been written then.
    init(address: String, creating: Bool, migrations: [Migration], backups: String) throws {
        self.migrations = migrations
        let (connection, schema) = try PostgreSQLConnection.toSchema(at: address, creating: creating)
        try connection.demandUTF8()
        readers = PostgreSQLPool(address, schema: schema, atMost: 4)
        writers = PostgreSQLPool(address, schema: schema, atMost: 1)
        let session = Session(connection: .postgreSQL(connection))
        try connection.asOnlyWriter {
            let exists = try session.hasTable("migration")
            if creating, exists {
                throw StorageError(.alreadyExists, "there is a gateway in this PostgreSQL database already")
            }
            if !creating, !exists { throw StorageError(.notFound, "there is no gateway in this PostgreSQL database") }
            let pending = exists ? try session.pending(of: migrations) : migrations
            if let first = pending.first, pending.count < migrations.count {
                let names = Set(pending.map(\.name))
                let old = migrations.filter { !names.contains($0.name) }
                try CopyDraft.keep(before: first, in: backups) { target in
                    try connection.transact(Self.oneMoment) { try Self.copyDraft(of: connection, old, for: target) }
                }
            }
            try connection.transact("BEGIN") { try session.apply(try session.pending(of: migrations)) }
        }
    }

    func read(_ work: @escaping @Sendable (Result<Connection, any Error>) -> Void) {
        readers.lend { connection in
            do {
                let connection = try connection.get()
                try connection.execute(Self.oneMoment)
                work(.success(.postgreSQL(connection)))
                // Where somebody's statement failed, this ends the transaction all the same.
                try? connection.execute("COMMIT")
            } catch {
                work(.failure(error))
            }
        }
    }

    func readNow<Result>(_ body: (Session) throws -> Result) throws -> Result {
        let connection = try readers.take()
        defer { readers.giveBack(connection) }
        return try connection.transact(Self.oneMoment) { try body(Session(connection: .postgreSQL(connection))) }
    }

    /// A failed statement ends what its transaction can do, but for going back to a savepoint: the moment stays the same.
    private static let oneMoment =
        "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL lock_timeout = 10000; SAVEPOINT moment"

    func asWriter(_ work: @escaping @Sendable (Result<any WritingEngine, any Error>) -> Void) {
        writers.lend { connection in
            do {
                let connection = try connection.get()
                try connection.asOnlyWriter { work(.success(Writer(connection: connection))) }
            } catch {
                work(.failure(error))
            }
        }
    }

    private struct Writer: WritingEngine {
        let connection: PostgreSQLConnection

        func transact<Result>(
            _ body: (Session) throws -> Result, then committed: (Result, Session) throws -> Void
        ) throws -> Result {
            let session = Session(connection: .postgreSQL(connection))
            let written = try connection.transact("BEGIN") {
                connection.pipeline.isOpen = true
                defer { connection.pipeline.isOpen = false }
                return try body(session)
            }
            try committed(written, session)
            return written
        }
    }

    func trim(_: TextIndex, in _: any WritingEngine) throws {}

    /// A copy is a file of SQLite, as that of a gateway which has its tables there: it can be restored to either.
    func copyDraft(for target: String) async throws -> CopyDraft {
        try await on(readers) { [migrations] connection in
            try connection.transact(Self.oneMoment) { try Self.copyDraft(of: connection, migrations, for: target) }
        }
    }

    private static func copyDraft(
        of connection: PostgreSQLConnection, _ migrations: [Migration], for target: String
    ) throws -> CopyDraft {
        let draft = try CopyDraft(for: target)
        do {
            let tables = try TableCopy(of: migrations)
            try SQLiteEngine.fill(draft.path, migrations) { file in
                try tables.run(from: Session(connection: .postgreSQL(connection)), to: file)
            }
            return draft
        } catch {
            draft.discard()
            throw error
        }
    }

    func place(_ draft: CopyDraft) async throws { try draft.place() }

    /// What was removed stays in a table until nobody reads an older moment and `VACUUM` has been there.
    func settle(isServing: Bool) async throws {
        var attempts = isServing ? 10 : 60
        let tables = try await on(writers) { connection in
            let session = Session(connection: .postgreSQL(connection))
            return try session.rows(
                """
                SELECT quote_ident(c.relname) FROM pg_class c
                WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind = 'r' ORDER BY 1
                """
            ) { try $0.get(0, as: String.self) }
        }
        let mark: Int = try await on(writers) { connection in
            try Session(connection: .postgreSQL(connection)).value(
                "SELECT CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)") ?? 0
        }
        while try await on(writers, { try $0.hasReaders(before: mark) }) {
            attempts -= 1
            guard attempts > 0 else { throw StorageError(.busy, "somebody reads an older moment all the time") }
            try await Task.sleep(for: .milliseconds(300))
        }
        try await on(writers) { try $0.execute("VACUUM (INDEX_CLEANUP ON) \(tables.joined(separator: ", "))") }
    }

    private func on<Result: Sendable>(
        _ pool: PostgreSQLPool, _ body: @escaping @Sendable (PostgreSQLConnection) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            pool.lend { connection in continuation.resume(with: Swift.Result { try body(try connection.get()) }) }
        }
    }

    func integrityProblems(in session: Session) throws -> [String] {
        let broken = try session.rows(
            """
            SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = to_regnamespace(current_schema()) AND NOT (i.indisvalid AND i.indisready) ORDER BY 1
            """
        ) { "the index \(try $0.get(0, as: String.self)) is not valid: REINDEX it" }
        let failures: Int? = try session.value(
            "SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()")
        return broken
            + ((failures ?? 0) > 0 ? ["PostgreSQL has read \(failures ?? 0) pages whose checksum was wrong"] : [])
    }

    static func exists(at address: String) throws -> Bool {
        let session = Session(connection: .postgreSQL(try PostgreSQLConnection(to: address)))
        // A schema that is not there yet holds nothing.
        let schema: String? = try session.value("SELECT current_schema()", as: String?.self) ?? nil
        return try schema != nil && session.hasTable("migration")
    }

    static func remove(at address: String, _ tables: TableCopy) throws {
        let connection = try PostgreSQLConnection.toSchema(at: address, creating: false).connection
        try connection.asOnlyWriter {
            let names = tables.tables.map(\.name) + tables.indexes.map(\.table)
            try connection.execute("DROP TABLE IF EXISTS \(names.joined(separator: ", "))")
        }
    }

    func close() async throws {
        for pool in [readers, writers] { await pool.close() }
    }
}

extension PostgreSQLConnection {
    /// Goes back to the beginning of a moment where a statement has failed in it.
    func recover() {
        if hasFailed { try? execute("ROLLBACK TO SAVEPOINT moment") }
    }

    /// Runs `body` in a transaction.
    func transact<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
        try execute(begin)
        do {
            let result = try body()
            try finish()
            // Of a transaction in which something failed, COMMIT would say that all is well, and keep nothing.
            guard !hasFailed else {
                throw StorageError(
                    .system, "a statement failed, and whoever ran it went on: nothing of the transaction is kept")
            }
            try execute("COMMIT")
            return result
        } catch {
            appends = PostgreSQLAppends()
            try? finish()
            // Where this fails too, the connection is gone and its transaction with it.
            try? execute("ROLLBACK")
            throw error
        }
    }

    /// Runs `body` when no other connection to the same schema does.
    func asOnlyWriter<Result>(_ body: () throws -> Result) throws -> Result {
        // "CNCD", so that no other program's advisory locks are ours by accident; and which schema, by its number.
        let lock = "1129202500, CAST(CAST(to_regnamespace(current_schema()) AS oid) AS integer)"
        try execute("SELECT pg_catalog.pg_advisory_lock(\(lock))")
        defer { try? execute("SELECT pg_catalog.pg_advisory_unlock(\(lock))") }
        return try body()
    }

    /// A connection that stays with the schema to which the address leads now.
    ///
    /// - Parameter creating: makes the schema that the address names (`options=-csearch_path=…`), where it is not there.
    static func toSchema(at address: String, creating: Bool) throws -> (
        connection: PostgreSQLConnection, schema: String
    ) {
        let first = try PostgreSQLConnection(to: address)
        let session = Session(connection: .postgreSQL(first))
        func current() throws -> String? { try session.value("SELECT current_schema()", as: String?.self) ?? nil }
        if creating, try current() == nil {
            let wanted: String = try session.value("SELECT lower(current_setting('search_path'))") ?? ""
            guard !wanted.isEmpty, wanted.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
                throw StorageError(.system, "name one schema in search_path, of letters, digits and _")
            }
            try first.execute("CREATE SCHEMA IF NOT EXISTS \(quoted(wanted))")
        }
        guard let schema = try current() else {
            throw StorageError(.notFound, "the schema that the address of the PostgreSQL database names is not there")
        }
        return (try PostgreSQLConnection(to: address, schema: schema), schema)
    }

    fileprivate func demandUTF8() throws {
        let encoding: String? = try Session(connection: .postgreSQL(self)).value("SHOW server_encoding")
        guard encoding == "UTF8" else {
            throw StorageError(
                .system,
                "this PostgreSQL database keeps texts as \(encoding ?? "something unknown"); make one with ENCODING 'UTF8'"
            )
        }
    }

    /// Whether somebody holds on to what was removed before this number: a transaction that reads or writes, one that was prepared, or a
    /// standby.
    ///
    /// Of other roles' transactions it knows only where its own may see them (`pg_read_all_stats`).
    fileprivate func hasReaders(before mark: Int) throws -> Bool {
        let since: SQL = "age(CAST(CAST(\(mark) % 4294967296 AS TEXT) AS xid))"
        let count: Int? = try Session(connection: .postgreSQL(self)).value(
            """
            SELECT (SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
                AND (age(backend_xmin) > \(since) OR age(backend_xid) > \(since)))
                + (SELECT count(*) FROM pg_prepared_xacts WHERE age(transaction) > \(since))
                + (SELECT count(*) FROM pg_replication_slots WHERE age(xmin) > \(since))
            """)
        return (count ?? 0) > 0
    }
}
