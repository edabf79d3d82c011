import STIX

/// A pattern of which every comparison is enough by itself: `[a:b = 'c' OR …]`, one or several joined by OR.
///
/// Anything else (AND, FOLLOWEDBY, NOT, qualifiers, other operators) has no values that may be blocked alone.
struct PlainPattern {
    struct Comparison: Equatable {
        /// The object path without quotes.
        let path: String
        let value: String
    }

    private(set) var comparisons: [Comparison] = []
    private static let mostComparisons = 10_000

    init?(_ pattern: String) {
        guard let pattern = try? Pattern.parse(pattern), take(pattern.observations) else { return nil }
    }

    private mutating func take(_ observations: Pattern.Observations) -> Bool {
        switch observations {
        case .one(let comparisons): take(comparisons)
        case .any(let several): several.elements.allSatisfy { take($0) }
        case .all, .inOrder, .qualified: false
        }
    }

    private mutating func take(_ comparisons: Pattern.Comparisons) -> Bool {
        switch comparisons {
        case .test(.compares(let path, isNegated: false, .equals(.quantity(.string(let value))))),
            .test(.compares(let path, isNegated: false, .isSubset(let value))):
            add(path, value)
        case .test(.compares(let path, isNegated: false, .isIn(let values))):
            values.allSatisfy { constant in
                if case .quantity(.string(let value)) = constant { add(path, value) } else { false }
            }
        case .any(let several): several.elements.allSatisfy { take($0) }
        case .test, .all: false
        }
    }

    /// False where there are too many.
    private mutating func add(_ path: Pattern.Path, _ value: String) -> Bool {
        var text = "\(path.type):\(path.property)"
        for step in path.steps {
            switch step {
            case .property(let name): text += ".\(name)"
            case .index(let index): text += "[\(index)]"
            case .every: text += "[*]"
            }
        }
        comparisons.append(Comparison(path: text, value: value))
        return comparisons.count <= Self.mostComparisons
    }
}
