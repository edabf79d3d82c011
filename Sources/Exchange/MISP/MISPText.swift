import STIX

/// The bytes of a MISP document, read piece by piece: no more than one attribute or object of it is ever a tree in memory.
final class MISPText: Sendable {
    /// A value's place in the bytes.
    struct Span {
        let start: UInt32
        let end: UInt32

        var range: Range<Int> { Int(start)..<Int(end) }

        init(_ range: Range<Int>) { (start, end) = (UInt32(range.lowerBound), UInt32(range.upperBound)) }
    }

    /// The longest document: its bytes are what a conversion needs most memory for.
    static let mostBytes = 32 << 20
    /// Nothing in MISP is a list of more.
    static let mostElements = 500_000
    /// A tree takes far more memory than its bytes in the file.
    private static let limits = ScanLimits(objectBytes: mostBytes, values: 200_000)

    let bytes: [UInt8]

    /// - Throws: `tooLarge`.
    init(_ bytes: [UInt8]) throws(ExchangeError) {
        guard bytes.count <= Self.mostBytes else {
            throw ExchangeError(
                .tooLarge, "it has more than \(Self.mostBytes >> 20) MB; split it into one file for each event")
        }
        self.bytes = bytes
    }

    /// The value of the whole document.
    func whole() throws(ExchangeError) -> Span {
        var walker = Walker(text: self, position: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, end: bytes.count)
        let span = try walker.value()
        guard walker.byte == nil else { throw walker.broken("Something follows the JSON value.") }
        return span
    }

    /// The first byte of a value.
    func first(of span: Span) -> UInt8 { bytes[Int(span.start)] }

    /// Reads one value, strictly.
    func parse(_ span: Span) throws(ExchangeError) -> JSONValue {
        do {
            return try JSONValue.parse(Array(bytes[span.range]), limits: Self.limits)
        } catch let error as JSONValue.ParseError {
            let isLarge = [.tooManyValues, .tooManyProperties, .tooLarge].contains(error.code)
            throw ExchangeError(
                isLarge ? .tooLarge : .malformed,
                "it is no MISP file: \(error.sentence) (byte \(Int(span.start) + error.offset))")
        } catch {
            throw ExchangeError(.malformed, "it is no MISP file: \(error)")
        }
    }

    /// The members of an object, unread.
    func members(of span: Span) throws(ExchangeError) -> [(name: String, value: Span)] {
        var members: [(name: String, value: Span)] = []
        var names: Set<String> = []
        var walker = Walker(text: self, position: Int(span.start) + 1, end: Int(span.end))
        while walker.byte != 0x7D {
            if !members.isEmpty { try walker.expect(0x2C) }
            guard walker.byte == 0x22 else { throw walker.broken("The name of a property was expected here.") }
            let name = try parse(walker.value()).string ?? ""
            guard names.insert(name).inserted else { throw walker.broken("A property comes twice in one object.") }
            guard members.count < Self.limits.properties else {
                throw ExchangeError(.tooLarge, "it is no MISP file: an object has too many properties")
            }
            try walker.expect(0x3A)
            members.append((name, try walker.value()))
        }
        return members
    }

    /// The elements of a list, unread.
    func elements(of span: Span) throws(ExchangeError) -> [Span] {
        var elements: [Span] = []
        var walker = Walker(text: self, position: Int(span.start) + 1, end: Int(span.end))
        while walker.byte != 0x5D {
            if !elements.isEmpty { try walker.expect(0x2C) }
            guard elements.count < Self.mostElements else {
                throw ExchangeError(.tooLarge, "a list in it has more than \(Self.mostElements) elements")
            }
            elements.append(try walker.value())
        }
        return elements
    }

    /// Reads all that is in a value and forgets it, so that nothing of a broken event is placed.
    func check(_ span: Span) throws(ExchangeError) {
        guard first(of: span) == 0x5B else {
            _ = try parse(span)
            return
        }
        for element in try elements(of: span) { _ = try parse(element) }
    }

    /// Finds where values end, looking only at brackets and strings; `parse` judges them.
    private struct Walker {
        let text: MISPText
        var position: Int
        let end: Int

        /// The next byte that is no white space; nil at the end.
        var byte: UInt8? {
            mutating get {
                while position < end, [0x20, 0x09, 0x0A, 0x0D].contains(text.bytes[position]) { position += 1 }
                return position < end ? text.bytes[position] : nil
            }
        }

        mutating func expect(_ wanted: UInt8) throws(ExchangeError) {
            guard byte == wanted else { throw broken("A comma, colon or closing bracket was expected here.") }
            position += 1
        }

        func broken(_ sentence: String) -> ExchangeError {
            ExchangeError(.malformed, "it is no MISP file: \(sentence) (byte \(position))")
        }

        mutating func value() throws(ExchangeError) -> Span {
            guard byte != nil else { throw broken("The JSON ends too early.") }
            let start = position
            let isWhole = text.bytes.withUnsafeBufferPointer { pass($0) }
            guard isWhole, position > start else { throw broken("A JSON value was expected here.") }
            return Span(start..<position)
        }

        /// False where the text ends in the value.
        private mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var depth = 0
            var isInString = false
            while position < end {
                let byte = bytes[position]
                if isInString {
                    if byte == 0x5C { position += 1 }
                    if byte == 0x22 { isInString = false }
                } else {
                    switch byte {
                    case 0x22: isInString = true
                    case 0x7B, 0x5B: depth += 1
                    case 0x7D, 0x5D:
                        // The bracket of what is around a number or a word.
                        if depth == 0 { return true }
                        depth -= 1
                    case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A: if depth == 0 { return true }
                    default:
                        position += 1
                        continue
                    }
                }
                position += 1
                if depth == 0, !isInString, [0x22, 0x7D, 0x5D].contains(byte) { return position <= end }
            }
            position = min(position, end)
            return depth == 0 && !isInString
        }
    }
}

/// The events of a document, unread.
struct MISPDocument {
    struct Event {
        let span: MISPText.Span
        /// Where it stands in its file, such as `response[3].Event`.
        let path: String
    }

    let text: MISPText
    private(set) var events: [Event] = []

    /// Finds `{"Event": …}`, `{"response": [{"Event": …}]}`, a list of either, or an event by itself.
    ///
    /// - Throws: `malformed` where there is no event, `tooLarge`.
    init(_ bytes: [UInt8]) throws(ExchangeError) {
        text = try MISPText(bytes)
        try look(text.whole(), "", isInner: false)
        guard events.isEmpty else { return }
        let advice = MISPShape.recognise(bytes)?.advice
        throw ExchangeError(.malformed, advice ?? "there is no MISP event in it")
    }

    /// The UUID of an event, before anything else of it is read; empty where it has none.
    func name(of event: Event) -> String {
        guard text.first(of: event.span) == 0x7B, let members = try? text.members(of: event.span),
            let span = members.first(where: { $0.name == "uuid" })?.value,
            let given = (try? text.parse(span))?.string?.trimmed.lowercased(), !given.isEmpty
        else { return "" }
        return MISPRegister.UUID(given: given).text
    }

    private mutating func look(_ span: MISPText.Span, _ path: String, isInner: Bool) throws(ExchangeError) {
        switch text.first(of: span) {
        case 0x5B where !path.hasSuffix("]"):
            for (index, element) in try text.elements(of: span).enumerated() {
                try look(element, "\(path)[\(index)]", isInner: true)
            }
        case 0x7B:
            let members = try text.members(of: span)
            let prefix = path.isEmpty ? "" : path + "."
            if let event = members.first(where: { $0.name == "Event" }) {
                events.append(Event(span: event.value, path: prefix + "Event"))
            } else if !isInner, let response = members.first(where: { $0.name == "response" }) {
                try look(response.value, "response", isInner: true)
            } else if ["uuid", "info"].allSatisfy({ name in members.contains { $0.name == name } }) {
                events.append(Event(span: span, path: path.isEmpty ? "Event" : path))
            }
        default: break
        }
    }
}
