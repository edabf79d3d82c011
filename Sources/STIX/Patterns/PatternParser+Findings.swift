/// What is doubtful in a pattern that can be read.
extension PatternParser {
    mutating func noteNames(_ path: Pattern.Path, _ offset: Int) {
        guard let known = KnownProperties.all[path.type] else {
            return note(.unknownType, offset, "STIX 2.1 does not define objects of this type.", "9.7")
        }
        if known[path.property] == nil {
            note(.unknownProperty, offset, "STIX 2.1 does not give objects of this type this property.", "9.7")
        }
    }

    /// Says so where a property of the standard never has the kind of the constant.
    mutating func noteKind(_ path: Pattern.Path, _ operation: Pattern.Operation, _ offset: Int) {
        guard path.steps.isEmpty, let kind = KnownProperties.all[path.type]?[path.property] else { return }
        let constants: [Pattern.Constant] =
            switch operation {
            case .equals(let constant), .differs(let constant): [constant]
            case .orders(_, let quantity): [.quantity(quantity)]
            case .isIn(let constants): constants
            case .isLike(let text), .matches(let text), .isSubset(let text), .isSuperset(let text):
                [.quantity(.string(text))]
            }
        if !constants.allSatisfy({ kind.compares(with: $0.kind) }) {
            note(
                .wrongKind, offset, "The property \(path.property) is \(kind.name), which never compares with this.",
                "9.6.1")
        }
    }

    /// Says so where no object can fulfil an observation, because objects have one type.
    mutating func noteMixedTypes(_ comparisons: Pattern.Comparisons, _ offset: Int) {
        guard case .test = comparisons else {
            if comparisons.hasMixedConjunction {
                note(
                    .mixedTypes, offset,
                    "AND joins comparisons of one object, but no object has two types: use AND between brackets.",
                    "9.6")
            }
            return
        }
    }

    mutating func noteNetwork(_ text: String, _ offset: Int) {
        if IPPrefix(text) == nil {
            note(.badNetwork, offset, "This is no IP address and no block in CIDR notation.", "9.6.1")
        }
    }

    mutating func noteExpression(_ text: String, _ offset: Int) {
        guard instructions < RegularExpression.mostInstructionsTogether else {
            return note(
                .unsupportedExpression, offset, "The regular expressions of the pattern are too large together.",
                "9.6.1")
        }
        do throws(RegularExpression.Refusal) {
            instructions += text.utf8.count
            instructions += try RegularExpression(text).program.count
        } catch {
            instructions += RegularExpression.mostInstructions / 10
            note(
                error.reason == .invalid ? .badExpression : .unsupportedExpression, offset, error.sentence,
                "9.6.1")
        }
    }

    mutating func noteHash(_ path: Pattern.Path, _ constant: Pattern.Constant, _ offset: Int) {
        guard case .property(let algorithm)? = path.steps.last,
            path.property == "hashes" || path.steps.contains(.property("hashes")),
            case .quantity(.string(let text)) = constant,
            let digits = HashAlgorithm(spelled: algorithm)?.digits,
            text.utf8.count != digits || !text.utf8.allSatisfy({ HexDigits.value($0) != nil })
        else { return }
        note(.badHash, offset, "A hash by \(algorithm) is written in \(digits) hexadecimal digits.", "10.7")
    }
}

extension Pattern.Constant {
    /// What constants compare with each other.
    enum Kind { case boolean, number, text, bytes, timestamp }

    var kind: Kind {
        switch self {
        case .boolean: .boolean
        case .quantity(.integer), .quantity(.float): .number
        case .quantity(.string): .text
        case .quantity(.binary), .quantity(.hex): .bytes
        case .quantity(.timestamp): .timestamp
        }
    }
}

extension Pattern.Comparisons {
    /// The types of which an object can fulfil this; nil for none at all.
    var types: Set<String> {
        switch self {
        case .test(.exists(let path, isNegated: _)), .test(.compares(let path, isNegated: _, _)): [path.type]
        case .any(let parts): parts.elements.reduce(into: []) { $0.formUnion($1.types) }
        case .all(let parts):
            parts.elements.dropFirst().reduce(parts.elements[0].types) { $0.intersection($1.types) }
        }
    }

    /// Whether an `AND` in it can never hold.
    var hasMixedConjunction: Bool {
        switch self {
        case .test: false
        case .any(let parts): parts.elements.contains(where: \.hasMixedConjunction)
        case .all(let parts): types.isEmpty || parts.elements.contains(where: \.hasMixedConjunction)
        }
    }
}
