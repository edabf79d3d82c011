/// Unpacks what is packed as gzip (RFC 1952), zlib (RFC 1950) or bare deflate (RFC 1951), a bounded piece at a time.
///
/// Whatever the bytes, it holds a window of 32 KiB, a piece and what it was fed, and it ends or throws.
package struct Inflater: Sendable {
    package enum Form: Sendable {
        case gzip
        /// HTTP's `deflate`, which is zlib, and bare deflate to some (RFC 9110 §8.4.1.2).
        case deflate
    }

    /// Why the bytes can't be unpacked.
    package struct Malformed: Error, Equatable {
        package let sentence: String
    }

    private enum State {
        case start
        case block
        case stored(left: Int)
        case lengths(DynamicCodes)
        case codes(DeflateCode, DeflateCode)
        case trailer
        /// A stream has ended; of gzip, another may follow.
        case between
    }

    private let form: Form
    private var wrapping = Wrapping.none
    private var state = State.start
    private var bits: DeflateBits
    private var isLast = false
    private var out: [UInt8] = []
    private var window: [UInt8] = Array(repeating: 0, count: 1 << 15)
    private var written = 0
    private var check: Checksum
    private var fed = 0
    private var produced = 0

    private enum Wrapping { case gzip, zlib, none }

    /// A piece has at least so many bytes while there are more, and at most 258 beyond them.
    private static let piece = 64 << 10
    /// What honest text is packed by stays far below; beyond, it is there to fill somebody's memory.
    private static let mostRatio = 256
    /// From so many bytes on the ratio counts.
    private static let free = 1 << 20
    private static let longestHeader = 64 << 10

    package init(_ form: Form) {
        self.form = form
        bits = DeflateBits()
        check = Checksum()
    }

    package mutating func feed(_ bytes: [UInt8]) {
        fed += bytes.count
        bits.feed(bytes)
    }

    /// The next piece; nil where more must be fed.
    ///
    /// - Throws: `Malformed`.
    package mutating func next() throws -> [UInt8]? {
        out.removeAll(keepingCapacity: true)
        while out.count < Self.piece, try step() {}
        produced += out.count
        guard produced <= Self.free || produced / Self.mostRatio <= fed else {
            throw Malformed(sentence: "it is packed more than \(Self.mostRatio) times smaller than it is")
        }
        // What is at hand is checked before the trailer may come; `step` has done so where it came already.
        check.add(out[check.seen...], wrapping == .gzip)
        check.seen = 0
        return out.isEmpty ? nil : out
    }

    /// - Throws: `Malformed` where it is cut off.
    package func finish() throws {
        switch state {
        case .between: return
        case .start where fed == 0: return
        default: throw Malformed(sentence: "what is packed is cut off")
        }
    }

    /// False where more must be fed.
    private mutating func step() throws -> Bool {
        switch state {
        case .start: return try begin()
        case .block: return try beginBlock()
        case .stored(let left): return copyStored(left)
        case .lengths(var codes):
            guard try codes.read(&bits) else {
                state = .lengths(codes)
                return false
            }
            let (literals, distances) = try codes.codes()
            state = .codes(literals, distances)
            return true
        case .codes(let literals, let distances): return try expand(literals, distances)
        case .trailer: return try endStream()
        case .between: return try beginAnother()
        }
    }

    private mutating func begin() throws -> Bool {
        switch form {
        case .gzip:
            wrapping = .gzip
            guard let length = try gzipHeader() else {
                guard bits.atHand <= Self.longestHeader else { throw Malformed(sentence: "its gzip header has no end") }
                return false
            }
            bits.skip(length)
        case .deflate:
            guard let first = bits.byte(0), let second = bits.byte(1) else { return false }
            // RFC 1950 §2.2: the method, and a check of both bytes; no dictionary is known here.
            let isZlib = first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0 && second & 0x20 == 0
            wrapping = isZlib ? .zlib : .none
            if isZlib { bits.skip(2) }
        }
        check = Checksum()
        check.seen = out.count
        written = 0
        isLast = false
        state = .block
        return true
    }

    /// How long the header of a gzip member is (RFC 1952 §2.3); nil where more is needed.
    private func gzipHeader() throws -> Int? {
        guard let first = bits.byte(0), let second = bits.byte(1), let method = bits.byte(2), let flags = bits.byte(3)
        else { return nil }
        guard first == 0x1F, second == 0x8B, method == 8, flags & 0xE0 == 0 else {
            throw Malformed(sentence: "it says that it is packed as gzip, and is not")
        }
        var length = 10
        if flags & 0x04 != 0 {
            guard let low = bits.byte(length), let high = bits.byte(length + 1) else { return nil }
            length += 2 + Int(high) << 8 + Int(low)
        }
        // A name and a comment, each to a zero byte.
        for flag in [0x08, 0x10] as [UInt8] where flags & flag != 0 {
            while let byte = bits.byte(length), byte != 0 { length += 1 }
            guard bits.byte(length) != nil else { return nil }
            length += 1
        }
        if flags & 0x02 != 0 { length += 2 }
        return bits.atHand >= length ? length : nil
    }

    private mutating func beginBlock() throws -> Bool {
        if isLast {
            bits.align()
            state = .trailer
            return true
        }
        guard let head = bits.peek(3) else { return false }
        switch head >> 1 {
        case 0:
            // Three bits, then to the border of a byte, then a length and its complement (RFC 1951 §3.2.4).
            var ahead = bits
            ahead.drop(3)
            ahead.align()
            guard let length = ahead.take(16), let complement = ahead.take(16) else { return false }
            guard length == ~complement & 0xFFFF else { throw Malformed(sentence: "a block of it has no length") }
            bits = ahead
            state = .stored(left: Int(length))
        case 1:
            bits.drop(3)
            state = .codes(DeflateCode.fixedLiterals, DeflateCode.fixedDistances)
        case 2:
            bits.drop(3)
            state = .lengths(DynamicCodes())
        default: throw Malformed(sentence: "a block of it is of no known kind")
        }
        isLast = head & 1 == 1
        return true
    }

    private mutating func copyStored(_ length: Int) -> Bool {
        var left = length
        while left > 0, out.count < Self.piece {
            guard let byte = bits.take(8) else {
                state = .stored(left: left)
                return false
            }
            put(UInt8(truncatingIfNeeded: byte))
            left -= 1
        }
        state = left > 0 ? .stored(left: left) : .block
        return true
    }

    private mutating func put(_ byte: UInt8) {
        out.append(byte)
        window[written & 0x7FFF] = byte
        written += 1
    }

    /// Literals and copies until the piece is full, the block ends, or more must be fed (false).
    private mutating func expand(_ literals: DeflateCode, _ distances: DeflateCode) throws -> Bool {
        while out.count < Self.piece {
            // A symbol is read whole or not at all.
            let before = bits.mark
            guard let symbol = try literals.read(&bits) else {
                bits.mark = before
                return false
            }
            if symbol < 256 {
                put(UInt8(symbol))
                continue
            }
            if symbol == 256 {
                state = .block
                return true
            }
            guard symbol < 286 else { throw Malformed(sentence: "a length in it is none") }
            guard let length = bits.extended(DeflateTables.lengths[symbol - 257]),
                let index = try distances.read(&bits)
            else {
                bits.mark = before
                return false
            }
            guard index < 30 else { throw Malformed(sentence: "a distance in it is none") }
            guard let distance = bits.extended(DeflateTables.distances[index]) else {
                bits.mark = before
                return false
            }
            guard distance <= min(written, 1 << 15) else {
                throw Malformed(sentence: "it refers to what was before its beginning")
            }
            for _ in 0..<length { put(window[(written - distance) & 0x7FFF]) }
        }
        return true
    }

    private mutating func endStream() throws -> Bool {
        guard wrapping != .none else {
            state = .between
            return true
        }
        let size = wrapping == .gzip ? 8 : 4
        let bytes = (0..<size).compactMap { bits.byte($0) }
        guard bytes.count == size else { return false }
        check.add(out[check.seen...], wrapping == .gzip)
        check.seen = out.count
        let isRight: Bool
        if wrapping == .gzip {
            let little = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            isRight = little == UInt64(check.crc) | UInt64(UInt32(truncatingIfNeeded: written)) << 32
        } else {
            isRight = bytes.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } == check.adler
        }
        guard isRight else {
            throw Malformed(sentence: "what is packed was changed on the way: its checksum is another")
        }
        bits.skip(size)
        state = .between
        return true
    }

    /// RFC 1952 §2.2: members follow each other; anything else is no part of it.
    private mutating func beginAnother() throws -> Bool {
        guard bits.atHand > 0 else { return false }
        guard wrapping == .gzip else { throw Malformed(sentence: "something follows what is packed") }
        state = .start
        return true
    }
}

/// Both checksums at once: which one counts is known by how the stream is wrapped.
private struct Checksum: Sendable {
    private(set) var crc: UInt32 = 0
    private var low: UInt32 = 1
    private var high: UInt32 = 0
    /// How much of the piece that is made now has been added.
    var seen = 0

    var adler: UInt32 { high << 16 | low }

    mutating func add(_ bytes: ArraySlice<UInt8>, _ isCRC: Bool) {
        if isCRC {
            var sum = ~crc
            for byte in bytes { sum = DeflateTables.crc[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
            crc = ~sum
        } else {
            for byte in bytes {
                low = (low + UInt32(byte)) % 65_521
                high = (high + low) % 65_521
            }
        }
    }
}
