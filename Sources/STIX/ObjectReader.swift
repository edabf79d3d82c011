/// Reads one STIX object from its bytes: one recursive descent that checks the JSON and gathers what stands at any depth,
/// then a look at the properties of the object itself, by the row of its type.
struct ObjectReader: ~Copyable {
    /// One step of the path to a value: a property name, or the index of a list element.
    struct Step {
        var name = JSONText(start: 0, end: 0, hasEscapes: false)
        /// The index; negative for a name.
        var index: Int32 = -1
    }

    /// One property of the STIX object itself.
    struct Member {
        var name: JSONText
        /// Its number in the property table, or -1.
        var property: Int
        var kind: JSONKind
        /// The value: contents of a string, or the whole text of anything else.
        var value: JSONText
    }

    /// Memory that is used again for the next object.
    struct Scratch: Sendable {
        var names = UsedNames()
        var members: [Member] = []
        /// Timestamps of the object itself, to compare those that have an order.
        var times: [(property: Int, time: Timestamp)] = []
        /// The last path that was made into a string, since references often come in rows.
        var pathBytes: [UInt8] = []
        var nextPath: [UInt8] = []
        var path = ""
    }

    var cursor: JSONCursor
    let limits: ScanLimits
    /// Where the object begins in the input.
    let offset: Int
    let path: UnsafeMutableBufferPointer<Step>
    let table = TypeTable.standard
    private let properties = PropertyTable.names
    private let readings = PropertyTable.readings
    /// Whether a list of objects makes the value a container, which is not for this reader.
    let stopsAtObjects: Bool
    /// Lent by the caller, who swaps it in and out again: a copy would be paid for at its first change.
    var scratch = Scratch()
    var valueCount = 0
    /// By `PropertyTable.Common`: where in `scratch.members` the property stands, or -1.
    var common = SIMD32<Int16>(repeating: -1)
    var present = PropertySet()

    var findings: [Finding] = []
    var references: [Reference] = []
    var markingRefs: [String] = []
    var granularMarkingRefs: [String] = []
    /// The same as a set: many of them must not make this slow.
    var granularMarkingSet: Set<String> = []
    var searchable: [SearchableText] = []
    var createdBy: String?
    var hasTopLevelExtension = false
    /// The category that an extension gives to a new type.
    var declaredCategory: ObjectType.Category?
    var firstExtension: JSONText?
    var statement: JSONText?
    var statedTLP: JSONText?

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, offset: Int, limits: ScanLimits, path: UnsafeMutableBufferPointer<Step>,
        stopsAtObjects: Bool
    ) {
        cursor = JSONCursor(bytes)
        self.offset = offset
        self.limits = limits
        self.path = path
        self.stopsAtObjects = stopsAtObjects
    }

    /// Reads the object at the start of the bytes; afterwards the cursor stands behind it.
    mutating func read() throws(Refusal) {
        scratch.names.removeAll()
        scratch.members.removeAll(keepingCapacity: true)
        cursor.position = 1
        var byte = try cursor.peek()
        while byte != 0x7D {
            if !scratch.members.isEmpty {
                try cursor.comma(byte)
                byte = try cursor.peek()
            }
            let name = try cursor.name(byte)
            guard scratch.members.count < limits.properties else { throw .tooManyProperties(at: name.start) }
            var property: Int
            var reading: Reading
            let fingerprint: UInt64
            if name.hasEscapes {
                (fingerprint, property) = cursor.withDecoded(name) {
                    (NameTable.fingerprint(of: $0), properties.index(of: $0))
                }
                reading = property >= 0 ? readings[property] : cursor.withDecoded(name, Reading.anywhere)
            } else {
                let bytes = cursor.raw(name)
                fingerprint = NameTable.fingerprint(of: bytes)
                property = properties.index(of: bytes, fingerprint: fingerprint)
                reading = property >= 0 ? readings[property] : Reading.anywhere(bytes)
            }
            guard scratch.names.add(name, fingerprint: fingerprint, since: 0, in: cursor) else {
                throw .duplicate(at: name.start)
            }
            path[0] = Step(name: name)
            byte = try cursor.peek()
            if stopsAtObjects, byte == 0x5B, property == PropertyTable.Common.objects.rawValue {
                throw .truncated(at: cursor.position)
            }
            let (kind, value) = try self.value(byte, reading, level: 1)
            if property >= 0 {
                present.insert(property)
                if property < PropertyTable.Common.allCases.count {
                    common[property] = Int16(truncatingIfNeeded: min(scratch.members.count, 32_767))
                }
            }
            scratch.members.append(Member(name: name, property: property, kind: kind, value: value))
            byte = try cursor.peek()
        }
        cursor.position += 1
        if let duplicate = scratch.names.close(since: 0, in: cursor) { throw .duplicate(at: duplicate) }
    }

    /// Reads any value; the path has this many steps to it.
    private mutating func value(
        _ byte: UInt8, _ reading: Reading, level: Int
    ) throws(Refusal) -> (kind: JSONKind, text: JSONText) {
        valueCount += 1
        guard valueCount <= limits.values else {
            throw Refusal(
                code: .tooManyValues, position: cursor.position,
                sentence: "The object has more than \(limits.values) values.")
        }
        let start = cursor.position
        let kind: JSONKind
        switch byte {
        case 0x22:
            let text = try cursor.string()
            if reading != .plain { take(text, reading, level: level) }
            return (.string, text)
        case 0x7B:
            try object(reading, level: level)
            kind = .object
        case 0x5B:
            try list(reading, level: level)
            kind = .list
        case 0x2D, 0x30...0x39:
            let number = try cursor.number()
            kind = number.isInteger ? .integer : .fraction
            if number.isInexact {
                note(
                    .valueOutOfRange, at: start, level: level, "The integer is beyond ±(2^53 − 1).", section: "2.10")
            }
        default:
            kind = try cursor.literal()
            if kind == .null {
                note(.nullValue, at: start, level: level, "STIX has no null; the property is to be left out.")
            }
        }
        if reading != .plain { checkKind(kind, reading, at: start, level: level) }
        return (kind, JSONText(start: start, end: cursor.position, hasEscapes: false))
    }

    private mutating func list(_ reading: Reading, level: Int) throws(Refusal) {
        guard level < limits.depth else { throw .tooDeep(at: cursor.position, limits.depth) }
        let start = cursor.position
        cursor.position += 1
        var byte = try cursor.peek()
        if byte == 0x5D {
            note(.emptyList, at: start, level: level, "A list must have at least one element.", section: "2.12")
        }
        let element = reading.element
        var index: Int32 = 0
        while byte != 0x5D {
            if index > 0 {
                try cursor.comma(byte)
                byte = try cursor.peek()
            }
            path[level].index = index
            _ = try value(byte, element, level: level + 1)
            index += 1
            byte = try cursor.peek()
        }
        cursor.position += 1
    }

    private mutating func object(_ reading: Reading, level: Int) throws(Refusal) {
        guard level < limits.depth else { throw .tooDeep(at: cursor.position, limits.depth) }
        let start = cursor.position
        cursor.position += 1
        let mark = scratch.names.mark
        var count = 0
        var seen: Set8 = []
        var byte = try cursor.peek()
        if byte == 0x7D {
            note(
                .emptyDictionary, at: start, level: level, "An object inside must have at least one property.",
                section: "2.3")
        }
        while byte != 0x7D {
            if count > 0 {
                try cursor.comma(byte)
                byte = try cursor.peek()
            }
            let name = try cursor.name(byte)
            count += 1
            guard count <= limits.properties else { throw .tooManyProperties(at: name.start) }
            let fingerprint: UInt64
            let member: Reading
            if name.hasEscapes {
                (fingerprint, member) = cursor.withDecoded(name) {
                    seen.insert(reading, $0)
                    return (NameTable.fingerprint(of: $0), reading.member($0))
                }
            } else {
                let bytes = cursor.raw(name)
                fingerprint = NameTable.fingerprint(of: bytes)
                member = reading.member(bytes)
                seen.insert(reading, bytes)
            }
            guard scratch.names.add(name, fingerprint: fingerprint, since: mark, in: cursor) else {
                throw .duplicate(at: name.start)
            }
            path[level] = Step(name: name)
            if reading == .extensions { checkExtensionName(name, member, level: level + 1) }
            byte = try cursor.peek()
            _ = try value(byte, member, level: level + 1)
            byte = try cursor.peek()
        }
        cursor.position += 1
        if let duplicate = scratch.names.close(since: mark, in: cursor) { throw .duplicate(at: duplicate) }
        if reading != .plain { checkParts(reading, seen, at: start, level: level) }
    }
}

extension Refusal {
    static func tooDeep(at position: Int, _ limit: Int) -> Refusal {
        Refusal(
            code: .tooDeep, position: position, sentence: "Objects and lists are nested more than \(limit) deep.")
    }

    static func tooManyProperties(at position: Int) -> Refusal {
        Refusal(code: .tooManyProperties, position: position, sentence: "An object has too many properties.")
    }
}
