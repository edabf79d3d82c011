import CompositeIndex

/// What is uncertain, and how it is sampled.
extension FrameworkReader {
    static func uncertainty(_ value: YAMLValue) throws(MeasureError) -> UncertaintyPlan {
        var object = try value.object()
        let plan = UncertaintyPlan(
            factors: try list(object.need("factors"), factor),
            sampling: try sampling(object.take("sample")),
            seed: try seed(&object),
            splitsVariance: try object.take("split-variance")?.flag() ?? true,
            pairs: try object.take("pairs").map { (value) throws(MeasureError) in try list(value, unitPair) } ?? [],
            comparesAll: try object.take("compare-all")?.flag() ?? true,
            confidence: try object.take("confidence")?.number() ?? 0.9,
            node: try object.take("node")?.text())
        try object.finish()
        return plan
    }

    private static func sampling(_ value: YAMLValue?) throws(MeasureError) -> Sampling {
        guard let value else { return .sobol(points: 256, scrambles: 8) }
        var object = try value.object()
        let sampling: Sampling
        if let points = object.take("sobol") {
            sampling = .sobol(
                points: try points.whole(2...1 << 20), scrambles: try object.take("scrambles")?.whole(1...64) ?? 8)
        } else {
            sampling = .pseudoRandom(
                points: try object.need("random").whole(2...1 << 26),
                resamples: try object.take("resamples")?.whole(20...10_000) ?? 1_000)
        }
        try object.finish()
        return sampling
    }

    private static func unitPair(_ value: YAMLValue) throws(MeasureError) -> UnitPair {
        let codes = try texts(value)
        guard codes.count == 2 else { throw value.error("type", "two units are expected here: [A, B]") }
        return UnitPair(codes[0], codes[1])
    }

    private static let kinds = ["choice", "parameter", "seed", "left-out", "weights"]

    private static func factor(_ value: YAMLValue) throws(MeasureError) -> UncertaintyFactor {
        var object = try value.object()
        let name = try object.take("name")?.text()
        let stated = object.entries.filter { kinds.contains($0.name) }
        guard let (kind, choice) = stated.first.map({ ($0.name, $0.value) }), stated.count == 1 else {
            throw value.error("factor", "a factor holds one of: \(kinds.joined(separator: ", "))")
        }
        _ = object.take(kind)
        let factor: UncertaintyFactor
        switch kind {
        case "choice":
            let step = try choice.text()
            factor = UncertaintyFactor(
                name ?? step, .choice(step: step, alternatives: try list(object.need("among"), alternative)))
        case "parameter":
            let step = try choice.text()
            let path = try texts(object.need("path"))
            factor = UncertaintyFactor(
                name ?? "\(step) \(path.last ?? "")", .parameter(step: step, path: path, law: try law(&object)))
        case "seed":
            let step = try choice.text()
            factor = UncertaintyFactor(name ?? "seed of \(step)", .seed(step: step))
        case "left-out":
            let source = try leftOut(choice)
            factor = UncertaintyFactor(name ?? "left-out indicator", source)
        default:
            let source = try weightNoise(choice)
            factor = UncertaintyFactor(name ?? "weights", source)
        }
        try object.finish()
        return factor
    }

    /// A step as in `steps`, with its probability beside it.
    private static func alternative(_ value: YAMLValue) throws(MeasureError) -> StepAlternative {
        var object = try value.object()
        let probability = try object.take("probability")?.number() ?? 1
        return StepAlternative(try step(value, without: "probability"), probability: probability)
    }

    private static func law(_ object: inout YAMLObject) throws(MeasureError) -> ParameterLaw {
        if let range = object.take("between") {
            let (from, to) = try pair(range)
            return .uniform(from: from, to: to)
        }
        if let corners = object.take("triangular") {
            let numbers = try list(corners) { (value) throws(MeasureError) in try value.number() }
            guard numbers.count == 3 else { throw corners.error("type", "three numbers are expected here") }
            return .triangular(from: numbers[0], mode: numbers[1], to: numbers[2])
        }
        if let normal = object.take("normal") {
            var parameters = try normal.object()
            let law = ParameterLaw.normal(
                mean: try parameters.need("mean").number(), deviation: try parameters.need("deviation").number())
            try parameters.finish()
            return law
        }
        guard let values = object.take("one-of") else {
            throw object.whole.error("missing", "one of between, triangular, normal, one-of is missing here")
        }
        return .discrete(
            values: try list(values) { (value) throws(MeasureError) in try value.number() }, probabilities: nil)
    }

    private static func leftOut(_ value: YAMLValue) throws(MeasureError) -> UncertaintySource {
        if value.isScalar, try value.text() == "any" { return .leftOut(none: 0, indicators: nil) }
        var object = try value.object()
        let source = UncertaintySource.leftOut(
            none: try object.take("none")?.number() ?? 0,
            indicators: try object.take("of").map { (value) throws(MeasureError) in try texts(value) })
        try object.finish()
        return source
    }

    private static func weightNoise(_ value: YAMLValue) throws(MeasureError) -> UncertaintySource {
        var object = try value.object()
        let levels = try object.take("levels").map { (value) throws(MeasureError) in
            try list(value) { (level) throws(MeasureError) in try level.whole(1...1_000) }
        }
        let noise: WeightNoise
        if let relative = object.take("uniform") {
            noise = .uniform(relative: try relative.number())
        } else {
            noise = .logNormal(deviation: try object.need("log-normal").number())
        }
        try object.finish()
        return .weightNoise(noise, levels: levels)
    }
}
