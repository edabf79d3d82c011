import STIX

/// Reads the manifest of a MISP feed as it comes, entry by entry: of each it keeps the UUID and the moment.
struct MISPManifest {
    static let mostBytes = 64 << 20
    static let mostEvents = 32_000
    /// What a manifest says of one event.
    private static let longestEntry = 256 << 10
    private static let longestName = 1_000

    /// Moments of the last change, by UUID.
    private(set) var events: [String: Int64] = [:]
    /// Entries whose names are no UUID, and lead nowhere.
    private(set) var strangers = 0

    private enum State {
        case start, first, next, name, colon, value, behind, end
    }

    private let place: String
    private var state = State.start
    private var count = 0
    private var name: [UInt8] = []
    private var value: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// Hashes of the names, to know one that comes twice.
    private var seen: Set<Int> = []

    /// - Parameter address: where it comes from, for sentences.
    init(at address: String) { place = ExchangeError.excerpt(address) }

    /// Reads on.
    ///
    /// - Throws: `malformed`, `tooLarge`.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(ExchangeError) {
        for byte in bytes { try take(byte) }
    }

    /// - Throws: `malformed` where it had not come to its end.
    func finish() throws(ExchangeError) {
        guard state == .end else { throw broken("it ends too early") }
    }

    private mutating func take(_ byte: UInt8) throws(ExchangeError) {
        count += 1
        guard count <= Self.mostBytes else { throw large("it has more than \(Self.mostBytes >> 20) MB") }
        let isSpace = [0x20, 0x09, 0x0A, 0x0D].contains(byte)
        switch state {
        case .name: try takeName(byte)
        case .value where !isSpace || !value.isEmpty: try takeValue(byte)
        case _ where isSpace: break
        case .start where byte == 0x7B: state = .first
        // A byte order mark.
        case .start where count <= 3 && [0xEF, 0xBB, 0xBF].contains(byte): break
        case .start: throw broken("it is no JSON object")
        case .first where byte == 0x7D, .behind where byte == 0x7D: state = .end
        case .first where byte == 0x22, .next where byte == 0x22: (state, name) = (.name, [])
        case .behind where byte == 0x2C: state = .next
        case .colon where byte == 0x3A: (state, value) = (.value, [])
        default: throw broken("something else was expected at byte \(count - 1)")
        }
    }

    private mutating func takeName(_ byte: UInt8) throws(ExchangeError) {
        if byte == 0x22, !isEscaped { return state = .colon }
        isEscaped = byte == 0x5C && !isEscaped
        guard name.count < Self.longestName else { throw large("the name of an event is too long") }
        name.append(byte)
    }

    private mutating func takeValue(_ byte: UInt8) throws(ExchangeError) {
        if depth == 0, !isInString, byte == 0x2C || byte == 0x7D {
            try keep()
            return state = byte == 0x2C ? .next : .end
        }
        guard value.count < Self.longestEntry else { throw large("what it says of one event is too long") }
        value.append(byte)
        if isInString {
            if byte == 0x22, !isEscaped { isInString = false }
            isEscaped = byte == 0x5C && !isEscaped
        } else if byte == 0x22 {
            isInString = true
        } else if byte == 0x7B || byte == 0x5B {
            depth += 1
        } else if byte == 0x7D || byte == 0x5D {
            guard depth > 0 else { throw broken("its brackets don't match") }
            depth -= 1
            if depth == 0 {
                try keep()
                state = .behind
            }
        }
    }

    /// Keeps the entry that was read.
    private mutating func keep() throws(ExchangeError) {
        guard seen.count < Self.mostEvents else { throw large("it names more than \(Self.mostEvents) events") }
        let name = try parse([0x22] + self.name + [0x22]).string ?? ""
        guard seen.insert(name.hashValue).inserted else { throw broken("a name comes twice in it") }
        let stamp = try parse(value)["timestamp"]
        value = []
        // The name becomes a part of an address.
        guard STIXIdentifier.isValid("report--\(name)") else { return strangers += 1 }
        events[name] = (stamp?.string ?? stamp?.number?.text).flatMap { Int64($0) } ?? 0
    }

    private func parse(_ bytes: [UInt8]) throws(ExchangeError) -> JSONValue {
        do {
            return try JSONValue.parse(bytes)
        } catch {
            throw broken((error as? JSONValue.ParseError)?.sentence ?? "\(error)")
        }
    }

    private func broken(_ why: String) -> ExchangeError {
        ExchangeError(.malformed, "\(place) is no manifest of a MISP feed that can be read: \(why)")
    }

    private func large(_ why: String) -> ExchangeError {
        ExchangeError(.tooLarge, "\(place) is no manifest of a MISP feed that can be read: \(why)")
    }
}
