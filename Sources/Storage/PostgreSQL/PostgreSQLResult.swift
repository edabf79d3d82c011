import CPostgreSQL

/// The whole answer to a statement.
final class PostgreSQLResult {
    private let pointer: OpaquePointer
    private let library: Postgres
    let count: Int
    let columns: Int

    init(_ pointer: OpaquePointer, _ library: Postgres) {
        (self.pointer, self.library) = (pointer, library)
        (count, columns) = (Int(library.ntuples(pointer)), Int(library.nfields(pointer)))
    }

    deinit { library.clear(pointer) }

    func name(of column: Int) -> String { library.fname(pointer, Int32(column)).map { String(cString: $0) } ?? "" }

    func type(of column: Int) -> Oid { library.ftype(pointer, Int32(column)) }

    /// Bytes of all values together.
    var size: Int {
        (0..<count).reduce(0) { sum, row in
            (0..<columns).reduce(sum) { $0 + Int(library.getlength(pointer, Int32(row), Int32($1))) }
        }
    }

    /// The binary form of a value; nil for NULL.
    func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        guard library.getisnull(pointer, Int32(row), Int32(column)) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: library.getvalue(pointer, Int32(row), Int32(column)),
            count: Int(library.getlength(pointer, Int32(row), Int32(column))))
    }
}

/// A row of an answer of PostgreSQL.
struct PostgreSQLRow {
    let result: PostgreSQLResult
    let number: Int

    var count: Int { result.columns }

    func name(of column: Int) -> String { result.name(of: column) }

    func bytes(of column: Int) -> UnsafeRawBufferPointer? { result.bytes(number, column) }

    /// The value of a column, in one of the five kinds.
    func value(_ column: Int) throws -> Value {
        guard let bytes = bytes(of: column) else { return .null }
        switch result.type(of: column) {
        case PostgreSQLType.int8: return .integer(bytes.bigEndian(as: Int64.self))
        case PostgreSQLType.int4: return .integer(Int64(bytes.bigEndian(as: Int32.self)))
        case PostgreSQLType.int2: return .integer(Int64(bytes.bigEndian(as: Int16.self)))
        case PostgreSQLType.oid: return .integer(Int64(bytes.bigEndian(as: UInt32.self)))
        case PostgreSQLType.bool: return .integer(bytes.first == 0 ? 0 : 1)
        case PostgreSQLType.float8: return .real(Double(bitPattern: bytes.bigEndian(as: UInt64.self)))
        case PostgreSQLType.float4: return .real(Double(Float(bitPattern: bytes.bigEndian(as: UInt32.self))))
        case PostgreSQLType.bytea: return .blob(Array(bytes))
        case PostgreSQLType.numeric: return try Self.number(bytes)
        case let type where PostgreSQLType.texts.contains(type): return .text(PostgreSQLText.read(bytes))
        case let type:
            throw StorageError(
                .unexpectedValue,
                "column \(column) (\(name(of: column))) has PostgreSQL's type \(type), which is none of ours")
        }
    }

    /// A sum of whole numbers: four decimal digits at a time, the highest first (`numeric_send`).
    private static func number(_ bytes: UnsafeRawBufferPointer) throws -> Value {
        func part(_ index: Int) -> Int {
            Int(UnsafeRawBufferPointer(rebasing: bytes[(index * 2)...]).bigEndian(as: Int16.self))
        }
        let (count, weight, sign, scale) = (part(0), part(1), UInt16(truncatingIfNeeded: part(2)), part(3))
        var (value, isExact) = (Int64(0), scale == 0 && sign & 0x8000 == 0)
        for place in 0..<max(weight + 1, 0) where isExact {
            let (times, tooLarge) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, tooMuch) = times.addingReportingOverflow(place < count ? Int64(part(4 + place)) : 0)
            (value, isExact) = (sum, !tooLarge && !tooMuch)
        }
        guard isExact else {
            throw StorageError(.unexpectedValue, "a sum is no whole number of 64 bits: cast it to what is wanted")
        }
        return .integer(sign == 0x4000 ? -value : value)
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func bigEndian<Integer: FixedWidthInteger>(as _: Integer.Type) -> Integer {
        Integer(bigEndian: loadUnaligned(as: Integer.self))
    }
}
