/// The values that a pattern names: addresses, names, hashes; and of each whether it is enough by itself.
///
/// `[a:b = 'c' OR …]`, one or several joined by OR: each value alone is enough. Any other AND, FOLLOWEDBY or qualifier needs
/// more. A test of the type beside the value (`x.type = 'ipv4-addr' AND x.value = '…'`) says no more than the value.
public struct NamedValues: Sendable {
    /// How a pattern names a value.
    public enum Manner: Sendable, Hashable {
        /// To observe it, at the place where such values stand, is enough.
        case alone
        /// Only together with something else, or where it is not.
        case together
        /// At a place of its own: a section of a file, an address that a name resolves to.
        case elsewhere
    }

    /// One value.
    public struct Value: Sendable, Hashable {
        /// In its canonical form.
        public let value: ObservableValue
        /// As it is written.
        public let text: String
        public let manner: Manner
    }

    /// The values, in the order written.
    public private(set) var values: [Value] = []
    /// Kinds of values that the pattern asks for without naming one: by `LIKE`, `!=`, or by a text that is no such value.
    public private(set) var unnamed: Set<ObservableValue.Kind> = []

    /// A pattern with more comparisons names nothing alone.
    public static let mostComparisons = 10_000
    private var comparisons = 0

    /// Reads what a pattern names.
    public init(_ pattern: Pattern) {
        take(pattern.observations, .alone)
        guard comparisons > Self.mostComparisons else { return }
        values = values.prefix(Self.mostComparisons).map {
            Value(value: $0.value, text: $0.text, manner: $0.manner == .alone ? .together : $0.manner)
        }
    }

    private mutating func take(_ observations: Pattern.Observations, _ manner: Manner) {
        switch observations {
        case .one(let comparisons): take(comparisons, manner)
        case .any(let several): for part in several.elements { take(part, manner) }
        case .all(let several), .inOrder(let several): for part in several.elements { take(part, .together) }
        case .qualified(let part, _): take(part, .together)
        }
    }

    private mutating func take(_ comparisons: Pattern.Comparisons, _ manner: Manner) {
        switch comparisons {
        case .test(let test): take(test, manner)
        case .any(let several): for part in several.elements { take(part, manner) }
        case .all(let several):
            // Who joins more than a few asks for more than a value; and each looks at all others.
            let rest =
                several.elements.count > 16
                ? several.elements : several.elements.filter { !$0.onlyTestsType(beside: several.elements) }
            for part in rest { take(part, rest.count == 1 ? manner : .together) }
        }
    }

    private mutating func take(_ test: Pattern.Test, _ manner: Manner) {
        comparisons += 1
        guard comparisons <= Self.mostComparisons else { return }
        switch test {
        case .compares(let path, isNegated: false, .equals(.quantity(.string(let text)))),
            .compares(let path, isNegated: false, .isSubset(let text)):
            name(text, at: path, manner)
        case .compares(let path, isNegated: false, .isIn(let constants)):
            comparisons += constants.count
            for constant in constants.prefix(Self.mostComparisons) {
                if case .quantity(.string(let text)) = constant { name(text, at: path, manner) }
            }
        case .compares(let path, isNegated: true, .equals(.quantity(.string(let text)))),
            .compares(let path, isNegated: true, .isSubset(let text)),
            .compares(let path, _, .differs(.quantity(.string(let text)))),
            .compares(let path, _, .isSuperset(let text)):
            name(text, at: path, .together)
        case .compares(let path, _, .isLike), .compares(let path, _, .matches),
            .compares(let path, isNegated: true, .isIn):
            unnamed.formUnion(path.place?.kinds ?? [])
        case .compares, .exists: break
        }
    }

    private mutating func name(_ text: String, at path: Pattern.Path, _ manner: Manner) {
        guard let place = path.place else {
            guard let value = path.namesElsewhere(text) else { return }
            values.append(Value(value: value, text: text, manner: .elsewhere))
            return
        }
        guard let value = ObservableValue(text), place.admits(value) else {
            unnamed.formUnion(place.kinds)
            if let value = ObservableValue(text), place == .url, [.ipv4, .ipv6, .domain].contains(value.kind) {
                values.append(Value(value: value, text: text, manner: .elsewhere))
            }
            return
        }
        values.append(Value(value: value, text: text, manner: manner))
    }
}

/// A place in objects where values of some kinds stand by themselves.
private enum ValuePlace: Equatable {
    /// An address or a name, and which of them the type says; the value itself decides, since feeds mistake them.
    case host(ObservableValue.Kind?)
    case url
    case email
    case hash(ObservableValue.Kind)

    /// The kinds of values that are asked for here.
    var kinds: [ObservableValue.Kind] {
        switch self {
        case .host(let kind): kind.map { [$0] } ?? [.ipv4, .ipv6, .domain]
        case .url: [.url]
        case .email: [.email]
        case .hash(let kind): [kind]
        }
    }

    func admits(_ value: ObservableValue) -> Bool {
        if case .host = self { return [.ipv4, .ipv6, .domain].contains(value.kind) }
        return kinds.contains(value.kind)
    }
}

extension Pattern.Path {
    /// The place, where the value there may be looked for by itself.
    fileprivate var place: ValuePlace? {
        switch (type, property, steps) {
        case ("ipv4-addr", "value", []): .host(.ipv4)
        case ("ipv6-addr", "value", []): .host(.ipv6)
        case ("domain-name", "value", []): .host(.domain)
        case ("network-traffic", "src_ref", [.property("value")]), ("network-traffic", "dst_ref", [.property("value")]):
            .host(nil)
        case ("url", "value", []): .url
        case ("email-addr", "value", []), ("email-message", "from_ref", [.property("value")]),
            ("email-message", "sender_ref", [.property("value")]):
            .email
        case ("file", "hashes", _): steps.count == 1 ? hashKind.map { .hash($0) } : nil
        default: nil
        }
    }

    /// What the hashes are that the path ends in; nil where it ends in none that is asked for by its length alone.
    private var hashKind: ObservableValue.Kind? {
        guard case .property(let name)? = steps.last,
            property == "hashes" || steps.dropLast().last == .property("hashes")
        else { return nil }
        return HashAlgorithm(spelled: name).flatMap { ObservableValue.Kind(rawValue: $0.rawValue) }
    }

    /// A value that stands at no place where it is looked for by itself.
    fileprivate func namesElsewhere(_ text: String) -> ObservableValue? {
        guard let value = ObservableValue(text) else { return nil }
        switch value.kind {
        case .ipv4, .ipv6, .url, .email: return value
        // Much is written like a name: a file, a package, a version.
        case .domain: return ["value", "host"].contains(lastProperty.lowercased()) ? value : nil
        case .md5, .sha1, .sha256, .sha512: return hashKind == value.kind ? value : nil
        case .vulnerability, .autonomousSystem: return nil
        }
    }

    /// The same path with another last property; nil where it does not end in one.
    fileprivate func sibling(_ name: String) -> Pattern.Path? {
        guard let last = steps.last else { return Pattern.Path(type: type, property: name) }
        guard case .property = last else { return nil }
        return Pattern.Path(type: type, property: property, steps: steps.dropLast() + [.property(name)])
    }
}

extension Pattern.Comparisons {
    /// Whether it asks for nothing but a type that has values, of something whose value another one of these asks for.
    fileprivate func onlyTestsType(beside others: [Pattern.Comparisons]) -> Bool {
        guard case .test(.compares(let path, isNegated: false, let operation)) = self,
            path.lastProperty == "type", let value = path.sibling("value")
        else { return false }
        let types: [Pattern.Constant] =
            switch operation {
            case .equals(let type): [type]
            case .isIn(let several): several
            default: []
            }
        let isOfValues = types.allSatisfy { type in
            if case .quantity(.string(let name)) = type { Self.typesWithValues.contains(name) } else { false }
        }
        return isOfValues && !types.isEmpty && others.contains { $0.asks(for: value) }
    }

    private static let typesWithValues: Set = [
        "domain-name", "email-addr", "ipv4-addr", "ipv6-addr", "mac-addr", "url",
    ]

    private func asks(for path: Pattern.Path) -> Bool {
        switch self {
        case .test(.compares(let asked, _, _)): asked == path
        case .test: false
        case .any(let several): several.elements.allSatisfy { $0.asks(for: path) }
        case .all(let several): several.elements.contains { $0.asks(for: path) }
        }
    }
}
