/// What is asked of a value, in the form that the reader works with.
struct Node {
    /// What sort of value it is.
    enum Form: UInt8 {
        case any, integerOrString, string
        case boolean, float, integer, timestamp, binary, hex, text, openTerm, closedTerm, identifier, hash
        case list
        /// Objects: `bag` is one that nothing is asked of but its values.
        case bag, dictionary, hashes, object, extensions, containedObservables, containedObservable
    }

    var form = Form.any
    var role = Role.none
    /// What a value of another kind is.
    var code = Finding.Code.wrongKind
    /// The node of elements or of the values of keys.
    var element: Int16 = -1
    /// By form: the number of a vocabulary, range, form of text, set of targets, shape, or set of extensions.
    var index: Int16 = -1

    /// A value of which nothing is asked.
    static let any = Node()

    /// Whether a JSON value is of the kind.
    @inline(__always)
    func allows(_ kind: JSONKind) -> Bool {
        switch form {
        case .any: true
        case .boolean: kind == .true || kind == .false
        case .float: kind == .integer || kind == .fraction
        case .integer: kind == .integer
        case .integerOrString: kind == .integer || kind == .string
        case .list: kind == .list
        case .bag, .dictionary, .hashes, .object, .extensions, .containedObservables, .containedObservable:
            kind == .object
        default: kind == .string
        }
    }

    /// The English name of the kind with its article, for sentences.
    var kindName: String {
        switch form {
        case .any: "a value"
        case .boolean: "true or false"
        case .float: "a number"
        case .integer: "an integer"
        case .integerOrString: "an integer or a string"
        case .timestamp: "a timestamp in a string"
        case .list: "a list"
        case .bag, .dictionary, .hashes, .object, .extensions, .containedObservables, .containedObservable: "an object"
        default: "a string"
        }
    }

    /// The section of STIX 2.1 that defines the kind.
    var kindSection: String {
        switch form {
        case .boolean: "2.2"
        case .float: "2.6"
        case .integer, .integerOrString: "2.10"
        case .timestamp: "2.16"
        case .binary: "2.1"
        case .hex: "2.8"
        case .identifier: "2.9"
        case .list: "2.12"
        case .hashes: "2.7"
        case .bag, .dictionary, .object, .extensions, .containedObservables, .containedObservable: "2.3"
        default: "2.15"
        }
    }
}

/// The properties of an object or a part, each with a bit of its own.
final class Shape: @unchecked Sendable {
    struct Slot {
        var node: Int16 = -1
        var bit: Int16 = 0
    }

    /// A rule by bits.
    enum BitRule {
        case oneOf(UInt64)
        case exactlyOne(UInt64)
        case needs(UInt64, UInt64)
        case excludes(UInt64, UInt64)
        case needsWhen(UInt64, Bool, UInt64)
        case excludesWhen(UInt64, Bool, UInt64)
        case order(Int16, Int16, isStrict: Bool)
        case needsUnlessFalse(UInt64, UInt64)
        case disputed(UInt64, name: String, instead: String)
        /// Zero: always.
        case asks(UInt64, UInt64)
    }

    let section: String
    let code: Finding.Code?
    let isOpen: Bool
    /// The node of properties that have none of their own, or -1.
    let others: Int16
    /// What the object itself should have beside this extension, each with its number in the table of names.
    let beside: [(name: String, number: Int)]
    let required: UInt64
    let rules: [BitRule]
    /// Names by bit.
    let names: [String]
    /// Slots by the number of a name; written once, by `init`.
    let slots: UnsafeMutablePointer<Slot>

    init(
        _ parts: Parts, _ table: NameTable, refusing: Set<String> = [], node: (Property, Finding.Code?) -> Int16
    ) {
        section = parts.section
        code = parts.code
        isOpen = parts.isOpen
        others = parts.others.map { node(.may("", $0), parts.code) } ?? -1
        beside = parts.beside.map { ($0, table.names.firstIndex(of: $0) ?? -1) }
        slots = .allocate(capacity: table.names.count)
        slots.initialize(repeating: Slot(), count: table.names.count)
        var names: [String] = []
        var required: UInt64 = 0
        for property in parts.properties {
            let bit = names.count
            names.append(property.name)
            if property.isRequired, !refusing.contains(property.name) { required |= 1 << UInt64(bit) }
            guard let number = table.names.firstIndex(of: property.name) else { continue }
            slots[number] = Slot(node: node(property, parts.code), bit: Int16(bit))
        }
        func bits(_ wanted: [String]) -> UInt64 {
            wanted.reduce(0) { $0 | 1 << UInt64(names.firstIndex(of: $1) ?? 63) }
        }
        func bit(_ name: String) -> Int16 { Int16(names.firstIndex(of: name) ?? 63) }
        rules = parts.rules.flatMap { rule -> [BitRule] in
            switch rule {
            case .oneOf(let names): [.oneOf(bits(names))]
            case .exactlyOne(let names): [.exactlyOne(bits(names))]
            case .together(let names): names.map { .needs(bits([$0]), bits(names)) }
            case .needs(let name, let others): [.needs(bits([name]), bits(others))]
            case .excludes(let name, let other): [.excludes(bits([name]), bits([other]))]
            case .needsWhen(let name, let value, let others): [.needsWhen(bits([name]), value, bits(others))]
            case .excludesWhen(let name, let value, let other): [.excludesWhen(bits([name]), value, bits([other]))]
            case .order(let first, let second): [.order(bit(first), bit(second), isStrict: false)]
            case .strictOrder(let first, let second): [.order(bit(first), bit(second), isStrict: true)]
            case .needsUnlessNone(let name, let others): [.needsUnlessFalse(bits([name]), bits(others))]
            case .disputed(let name, let instead): [.disputed(bits([name]), name: name, instead: instead)]
            case .asks(let name, let others): [.asks(name.map { bits([$0]) } ?? 0, bits(others))]
            }
        }
        self.names = names
        self.required = required
    }

    deinit { slots.deallocate() }

    /// The names of these bits.
    func names(_ bits: UInt64) -> [String] {
        names.indices.filter { bits >> UInt64($0) & 1 == 1 }.map { names[$0] }
    }
}
