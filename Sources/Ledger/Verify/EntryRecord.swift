import Foundation
import STIX

/// The secret half of one entry, as it is handed to those who may read it.
package struct EntryRecord: Sendable, Equatable {
    /// Salt and record bytes; nil where they were erased.
    package var opening: Opening?
    /// The exact bytes that were placed; nil for entries that place nothing, and for what was withdrawn or erased.
    package var body: [UInt8]?

    package struct Opening: Sendable, Equatable {
        /// 32 random bytes.
        package let salt: [UInt8]
        /// RFC 8785 JSON.
        package let record: [UInt8]
    }

    /// Longer lines are refused: a record holds no more than a title, a description and a reason.
    static let longestLine = 1 << 20

    /// A line of JSON with the length of the body, the record and the salt in base64, then the body and a line feed.
    ///
    /// `{}` alone stands for an erased entry.
    package func append(to bytes: inout [UInt8]) {
        guard let opening else {
            bytes += Array("{}\n".utf8)
            return
        }
        bytes += Array(#"{"body":\#(body.map { String($0.count) } ?? "null"),"record":"#.utf8)
        bytes += opening.record
        bytes += Array(#","salt":"\#(Data(opening.salt).base64EncodedString())"}"#.utf8)
        bytes.append(UInt8(ascii: "\n"))
        if let body {
            bytes += body
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Reads the records of one bundle, and one more where there are too many.
    ///
    /// - Throws: `LedgerError.badExport` with the number of the record that can't be read.
    package static func parse(_ bytes: [UInt8]) throws -> [EntryRecord] {
        var records: [EntryRecord] = []
        var rest = bytes[...]
        while !rest.isEmpty, records.count <= 256 {
            func bad(_ what: String) -> LedgerError {
                LedgerError(.badExport, "record \(records.count) of its bundle \(what)")
            }
            guard let end = rest.prefix(longestLine).firstIndex(of: UInt8(ascii: "\n")) else { throw bad("has no end") }
            guard let line = try? JSON.parse(Array(rest[..<end])) else { throw bad("is not JSON") }
            rest = rest[(end + 1)...]
            guard let record = line["record"], let salt = line["salt"]?.string.flatMap({ Data(base64Encoded: $0) })
            else {
                records.append(EntryRecord(opening: nil, body: nil))
                continue
            }
            var body: [UInt8]?
            if let text = line["body"]?.number?.text {
                guard let length = Int(text), length >= 0, rest.count > length else {
                    throw bad("is cut off in its body")
                }
                body = Array(rest.prefix(length))
                rest = rest.dropFirst(length + 1)
            }
            records.append(
                EntryRecord(opening: Opening(salt: Array(salt), record: try record.canonical()), body: body))
        }
        return records
    }
}
