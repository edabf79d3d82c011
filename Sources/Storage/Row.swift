import GRDBSQLite

/// One row of an answer, read by position; valid only inside the closure that received it.
package struct Row {
    let statement: OpaquePointer

    /// The value of a column.
    ///
    /// - Throws: `StorageError.unexpectedValue` where the column holds something else than `Wanted`.
    package func get<Wanted: SQLValue>(_ column: Int, as _: Wanted.Type = Wanted.self) throws -> Wanted {
        guard let value = Wanted(sql: value(Int32(column))) else {
            throw StorageError(
                .unexpectedValue,
                "column \(column) (\(String(cString: sqlite3_column_name(statement, Int32(column))))) holds no \(Wanted.self)"
            )
        }
        return value
    }

    /// Adds the bytes of a column to a buffer; nothing is copied in between.
    package func append(_ column: Int, to buffer: inout [UInt8]) {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        buffer.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }

    private func value(_ column: Int32) -> Value {
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
