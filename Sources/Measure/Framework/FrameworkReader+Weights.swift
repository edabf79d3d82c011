import CompositeIndex

/// Weights and aggregation, by the names of the file.
extension FrameworkReader {
    static let weightMethods = [
        "given", "equal", "stated", "budget-allocation", "analytic-hierarchy", "factor-analysis", "principal-component",
        "benefit-of-the-doubt", "correlation-optimised", "expert-panel",
    ]

    static func weightMethod(_ name: YAMLValue, _ object: inout YAMLObject) throws(MeasureError) -> WeightMethod {
        switch try name.text() {
        case "given": .given
        case "equal": .equal
        case "stated": .stated(weights: try numbers(object.need("weights")))
        case "budget-allocation":
            .budgetAllocation(experts: try list(object.need("experts"), numbers))
        case "analytic-hierarchy":
            .analyticHierarchy(
                order: try texts(object.need("order")),
                judgements: try list(object.need("judgements")) { (row) throws(MeasureError) in
                    try list(row) { (cell) throws(MeasureError) in try cell.number() }
                },
                maximumInconsistency: try object.take("maximum-inconsistency")?.number() ?? 0.1)
        case "factor-analysis":
            .factorAnalysis(
                FactorChoice(
                    minimumEigenvalue: try object.take("minimum-eigenvalue")?.number(),
                    minimumShare: try object.take("minimum-share")?.number(),
                    cumulativeShare: try object.take("cumulative-share")?.number(),
                    count: try object.take("factors")?.whole(1...1_000)))
        case "principal-component": .principalComponent
        case "benefit-of-the-doubt":
            .benefitOfTheDoubt(shares: try shareLimits(&object))
        case "correlation-optimised":
            .correlationOptimised(
                CorrelationGoal(
                    importance: try object.take("importance").map { (value) throws(MeasureError) in try numbers(value)
                    },
                    tolerance: try object.take("tolerance")?.number() ?? 1e-12,
                    maximumIterations: try object.take("iterations")?.whole(1...10_000_000) ?? 200_000))
        case "expert-panel":
            .expertPanel(
                experts: try list(object.need("experts"), numbers), combination: try combination(&object))
        case let other: throw unknown(other, "weighting", weightMethods, name)
        }
    }

    /// `shares: [0.1, 0.15]`, and `shares-of: weights` (of the sum of the weights) or `score` (of the unit's score).
    private static func shareLimits(_ object: inout YAMLObject) throws(MeasureError) -> ShareLimits? {
        guard let value = object.take("shares") else { return nil }
        let (lower, upper) = try pair(value)
        let whole = object.take("shares-of")
        let text = try whole?.text() ?? "weights"
        guard let whole = ShareLimits.Whole(rawValue: text) else {
            throw unknown(text, "whole", ["weights", "score"], whole ?? value)
        }
        return ShareLimits(of: whole, lower: lower, upper: upper)
    }

    private static func combination(_ object: inout YAMLObject) throws(MeasureError) -> PanelCombination {
        guard let value = object.take("combine") else { return .mean }
        return switch try value.text() {
        case "mean": .mean
        case "median": .median
        case "trimmed-mean": .trimmedMean(trim: try object.take("trim")?.number() ?? 0.1)
        case let other: throw unknown(other, "combination", ["mean", "median", "trimmed-mean"], value)
        }
    }

    static let aggregations = [
        "arithmetic", "geometric", "harmonic", "power", "borda", "copeland", "kemeny", "mazziotta-pareto",
        "ordered-weights",
    ]

    /// One method for all levels, or a list of methods from the lowest level up.
    static func aggregation(_ choice: YAMLValue, _ object: inout YAMLObject) throws(MeasureError) -> Aggregation {
        var levels: [AggregationMethod] = []
        if choice.isList {
            for entry in try choice.list() {
                levels.append(
                    try named(entry) { (name, parameters) throws(MeasureError) in
                        try aggregationMethod(name, &parameters)
                    })
            }
            guard !levels.isEmpty else { throw choice.error("empty", "a method is expected for each level") }
        } else {
            levels.append(try aggregationMethod(choice, &object))
        }
        let others = try overrides(&object) { (name, parameters) throws(MeasureError) in
            try aggregationMethod(name, &parameters)
        }
        var aggregation = Aggregation(.arithmetic, overrides: others, missing: try missing(&object))
        aggregation.levels = levels
        return aggregation
    }

    /// `missing: refuse`, or `missing: {skip: 0.5}` with the least share of the weight that must have values.
    private static func missing(_ object: inout YAMLObject) throws(MeasureError) -> MissingChildren? {
        guard let value = object.take("missing") else { return nil }
        if value.isScalar, try value.text() == "refuse" { return .refuse }
        var skip = try value.object()
        let share = try skip.need("skip").number()
        try skip.finish()
        return .skip(minimumShare: share)
    }

    static func aggregationMethod(
        _ name: YAMLValue, _ object: inout YAMLObject
    ) throws(MeasureError) -> AggregationMethod {
        switch try name.text() {
        case "arithmetic": .arithmetic
        case "geometric": .geometric
        case "harmonic": .harmonic
        case "power": .power(exponent: try object.need("exponent").number())
        case "borda": .borda
        case "copeland": .copeland
        case "kemeny": .kemeny
        case "mazziotta-pareto": .mazziottaPareto(penalty: try object.take("penalty")?.flag() ?? true)
        case "ordered-weights":
            .orderedWeights(
                weights: try list(object.need("weights")) { (value) throws(MeasureError) in try value.number() })
        case let other: throw unknown(other, "aggregation", aggregations, name)
        }
    }
}
