extension Schema {
    /// Makes nodes of types of values.
    struct Builder {
        let names: NameTable
        var nodes: [Node] = []
        var shapes: [Shape] = []
        var ranges: [ClosedRange<Double>] = []
        var vocabularies: [(vocabulary: Vocabulary, terms: NameTable)] = []
        var targets: [(targets: Targets, types: [Bool])] = []
        var extensions: [(names: NameTable, nodes: [Int16])] = []
        private var shapeOf: [ObjectIdentifier: Int16] = [:]

        init(names: NameTable) { self.names = names }

        /// Adds the node of the type and returns its number.
        mutating func number(_ type: ValueType, _ code: Finding.Code? = nil) -> Int16 {
            let node = node(type, code)
            nodes.append(node)
            return Int16(nodes.count - 1)
        }

        mutating func shape(_ parts: Parts, refusing: Set<String> = []) -> Shape {
            Shape(parts, names, refusing: refusing) { number($0.type, $1) }
        }

        private mutating func shapeNumber(_ parts: Parts) -> Int16 {
            if let known = shapeOf[ObjectIdentifier(parts)] { return known }
            let shape = shape(parts)
            shapes.append(shape)
            shapeOf[ObjectIdentifier(parts)] = Int16(shapes.count - 1)
            return Int16(shapes.count - 1)
        }

        private mutating func range(_ range: ClosedRange<Double>?) -> Int16 {
            guard let range else { return -1 }
            ranges.append(range)
            return Int16(ranges.count - 1)
        }

        /// The node of the type; the code is that of the part it belongs to.
        mutating func node(_ type: ValueType, _ code: Finding.Code? = nil) -> Node {
            let fault = code ?? .wrongKind
            switch type {
            case .any: return .any
            case .string, .version: return Node(form: .string, code: fault)
            case .integerOrString: return Node(form: .integerOrString, code: fault)
            case .boolean: return Node(form: .boolean, code: fault)
            case .timestamp: return Node(form: .timestamp, code: fault)
            case .binary: return Node(form: .binary, code: fault)
            case .hex: return Node(form: .hex, code: fault)
            case .float(let bounds): return Node(form: .float, code: fault, index: range(bounds))
            case .integer(let bounds):
                return Node(
                    form: .integer, code: fault,
                    index: range(bounds.map { Double($0.lowerBound)...Double($0.upperBound) }))
            case .text(let form): return Node(form: .text, code: fault, index: Int16(form.rawValue))
            case .term(let vocabulary):
                vocabularies.append((vocabulary, NameTable(vocabulary.terms)))
                return Node(
                    form: vocabulary.isClosed ? .closedTerm : .openTerm, code: fault,
                    index: Int16(vocabularies.count - 1))
            case .identifier(let allowed):
                guard !allowed.types.isEmpty else {
                    return Node(form: .identifier, role: .reference, code: .badReference)
                }
                targets.append((allowed, ObjectType.names.map { allowed.types.contains($0.name) }))
                return Node(
                    form: .identifier, role: .reference, code: .badReference, index: Int16(targets.count - 1))
            case .list(let element):
                let inner = node(element, code)
                nodes.append(inner)
                let isReference = inner.form == .identifier && inner.role == .reference
                return Node(
                    form: .list, code: isReference || inner.role == .selector ? inner.code : fault,
                    element: Int16(nodes.count - 1))
            case .dictionary(let value, let keys):
                return Node(form: .dictionary, code: fault, element: number(value, code), index: Int16(keys.rawValue))
            case .hashes(let isClosed): return Node(form: .hashes, code: fault, index: isClosed ? 1 : 0)
            case .object(let parts):
                return Node(form: .object, code: parts.code ?? fault, index: shapeNumber(parts))
            case .extensions(let parts):
                let values = parts.map { Node(form: .object, code: .badExtension, index: shapeNumber($0)) }
                let first = nodes.count
                nodes += values
                extensions.append((NameTable(parts.map(\.name)), values.indices.map { Int16(first + $0) }))
                return Node(form: .extensions, code: fault, index: Int16(extensions.count - 1))
            case .containedObservables: return Node(form: .containedObservables, code: fault)
            case .kept(let role, let type):
                var kept = node(type, code)
                kept.role = role
                if role == .selector { kept.code = .badSelector }
                return kept
            }
        }
    }
}
