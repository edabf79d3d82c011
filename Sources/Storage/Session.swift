import GRDB
import GRDBSQLite

/// One connection inside one transaction; valid only inside the closure that received it.
package struct Session {
    let database: GRDB.Database

    /// Runs a statement that answers nothing.
    package func run(_ sql: SQL) throws {
        try statement(sql.text).run(sql.values)
    }

    /// Every row of the answer, turned into a value.
    package func rows<Element>(_ sql: SQL, _ make: (Row) throws -> Element) throws -> [Element] {
        var found: [Element] = []
        try statement(sql.text).each(sql.values) {
            found.append(try make($0))
            return true
        }
        return found
    }

    /// The first row of the answer, if there is one.
    package func first<Element>(_ sql: SQL, _ make: (Row) throws -> Element) throws -> Element? {
        try statement(sql.text).first(sql.values, make)
    }

    /// The single value of the first row, if there is one.
    package func value<Wanted: SQLValue>(_ sql: SQL, as _: Wanted.Type = Wanted.self) throws -> Wanted? {
        try first(sql) { try $0.get(0) }
    }

    /// A statement prepared once and kept by its text, for loops.
    package func statement(_ text: String) throws -> Statement {
        #if DEBUG
            StatementJournal.shared?.note(text)
        #endif
        return Statement(statement: try database.cachedStatement(sql: text), connection: database.sqliteConnection)
    }

    /// Row id of the row last inserted on this connection.
    package var lastInserted: Int { Int(database.lastInsertedRowID) }

    /// Number of rows the last statement wrote.
    package var changes: Int { database.changesCount }

    /// Number of rows that this connection wrote in its life, those of the engine's own tables included.
    var allChanges: Int { database.totalChangesCount }
}

/// A prepared statement with numbered parameters.
///
/// Values are bound and read through SQLite's own interface: on the road of an object there are a dozen statements, and
/// a convenience for each value would cost more than the database does.
package struct Statement {
    let statement: GRDB.Statement
    let connection: OpaquePointer?

    package func run(_ values: [Value]) throws {
        try each(values) { _ in true }
    }

    package func first<Element>(_ values: [Value], _ make: (Row) throws -> Element) throws -> Element? {
        var found: Element?
        try each(values) {
            found = try make($0)
            return false
        }
        return found
    }

    /// Each row in turn; `false` ends the reading.
    package func each(_ values: [Value], _ body: (Row) throws -> Bool) throws {
        let pointer = statement.sqliteStatement
        // A statement that is not reset keeps its snapshot open and its values bound.
        defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
        }
        for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1), pointer)) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: guard try body(Row(statement: pointer)) else { return }
            case SQLITE_DONE: return
            case let code: try check(code)
            }
        }
    }

    private func bind(_ value: Value, at index: Int32, _ pointer: OpaquePointer) -> Int32 {
        // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(pointer, index)
        case .integer(let integer): return sqlite3_bind_int64(pointer, index, integer)
        case .real(let real): return sqlite3_bind_double(pointer, index, real)
        case .text(var text):
            if text.isEmpty { return sqlite3_bind_text(pointer, index, "", 0, copied) }
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(pointer, index, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .blob(let bytes):
            return bytes.isEmpty
                ? sqlite3_bind_zeroblob(pointer, index, 0)
                : bytes.withUnsafeBytes { sqlite3_bind_blob(pointer, index, $0.baseAddress, Int32($0.count), copied) }
        }
    }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)),
            sql: statement.sql)
    }
}
