import Foundation

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
        try parse(length: bytes.count) { Array(bytes[$0..<min($0 + $1, bytes.count)]) }
    }

    /// Reads them where they are, piece by piece: nothing is in memory twice, and what follows the last one not at all.
    ///
    /// - Parameter read: gives at most `count` bytes from `offset` on.
    static func parse(length: Int, _ read: (_ offset: Int, _ count: Int) throws -> [UInt8]) throws -> [EntryRecord] {
        var records: [EntryRecord] = []
        var reader = RecordReader()
        var offset = 0
        while records.count <= 256 {
            if let record = try reader.next() {
                records.append(record)
                continue
            }
            let piece = offset < length ? try read(offset, min(64 << 10, length - offset)) : []
            guard !piece.isEmpty else {
                try reader.finish()
                break
            }
            offset += piece.count
            reader.feed(piece)
        }
        return records
    }
}
