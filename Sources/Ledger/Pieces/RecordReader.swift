import Foundation
import STIX

/// Reads the records of a bundle as their bytes come, and holds no more than one of them.
package struct RecordReader: Sendable {
    private var input: [UInt8] = []
    private var position = 0
    private var count = 0
    /// What was read of a record whose body has not come whole.
    private var pending: (opening: EntryRecord.Opening, length: Int)?

    /// Longer lines are refused: a record holds no more than a title, a description and a reason.
    static let longestLine = 256 << 10
    /// Nor has any record many parts.
    private static let limits = ScanLimits(depth: 16, objectBytes: longestLine, properties: 1_000, values: 10_000)
    /// No object is longer, so no body is.
    private static let longestBody = ScanLimits.standard.objectBytes

    package init() {}

    package mutating func feed(_ bytes: [UInt8]) {
        input.removeSubrange(..<position)
        position = 0
        input += bytes
    }

    /// The next record; nil where more bytes are needed.
    ///
    /// - Throws: `LedgerError.badExport` with the number of the record that can't be read.
    package mutating func next() throws -> EntryRecord? {
        if pending == nil {
            let rest = input[position...]
            guard let end = rest.prefix(Self.longestLine).firstIndex(of: UInt8(ascii: "\n")) else {
                guard rest.count < Self.longestLine else { throw bad("has no end") }
                return nil
            }
            guard let line = try? JSON.parse(Array(rest[..<end]), limits: Self.limits) else { throw bad("is not JSON") }
            position = end + 1
            guard let record = line["record"], let salt = line["salt"]?.string.flatMap({ Data(base64Encoded: $0) })
            else { return made(EntryRecord(opening: nil, body: nil)) }
            let opening = EntryRecord.Opening(salt: Array(salt), record: try record.canonical())
            guard let text = line["body"]?.number?.text else { return made(EntryRecord(opening: opening, body: nil)) }
            guard let length = Int(text), length >= 0 else { throw bad("has no length of its body") }
            guard length <= Self.longestBody else {
                throw bad("has a body of \(length) bytes; no object has more than \(Self.longestBody)")
            }
            pending = (opening, length)
        }
        // A line feed follows the body.
        guard let (opening, length) = pending, input.count - position > length else { return nil }
        let body = Array(input[position..<position + length])
        position += length + 1
        pending = nil
        return made(EntryRecord(opening: opening, body: body))
    }

    /// - Throws: `LedgerError.badExport` where the last record is cut off.
    package func finish() throws {
        if pending != nil { throw bad("is cut off in its body") }
        if position < input.count { throw bad("has no end") }
    }

    private mutating func made(_ record: EntryRecord) -> EntryRecord {
        count += 1
        return record
    }

    private func bad(_ what: String) -> LedgerError { LedgerError(.badExport, "record \(count) of its bundle \(what)") }
}
