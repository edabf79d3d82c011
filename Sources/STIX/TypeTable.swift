/// The rows of `ObjectType.all` in the form that the reader works with: names replaced by their numbers.
final class TypeTable: Sendable {
    /// One row.
    final class Row: Sendable {
        let type: ObjectType
        /// Required properties that an object without is admitted: all but those whose absence refuses.
        let required: [Int]
        let requiredSet: PropertySet
        let allowed: PropertySet
        let oneOf: [Int]
        let together: [Int]
        let display: [Int]
        /// By property: what its text is to searchers; nil where it is not searched.
        let textKinds: [SearchableText.Kind?]

        init(_ type: ObjectType) {
            func number(_ name: String) -> Int { PropertyTable.names.names.firstIndex(of: name) ?? 0 }
            self.type = type
            let refusing: Set = ["type", "id"]
            required = (type.category.required + type.required).filter { !refusing.contains($0) }.map(number)
            requiredSet = PropertySet(required)
            allowed = PropertySet(type.properties.map(number))
            oneOf = type.oneOf.map(number)
            together = type.together.map(number)
            display = type.display.map(number)
            var kinds = [SearchableText.Kind?](repeating: nil, count: PropertyTable.names.names.count)
            kinds[number("labels")] = .name
            for (kind, names) in type.searchable {
                for name in names { kinds[number(name)] = kind }
            }
            textKinds = kinds
        }
    }

    /// The table of the standard.
    static let standard = TypeTable(ObjectType.all)

    let names: NameTable
    let rows: [Row]
    /// What is read of types that have no row.
    let unknown = Row(.unknown)
    let properties = PropertyTable.names
    let kinds = PropertyTable.kinds
    let readings = PropertyTable.readings
    /// Pairs of timestamps of which the first must not be later, and whether they must differ.
    let ordered: [(first: Int, second: Int, differ: Bool)]

    init(_ types: [ObjectType]) {
        names = NameTable(types.map(\.name))
        rows = types.map(Row.init)
        func number(_ name: String) -> Int { PropertyTable.names.names.firstIndex(of: name) ?? 0 }
        ordered = [
            (number("first_seen"), number("last_seen"), false),
            (number("valid_from"), number("valid_until"), true),
            (number("start_time"), number("stop_time"), true),
            (number("first_observed"), number("last_observed"), false),
            (number("start"), number("end"), false),
            (number("analysis_started"), number("analysis_ended"), false),
            (number("validity_not_before"), number("validity_not_after"), false),
        ]
    }
}

/// A set of property numbers below 512.
struct PropertySet: Sendable {
    private var words = SIMD8<UInt64>()

    init() {}

    init(_ numbers: [Int]) {
        for number in numbers { insert(number) }
    }

    @inline(__always)
    mutating func insert(_ number: Int) { words[(number >> 6) & 7] |= 1 << UInt64(number & 63) }

    @inline(__always)
    func contains(_ number: Int) -> Bool { words[(number >> 6) & 7] >> UInt64(number & 63) & 1 == 1 }

    /// Whether everything in the other set is in this one.
    @inline(__always)
    func covers(_ other: PropertySet) -> Bool { other.words & ~words == SIMD8<UInt64>() }
}
