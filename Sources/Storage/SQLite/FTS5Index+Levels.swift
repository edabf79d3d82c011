/// The levels of the index: how its segments are merged.
///
/// Each gathering of all segments (`merge` with a negative number) puts them on a level behind the last one, and SQLite up to 3.40
/// refuses an index of more than 2,000 levels: after a thousand erasures nothing more could be erased. Later ones stop at 64.
extension FTS5Index {
    /// Levels that hold nothing are worth taking away from here on.
    static let manyLevels = 64
    /// So many that hold nothing are left in a row: segments of very different size don't stand side by side, which would merge
    /// the large one again and again.
    private static let mostInARow = 8

    func hasManyLevels(in session: Session) throws -> Bool {
        try record(in: session).flatMap(Self.levels).map { $0.levels.count > Self.manyLevels } ?? false
    }

    /// - Parameter session: of a connection that has not used the index, so that it has nothing of it in mind.
    func trim(in session: Session) throws {
        guard let record = try record(in: session), let trimmed = Self.trimmed(record), trimmed != record else {
            return
        }
        try session.run("UPDATE \(SQL(text: table))_data SET block = \(trimmed) WHERE id = 10")
    }

    private func record(in session: Session) throws -> [UInt8]? {
        try session.value("SELECT block FROM \(SQL(text: table))_data WHERE id = 10")
    }

    /// A structure record with no more than a few levels in a row that hold nothing; nil where its form is not known here.
    static func trimmed(_ record: [UInt8]) -> [UInt8]? {
        guard let (head, levels, segments, writes) = levels(record) else { return nil }
        var kept: [Level] = []
        var run = 0
        for level in levels {
            run = level.segments == 0 ? run + 1 : 0
            if run <= mostInARow { kept.append(level) }
        }
        return head + varint(UInt64(kept.count)) + varint(UInt64(segments)) + varint(writes) + kept.flatMap(\.bytes)
    }

    /// One level as it stands in the record.
    struct Level: Equatable {
        let segments: Int
        let bytes: [UInt8]
    }

    /// The record as SQLite up to 3.42 writes it (`fts5StructureDecode`): a cookie of four bytes, then varints: levels, segments,
    /// writes, and for each level how many of its segments are being merged, how many there are, and three numbers for each.
    static func levels(_ record: [UInt8]) -> (head: [UInt8], levels: [Level], segments: Int, writes: UInt64)? {
        // Later ones begin with this mark, and need no trimming.
        guard record.count >= 7, !record[4...].starts(with: [0xFF, 0, 0, 1]) else { return nil }
        var place = 4
        func next() -> UInt64? { number(record, &place) }
        guard let count = next(), count <= 10_000, let segments = next(), segments <= 10_000, let writes = next() else {
            return nil
        }
        var levels: [Level] = []
        var left = Int(segments)
        for _ in 0..<count {
            let start = place
            guard let merging = next(), let total = next(), merging <= total, Int(total) <= left else { return nil }
            for _ in 0..<(3 * total) { guard next() != nil else { return nil } }
            left -= Int(total)
            levels.append(Level(segments: Int(total), bytes: Array(record[start..<place])))
        }
        return left == 0 && place == record.count ? (Array(record[..<4]), levels, Int(segments), writes) : nil
    }

    /// A number in SQLite's form: seven bits a byte, the highest first; a ninth byte has eight.
    private static func number(_ bytes: [UInt8], _ place: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard place < bytes.count else { return nil }
            let byte = bytes[place]
            place += 1
            if index == 8 { return value << 8 | UInt64(byte) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return value }
        }
        return value
    }

    /// For numbers of up to 56 bits, as all of these are.
    private static func varint(_ value: UInt64) -> [UInt8] {
        var bytes = [UInt8(value & 0x7F)]
        var rest = value >> 7
        while rest > 0 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes.reversed()
    }
}
