/// Finds names by their bytes, without making strings: open addressing over a fixed list.
///
/// What it points to is written once, by `init`, and never afterwards: hence `@unchecked Sendable`. Plain memory instead of
/// arrays spares the reference counting of every look-up.
final class NameTable: @unchecked Sendable {
    let names: [String]
    private let slots: UnsafeMutableBufferPointer<Slot>
    private let text: UnsafeMutableBufferPointer<UInt8>
    private let shift: UInt64

    private struct Slot {
        var fingerprint: UInt64 = 0
        var index: Int32 = -1
        var start: Int32 = 0
        var count: Int32 = 0
    }

    /// A table of different names.
    init(_ names: [String]) {
        self.names = names
        var bits: UInt64 = 4
        while 1 << bits < names.count * 4 { bits += 1 }
        shift = 64 - bits
        slots = .allocate(capacity: 1 << Int(bits))
        slots.initialize(repeating: Slot())
        let bytes = names.flatMap { Array($0.utf8) }
        text = .allocate(capacity: max(1, bytes.count))
        _ = text.initialize(from: bytes)
        var start = 0
        for (index, name) in names.enumerated() {
            let count = name.utf8.count
            let part = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(text)[start..<(start + count)])
            let fingerprint = NameTable.fingerprint(of: part)
            var slot = place(fingerprint)
            while slots[slot].index >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Slot(
                fingerprint: fingerprint, index: Int32(index), start: Int32(start), count: Int32(count))
            start += count
        }
    }

    deinit {
        slots.deallocate()
        text.deallocate()
    }

    @inline(__always)
    private func place(_ fingerprint: UInt64) -> Int { Int((fingerprint &* NameTable.spread) >> shift) }

    private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Where the name stands in `names`, or -1.
    @inline(__always)
    func index(of name: UnsafeBufferPointer<UInt8>, fingerprint: UInt64) -> Int {
        var slot = place(fingerprint)
        while slots[slot].index >= 0 {
            let candidate = slots[slot]
            if candidate.fingerprint == fingerprint, Int(candidate.count) == name.count {
                let start = Int(candidate.start)
                let part = UnsafeBufferPointer(start: text.baseAddress.unsafelyUnwrapped + start, count: name.count)
                if sameBytes(part, name) { return Int(candidate.index) }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return -1
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
