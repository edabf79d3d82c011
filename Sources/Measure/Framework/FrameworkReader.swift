import CompositeIndex

/// Reads a framework file; its names are those of the Handbook, and `docs/composite-index.md` explains them.
enum FrameworkReader {
    /// - Throws: `MeasureError` with line and character.
    static func framework(_ file: inout YAMLObject) throws(MeasureError) -> Framework {
        let name = try file.need("name").text()
        let version = try file.take("version")?.text() ?? "1"
        let list = try file.need("steps")
        var steps: [Step] = []
        for value in try list.list() {
            let step = try step(value)
            guard !steps.contains(where: { $0.name == step.name }) else {
                throw value.error("duplicate-step", "two steps are called \(step.name); give one of them a name")
            }
            steps.append(step)
        }
        guard !steps.isEmpty else { throw list.error("empty", "a method has a step") }
        return Framework(name: name, version: version, steps: steps)
    }

    /// `denominate`, or `impute: median` with its parameters beside it.
    ///
    /// - Parameter other: a name that the reader of the list has taken already.
    static func step(_ value: YAMLValue, without other: String? = nil) throws(MeasureError) -> Step {
        let kinds = StepMethod.Kind.allCases.map(\.rawValue)
        if value.isScalar {
            let kind = try value.text()
            guard kinds.contains(kind) else { throw unknown(kind, "step", kinds, value) }
            var nothing = YAMLObject.empty(at: value)
            return Step(try method(.init(rawValue: kind) ?? .screen, nil, &nothing))
        }
        var object = try value.object()
        if let other { _ = object.take(other) }
        let name = try object.take("name")?.text()
        let stated = object.entries.filter { kinds.contains($0.name) }
        guard let (key, choice) = stated.first.map({ ($0.name, $0.value) }), stated.count == 1,
            let kind = StepMethod.Kind(rawValue: key)
        else { throw value.error("step", "a step holds one of: \(kinds.joined(separator: ", "))") }
        _ = object.take(key)
        let step = Step(try method(kind, choice, &object), name: name)
        try object.finish()
        return step
    }

    private static func method(
        _ kind: StepMethod.Kind, _ choice: YAMLValue?, _ object: inout YAMLObject
    ) throws(MeasureError) -> StepMethod {
        func chosen() throws(MeasureError) -> YAMLValue {
            guard let choice else { throw object.whole.error("missing", "a method is expected: \(kind.rawValue): …") }
            return choice
        }
        switch kind {
        case .screen:
            var criteria = try chosen().object()
            let screening = try screening(&criteria)
            try criteria.finish()
            return .screen(screening)
        case .denominate:
            guard let choice else { return .denominate(Denomination()) }
            var parameters = try choice.object()
            let scale = try parameters.take("scale").map { (value) throws(MeasureError) in try numbers(value) }
            try parameters.finish()
            return .denominate(Denomination(scale: scale))
        case .impute: return .impute(try imputation(chosen(), &object))
        case .treat: return .treat(try treatment(chosen(), &object))
        case .normalise:
            let others = try overrides(&object) { (name, parameters) throws(MeasureError) in
                try normaliser(name, &parameters)
            }
            return .normalise(Normalisation(try normaliser(chosen(), &object), overrides: others))
        case .weigh:
            let others = try overrides(&object) { (name, parameters) throws(MeasureError) in
                try weightMethod(name, &parameters)
            }
            return .weigh(Weighting(try weightMethod(chosen(), &object), overrides: others))
        case .aggregate: return .aggregate(try aggregation(chosen(), &object))
        case .tier:
            return .tier(TierScheme(node: try object.take("node")?.text(), tiers: try tiers(chosen())))
        case .stage:
            return .stage(
                MaturityScheme(ground: try object.take("ground")?.text() ?? "none", stages: try stages(chosen())))
        }
    }

    private static func screening(_ criteria: inout YAMLObject) throws(MeasureError) -> Screening {
        Screening(
            unitAvailability: try criteria.take("units")?.number(),
            unitNonZero: try criteria.take("units-non-zero")?.number(),
            indicatorAvailability: try criteria.take("indicators")?.number(),
            keep: try criteria.take("keep").map { (value) throws(MeasureError) in try texts(value) },
            drop: try criteria.take("drop").map { (value) throws(MeasureError) in try texts(value) })
    }

    private static func tiers(_ value: YAMLValue) throws(MeasureError) -> [TierScheme.Tier] {
        var tiers: [TierScheme.Tier] = []
        for entry in try value.list() {
            var object = try entry.object()
            tiers.append(.init(try object.need("name").text(), from: try object.take("from")?.number()))
            try object.finish()
        }
        return tiers
    }

    private static func stages(_ value: YAMLValue) throws(MeasureError) -> [MaturityScheme.Stage] {
        var stages: [MaturityScheme.Stage] = []
        for entry in try value.list() {
            var object = try entry.object()
            let name = try object.need("name").text()
            let gates = try object.need("gates").object().entries
            var read: [MaturityScheme.Gate] = []
            for gate in gates { read.append(.init(gate.name, atLeast: try gate.value.number())) }
            stages.append(.init(name, gates: read))
            try object.finish()
        }
        return stages
    }

    /// `others: {CODE: method, CODE: {method: …, parameter: …}}`.
    static func overrides<Method>(
        _ object: inout YAMLObject, _ read: (YAMLValue, inout YAMLObject) throws(MeasureError) -> Method
    ) throws(MeasureError) -> [String: Method]? {
        guard let others = object.take("others") else { return nil }
        var all = try others.object()
        return try all.takeAll { (value) throws(MeasureError) in try named(value, read) }
    }

    /// A method by its name alone, or as an object with the name under `method` and its parameters beside it.
    static func named<Method>(
        _ value: YAMLValue, _ read: (YAMLValue, inout YAMLObject) throws(MeasureError) -> Method
    ) throws(MeasureError) -> Method {
        if value.isScalar {
            var nothing = YAMLObject.empty(at: value)
            return try read(value, &nothing)
        }
        var object = try value.object()
        let name = try object.need("method")
        let method = try read(name, &object)
        try object.finish()
        return method
    }

    static func unknown(_ name: String, _ what: String, _ known: [String], _ value: YAMLValue) -> MeasureError {
        value.error("unknown-\(what)".code, "\(name) is no \(what); there are: \(known.joined(separator: ", "))")
    }

    static func texts(_ value: YAMLValue) throws(MeasureError) -> [String] {
        var texts: [String] = []
        for entry in try value.list() { texts.append(try entry.text()) }
        return texts
    }

    static func numbers(_ value: YAMLValue) throws(MeasureError) -> [String: Double] {
        var object = try value.object()
        return try object.takeAll { (value) throws(MeasureError) in try value.number() }
    }

    static func list<Value>(
        _ value: YAMLValue, _ read: (YAMLValue) throws(MeasureError) -> Value
    ) throws(MeasureError) -> [Value] {
        var values: [Value] = []
        for entry in try value.list() { values.append(try read(entry)) }
        return values
    }

    /// Two numbers: `[0, 100]`.
    static func pair(_ value: YAMLValue) throws(MeasureError) -> (Double, Double) {
        let numbers = try list(value) { (entry) throws(MeasureError) in try entry.number() }
        guard numbers.count == 2 else { throw value.error("type", "two numbers are expected here: [0, 100]") }
        return (numbers[0], numbers[1])
    }
}

extension String {
    fileprivate var code: MeasureError.Code { .init(rawValue: self) }
}
