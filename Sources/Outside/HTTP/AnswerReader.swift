/// Reads the answer of another server (RFC 9112 §2) piece by piece and believes nothing: whatever the bytes, an event or an error.
///
/// It knows what is needed of a client that asks for one thing at a time: no upgrade, no coding of a transfer but chunks.
struct AnswerReader: Sendable {
    enum Event: Sendable {
        case head(Head)
        /// What follows the head, without the marks of chunks; never empty.
        case body([UInt8])
        /// The answer is whole.
        case end
    }

    struct Head: Sendable {
        /// 200 to 599.
        let status: Int
        /// Names and values in their order.
        let fields: [(name: String, value: String)]
    }

    /// Why the bytes are no answer.
    struct Malformed: Error, Equatable {
        let sentence: String
    }

    private enum State {
        case statusLine
        case fields
        case fixed(left: Int)
        case chunkSize
        case chunk(left: Int)
        case chunkEnd
        case trailers
        case untilClose
        case ended
    }

    private var state = State.statusLine
    private var input: [UInt8] = []
    private var position = 0
    /// How far a line feed was looked for.
    private var searched = 0
    private var isHTTP11 = true
    private var status = 0
    private var fields: [(name: String, value: String)] = []
    /// Bytes of heads and trailers so far, those of interim answers included.
    private var headBytes = 0
    private var mayStayOpen = true

    /// Of heads, interim answers and trailers together.
    static let mostHead = 64 << 10
    private static let mostFields = 256
    private static let longestChunkLine = 1_024

    /// Whether any byte of an answer has come.
    private(set) var hasBegun = false

    /// Whether the connection can take another request: the answer had an end of its own, and nothing follows it.
    var isReusable: Bool {
        guard case .ended = state else { return false }
        return mayStayOpen && position == input.count
    }

    mutating func feed(_ bytes: [UInt8]) {
        hasBegun = hasBegun || !bytes.isEmpty
        let done = position
        if position == input.count {
            input = bytes
        } else {
            input.removeSubrange(..<position)
            input += bytes
        }
        position = 0
        searched = max(0, searched - done)
    }

    /// What comes next; nil where more bytes are needed.
    ///
    /// - Throws: `Malformed`.
    mutating func next() throws -> Event? {
        while true {
            switch state {
            case .statusLine:
                guard let line = try line(most: Self.mostHead) else { return nil }
                try begin(line)
                state = .fields
            case .fields:
                guard let line = try line(most: Self.mostHead) else { return nil }
                if !line.isEmpty {
                    try add(line)
                } else if let head = try head() {
                    return .head(head)
                }
            case .fixed(let left):
                guard left > 0 else { return end() }
                guard let piece = piece(most: left) else { return nil }
                state = .fixed(left: left - piece.count)
                return .body(piece)
            case .chunkSize:
                guard let line = try line(most: Self.longestChunkLine) else { return nil }
                let size = try Self.chunkSize(line)
                state = size == 0 ? .trailers : .chunk(left: size)
            case .chunk(let left):
                guard let piece = piece(most: left) else { return nil }
                state = left == piece.count ? .chunkEnd : .chunk(left: left - piece.count)
                return .body(piece)
            case .chunkEnd:
                guard let line = try line(most: Self.longestChunkLine) else { return nil }
                guard line.isEmpty else { throw Malformed(sentence: "a chunk does not end where it says") }
                state = .chunkSize
            case .trailers:
                // Nothing is read from them.
                guard let line = try line(most: Self.mostHead) else { return nil }
                if line.isEmpty { return end() }
            case .untilClose:
                guard let piece = piece(most: .max) else { return nil }
                return .body(piece)
            case .ended: return nil
            }
        }
    }

    /// The other end has closed: true where the answer ends with that.
    mutating func close() -> Bool {
        switch state {
        case .untilClose:
            state = .ended
            mayStayOpen = false
            return true
        case .ended: return true
        default: return false
        }
    }

    private mutating func end() -> Event {
        state = .ended
        return .end
    }

    private mutating func piece(most: Int) -> [UInt8]? {
        guard position < input.count else { return nil }
        let piece = Array(input[position...].prefix(most))
        position += piece.count
        return piece
    }

    /// The next line without its end; a lone line feed ends one too (RFC 9112 §2.2).
    private mutating func line(most: Int) throws -> ArraySlice<UInt8>? {
        let rest = input[position...]
        let isHead: Bool =
            switch state {
            case .statusLine, .fields, .trailers: true
            default: false
            }
        guard let feed = input[max(position, searched)...].prefix(most + 2).firstIndex(of: 0x0A) else {
            searched = input.count
            guard rest.count <= most else { throw Malformed(sentence: "a line of its head has no end") }
            return nil
        }
        position = feed + 1
        if isHead { headBytes += position - rest.startIndex }
        guard headBytes <= Self.mostHead else {
            throw Malformed(sentence: "its head is longer than \(Self.mostHead) bytes")
        }
        let line = rest[..<feed]
        return line.last == 0x0D ? line.dropLast() : line
    }

    /// RFC 9112 §4: `HTTP/1.1 200 OK`, of which the reason may be missing.
    private mutating func begin(_ line: ArraySlice<UInt8>) throws {
        let line = Array(line)
        guard line.count >= 12, line.starts(with: Array("HTTP/".utf8)), line[8] == 0x20 else {
            throw Malformed(sentence: "it does not speak HTTP")
        }
        guard line[5] == 0x31, line[6] == 0x2E, 0x30...0x39 ~= line[7] else {
            throw Malformed(sentence: "it speaks another version of HTTP than 1.1")
        }
        isHTTP11 = line[7] != 0x30
        let digits = line[9..<12]
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }), line.count == 12 || line[12] == 0x20 else {
            throw Malformed(sentence: "its status is no number of three digits")
        }
        status = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard 100...599 ~= status else { throw Malformed(sentence: "there is no status \(status)") }
        fields = []
    }

    private mutating func add(_ line: ArraySlice<UInt8>) throws {
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw Malformed(sentence: "a field of its head holds control characters")
        }
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        // A line that goes on with the one before (RFC 9112 §5.2).
        if isSpace(line[line.startIndex]) {
            guard let last = fields.popLast() else { throw Malformed(sentence: "its head begins with a space") }
            fields.append((last.name, last.value + " " + Self.text(line)))
            return
        }
        guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, line[..<colon].allSatisfy(Self.isToken)
        else { throw Malformed(sentence: "a field of its head has no name") }
        fields.append((String(decoding: line[..<colon], as: UTF8.self), Self.text(line[(colon + 1)...])))
        guard fields.count <= Self.mostFields else {
            throw Malformed(sentence: "its head has more than \(Self.mostFields) fields")
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let start = bytes.drop(while: isSpace)
        let end = start.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start.startIndex
        return String(decoding: start[..<end], as: UTF8.self)
    }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: Array("!#$%&'*+-.^_`|~".utf8).contains(byte)
        }
    }

    private func values(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name }.flatMap {
            $0.value.split(separator: ",").map { $0.lowercased().filter { $0 != " " && $0 != "\t" } }
        }
    }

    /// The head that the empty line ends, and how its body is framed (RFC 9112 §6.3); nil for an interim answer.
    private mutating func head() throws -> Head? {
        guard status != 101 else { throw Malformed(sentence: "it changes to another protocol, which nobody asked for") }
        guard status >= 200 else {
            state = .statusLine
            return nil
        }
        let connection = values("connection")
        mayStayOpen = isHTTP11 && !connection.contains("close")
        let codings = values("transfer-encoding")
        let lengths = values("content-length")
        if status == 204 || status == 304 {
            state = .fixed(left: 0)
        } else if !codings.isEmpty {
            guard codings == ["chunked"] else {
                throw Malformed(sentence: "its transfer is coded in another way than by chunks")
            }
            // A length beside chunks is wrong, and may be meant for somebody between (§6.3).
            if !lengths.isEmpty { mayStayOpen = false }
            state = .chunkSize
        } else if let length = lengths.first {
            guard lengths.allSatisfy({ $0 == length }), 1...18 ~= length.utf8.count,
                length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(length)
            else { throw Malformed(sentence: "its length is no number") }
            state = .fixed(left: count)
        } else {
            state = .untilClose
        }
        return Head(status: status, fields: fields)
    }

    /// RFC 9112 §7.1: a number in hexadecimal, of which extensions behind a semicolon are ignored.
    private static func chunkSize(_ line: ArraySlice<UInt8>) throws -> Int {
        let digits = line.prefix { $0 != 0x3B }.filter { $0 != 0x20 && $0 != 0x09 }
        // Fifteen digits fit into what is counted here.
        guard 1...15 ~= digits.count, digits.first != 0x2B, digits.first != 0x2D,
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Malformed(sentence: "the size of a chunk is no number") }
        return size
    }
}
