/// Finds where a JSON value that begins with a bracket ends, in chunks, looking only at brackets and strings.
///
/// It does not judge: broken JSON ends where its brackets balance, and the reader refuses it afterwards.
struct Splitter: Sendable {
    /// Where a chunk made the splitter stop.
    enum Stop {
        /// The value ended before this index.
        case end(Int)
        /// The list of objects of a container begins at this index.
        case container(Int)
    }

    private enum Expectation {
        case nothing, colon, list
    }

    private var depth: Int
    private var isInString = false
    private var isEscaped = false
    /// Whether the value is a string and not bracketed.
    private var isAloneString = false
    private let findsContainers: Bool
    private var expectation = Expectation.nothing
    /// The last string at depth 1, as written, while it is short enough to be `objects`.
    private var lastString: [UInt8] = []
    /// Written all in escapes `objects` has 42 bytes.
    private static let longestName = 42

    /// A splitter for a value whose first bracket comes next, or which was entered to this depth.
    init(depth: Int = 0, findsContainers: Bool) {
        self.depth = depth
        self.findsContainers = findsContainers
    }

    /// A splitter for a string, whose first quotation mark comes next; it ends with the string.
    static var string: Splitter {
        var splitter = Splitter(findsContainers: false)
        splitter.isAloneString = true
        return splitter
    }

    /// Reads on from this index; nil when the chunk ends first.
    mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Stop? {
        var index = first
        while index < bytes.count {
            if isInString {
                index = advanceInString(bytes, from: index)
                if isAloneString, !isInString { return .end(index) }
                continue
            }
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x0A, 0x0D, 0x09: break
            case 0x22:
                isInString = true
                expectation = .nothing
                lastString.removeAll(keepingCapacity: true)
            case 0x7B, 0x5B:
                if byte == 0x5B, expectation == .list { return .container(index) }
                expectation = .nothing
                depth += 1
            case 0x7D, 0x5D:
                depth -= 1
                if depth <= 0 { return .end(index + 1) }
            case 0x3A: expectation = expectation == .colon ? .list : .nothing
            default: expectation = .nothing
            }
            index += 1
        }
        return nil
    }

    private mutating func advanceInString(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
        var index = first
        let isKept = findsContainers && depth == 1
        while index < bytes.count {
            if !isEscaped, !isKept {
                while index + 8 <= bytes.count {
                    let word = UInt64(
                        littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
                            .loadUnaligned(fromByteOffset: index, as: UInt64.self))
                    let marks = Splitter.quotesAndBackslashes(in: word)
                    guard marks == 0 else {
                        index += marks.trailingZeroBitCount >> 3
                        break
                    }
                    index += 8
                }
                guard index < bytes.count else { return index }
            }
            let byte = bytes[index]
            index += 1
            if isEscaped {
                isEscaped = false
            } else if byte == 0x22 {
                isInString = false
                if isKept, lastStringIsObjects { expectation = .colon }
                return index
            } else if byte == 0x5C {
                isEscaped = true
            }
            if isKept, lastString.count <= Splitter.longestName { lastString.append(byte) }
        }
        return index
    }

    /// A mark in the highest bit of each byte that is `"` or `\`; the lowest mark is exact.
    private static func quotesAndBackslashes(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & (ones &* 0x80)
    }

    private var lastStringIsObjects: Bool {
        if lastString.elementsEqual("objects".utf8) { return true }
        guard lastString.count <= Splitter.longestName, lastString.contains(0x5C) else { return false }
        return (try? JSON.parse([0x22] + lastString + [0x22]))?.string == "objects"
    }
}
