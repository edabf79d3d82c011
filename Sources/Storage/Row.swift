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

    /// Every column with its kind and length: equal where the rows are.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ kind: UInt8, _ content: some Collection<UInt8>) {
            bytes.append(kind)
            withUnsafeBytes(of: UInt64(content.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: content)
        }
        for column in 0..<sqlite3_column_count(statement) {
            switch value(column) {
            case .null: add(0, [])
            case .integer(let value): add(1, withUnsafeBytes(of: value.littleEndian) { Array($0) })
            case .real(let value): add(2, withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) })
            case .text(let value): add(3, value.utf8)
            case .blob(let value): add(4, value)
            }
        }
        return bytes
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
