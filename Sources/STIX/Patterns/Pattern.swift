/// A pattern of the STIX pattern language: what to look for in observed data (STIX 2.1 §9).
public struct Pattern: Sendable, Equatable {
    /// What must have been observed.
    public let observations: Observations

    /// Makes a pattern.
    public init(_ observations: Observations) {
        self.observations = observations
    }

    /// An observation expression (§9.5): conditions on one or more observations.
    public indirect enum Observations: Sendable, Equatable {
        /// One observation that fulfils the comparisons between the square brackets.
        case one(Comparisons)
        /// `AND`: all of these, each with other observations.
        case all(Several<Observations>)
        /// `OR`: at least one of these.
        case any(Several<Observations>)
        /// `FOLLOWEDBY`: all of these, each with other observations, none earlier than those before it.
        case inOrder(Several<Observations>)
        /// An expression whose observations must fit a qualifier too.
        case qualified(Observations, Qualifier)
    }

    /// A comparison expression (§9.6): conditions on one object of one observation.
    public indirect enum Comparisons: Sendable, Equatable {
        /// One condition on a property.
        case test(Test)
        /// `AND`: all of these, on the same object.
        case all(Several<Comparisons>)
        /// `OR`: at least one of these.
        case any(Several<Comparisons>)
    }

    /// At least two of something that an operator joins, in the order written.
    public struct Several<Element: Sendable & Equatable>: Sendable, Equatable {
        /// All of them.
        public let elements: [Element]

        /// Joins the first two and the rest.
        public init(_ first: Element, _ second: Element, _ rest: [Element] = []) {
            elements = [first, second] + rest
        }

        /// All of them, of which the caller knows that there are two at least.
        init(unchecked elements: [Element]) { self.elements = elements }
    }

    /// What further binds the observations of an expression (§9.5.1).
    public enum Qualifier: Sendable, Equatable {
        /// `WITHIN … SECONDS`: all of them lie in a window of this length.
        case within(Seconds)
        /// `REPEATS … TIMES`: the expression is fulfilled so often, each time by other observations.
        case repeats(Times)
        /// `START … STOP …`: all of them lie in this interval.
        case startStop(Interval)
    }

    /// A positive number of seconds.
    public struct Seconds: Sendable, Equatable {
        /// The number.
        public let value: Double

        /// Nil unless the number is positive and finite.
        public init?(_ value: Double) {
            guard value > 0, value.isFinite else { return nil }
            self.value = value
        }
    }

    /// A positive number of repetitions.
    public struct Times: Sendable, Equatable {
        /// The number.
        public let count: Int

        /// Nil unless the number is positive.
        public init?(_ count: Int) {
            guard count > 0 else { return nil }
            self.count = count
        }
    }

    /// A stretch of time with its start and without its stop.
    public struct Interval: Sendable, Equatable {
        /// The first moment that belongs to it.
        public let start: Timestamp
        /// The first moment behind it.
        public let stop: Timestamp

        /// Nil unless it starts before it stops.
        public init?(start: Timestamp, stop: Timestamp) {
            guard start < stop else { return nil }
            self.start = start
            self.stop = stop
        }
    }
}

extension Pattern {
    /// One condition on what an object path leads to (§9.6.1).
    public enum Test: Sendable, Equatable {
        /// `EXISTS`: the path leads to something, or, with `NOT`, to nothing.
        case exists(Path, isNegated: Bool)
        /// The path leads to a value for which the operation holds, or, with `NOT`, to one for which it does not.
        case compares(Path, isNegated: Bool, Operation)
    }

    /// A comparison operator with its right-hand side (§9.6.1).
    public enum Operation: Sendable, Equatable {
        /// `=` and `!=`.
        case equals(Constant), differs(Constant)
        /// `>`, `<`, `>=` and `<=`.
        case orders(Order, Quantity)
        /// `IN`.
        case isIn([Constant])
        /// `LIKE`: `%` stands for any text, `_` for any character.
        case isLike(String)
        /// `MATCHES`: the text has a part that fits the regular expression.
        case matches(String)
        /// `ISSUBSET` and `ISSUPERSET`: the addresses are all, or include all, of these.
        case isSubset(String), isSuperset(String)
    }

    /// How two values of one kind stand to each other.
    public enum Order: String, Sendable, CaseIterable {
        /// The left one is greater.
        case greater = ">"
        /// The left one is less.
        case less = "<"
        /// The left one is not less.
        case atLeast = ">="
        /// The left one is not greater.
        case atMost = "<="
    }

    /// A constant (§9.2).
    public enum Constant: Sendable, Equatable {
        /// `true` or `false`, which alone have no order.
        case boolean(Bool)
        /// Any other.
        case quantity(Quantity)
    }

    /// A constant that can be greater than another (§9.2).
    public enum Quantity: Sendable, Equatable {
        /// An integer.
        case integer(Int64)
        /// A number with a point, which is finite.
        case float(Double)
        /// A string, escapes resolved.
        case string(String)
        /// Bytes, written in base64.
        case binary([UInt8])
        /// Bytes, written in hexadecimal digits.
        case hex([UInt8])
        /// A moment.
        case timestamp(Timestamp)
    }

    /// An object path (§9.7): the type of an object and the way to a value in it.
    public struct Path: Sendable, Hashable {
        /// The type of the object, such as `network-traffic`.
        public let type: String
        /// The property of the object.
        public let property: String
        /// The way on from the property.
        public let steps: [Step]

        /// Makes a path.
        public init(type: String, property: String, steps: [Step] = []) {
            self.type = type
            self.property = property
            self.steps = steps
        }
    }

    /// One step of an object path.
    public enum Step: Sendable, Hashable {
        /// To a property of an object, or a key of a dictionary.
        case property(String)
        /// To an element of a list, the first of which is 0.
        case index(Int)
        /// To every element of a list.
        case every
    }
}
