extension JSON {
    /// Reads one strict JSON text (RFC 8259, I-JSON names and numbers).
    ///
    /// Throws `ParseError` where the bytes are no JSON, have duplicate names, or exceed the limits.
    public static func parse(_ bytes: [UInt8], limits: ScanLimits = .standard) throws -> JSON {
        do throws(Refusal) {
            guard bytes.count <= limits.objectBytes else {
                throw Refusal(
                    code: .tooLarge, position: limits.objectBytes, sentence: "The JSON is longer than the limit.")
            }
            return try bytes.withUnsafeBufferPointer { buffer throws(Refusal) in
                var reader = TreeReader(cursor: JSONCursor(buffer), limits: limits)
                return try reader.document()
            }
        } catch {
            throw ParseError(code: error.code, offset: error.position, sentence: error.sentence)
        }
    }
}

/// Builds a tree by recursive descent.
private struct TreeReader {
    var cursor: JSONCursor
    let limits: ScanLimits
    var names = UsedNames()
    var values = 0

    init(cursor: JSONCursor, limits: ScanLimits) {
        self.cursor = cursor
        self.limits = limits
    }

    mutating func document() throws(Refusal) -> JSON {
        let tree = try value(depth: 0)
        while cursor.position < cursor.end {
            guard [0x20, 0x09, 0x0A, 0x0D].contains(cursor.bytes[cursor.position]) else {
                throw Refusal(
                    code: .invalidJSON, position: cursor.position, sentence: "Something follows the JSON value.")
            }
            cursor.position += 1
        }
        return tree
    }

    private mutating func value(depth: Int) throws(Refusal) -> JSON {
        let byte = try cursor.peek()
        values += 1
        guard values <= limits.values else {
            throw Refusal(code: .tooManyValues, position: cursor.position, sentence: "The JSON has too many values.")
        }
        switch byte {
        case 0x7B, 0x5B:
            guard depth < limits.depth else {
                throw Refusal(code: .tooDeep, position: cursor.position, sentence: "The JSON is nested too deeply.")
            }
            cursor.position += 1
            return byte == 0x7B ? try object(depth: depth + 1) : try list(depth: depth + 1)
        case 0x22: return .string(cursor.decoded(try cursor.string()))
        case 0x2D, 0x30...0x39:
            let number = try cursor.number()
            let text = String(
                decoding: UnsafeBufferPointer(rebasing: cursor.bytes[number.start..<number.end]), as: UTF8.self)
            return .number(Number(text: text, value: Double(text) ?? 0))
        default:
            switch try cursor.literal() {
            case .true: return .bool(true)
            case .false: return .bool(false)
            default: return .null
            }
        }
    }

    private mutating func object(depth: Int) throws(Refusal) -> JSON {
        var members: [Member] = []
        let mark = names.mark
        var byte = try cursor.peek()
        while byte != 0x7D {
            if !members.isEmpty {
                try cursor.comma(byte)
                byte = try cursor.peek()
            }
            let name = try cursor.name(byte)
            guard members.count < limits.properties else {
                throw Refusal(
                    code: .tooManyProperties, position: name.start, sentence: "The object has too many properties.")
            }
            let fingerprint = cursor.withDecoded(name) { NameTable.fingerprint(of: $0) }
            guard names.add(name, fingerprint: fingerprint, since: mark, in: cursor) else {
                throw .duplicate(at: name.start)
            }
            members.append(Member(name: cursor.decoded(name), value: try value(depth: depth)))
            byte = try cursor.peek()
        }
        cursor.position += 1
        if let duplicate = names.close(since: mark, in: cursor) { throw .duplicate(at: duplicate) }
        return .object(members)
    }

    private mutating func list(depth: Int) throws(Refusal) -> JSON {
        var elements: [JSON] = []
        var byte = try cursor.peek()
        while byte != 0x5D {
            if !elements.isEmpty { try cursor.comma(byte) }
            elements.append(try value(depth: depth))
            byte = try cursor.peek()
        }
        cursor.position += 1
        return .array(elements)
    }

    private typealias Member = JSON.Member
    private typealias Number = JSON.Number
}

extension Refusal {
    /// A name comes twice in one object, so that readers could disagree about its value (RFC 7493 §2.3).
    static func duplicate(at position: Int) -> Refusal {
        Refusal(code: .duplicateProperty, position: position, sentence: "A property comes twice in one object.")
    }
}

extension JSONCursor {
    /// Reads a comma between members or elements; the next byte has been seen.
    @inline(__always)
    mutating func comma(_ byte: UInt8) throws(Refusal) {
        guard byte == 0x2C else {
            throw Refusal(
                code: .invalidJSON, position: position, sentence: "A comma or a closing bracket was expected here.")
        }
        position += 1
    }

    /// Reads the name of a member and the colon behind it; the next byte has been seen.
    @inline(__always)
    mutating func name(_ byte: UInt8) throws(Refusal) -> JSONText {
        guard byte == 0x22 else {
            throw Refusal(
                code: .invalidJSON, position: position, sentence: "The name of a property was expected here.")
        }
        let text = try string()
        guard try peek() == 0x3A else {
            throw Refusal(code: .invalidJSON, position: position, sentence: "A colon was expected here.")
        }
        position += 1
        return text
    }
}
