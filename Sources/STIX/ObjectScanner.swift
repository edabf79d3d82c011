/// Splits, hashes and checks the STIX objects of an input of any size, in one pass and in constant memory.
///
/// The input is a STIX 2.1 bundle, a TAXII 2.1 envelope, a single object, or several of these one after another, with
/// or without white space between them. Feed it in chunks of any size; the result does not depend on their borders.
/// Not more than one object is kept in memory, and none that is longer than `ScanLimits.objectBytes`.
public struct ObjectScanner: Sendable {
    /// What is being read.
    enum State: Sendable {
        /// Between the values at the top.
        case top
        /// Inside an object, of which the bytes so far are in `pending`.
        case object(Splitter, isElement: Bool)
        /// Inside something among the objects that is no object: a string or word, or a list.
        case stray(Splitter?)
        /// In the list of a container, where a comma or an element may come, or both.
        case list(mayEnd: Bool, needsComma: Bool)
        /// Behind the list of a container, in its other members.
        case tail(Splitter)
        case closed
    }

    let limits: ScanLimits
    var state = State.top
    /// Bytes of the input that were read before the present chunk.
    var base = 0
    /// Whether anything was read at the top.
    var hasBegun = false
    /// How many bytes of a byte order mark have come at the beginning.
    private var markBytes = 0
    /// The byte order mark of UTF-8, which may be ignored (RFC 8259 §8.1) and which some programs write.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var pending = Pending()
    var container = Container()
    var scratch = ObjectReader.Scratch()
    /// What is imperfect about the bundles that have ended so far, the objects in them left aside.
    public private(set) var containerFindings: [Finding] = []

    /// Makes a scanner for one input.
    public init(limits: ScanLimits = .standard) {
        self.limits = limits
    }

    /// Reads the next bytes and calls `each` for every object that they complete.
    ///
    /// Throws `StreamError` where the framing is broken, after all objects before that place were delivered, and what
    /// `each` throws. After an error the scanner is closed.
    public mutating func feed(_ chunk: UnsafeRawBufferPointer, _ each: (Scanned) throws -> Void) throws {
        if case .closed = state {
            throw StreamError(code: .closed, offset: base, sentence: "The scanner is closed.")
        }
        let bytes = chunk.assumingMemoryBound(to: UInt8.self)
        do {
            var index = 0
            while index < bytes.count { index = try step(bytes, index, each) }
        } catch {
            state = .closed
            throw error
        }
        base += bytes.count
    }

    /// Reads the next bytes from an array, as the other `feed` does.
    public mutating func feed(_ chunk: [UInt8], _ each: (Scanned) throws -> Void) throws {
        try chunk.withUnsafeBytes { try feed($0, each) }
    }

    /// Says that the input has ended; throws `StreamError` where it ends too early.
    ///
    /// No object is ever completed by the end alone; `each` is there for the same shape as `feed`.
    public mutating func finish(_ each: (Scanned) throws -> Void) throws {
        defer { state = .closed }
        switch state {
        case .top: return
        case .closed: throw StreamError(code: .closed, offset: base, sentence: "The scanner is closed.")
        default: throw StreamError(code: .truncated, offset: base, sentence: "The input ends too early.")
        }
    }

    /// Reads something from this index on and returns where it ended.
    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ each: (Scanned) throws -> Void
    ) throws -> Int {
        switch state {
        case .top:
            let isMark = base + index < 3 && base + index == markBytes && bytes[index] == Self.mark[markBytes]
            if isMark {
                markBytes += 1
                return index + 1
            }
            guard let place = nextVisible(bytes, index) else { return bytes.count }
            guard bytes[place] == 0x7B, markBytes == 0 || markBytes == 3 else {
                throw unexpectedAtTop(bytes[place], base + place)
            }
            hasBegun = true
            return try begin(bytes, place, isElement: false, each)
        case .object(let splitter, let isElement):
            return try goOn(bytes, index, splitter, isElement: isElement, each)
        case .stray(let splitter): return try continueStray(bytes, index, splitter, each)
        case .list(let mayEnd, let needsComma):
            return try stepInList(bytes, index, mayEnd: mayEnd, needsComma: needsComma, each)
        case .tail(var splitter):
            var end = bytes.count
            if case .end(let place) = splitter.advance(bytes, from: index) {
                end = place
                try container.append(bytes, index..<end, limits, base)
                note(try container.close(limits))
                state = .top
            } else {
                try container.append(bytes, index..<end, limits, base)
                state = .tail(splitter)
            }
            return end
        case .closed: return bytes.count
        }
    }

    /// Keeps what is imperfect about a container, as far as there is room.
    mutating func note(_ findings: [Finding]) {
        containerFindings += findings.prefix(limits.findings - containerFindings.count)
    }

    private func unexpectedAtTop(_ byte: UInt8, _ offset: Int) -> StreamError {
        // FE FF and FF FE.
        if offset == 0, byte == 0xFE || byte == 0xFF {
            return StreamError(
                code: .byteOrderMark, offset: 0,
                sentence: "The input begins with the byte order mark of UTF-16: save it as UTF-8.")
        }
        if hasBegun {
            return StreamError(
                code: .trailingGarbage, offset: offset, sentence: "Something that is no object follows an object.")
        }
        let isValue = byte == 0x5B || byte == 0x22 || byte == 0x2D || 0x30...0x39 ~= byte || 0x61...0x7A ~= byte
        return StreamError(
            code: isValue ? .notAnObject : .notJSON, offset: offset,
            sentence: isValue
                ? "The input is no JSON object: STIX comes as a bundle, an envelope, or objects one after another."
                : "The input is not JSON.")
    }
}

/// The next byte that is no white space of JSON, or nil.
func nextVisible(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int) -> Int? {
    var index = first
    while index < bytes.count {
        let byte = bytes[index]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return index }
        index += 1
    }
    return nil
}
