import Foundation
import GRDB

/// One row of an answer, read by position.
package struct Row {
    let row: GRDB.Row

    /// The value of a column.
    ///
    /// - Throws: `StorageError.unexpectedValue` where the column holds something else than `Wanted`.
    package func get<Wanted: SQLValue>(_ column: Int, as _: Wanted.Type = Wanted.self) throws -> Wanted {
        guard let value = Wanted(sql: Value(row[column] as DatabaseValue)) else {
            throw StorageError(
                .unexpectedValue,
                "column \(column) (\(Array(row.columnNames)[column])) does not hold a \(Wanted.self)")
        }
        return value
    }
}

extension Value {
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(integer)
        case .double(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
