import CPostgreSQL

/// A prepared statement of PostgreSQL, once for each row of types that its values have had.
package final class PostgreSQLStatement {
    private let text: String
    private unowned let connection: PostgreSQLConnection
    private var names: [[Oid]: String] = [:]
    private var generation = 0

    init(_ text: String, on connection: PostgreSQLConnection) {
        (self.text, self.connection) = (text, connection)
    }

    func run(_ values: [Value]) throws {
        try connection.send(prepared: try name(for: values), values, of: text)
    }

    func each(_ values: [Value], _ body: (Row) throws -> Bool) throws {
        let result = try connection.run(prepared: try name(for: values), values, of: text)
        for number in 0..<result.count {
            guard try body(Row(source: .postgreSQL(PostgreSQLRow(result: result, number: number)))) else { return }
        }
    }

    private func name(for values: [Value]) throws -> String {
        // What waits goes first: it may need names of its own, and those that are given may end with that.
        try connection.addAppended()
        if generation != connection.generation { (names, generation) = ([:], connection.generation) }
        let types = values.map(\.postgreSQLType)
        if let name = names[types] { return name }
        let name = try connection.prepare(text, types: types)
        if generation != connection.generation { (names, generation) = ([:], connection.generation) }
        names[types] = name
        return name
    }
}

/// Values in PostgreSQL's binary form, as libpq takes them.
struct PostgreSQLParameters {
    private var bytes: [UInt8] = []
    /// Where each begins; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [Value]) {
        for value in values {
            let start = bytes.count
            Self.append(value, to: &bytes)
            starts.append(value == .null ? nil : start)
            lengths.append(Int32(bytes.count - start))
        }
        // A pointer to nothing would be NULL.
        bytes.append(0)
    }

    private static func append(_ value: Value, to bytes: inout [UInt8]) {
        switch value {
        case .null: break
        case .integer(let integer): withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
        case .real(let real): withUnsafeBytes(of: real.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text): PostgreSQLText.append(text, to: &bytes)
        case .blob(let blob): bytes.append(contentsOf: blob)
        }
    }

    /// A field of a row of `COPY`: its length and its bytes; no bytes and a length of -1 for NULL.
    static func append(_ value: Value, withLengthTo bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF])
        guard value != .null else { return }
        append(value, to: &bytes)
        withUnsafeBytes(of: Int32(bytes.count - start - 4).bigEndian) {
            bytes.replaceSubrange(start..<start + 4, with: $0)
        }
    }

    func withPointers<Result>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            let pointers = starts.map { start in start.flatMap { offset in base.map { $0 + offset } } }
            return body(pointers, lengths, lengths.map { _ in 1 })
        }
    }
}

/// Texts as PostgreSQL can keep them: it has none with NUL in it, so NUL is written as another sign, and that sign as two.
///
/// The sign is one of the last that Unicode keeps for private use; what comes back is what went in.
enum PostgreSQLText {
    /// U+10FFFD.
    private static let mark: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBD]
    private static let zero = UInt8(ascii: "0")
    private static let itself = UInt8(ascii: "1")

    static func append(_ text: String, to bytes: inout [UInt8]) { append(text.utf8, to: &bytes) }

    /// The same of a text that is there as its bytes.
    static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        guard bytes[start...].contains(where: { $0 == 0 || $0 == mark[0] }) else { return }
        var written: [UInt8] = []
        var rest = bytes[start...]
        while let next = rest.first {
            if next == 0 {
                written += mark + [zero]
                rest = rest.dropFirst()
            } else if rest.starts(with: mark) {
                written += mark + [itself]
                rest = rest.dropFirst(mark.count)
            } else {
                written.append(next)
                rest = rest.dropFirst()
            }
        }
        bytes.replaceSubrange(start..., with: written)
    }

    static func read(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.contains(mark[0]) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var rest = bytes[...]
        while let next = rest.first {
            if rest.starts(with: mark), let which = rest.dropFirst(mark.count).first {
                text += which == zero ? [0] : mark
                rest = rest.dropFirst(mark.count + 1)
            } else {
                text.append(next)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
