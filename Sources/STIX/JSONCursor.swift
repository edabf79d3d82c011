/// Reads JSON tokens strictly (RFC 8259; I-JSON, RFC 7493) from bytes that somebody else owns.
struct JSONCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the readable bytes end.
    let end: Int
    /// The next byte to read.
    var position = 0
    /// The first string character that is NUL or a Unicode noncharacter, which some systems cannot store; or -1.
    var oddCharacter = -1

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        end = bytes.count
    }

    /// Eight bytes as one little-endian word; the caller has checked that they exist.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
                .loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The next byte that is no white space, without reading it.
    @inline(__always)
    mutating func peek() throws(Refusal) -> UInt8 {
        while position < end {
            let byte = bytes[position]
            if byte > 0x20 { return byte }
            if byte == 0x0A {
                // Indentation follows line ends in pretty-printed JSON: leap over it.
                position += 1
                while position + 8 <= end, word(at: position) == 0x2020_2020_2020_2020 { position += 8 }
                continue
            }
            guard byte == 0x20 || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        throw .truncated(at: end)
    }

    /// Reads one of the literals `true`, `false` and `null`, whose first letter has been seen.
    mutating func literal() throws(Refusal) -> JSONKind {
        switch bytes[position] {
        case 0x74:
            try match(0x72, 0x75, 0x65)
            return .true
        case 0x66:
            try match(0x61, 0x6C, 0x73, 0x65)
            return .false
        case 0x6E:
            try match(0x75, 0x6C, 0x6C)
            return .null
        default:
            throw Refusal(code: .invalidJSON, position: position, sentence: "A JSON value was expected here.")
        }
    }

    private mutating func match(_ letters: UInt8...) throws(Refusal) {
        for (index, letter) in letters.enumerated() {
            let place = position + 1 + index
            guard place < end else { throw .truncated(at: end) }
            guard bytes[place] == letter else {
                throw Refusal(
                    code: .invalidJSON, position: position,
                    sentence: "The only words of JSON are true, false and null.")
            }
        }
        position += letters.count + 1
    }
}

/// What sort of JSON value it is.
enum JSONKind: UInt8 {
    case null, `false`, `true`, integer, fraction, string, list, object

    /// The English name with its article, for sentences.
    var name: String {
        switch self {
        case .null: "null"
        case .false, .true: "a boolean"
        case .integer: "an integer"
        case .fraction: "a number"
        case .string: "a string"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
