/// A bundle's bytes: for each entry a big-endian `uint16` length, then the entry (C2SP tlog-tiles, "Log entries").
extension EntryBundle {
    /// Writes exactly ``width`` entries.
    ///
    /// - Throws: `EntryBundleError.wrongCount`, `EntryBundleError.entryTooLong`.
    public func encode(_ entries: [[UInt8]]) throws(EntryBundleError) -> [UInt8] {
        guard entries.count == width else { throw .wrongCount(expected: width, found: entries.count) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for (number, entry) in entries.enumerated() {
            guard let length = UInt16(exactly: entry.count) else {
                throw .entryTooLong(number: number, length: entry.count)
            }
            bytes.append(UInt8(length >> 8))
            bytes.append(UInt8(length & 0xff))
            bytes += entry
        }
        return bytes
    }

    /// Reads exactly ``width`` entries, at most 16 MB.
    ///
    /// - Throws: `EntryBundleError.truncated` if the bytes end within an entry, `wrongCount` if they end before the
    ///   last entry or go on after it.
    public func decode(_ bytes: some Collection<UInt8>) throws(EntryBundleError) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        entries.reserveCapacity(width)
        var rest = bytes[...]
        while !rest.isEmpty {
            guard entries.count < width else { throw .wrongCount(expected: width, found: entries.count + 1) }
            guard let high = rest.popFirst(), let low = rest.popFirst() else {
                throw .truncated(number: entries.count)
            }
            let length = Int(high) << 8 | Int(low)
            let entry = Array(rest.prefix(length))
            guard entry.count == length else { throw .truncated(number: entries.count) }
            entries.append(entry)
            rest = rest.dropFirst(length)
        }
        guard entries.count == width else { throw .wrongCount(expected: width, found: entries.count) }
        return entries
    }
}

/// Why entries do not make a bundle, or bytes do not.
public enum EntryBundleError: Error, Equatable {
    /// More or fewer entries than the bundle's width; of too many, only one is counted.
    case wrongCount(expected: Int, found: Int)
    /// An entry longer than 65,535 bytes; entries are numbered from 0.
    case entryTooLong(number: Int, length: Int)
    /// The bytes end within this entry.
    case truncated(number: Int)
}

extension EntryBundleError: CustomStringConvertible {
    /// One sentence for people.
    public var description: String {
        switch self {
        case .wrongCount(let expected, let found): "the bundle must hold \(expected) entries, \(found) found"
        case .entryTooLong(let number, let length): "entry \(number) of the bundle has \(length) bytes, 65535 at most"
        case .truncated(let number): "the bundle ends within entry \(number)"
        }
    }
}
