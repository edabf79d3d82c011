/// What a column can hold, the same in every engine.
package enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// About how many bytes it takes in memory.
    var weight: Int {
        switch self {
        case .null, .integer, .real: 16
        case .text(let text): 16 + text.utf8.count
        case .blob(let bytes): 32 + bytes.count
        }
    }
}

/// A type that goes into a column and comes back from it.
package protocol SQLValue {
    var sql: Value { get }
    /// Nil where the column holds something else.
    init?(sql: Value)
}

extension Int: SQLValue {
    package var sql: Value { .integer(Int64(self)) }
    package init?(sql: Value) {
        guard case .integer(let value) = sql else { return nil }
        self = Int(value)
    }
}

extension Int64: SQLValue {
    package var sql: Value { .integer(self) }
    package init?(sql: Value) {
        guard case .integer(let value) = sql else { return nil }
        self = value
    }
}

extension Double: SQLValue {
    package var sql: Value { .real(self) }
    package init?(sql: Value) {
        guard case .real(let value) = sql else { return nil }
        self = value
    }
}

/// Kept as 0 or 1: PostgreSQL's own boolean compares with no number.
extension Bool: SQLValue {
    package var sql: Value { .integer(self ? 1 : 0) }
    package init?(sql: Value) {
        guard case .integer(let value) = sql else { return nil }
        self = value != 0
    }
}

extension String: SQLValue {
    package var sql: Value { .text(self) }
    package init?(sql: Value) {
        guard case .text(let value) = sql else { return nil }
        self = value
    }
}

extension [UInt8]: SQLValue {
    package var sql: Value { .blob(self) }
    package init?(sql: Value) {
        guard case .blob(let value) = sql else { return nil }
        self = value
    }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    package var sql: Value { self?.sql ?? .null }
    package init?(sql: Value) {
        if case .null = sql {
            self = .none
        } else {
            guard let value = Wrapped(sql: sql) else { return nil }
            self = .some(value)
        }
    }
}

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
    package var sql: Value { rawValue.sql }
    package init?(sql: Value) {
        guard let raw = RawValue(sql: sql) else { return nil }
        self.init(rawValue: raw)
    }
}
