/// A JSON text with a flat list of its values, each with the place behind everything in it.
struct JSONTape: Sendable {
    struct Node: Sendable {
        var kind: JSONKind
        var hasEscapes = false
        /// Where it is written; for a string, what is between its quotation marks.
        var start: UInt32
        var end: UInt32 = 0
        /// The node that follows it and everything in it.
        var after: UInt32 = 0
    }

    /// A number: an integer where it is one that can be computed with exactly.
    enum Number {
        case integer(Int64)
        case float(Double)
    }

    let bytes: [UInt8]
    /// Values in the order written; an object is followed by the name and value of each of its members in turn.
    let nodes: [Node]

    init(_ bytes: [UInt8], limits: ScanLimits) throws(ObservedDataError) {
        do throws(Refusal) {
            guard bytes.count <= limits.objectBytes else {
                throw Refusal(
                    code: .tooLarge, position: limits.objectBytes, sentence: "The object is longer than the limit.")
            }
            self.nodes = try bytes.withUnsafeBufferPointer { buffer throws(Refusal) in
                var writer = Writer(cursor: JSONCursor(buffer), limits: limits)
                return try writer.document()
            }
            self.bytes = bytes
        } catch {
            throw ObservedDataError(code: error.code, offset: error.position, sentence: error.sentence)
        }
    }

    private struct Writer {
        var cursor: JSONCursor
        let limits: ScanLimits
        var nodes: [Node] = []
        var names = UsedNames()

        init(cursor: JSONCursor, limits: ScanLimits) {
            self.cursor = cursor
            self.limits = limits
            nodes.reserveCapacity(min(limits.values, 16 + cursor.end / 16))
        }

        mutating func document() throws(Refusal) -> [Node] {
            guard try cursor.peek() == 0x7B else {
                throw Refusal(code: .notAnObject, position: cursor.position, sentence: "This is no JSON object.")
            }
            try value(depth: 0)
            guard nextVisible(cursor.bytes, cursor.position) == nil else {
                throw Refusal(
                    code: .invalidJSON, position: cursor.position, sentence: "Something follows the JSON value.")
            }
            return nodes
        }

        private mutating func value(depth: Int) throws(Refusal) {
            let byte = try cursor.peek()
            guard nodes.count < 2 * limits.values else {
                throw Refusal(
                    code: .tooManyValues, position: cursor.position, sentence: "The JSON has too many values.")
            }
            let place = nodes.count
            let start = UInt32(cursor.position)
            switch byte {
            case 0x22: string(try cursor.string())
            case 0x7B, 0x5B:
                guard depth < limits.depth else {
                    throw Refusal(code: .tooDeep, position: cursor.position, sentence: "The JSON is nested too deeply.")
                }
                cursor.position += 1
                nodes.append(Node(kind: byte == 0x7B ? .object : .list, start: start))
                if byte == 0x7B { try members(depth: depth + 1) } else { try elements(depth: depth + 1) }
                nodes[place].end = UInt32(cursor.position)
                nodes[place].after = UInt32(nodes.count)
            case 0x2D, 0x30...0x39:
                let number = try cursor.number()
                nodes.append(
                    Node(
                        kind: number.isInteger ? .integer : .fraction, start: start, end: UInt32(number.end),
                        after: UInt32(place + 1)))
            default:
                let kind = try cursor.literal()
                nodes.append(Node(kind: kind, start: start, end: UInt32(cursor.position), after: UInt32(place + 1)))
            }
        }

        @inline(__always)
        private mutating func string(_ text: JSONText) {
            nodes.append(
                Node(
                    kind: .string, hasEscapes: text.hasEscapes, start: UInt32(text.start), end: UInt32(text.end),
                    after: UInt32(nodes.count + 1)))
        }

        private mutating func members(depth: Int) throws(Refusal) {
            let mark = names.mark
            var byte = try cursor.peek()
            var count = 0
            while byte != 0x7D {
                if count > 0 {
                    try cursor.comma(byte)
                    byte = try cursor.peek()
                }
                count += 1
                let name = try cursor.name(byte)
                guard count <= limits.properties else {
                    throw Refusal(
                        code: .tooManyProperties, position: name.start, sentence: "The object has too many properties.")
                }
                let fingerprint = cursor.withDecoded(name) { NameTable.fingerprint(of: $0) }
                guard names.add(name, fingerprint: fingerprint, since: mark, in: cursor) else {
                    throw .duplicate(at: name.start)
                }
                string(name)
                try value(depth: depth)
                byte = try cursor.peek()
            }
            cursor.position += 1
            if let duplicate = names.close(since: mark, in: cursor) { throw .duplicate(at: duplicate) }
        }

        private mutating func elements(depth: Int) throws(Refusal) {
            var byte = try cursor.peek()
            var isFirst = true
            while byte != 0x5D {
                if !isFirst { try cursor.comma(byte) }
                isFirst = false
                try value(depth: depth)
                byte = try cursor.peek()
            }
            cursor.position += 1
        }
    }
}

extension JSONTape {
    /// Calls with the bytes of a string, escapes resolved.
    @inline(__always)
    func withText<Result>(_ node: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let node = nodes[node]
        return bytes.withUnsafeBufferPointer { bytes in
            guard node.hasEscapes else {
                return body(UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)]))
            }
            return JSONCursor(bytes).withDecoded(
                JSONText(start: Int(node.start), end: Int(node.end), hasEscapes: true), body)
        }
    }

    func string(_ node: Int) -> String { withText(node) { String(decoding: $0, as: UTF8.self) } }

    func equals(_ node: Int, _ text: StaticString) -> Bool {
        withText(node) {
            sameBytes(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), $0)
        }
    }

    /// Whether two strings, perhaps of different texts, are the same.
    func equals(_ node: Int, _ other: JSONTape, _ otherNode: Int) -> Bool {
        withText(node) { one in other.withText(otherNode) { sameBytes(one, $0) } }
    }

    /// The value of a member of an object, or nil.
    func member(_ name: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
        guard nodes[object].kind == .object else { return nil }
        let end = Int(nodes[object].after)
        var member = object + 1
        while member < end {
            if nodes[member].hasEscapes || Int(nodes[member].end - nodes[member].start) == name.count,
                withText(member, { sameBytes($0, name) })
            {
                return member + 1
            }
            member = Int(nodes[member + 1].after)
        }
        return nil
    }

    func member(_ name: StaticString, of object: Int) -> Int? {
        member(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), of: object)
    }

    func timestamp(_ node: Int) -> Timestamp? { withText(node) { TimestampReading($0)?.timestamp } }

    func number(_ node: Int) -> Number? {
        let (kind, start, end) = (nodes[node].kind, Int(nodes[node].start), Int(nodes[node].end))
        guard kind == .integer || kind == .fraction else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            if kind == .integer, end - start <= 18 {
                var value: Int64 = 0
                let isNegative = bytes[start] == 0x2D
                for index in (isNegative ? start + 1 : start)..<end { value = value * 10 + Int64(bytes[index] - 0x30) }
                return .integer(isNegative ? -value : value)
            }
            return .float(
                Double(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)) ?? .infinity)
        }
    }
}
