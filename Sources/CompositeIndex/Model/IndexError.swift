/// Why an index cannot be computed as asked: a code for programs, a sentence for people, and where.
public struct IndexError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public enum Code: String, Codable, Sendable, CaseIterable {
        // The data and the hierarchy.
        case duplicateCode = "duplicate-code"
        case unknownParent = "unknown-parent"
        case cycle
        case severalTops = "several-tops"
        case childlessAggregate = "childless-aggregate"
        case shape
        case noData = "no-data"
        case infinite
        case unknownIndicator = "unknown-indicator"
        case unknownUnit = "unknown-unit"
        case unknownNode = "unknown-node"
        case unknownGroup = "unknown-group"
        case unknownDenominator = "unknown-denominator"
        case unknownStep = "unknown-step"
        // The choices of the method.
        case order
        case parameter
        case missingTarget = "missing-target"
        case missingGoalposts = "missing-goalposts"
        case missingValue = "missing-value"
        case missingTime = "missing-time"
        case zeroDenominator = "zero-denominator"
        case constant
        case tooFewValues = "too-few-values"
        case nonPositive = "non-positive"
        case zeroWeights = "zero-weights"
        case negativeWeight = "negative-weight"
        case inconsistent
        case infeasible
        case notConverged = "not-converged"
        case singular
        case tooLarge = "too-large"
        case notMonotone = "not-monotone"
        case methodsDiffer = "methods-differ"
        case cancelled
    }

    /// Where: the parts that are known.
    public struct Place: Codable, Hashable, Sendable {
        /// The code of a unit.
        public var unit: String?
        /// The code of an indicator.
        public var indicator: String?
        /// The code of an aggregate in the hierarchy.
        public var node: String?
        /// The name of a step of the framework.
        public var step: String?

        /// States what is known of the place.
        public init(unit: String? = nil, indicator: String? = nil, node: String? = nil, step: String? = nil) {
            self.unit = unit
            self.indicator = indicator
            self.node = node
            self.step = step
        }
    }

    /// What went wrong, for programs.
    public let code: Code
    /// What went wrong, for people: one sentence without the place.
    public let sentence: String
    /// Where.
    public var place: Place

    /// States an error.
    public init(_ code: Code, _ sentence: String, at place: Place = Place()) {
        self.code = code
        self.sentence = sentence
        self.place = place
    }

    /// The same error, with the parts of the place that were not known yet.
    func within(
        unit: String? = nil, indicator: String? = nil, node: String? = nil, step: String? = nil
    ) -> IndexError {
        IndexError(
            code, sentence,
            at: Place(
                unit: place.unit ?? unit, indicator: place.indicator ?? indicator, node: place.node ?? node,
                step: place.step ?? step))
    }
}

extension IndexError: CustomStringConvertible {
    /// The sentence, with the place before it.
    public var description: String {
        let parts = [
            place.step.map { "step \($0)" }, place.node.map { "aggregate \($0)" },
            place.indicator.map { "indicator \($0)" }, place.unit.map { "unit \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? sentence : "\(parts.joined(separator: ", ")): \(sentence)"
    }
}
