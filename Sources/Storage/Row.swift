/// One row of an answer, read by position; valid only inside the closure that received it.
package struct Row {
    enum Source {
        case sqlite(SQLiteRow)
        case postgreSQL(PostgreSQLRow)
    }

    let source: Source

    /// The value of a column.
    ///
    /// - Throws: `StorageError.unexpectedValue` where the column holds something else than `Wanted`.
    package func get<Wanted: SQLValue>(_ column: Int, as _: Wanted.Type = Wanted.self) throws -> Wanted {
        guard let value = Wanted(sql: try value(column)) else {
            throw StorageError(.unexpectedValue, "column \(column) (\(name(of: column))) holds no \(Wanted.self)")
        }
        return value
    }

    /// Adds the bytes of a column to a buffer; nothing is copied in between.
    package func append(_ column: Int, to buffer: inout [UInt8]) {
        let bytes: UnsafeRawBufferPointer? =
            switch source {
            case .sqlite(let row): row.bytes(of: column)
            case .postgreSQL(let row): row.bytes(of: column)
            }
        if let bytes { buffer.append(contentsOf: bytes) }
    }

    /// Every column with its kind and length: equal where the rows are.
    package var bytes: [UInt8] {
        get throws {
            var bytes: [UInt8] = []
            func add(_ kind: UInt8, _ content: some Collection<UInt8>) {
                bytes.append(kind)
                withUnsafeBytes(of: UInt64(content.count).littleEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: content)
            }
            for value in try values {
                switch value {
                case .null: add(0, [])
                case .integer(let value): add(1, withUnsafeBytes(of: value.littleEndian) { Array($0) })
                case .real(let value): add(2, withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) })
                case .text(let value): add(3, value.utf8)
                case .blob(let value): add(4, value)
                }
            }
            return bytes
        }
    }

    /// Every column.
    var values: [Value] {
        get throws { try (0..<count).map { try value($0) } }
    }

    private var count: Int {
        switch source {
        case .sqlite(let row): row.count
        case .postgreSQL(let row): row.count
        }
    }

    private func name(of column: Int) -> String {
        switch source {
        case .sqlite(let row): row.name(of: column)
        case .postgreSQL(let row): row.name(of: column)
        }
    }

    private func value(_ column: Int) throws -> Value {
        switch source {
        case .sqlite(let row): row.value(column)
        case .postgreSQL(let row): try row.value(column)
        }
    }
}
