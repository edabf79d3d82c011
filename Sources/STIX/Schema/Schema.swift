/// The table of types in the form that the reader works with: names replaced by numbers, types of values by nodes.
///
/// Everything is written once, by `init`: hence `@unchecked Sendable`.
final class Schema: @unchecked Sendable {
    /// One type.
    final class Row: Sendable {
        let type: ObjectType
        let shape: Shape
        /// The identifier of the extension definition that declares the type; nil for types of the standard.
        let declaration: String?
        /// By number in the table of names.
        let display: [Int]
        /// By property: what its text is to searchers; nil where it is not searched.
        let textKinds: [SearchableText.Kind?]
        /// Properties that the deterministic identifier of an observable is made of (§6).
        let contributing: [Int]

        init(_ type: ObjectType, _ shape: Shape, _ names: NameTable) {
            func number(_ name: String) -> Int { names.names.firstIndex(of: name) ?? 0 }
            self.type = type
            self.shape = shape
            declaration = KnownExtension.declaring(type.name)?.definition.id
            display = type.display.map(number)
            contributing = (SCOIdentifier.contributing[type.name] ?? []).map(number)
            var kinds = [SearchableText.Kind?](repeating: nil, count: names.names.count)
            kinds[number("labels")] = .name
            for (kind, names) in type.searchable {
                for name in names { kinds[number(name)] = kind }
            }
            textKinds = kinds
        }
    }

    /// Properties that the reader knows one by one; their raw value is their number in the table of names.
    enum Common: Int, CaseIterable {
        case type, id, specVersion, created, modified, revoked, granularMarkings
        case extensions, definitionType, definition, relationshipType, objects
        case pattern, patternType, patternVersion, defanged, sourceRef, targetRef, objectRef
        case extensionTypes, extensionProperties, action, severity, username, phoneNumbers, impactCategory
    }

    private static let common = [
        "type", "id", "spec_version", "created", "modified", "revoked", "granular_markings",
        "extensions", "definition_type", "definition", "relationship_type", "objects",
        "pattern", "pattern_type", "pattern_version", "defanged", "source_ref", "target_ref", "object_ref",
        "extension_types", "extension_properties", "action", "severity", "username", "phone_numbers",
        "impact_category",
    ]

    /// The types that are known, and the bundle.
    static let typeCount = ObjectType.names.count + 1

    /// The table of the standard, and of the extensions that are known beside it.
    static let standard = Schema()

    let names: NameTable
    /// The types in the order of `rows`, and the bundle as the last one.
    let typeNames: NameTable
    let rows: [Row]
    /// What is read of types that have no row.
    let unknown: Row
    let nodes: UnsafeMutablePointer<Node>
    let shapes: [Shape]
    let ranges: [ClosedRange<Double>]
    let vocabularies: [(vocabulary: Vocabulary, terms: NameTable)]
    /// Of identifiers: which types they may name, by the number of the type.
    let targets: [(targets: Targets, types: [Bool])]
    let extensions: [(names: NameTable, nodes: [Int16])]
    /// An identifier, a list of them, and hashes, wherever their names stand (§3.1).
    let reference: Node
    let references: Node
    let anyHashes: Node
    let definedExtension: Node
    /// The identifiers of the known extensions.
    let knownExtensions: NameTable

    private init() {
        var builder = Builder(names: NameTable(Schema.allNames()))
        names = builder.names
        typeNames = NameTable(ObjectType.names.map(\.name) + ["bundle"])
        reference = builder.node(.identifier(.any))
        references = builder.node(.list(.identifier(.any)))
        anyHashes = Node(form: .bag, element: builder.number(.kept(.hash, .string)))
        definedExtension = builder.node(.object(.definedExtension))
        knownExtensions = NameTable(KnownExtension.all.map(\.definition.id))
        let table = builder.names
        func row(_ type: ObjectType, _ builder: inout Builder) -> Row {
            let parts = Parts(type.name, type.section, type.properties, type.rules)
            return Row(type, builder.shape(parts, refusing: ["type", "id"]), table)
        }
        let types = ObjectType.names.compactMap { ObjectType.named($0.name) }
        rows = types.map { row($0, &builder) }
        unknown = row(.unknown, &builder)
        nodes = .allocate(capacity: builder.nodes.count)
        nodes.initialize(from: builder.nodes, count: builder.nodes.count)
        shapes = builder.shapes
        ranges = builder.ranges
        vocabularies = builder.vocabularies
        targets = builder.targets
        extensions = builder.extensions
    }

    deinit { nodes.deallocate() }

    /// The common names first, then all others of any object or part.
    private static func allNames() -> [String] {
        var all = common
        var known = Set(common)
        func add(_ name: String) {
            if known.insert(name).inserted { all.append(name) }
        }
        func visit(_ properties: [Property]) {
            for property in properties {
                add(property.name)
                visit(property.type)
            }
        }
        func visit(_ type: ValueType) {
            switch type {
            case .list(let element), .dictionary(let element, _), .kept(_, let element): visit(element)
            case .object(let parts): visit(parts)
            case .extensions(let parts): for part in parts { visit(part) }
            default: break
            }
        }
        func visit(_ parts: Parts) {
            visit(parts.properties)
            for name in parts.beside { add(name) }
        }
        visit(Parts.definedExtension.properties)
        for type in ObjectType.all + [.unknown] {
            visit(type.properties)
            for name in type.display + type.searchable.values.flatMap(\.self) { add(name) }
        }
        return all
    }

    /// What is asked of a value by its name alone, at any depth (§3.1 on suffixes).
    @inline(__always)
    func anywhere(_ name: UnsafeBufferPointer<UInt8>) -> Node {
        let count = name.count
        guard count >= 5 else { return .any }
        if name[count - 1] == 0x66 {
            return isSuffix("_ref", of: name) ? reference : .any
        }
        if name[count - 1] == 0x73 {
            if isSuffix("_refs", of: name) { return references }
            return count == 6 && isSuffix("hashes", of: name) ? anyHashes : .any
        }
        return .any
    }
}
