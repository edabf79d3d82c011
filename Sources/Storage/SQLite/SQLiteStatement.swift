import GRDB
import GRDBSQLite

/// A prepared statement of SQLite.
///
/// Values are bound and read through SQLite's own interface: on the road of an object there are a dozen statements, and
/// a convenience for each value would cost more than the database does.
package struct SQLiteStatement {
    private let statement: GRDB.Statement
    private let connection: OpaquePointer?

    init(_ text: String, on database: GRDB.Database) throws {
        statement = try database.cachedStatement(sql: text)
        connection = database.sqliteConnection
    }

    func each(_ values: [Value], _ body: (Row) throws -> Bool) throws {
        let pointer = statement.sqliteStatement
        // A statement that is not reset keeps its snapshot open and its values bound.
        defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
        }
        for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1), pointer)) }
        let row = Row(source: .sqlite(SQLiteRow(statement: pointer)))
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: guard try body(row) else { return }
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

/// A row of an answer of SQLite.
struct SQLiteRow {
    let statement: OpaquePointer

    var count: Int { Int(sqlite3_column_count(statement)) }

    func name(of column: Int) -> String { String(cString: sqlite3_column_name(statement, Int32(column))) }

    func bytes(of column: Int) -> UnsafeRawBufferPointer? {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }

    func value(_ column: Int) -> Value {
        let column = Int32(column)
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement, column)
            return .text(
                String(
                    decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))),
                    as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            return .blob(
                [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))))
        default: return .null
        }
    }
}
