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
        /// Its number in the table of names, or -1.
        var property: Int
        var kind: JSONKind
        /// The value: contents of a string, or the whole text of anything else.
        var value: JSONText
        /// Whether the type has the property.
        var isKnown: Bool
    }

    /// Which properties of an object have been seen, by the bits of its shape.
    struct Seen {
        var names: UInt64 = 0
        var trues: UInt64 = 0
        var falses: UInt64 = 0

        @inline(__always)
        mutating func add(_ slot: Shape.Slot, _ kind: JSONKind) {
            let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: slot.bit)
            names |= bit
            if kind == .true { trues |= bit }
            if kind == .false { falses |= bit }
        }
    }

    /// Memory that is used again for the next object.
    struct Scratch: Sendable {
        var names = UsedNames()
        var members: [Member] = []
        /// Timestamps of the object itself, to compare those that have an order.
        var times: [(bit: Int16, time: Timestamp, member: Int)] = []
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
    let schema = Schema.standard
    /// Whether a list of objects makes the value a container, which is not for this reader.
    let stopsAtObjects: Bool
    /// Lent by the caller, who swaps it in and out again: a copy would be paid for at its first change.
    var scratch = Scratch()
    var valueCount = 0
    /// That of the type of the object, found before it is read.
    var row = Schema.standard.unknown
    /// By `Schema.Common`: where in `scratch.members` the property stands, or -1.
    var common = SIMD32<Int16>(repeating: -1)
    var seen = Seen()

    var findings: [Finding] = []
    var references: [Reference] = []
    var markingRefs: [String] = []
    var granularMarkingRefs: [String] = []
    /// The same as a set: many of them must not make this slow.
    var granularMarkingSet: Set<String> = []
    var selectors: [Selector] = []
    var searchable: [SearchableText] = []
    var createdBy: String?
    var hasTopLevelExtension = false
    /// The category that an extension gives to a new type.
    var declaredCategory: ObjectType.Category?
    var firstExtension: JSONText?
    /// Whether the extension that declares the type of the object is there.
    var isDeclared = false
    /// Extensions that want something beside them, each with the path to it.
    var demands: [(shape: Shape, pointer: String, position: Int)] = []
    var statement: JSONText?
    var statedTLP: JSONText?
    /// Whether the level is that of the extension for TLP 2.0.
    var isTLP2 = false
    /// The last timestamp that was read.
    var lastTime: Timestamp?
    /// How many terms outside of open vocabularies were found: one of each list is enough.
    var unlistedTerms = 0
    /// Inside the deprecated `objects`, references are local keys.
    var isLocal = false
    /// Those that are no identifiers, each with its pointer, and the keys they may be.
    var localReferences: [(text: JSONText, pointer: String)] = []
    var localKeys: Set<String> = []
    /// Of the external reference that is being read.
    var sourceName: JSONText?
    var externalID: JSONText?
    /// The type of the object being read is attack-pattern or vulnerability: their external references have rules.
    var catalogue = Catalogue.none

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
        scratch.times.removeAll(keepingCapacity: true)
        row = rowAhead(at: 0)
        let shape = row.shape
        catalogue = Catalogue(row.type.name)
        cursor.position = 1
        var byte = try cursor.peek()
        while byte != 0x7D {
            if !scratch.members.isEmpty {
                try cursor.comma(byte)
                byte = try cursor.peek()
            }
            let name = try cursor.name(byte)
            guard scratch.members.count < limits.properties else { throw .tooManyProperties(at: name.start) }
            let (fingerprint, property, slot, node) = look(name, shape)
            guard scratch.names.add(name, fingerprint: fingerprint, since: 0, in: cursor) else {
                throw .duplicate(at: name.start)
            }
            path[0] = Step(name: name)
            byte = try cursor.peek()
            if stopsAtObjects, byte == 0x5B, property == Schema.Common.objects.rawValue {
                throw .truncated(at: cursor.position)
            }
            lastTime = nil
            let (kind, value) = try self.value(byte, node, level: 1)
            if slot.node >= 0 {
                seen.add(slot, kind)
                if let lastTime, node.form == .timestamp {
                    scratch.times.append((slot.bit, lastTime, scratch.members.count))
                }
            }
            if property >= 0, property < Schema.Common.allCases.count {
                common[property] = Int16(truncatingIfNeeded: min(scratch.members.count, 32_767))
            }
            scratch.members.append(
                Member(name: name, property: property, kind: kind, value: value, isKnown: slot.node >= 0))
            byte = try cursor.peek()
        }
        cursor.position += 1
        if let duplicate = scratch.names.close(since: 0, in: cursor) { throw .duplicate(at: duplicate) }
    }

    /// What is asked of a property of an object of this shape.
    @inline(__always)
    private func look(
        _ name: JSONText, _ shape: Shape
    ) -> (fingerprint: UInt64, property: Int, slot: Shape.Slot, node: Node) {
        func look(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, Int, Shape.Slot, Node) {
            let fingerprint = NameTable.fingerprint(of: bytes)
            let property = schema.names.index(of: bytes, fingerprint: fingerprint)
            let slot = property >= 0 ? shape.slots[property] : Shape.Slot()
            let number = slot.node >= 0 ? slot.node : shape.others
            let node = number >= 0 ? schema.nodes[Int(number)] : schema.anywhere(bytes)
            return (fingerprint, property, slot, node)
        }
        return name.hasEscapes ? cursor.withDecoded(name, look) : look(cursor.raw(name))
    }

    /// Reads any value; the path has this many steps to it.
    mutating func value(
        _ byte: UInt8, _ node: Node, level: Int
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
            if node.form.rawValue > Node.Form.string.rawValue || node.role != .none {
                take(text, node, level: level)
            }
            return (.string, text)
        case 0x7B:
            try object(node, level: level)
            kind = .object
        case 0x5B:
            try list(node, level: level)
            kind = .list
        case 0x2D, 0x30...0x39:
            let number = try cursor.number()
            kind = number.isInteger ? .integer : .fraction
            if number.isInexact {
                note(
                    .valueOutOfRange, at: start, level: level, "The integer is beyond ±(2^53 − 1).", section: "2.10")
            } else if node.index >= 0, node.allows(kind) {
                checkRange(number, node, level: level)
            }
        default:
            kind = try cursor.literal()
            if kind == .null {
                note(.nullValue, at: start, level: level, "STIX has no null; the property is to be left out.")
            }
        }
        if node.form != .any, !node.allows(kind) { noteKind(kind, node, at: start, level: level) }
        return (kind, JSONText(start: start, end: cursor.position, hasEscapes: false))
    }

    private mutating func list(_ node: Node, level: Int) throws(Refusal) {
        guard level < limits.depth else { throw .tooDeep(at: cursor.position, limits.depth) }
        let start = cursor.position
        cursor.position += 1
        var byte = try cursor.peek()
        if byte == 0x5D {
            note(.emptyList, at: start, level: level, "A list must have at least one element.", section: "2.12")
        }
        var element = node.form == .list ? schema.nodes[Int(node.element)] : .any
        let unlisted = unlistedTerms
        var index: Int32 = 0
        while byte != 0x5D {
            if index > 0 {
                try cursor.comma(byte)
                byte = try cursor.peek()
            }
            path[level].index = index
            _ = try value(byte, element, level: level + 1)
            if unlistedTerms != unlisted { element.form = .string }
            index += 1
            byte = try cursor.peek()
        }
        cursor.position += 1
    }

    private mutating func object(_ node: Node, level: Int) throws(Refusal) {
        guard level < limits.depth else { throw .tooDeep(at: cursor.position, limits.depth) }
        let start = cursor.position
        var shape: Shape?
        if node.form == .object { shape = schema.shapes[Int(node.index)] }
        if node.form == .containedObservable {
            let row = rowAhead(at: start)
            if row !== schema.unknown { shape = row.shape }
        }
        let wasLocal = isLocal
        if node.form == .containedObservables { isLocal = true }
        cursor.position += 1
        let mark = scratch.names.mark
        let unlisted = unlistedTerms
        var count = 0
        var seen = Seen()
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
            var slot = Shape.Slot()
            let member: Node
            if let shape {
                (fingerprint, _, slot, member) = look(name, shape)
            } else {
                (fingerprint, member) = lookFreely(name, node)
            }
            guard scratch.names.add(name, fingerprint: fingerprint, since: mark, in: cursor) else {
                throw .duplicate(at: name.start)
            }
            path[level] = Step(name: name)
            if node.form == .containedObservables { localKeys.insert(cursor.decoded(name)) }
            if let shape {
                if slot.node < 0, !shape.isOpen { noteUnknown(name, shape, level: level + 1) }
            } else if node.form != .any, node.form != .bag {
                checkKey(name, node, member, isFirstUnlisted: unlisted == unlistedTerms, level: level + 1)
            }
            byte = try cursor.peek()
            let (kind, text) = try value(byte, member, level: level + 1)
            if slot.node >= 0 {
                let saysNone = member.role == .absence && kind == .string && isNone(text)
                seen.add(slot, saysNone ? .false : kind)
            }
            byte = try cursor.peek()
        }
        cursor.position += 1
        isLocal = wasLocal
        if node.form == .containedObservables { checkLocalReferences() }
        if let duplicate = scratch.names.close(since: mark, in: cursor) { throw .duplicate(at: duplicate) }
        if let shape { checkPart(shape, node, seen, at: start, level: level) }
    }

    private func isNone(_ text: JSONText) -> Bool { cursor.withDecoded(text) { equals("none", $0) } }

    /// What is asked of a value whose name the author chose.
    private func lookFreely(_ name: JSONText, _ node: Node) -> (fingerprint: UInt64, node: Node) {
        cursor.withDecoded(name) { bytes in
            let fingerprint = NameTable.fingerprint(of: bytes)
            switch node.form {
            case .bag, .dictionary:
                return (fingerprint, node.element >= 0 ? schema.nodes[Int(node.element)] : schema.anywhere(bytes))
            case .hashes:
                let algorithm = HashAlgorithm.names.index(of: bytes, fingerprint: fingerprint)
                return (fingerprint, Node(form: .hash, role: .hash, index: Int16(algorithm)))
            case .extensions:
                let known = schema.extensions[Int(node.index)]
                let index = known.names.index(of: bytes, fingerprint: fingerprint)
                if index >= 0 { return (fingerprint, schema.nodes[Int(known.nodes[index])]) }
                let isDefined = isPrefix("extension-definition--", of: bytes)
                return (fingerprint, isDefined ? schema.definedExtension : Node(form: .bag, code: .badExtension))
            case .containedObservables: return (fingerprint, Node(form: .containedObservable))
            default: return (fingerprint, schema.anywhere(bytes))
            }
        }
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
