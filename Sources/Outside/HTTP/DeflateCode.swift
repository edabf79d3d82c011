/// Bits of a deflate stream, least significant first (RFC 1951 §3.1.1).
struct DeflateBits: Sendable {
    private var input: [UInt8] = []
    private var position = 0
    private var held: UInt64 = 0
    private var count = 0

    /// Where the reading is, to come back to while nothing more is fed.
    var mark: (position: Int, held: UInt64, count: Int) {
        get { (position, held, count) }
        set { (position, held, count) = newValue }
    }

    mutating func feed(_ bytes: [UInt8]) {
        // Bytes of which some bits are held stay, so that they can be given back.
        let done = max(0, position - 8)
        input.removeSubrange(..<done)
        position -= done
        input += bytes
    }

    /// Whole bytes that have not been read.
    var atHand: Int { input.count - position + count / 8 }

    /// A byte ahead, counted from the next; only at the border of a byte.
    func byte(_ offset: Int) -> UInt8? {
        let index = position - count / 8 + offset
        return index < input.count ? input[index] : nil
    }

    /// Passes whole bytes, at the border of a byte.
    mutating func skip(_ bytes: Int) {
        align()
        position = min(position + bytes, input.count)
    }

    /// To the border of the next byte; what was taken beyond is given back.
    mutating func align() {
        position -= count / 8
        (held, count) = (0, 0)
    }

    /// As many of so many bits as there are, and no less where there are enough.
    private mutating func fill(_ wanted: Int) {
        while count < wanted, position < input.count {
            held |= UInt64(input[position]) << UInt64(count)
            position += 1
            count += 8
        }
    }

    mutating func peek(_ wanted: Int) -> UInt64? {
        fill(wanted)
        return count >= wanted ? held & ((1 << UInt64(wanted)) - 1) : nil
    }

    mutating func drop(_ bits: Int) {
        held >>= UInt64(bits)
        count -= bits
    }

    mutating func take(_ wanted: Int) -> UInt64? {
        guard let value = peek(wanted) else { return nil }
        drop(wanted)
        return value
    }

    /// A base and what the bits behind it add.
    mutating func extended(_ code: (base: Int, bits: Int)) -> Int? {
        guard code.bits > 0 else { return code.base }
        return take(code.bits).map { code.base + Int($0) }
    }

    /// Looks at up to so many bits, with zeros for those that have not come.
    fileprivate mutating func look(_ wanted: Int) -> (value: Int, known: Int) {
        fill(wanted)
        return (Int(truncatingIfNeeded: held) & ((1 << wanted) - 1), count)
    }
}

/// A prefix code, as a table of all that its longest code may look like (RFC 1951 §3.2.2).
struct DeflateCode: Sendable {
    /// For each pattern of bits, the symbol shifted by four, and the length of its code; 0 where there is none.
    private let entries: [UInt16]
    private let longest: Int

    /// - Parameter lengths: of the code of each symbol, at most 15; 0 for none.
    /// - Throws: `Malformed` where no code has these lengths.
    init(_ lengths: some Collection<UInt8>) throws {
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths { counts[Int(length & 15)] += 1 }
        counts[0] = 0
        longest = counts.lastIndex { $0 > 0 } ?? 0
        var left = 1
        for length in 1...15 {
            left = left << 1 - counts[length]
            guard left >= 0 else { throw Inflater.Malformed(sentence: "a code of it is impossible") }
        }
        // Only a single code may leave some patterns without a meaning; it is one bit long.
        guard left == 0 || longest <= 1 else { throw Inflater.Malformed(sentence: "a code of it is not whole") }
        var next = [Int](repeating: 0, count: 17)
        for length in 1...15 { next[length + 1] = (next[length] + counts[length]) << 1 }
        var entries = [UInt16](repeating: 0, count: 1 << longest)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length & 15)
            let code = next[length]
            next[length] += 1
            var reversed = 0
            for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
            for pattern in stride(from: reversed, to: entries.count, by: 1 << length) {
                entries[pattern] = UInt16(symbol << 4 | length)
            }
        }
        self.entries = entries
    }

    /// The next symbol; nil where more must be fed, and some bits may have been taken.
    func read(_ bits: inout DeflateBits) throws -> Int? {
        let (value, known) = bits.look(longest)
        let entry = entries[value]
        let length = Int(entry & 15)
        guard length > 0 else {
            guard known < longest else { throw Inflater.Malformed(sentence: "a code in it stands for nothing") }
            return nil
        }
        guard length <= known else { return nil }
        bits.drop(length)
        return Int(entry >> 4)
    }

    /// RFC 1951 §3.2.6.
    static let fixedLiterals = fixed(
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
            + [UInt8](repeating: 8, count: 8))
    static let fixedDistances = fixed([UInt8](repeating: 5, count: 32))

    private static func fixed(_ lengths: [UInt8]) -> DeflateCode {
        guard let code = try? DeflateCode(lengths) else { preconditionFailure("the fixed codes are whole") }
        return code
    }
}

/// The two codes of a block that states its own (RFC 1951 §3.2.7), as far as they have been read.
struct DynamicCodes: Sendable {
    private var counts: (literals: Int, distances: Int, lengths: Int)?
    private var lengthLengths: [UInt8] = []
    private var lengthCode: DeflateCode?
    private var lengths: [UInt8] = []

    /// In which order the lengths of the code of lengths stand.
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    /// False where more must be fed.
    mutating func read(_ bits: inout DeflateBits) throws -> Bool {
        if counts == nil {
            guard let head = bits.take(14) else { return false }
            let (literals, distances) = (Int(head & 31) + 257, Int(head >> 5 & 31) + 1)
            guard literals <= 286, distances <= 30 else {
                throw Inflater.Malformed(sentence: "a block of it has too many codes")
            }
            counts = (literals, distances, Int(head >> 10) + 4)
        }
        guard let counts else { return false }
        while lengthLengths.count < counts.lengths {
            guard let length = bits.take(3) else { return false }
            lengthLengths.append(UInt8(length))
        }
        if lengthCode == nil {
            var sorted = [UInt8](repeating: 0, count: 19)
            for (place, length) in zip(Self.order, lengthLengths) { sorted[place] = length }
            lengthCode = try DeflateCode(sorted)
        }
        guard let lengthCode else { return false }
        let wanted = counts.literals + counts.distances
        while lengths.count < wanted {
            let before = bits.mark
            guard let symbol = try lengthCode.read(&bits) else {
                bits.mark = before
                return false
            }
            if symbol < 16 {
                lengths.append(UInt8(symbol))
                continue
            }
            let (base, extra) = [(3, 2), (3, 3), (11, 7)][symbol - 16]
            guard let more = bits.take(extra) else {
                bits.mark = before
                return false
            }
            let repeated: UInt8
            if symbol == 16 {
                guard let last = lengths.last else {
                    throw Inflater.Malformed(sentence: "a block of it repeats what was not there")
                }
                repeated = last
            } else {
                repeated = 0
            }
            let count = base + Int(more)
            guard lengths.count + count <= wanted else {
                throw Inflater.Malformed(sentence: "a block of it has too many codes")
            }
            lengths += [UInt8](repeating: repeated, count: count)
        }
        return true
    }

    /// Those of literals and lengths, and of distances.
    func codes() throws -> (DeflateCode, DeflateCode) {
        let literals = counts?.literals ?? 0
        guard lengths.count > 256, lengths[256] > 0 else {
            throw Inflater.Malformed(sentence: "a block of it has no end")
        }
        return (try DeflateCode(lengths[..<literals]), try DeflateCode(lengths[literals...]))
    }
}

enum DeflateTables {
    /// RFC 1951 §3.2.5: the shortest length of each code from 257 on, and how many bits are added.
    static let lengths: [(base: Int, bits: Int)] = [
        (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1), (17, 1), (19, 2),
        (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4), (83, 4), (99, 4), (115, 4), (131, 5),
        (163, 5), (195, 5), (227, 5), (258, 0),
    ]
    static let distances: [(base: Int, bits: Int)] = [
        (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4), (49, 4), (65, 5),
        (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8), (1_025, 9), (1_537, 9), (2_049, 10),
        (3_073, 10), (4_097, 11), (6_145, 11), (8_193, 12), (12_289, 12), (16_385, 13), (24_577, 13),
    ]
    /// RFC 1952 §8.
    static let crc: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
}
