/// Finds names by their bytes, without making strings: open addressing over a fixed list.
struct NameTable: Sendable {
    let names: [String]
    private let bytes: [[UInt8]]
    private let slots: [Int16]
    private let shift: UInt64

    /// A table of different names.
    init(_ names: [String]) {
        self.names = names
        bytes = names.map { Array($0.utf8) }
        var bits: UInt64 = 4
        while 1 << bits < names.count * 4 { bits += 1 }
        let shift = 64 - bits
        self.shift = shift
        var slots = [Int16](repeating: -1, count: 1 << Int(bits))
        for (index, name) in bytes.enumerated() {
            let fingerprint = name.withUnsafeBufferPointer { NameTable.fingerprint(of: $0) }
            var slot = Int((fingerprint &* NameTable.spread) >> shift)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int16(index)
        }
        self.slots = slots
    }

    private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Where the name stands in `names`, or -1.
    @inline(__always)
    func index(of name: UnsafeBufferPointer<UInt8>, fingerprint: UInt64) -> Int {
        var slot = Int((fingerprint &* NameTable.spread) >> shift)
        while true {
            let candidate = Int(slots[slot])
            if candidate < 0 { return -1 }
            if bytes[candidate].count == name.count,
                bytes[candidate].withUnsafeBufferPointer({ sameBytes($0, name) })
            {
                return candidate
            }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    func index(of name: UnsafeBufferPointer<UInt8>) -> Int {
        index(of: name, fingerprint: NameTable.fingerprint(of: name))
    }

    /// The first and last eight bytes and the length, mixed: the same for equal names, seldom for others.
    @inline(__always)
    static func fingerprint(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = name.baseAddress, name.count > 0 else { return 0 }
        let raw = UnsafeRawPointer(base)
        let count = name.count
        if count >= 8 {
            let head = raw.loadUnaligned(as: UInt64.self)
            let tail = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return (head &+ (tail << 23 | tail >> 41)) ^ UInt64(count) &* 0xFF51_AFD7_ED55_8CCD
        }
        var word: UInt64 = 0
        for index in 0..<count { word = word << 8 | UInt64(base[index]) }
        return word ^ UInt64(count) &* 0xFF51_AFD7_ED55_8CCD
    }
}

/// Whether two runs of bytes are equal.
@inline(__always)
func sameBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var index = 0
    let count = left.count
    guard let one = UnsafeRawPointer(left.baseAddress), let other = UnsafeRawPointer(right.baseAddress) else {
        return count == 0
    }
    while index + 8 <= count {
        if one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            != other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        {
            return false
        }
        index += 8
    }
    while index < count {
        if left[index] != right[index] { return false }
        index += 1
    }
    return true
}
