/// Whether more of an indicator is better or worse.
public enum Direction: Int, Codable, Sendable, CaseIterable {
    /// More is better.
    case up = 1
    /// Less is better.
    case down = -1

    /// 1 or −1.
    public var sign: Double { Double(rawValue) }
}

/// The values that count as nothing achieved and as everything achieved.
public struct Goalposts: Codable, Hashable, Sendable {
    /// The value that scores lowest.
    public var lower: Double
    /// The value that scores highest.
    public var upper: Double
    /// Whether the distance is measured between logarithms, as the Human Development Index does with income.
    public var logarithmic: Bool

    /// States the goalposts.
    public init(lower: Double, upper: Double, logarithmic: Bool = false) {
        self.lower = lower
        self.upper = upper
        self.logarithmic = logarithmic
    }
}

/// What is known of an indicator besides its numbers.
public struct IndicatorInfo: Codable, Hashable, Sendable {
    /// Its identifier, unique among all nodes of the hierarchy.
    public var code: String
    /// Its name for people.
    public var name: String
    /// Whether more is better.
    public var direction: Direction
    /// Its weight among the children of its parent; only ratios matter.
    public var weight: Double
    /// The unit of measurement, for people.
    public var unit: String
    /// The value to reach.
    public var target: Double?
    /// What counts as nothing and as everything.
    public var goalposts: Goalposts?
    /// The code of the quantity that it is divided by.
    public var denominator: String?
    /// The code of the aggregate that it belongs to; nil only where there are no aggregates.
    public var parent: String?

    /// States an indicator.
    public init(
        code: String, name: String? = nil, direction: Direction = .up, weight: Double = 1, unit: String = "",
        target: Double? = nil, goalposts: Goalposts? = nil, denominator: String? = nil, parent: String? = nil
    ) {
        self.code = code
        self.name = name ?? code
        self.direction = direction
        self.weight = weight
        self.unit = unit
        self.target = target
        self.goalposts = goalposts
        self.denominator = denominator
        self.parent = parent
    }
}

/// A node of the hierarchy above the indicators: a dimension, a pillar, a sub-index, the index.
public struct AggregateInfo: Codable, Hashable, Sendable {
    /// Its identifier, unique among all nodes of the hierarchy.
    public var code: String
    /// Its name for people.
    public var name: String
    /// Its weight among the children of its parent; only ratios matter.
    public var weight: Double
    /// The code of the aggregate above; nil for the index itself.
    public var parent: String?

    /// States an aggregate.
    public init(code: String, name: String? = nil, weight: Double = 1, parent: String? = nil) {
        self.code = code
        self.name = name ?? code
        self.weight = weight
        self.parent = parent
    }
}
