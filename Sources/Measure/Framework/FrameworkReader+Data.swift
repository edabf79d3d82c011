import CompositeIndex

/// Imputation, outliers and normalisation, by the names of the file.
extension FrameworkReader {
    static let imputations = [
        "mean", "median", "group-mean", "group-median", "regression", "expectation-maximisation", "nearest", "latest",
        "linear",
        "constant", "draw", "multiple",
    ]

    static func imputation(_ name: YAMLValue, _ object: inout YAMLObject) throws(MeasureError) -> Imputation {
        switch try name.text() {
        case "mean": .mean
        case "median": .median
        case "group-mean": .groupMean(group: try object.need("group").text())
        case "group-median": .groupMedian(group: try object.need("group").text())
        case "regression":
            .regression(
                predictors: try object.take("predictors").map { (value) throws(MeasureError) in try texts(value) })
        case "expectation-maximisation": .expectationMaximisation(scope: try scope(&object))
        case "nearest": .nearest(neighbours: try object.take("neighbours")?.whole(1...10_000) ?? 5)
        case "latest": .latest(maximumAge: try object.take("maximum-age")?.number())
        case "linear": .linear(extend: try object.take("extend")?.flag() ?? false)
        case "constant": .constant(value: try object.need("value").number())
        case "draw": .draw(scope: try scope(&object), seed: try seed(&object))
        case "multiple":
            .multiple(
                draws: try object.take("draws")?.whole(2...10_000) ?? 20, scope: try scope(&object),
                seed: try seed(&object))
        case let other: throw unknown(other, "imputation", imputations, name)
        }
    }

    /// Which indicators are taken together; those below the same aggregate unless stated.
    private static func scope(_ object: inout YAMLObject) throws(MeasureError) -> ImputationScope {
        guard let value = object.take("scope") else { return .siblings }
        let text = try value.text()
        guard let scope = ImputationScope(rawValue: text) else {
            throw unknown(text, "scope", ["all", "siblings"], value)
        }
        return scope
    }

    static func seed(_ object: inout YAMLObject) throws(MeasureError) -> UInt64 {
        UInt64(try object.take("seed")?.whole() ?? 1)
    }

    static let treatments = ["winsorise", "transform", "quantiles", "fences", "none"]

    static func treatment(_ name: YAMLValue, _ object: inout YAMLObject) throws(MeasureError) -> OutlierTreatment {
        switch try name.text() {
        case "winsorise":
            .winsorise(
                limits: try limits(&object), maximum: try object.take("at-most")?.whole(0...1_000) ?? 5,
                otherwise: try transformation(object.take("then"), unless: "logarithm"))
        case "transform":
            .transform(
                limits: try limits(&object),
                by: try transformation(object.take("by"), unless: "logarithm") ?? .logarithm)
        case "quantiles":
            .quantiles(lower: try object.need("lower").number(), upper: try object.need("upper").number())
        case "fences": .fences(multiple: try object.take("multiple")?.number() ?? 1.5)
        case "none": .none
        case let other: throw unknown(other, "treatment", treatments, name)
        }
    }

    private static func limits(_ object: inout YAMLObject) throws(MeasureError) -> MomentLimits {
        MomentLimits(
            skewness: try object.take("skewness")?.number() ?? MomentLimits.usual.skewness,
            kurtosis: try object.take("kurtosis")?.number() ?? MomentLimits.usual.kurtosis)
    }

    private static func transformation(
        _ value: YAMLValue?, unless usual: String
    ) throws(MeasureError) -> Transformation? {
        switch try value?.text() ?? usual {
        case "logarithm": .logarithm
        case "box-cox": .boxCox
        case "nothing": nil
        case let other:
            throw value.map { unknown(other, "transformation", ["logarithm", "box-cox", "nothing"], $0) }
                ?? MeasureError("unknown-transformation", other)
        }
    }

    static let normalisers = [
        "min-max", "z-score", "rank", "percentile-rank", "borda", "distance-to-maximum", "distance-to-reference",
        "distance-to-target", "goalposts", "fraction-of-maximum", "categories", "around-mean", "as-is",
    ]

    static func normaliser(_ name: YAMLValue, _ object: inout YAMLObject) throws(MeasureError) -> Normaliser {
        switch try name.text() {
        case "min-max": .minMax(scale: try scale(&object))
        case "z-score":
            .zScore(
                mean: try object.take("mean")?.number() ?? 0, deviation: try object.take("deviation")?.number() ?? 1)
        case "rank": .rank
        case "percentile-rank": .percentileRank
        case "borda": .borda
        case "distance-to-maximum": .distanceToMaximum
        case "distance-to-reference":
            .distanceToReference(
                unit: try object.take("unit")?.text(), cap: try object.take("cap")?.flag() ?? false)
        case "distance-to-target":
            .distanceToTarget(scale: try scale(&object, or: .unit), cap: try object.take("cap")?.flag() ?? true)
        case "goalposts": .goalposts(scale: try scale(&object), cap: try object.take("cap")?.flag() ?? true)
        case "fraction-of-maximum": .fractionOfMaximum
        case "categories":
            .categories(
                bands: try bands(object.need("bands")), byQuantile: try object.take("by-quantile")?.flag() ?? false)
        case "around-mean": .aroundMean(band: try object.take("band")?.number() ?? 0.2)
        case "as-is": .asIs
        case let other: throw unknown(other, "normalisation", normalisers, name)
        }
    }

    private static func scale(_ object: inout YAMLObject, or usual: Scale = .hundred) throws(MeasureError) -> Scale {
        guard let value = object.take("scale") else { return usual }
        let (from, to) = try pair(value)
        return Scale(from: from, to: to)
    }

    private static func bands(_ value: YAMLValue) throws(MeasureError) -> [Normaliser.Band] {
        try list(value) { (entry) throws(MeasureError) in
            var object = try entry.object()
            let band = Normaliser.Band(
                from: try object.need("from").number(), points: try object.need("points").number())
            try object.finish()
            return band
        }
    }
}
