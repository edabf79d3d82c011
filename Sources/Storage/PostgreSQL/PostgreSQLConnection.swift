import CPostgreSQL
import Dispatch
import Synchronization

/// A connection to PostgreSQL.
///
/// One thread uses it at a time: whoever took it from its pool. All values travel in PostgreSQL's binary form.
final class PostgreSQLConnection: @unchecked Sendable {
    let library: Postgres
    let pointer: OpaquePointer
    private let interruption: Interruption
    private var statements: [String: PostgreSQLStatement] = [:]
    /// What is kept prepared; dropped together when there is too much of it, which nobody needs to know but `generation`.
    private var prepared = 0
    private(set) var generation = 0
    private static let mostPrepared = 500
    private var cursors = 0
    private var written = 0
    var pipeline = PostgreSQLPipeline()
    var appends = PostgreSQLAppends()

    /// - Parameter schema: whose tables are meant, whatever schemas are made later; nil for that which the address leads to.
    /// - Throws: `StorageError` where libpq is not here, nobody answers, the answer is no, or the server is too old.
    init(to address: String, schema: String? = nil) throws {
        let library = try LibPQ.found.get()
        // What comes later wins: the address may say otherwise about the first, and not about the last.
        try PostgreSQLAddress.check(address, library)
        // A machine that is gone is noticed within a minute, from both ends.
        let words: [(String, String)] = [
            ("connect_timeout", "10"), ("keepalives_idle", "30"), ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "60000"), ("fallback_application_name", "concord"),
            ("target_session_attrs", "read-write"),
            ("dbname", address), ("client_encoding", "UTF8"),
        ]
        let connected = Self.withStrings(words.map(\.0)) { names in
            Self.withStrings(words.map(\.1)) { values in library.connectdbParams(names, values, 1) }
        }
        guard let connected else { throw StorageError(.system, "no memory for a connection to PostgreSQL") }
        self.library = library
        pointer = connected
        interruption = Interruption(of: connected, library)
        // What the server remarks goes to nobody's terminal.
        _ = library.setNoticeProcessor(pointer, { _, _ in }, nil)
        // The object is whole here: where this throws, `deinit` ends the connection.
        guard isAlive else {
            throw StorageError(.system, "PostgreSQL does not answer: \(errorMessage)")
        }
        guard library.serverVersion(pointer) >= 140_000 else {
            throw StorageError(.system, "this PostgreSQL is older than version 14")
        }
        // A plan that was made when a table was empty must not be kept for when it is large.
        try execute(
            """
            SET standard_conforming_strings = on; SET jit = off; SET plan_cache_mode = force_custom_plan; SET statement_timeout = 0; SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0; SET transform_null_equals = off;
            SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')
            """)
        if let schema { try execute("SET search_path TO \(Self.quoted(schema))") }
    }

    /// A name as it is, whatever is in it.
    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    deinit {
        interruption.forget()
        library.finish(pointer)
    }

    /// Whether statements can be sent, as far as is known.
    var isAlive: Bool { library.status(pointer) == 0 }

    /// Whether nobody has left anything undone on it (`PQTRANS_IDLE`).
    var isIdle: Bool { library.transactionStatus(pointer) == 0 && !pipeline.isOn && appends.isEmpty }

    /// Whether a statement failed in its transaction, which then does nothing any more (`PQTRANS_INERROR`).
    var hasFailed: Bool { library.transactionStatus(pointer) == 3 }

    /// Whether somebody wanted its statement broken off: that may come late and must hit nobody else's.
    var isSpoilt: Bool { interruption.isCalled }

    var interrupt: @Sendable () -> Void { { [interruption] in interruption.call() } }

    var errorMessage: String { Self.sentence(library.errorMessage(pointer)) }

    private static func sentence(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "it gave no reason" }
        return String(cString: text).split(whereSeparator: \.isNewline).joined(separator: "; ")
    }

    /// Number of rows the last statement wrote.
    var changes: Int {
        finishForLater()
        return written
    }

    /// Statements without values, one after the other, answers left aside.
    func execute(_ text: String) throws {
        try finish()
        _ = try checked(library.exec(pointer, text), of: text)
    }

    /// A statement that is prepared once, however often it is asked for.
    func statement(_ sql: SQL) -> PostgreSQLStatement {
        if let known = statements[sql.text] { return known }
        if statements.count >= Self.mostPrepared { statements = [:] }
        let made = PostgreSQLStatement(sql.onPostgreSQL, on: self)
        statements[sql.text] = made
        return made
    }

    /// Gives a statement a name of its own for values of these types.
    func prepare(_ text: String, types: [Oid]) throws -> String {
        if prepared >= Self.mostPrepared {
            try execute("DEALLOCATE ALL")
            (prepared, generation) = (0, generation + 1)
        }
        try finish()
        prepared += 1
        let name = "s\(generation)_\(prepared)"
        _ = try checked(library.prepare(pointer, name, text, Int32(types.count), types), of: text)
        return name
    }

    func run(prepared name: String, _ values: [Value], of text: String) throws -> PostgreSQLResult {
        try finish()
        let result = PostgreSQLParameters(values).withPointers { pointers, lengths, formats in
            library.execPrepared(pointer, name, Int32(values.count), pointers, lengths, formats, 1)
        }
        return try checked(result, of: text)
    }

    func checked(_ pointer: OpaquePointer?, of text: String) throws -> PostgreSQLResult {
        guard let pointer else {
            throw PostgreSQLError(state: PostgreSQLError.connectionFailure, message: errorMessage)
        }
        let result = PostgreSQLResult(pointer, library)
        switch library.resultStatus(pointer) {
        // PGRES_EMPTY_QUERY, PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN.
        case 0, 1, 2, 4:
            written = library.cmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0
            return result
        default:
            // PG_DIAG_SQLSTATE; without one the connection is gone.
            let state = library.resultErrorField(pointer, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
            throw PostgreSQLError(
                state: state ?? PostgreSQLError.connectionFailure,
                message: Self.sentence(library.resultErrorMessage(pointer)),
                statement: text)
        }
    }

    /// Each row of a long answer, fetched in pieces.
    func walk(_ sql: SQL, _ body: (Row) throws -> Bool) throws {
        cursors += 1
        let name = "c\(cursors)"
        try once("DECLARE \(name) NO SCROLL CURSOR FOR \(sql.onPostgreSQL)", sql.values)
        // Where the transaction has failed, the cursor went with it.
        defer { try? execute("CLOSE \(name)") }
        var isEnded = false
        // A few first: rows may be as large as objects are, and no more than some megabytes of them are here at once.
        var most = 4
        while !isEnded {
            let result = try once("FETCH FORWARD \(most) FROM \(name)", [])
            for number in 0..<result.count where !isEnded {
                isEnded = try !body(Row(source: .postgreSQL(PostgreSQLRow(result: result, number: number))))
            }
            if result.count < most { return }
            most = min(1_000, max(4, (1 << 20) / max(1, result.size / result.count)))
        }
    }

    /// A statement that is asked once and so is not kept prepared.
    @discardableResult
    private func once(_ text: String, _ values: [Value]) throws -> PostgreSQLResult {
        try finish()
        let result = PostgreSQLParameters(values).withPointers { pointers, lengths, formats in
            library.execParams(
                pointer, text, Int32(values.count), values.map(\.postgreSQLType), pointers, lengths, formats, 1)
        }
        return try checked(result, of: text)
    }

    /// Adds rows to a table by `COPY`, in its binary form.
    ///
    /// - Parameter tokens: the column that holds the tokens of a text index.
    func copy(into table: String, _ columns: [String], _ rows: [[Value]], tokens: String? = nil) throws {
        let place = tokens.flatMap { columns.firstIndex(of: $0) }
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        try finish()
        let text = "COPY \"\(table)\" (\(names)) FROM STDIN (FORMAT binary)"
        _ = try checked(library.exec(pointer, text), of: text)
        // "File Formats" of COPY: a signature, no flags, no extension.
        var bytes: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [UInt8](repeating: 0, count: 8)
        do {
            for row in rows {
                withUnsafeBytes(of: Int16(row.count).bigEndian) { bytes.append(contentsOf: $0) }
                for (index, value) in row.enumerated() {
                    if index == place, case .text(let tokens) = value {
                        PostgreSQLParameters.append(.blob(TSVectorIndex.binary(tokens)), withLengthTo: &bytes)
                    } else {
                        PostgreSQLParameters.append(value, withLengthTo: &bytes)
                    }
                }
                if bytes.count >= 64 << 10 { try send(&bytes) }
            }
            bytes += [0xFF, 0xFF]
            try send(&bytes)
        } catch {
            _ = library.putCopyEnd(pointer, "given up")
            while let left = library.getResult(pointer) { library.clear(left) }
            throw error
        }
        guard library.putCopyEnd(pointer, nil) == 1 else {
            throw PostgreSQLError(state: PostgreSQLError.connectionFailure, message: errorMessage)
        }
        var failure: (any Error)?
        while let result = library.getResult(pointer) {
            do { _ = try checked(result, of: text) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private func send(_ bytes: inout [UInt8]) throws {
        let isSent = bytes.withUnsafeBytes { buffer in
            library.putCopyData(pointer, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count)) == 1
        }
        guard isSent else { throw PostgreSQLError(state: PostgreSQLError.connectionFailure, message: errorMessage) }
        bytes.removeAll(keepingCapacity: true)
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
        func next(_ rest: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) -> Result {
            guard let first = rest.first else { return body(pointers + [nil]) }
            return first.withCString { next(rest.dropFirst(), pointers + [$0]) }
        }
        return next(strings[...], [])
    }
}

/// How a statement is broken off: by a second connection, which libpq makes.
///
/// - Note: The handle is libpq's, which any thread may use (`PQcancel`).
private final class Interruption: @unchecked Sendable {
    private let library: Postgres
    private let state: Mutex<(handle: UInt?, isCalled: Bool)>

    init(of connection: OpaquePointer, _ library: Postgres) {
        self.library = library
        state = Mutex((library.getCancel(connection).map { UInt(bitPattern: $0) }, false))
    }

    var isCalled: Bool { state.withLock(\.isCalled) }

    func call() {
        let isFirst = state.withLock { state in
            defer { state.isCalled = true }
            return !state.isCalled
        }
        guard isFirst else { return }
        // It waits for an answer of the server.
        Self.thread.async { [self] in
            state.withLock { state in
                guard let handle = state.handle else { return }
                var problem = [CChar](repeating: 0, count: 256)
                _ = library.cancel(OpaquePointer(bitPattern: handle), &problem, 256)
            }
        }
    }

    /// One after the other: each takes a connection of its own to the server.
    private static let thread = DispatchQueue(label: "concord.postgresql.cancel")

    func forget() {
        state.withLock { state in
            if let handle = state.handle { library.freeCancel(OpaquePointer(bitPattern: handle)) }
            state.handle = nil
        }
    }
}
