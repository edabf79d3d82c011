package import STIX
import Storage

/// What an entry does to its collection (law 2).
package enum EntryKind: Int, Sendable, SQLValue, CaseIterable {
    case place = 1
    case withdraw = 2
    case erase = 3
    case config = 4
}

/// The bytes of an entry that the tree hashes and that everybody in the audience may keep for ever.
///
/// 42 bytes: format (1), kind, date added in microseconds since 1970 (8, big endian), SHA-256(salt ‖ record).
/// It says nothing about the object once salt and record are gone.
package struct Leaf: Sendable, Equatable {
    package static let format: UInt8 = 1
    package static let length = 42

    package let kind: EntryKind
    package let dateAdded: Timestamp
    /// SHA-256 of the salt followed by the record, 32 bytes.
    package let commitment: [UInt8]

    package init(kind: EntryKind, dateAdded: Timestamp, commitment: [UInt8]) {
        self.kind = kind
        self.dateAdded = dateAdded
        self.commitment = commitment
    }

    /// Nil where the bytes are not a leaf of this format.
    package init?(_ bytes: some RandomAccessCollection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == Self.length, bytes[0] == Self.format, let kind = EntryKind(rawValue: Int(bytes[1])) else {
            return nil
        }
        guard let dateAdded = Timestamp(microseconds: bytes[2..<10].reduce(0) { $0 << 8 | Int64($1) }) else {
            return nil
        }
        self.kind = kind
        self.dateAdded = dateAdded
        commitment = Array(bytes[10...])
    }

    package var bytes: [UInt8] {
        Self.bytes(kind: kind.rawValue, microseconds: dateAdded.microseconds, commitment: commitment)
    }

    /// The bytes with these parts, whether or not they make a leaf.
    static func bytes(kind: Int, microseconds: Int64, commitment: [UInt8]) -> [UInt8] {
        var bytes = [UInt8]()
        bytes.reserveCapacity(Self.length)
        bytes.append(Self.format)
        bytes.append(UInt8(truncatingIfNeeded: kind))
        let microseconds = UInt64(bitPattern: microseconds)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: microseconds >> shift)) }
        bytes += commitment
        return bytes
    }
}
