import Foundation

/// A step of the method and the factors that change it.
struct StepVariation: Sendable {
    /// The step as the framework states it.
    let step: Step
    /// The factors that change it, by their number in the plan: the choice first, then parameters, then the seed.
    let factors: [(number: Int, source: UncertaintySource)]
    /// Per factor how its levels are drawn; nil where there are more levels than can be counted.
    private let draws: [DrawnChoice?]

    init(_ step: Step, plan: [UncertaintyFactor]) throws(IndexError) {
        self.step = step
        let own = plan.enumerated().filter { $0.element.source.step == step.name }
        factors = own.map { (number: $0.offset, source: $0.element.source) }
            .sorted { (Self.order($0.source), $0.number) < (Self.order($1.source), $1.number) }
        draws = factors.map { factor in
            switch factor.source {
            case .choice(_, let alternatives): DrawnChoice(alternatives.map(\.probability))
            case .parameter(_, _, .discrete(let values, let probabilities)):
                DrawnChoice(probabilities ?? values.map { _ in 1 })
            case .parameter, .seed, .leftOut, .weightNoise: nil
            }
        }
        try check()
    }

    /// Which of a factor's values u falls on: the number of the alternative, or for a number without steps u's bits.
    @inline(__always)
    func level(_ place: Int, _ u: Double) -> UInt64 {
        draws[place].map { UInt64($0.index(u)) } ?? u.bitPattern
    }

    /// The number of levels of a factor; nil where there are more than can be counted.
    func levelCount(_ place: Int) -> Int? { draws[place]?.count }

    /// The step as the levels of its factors make it.
    func step(levels: ArraySlice<UInt64>) throws(IndexError) -> Step {
        var varied = step
        for (factor, level) in zip(factors, levels) {
            switch factor.source {
            case .choice(_, let alternatives):
                varied = alternatives[Int(level)].step
            case .parameter(_, let path, .discrete(let values, _)):
                varied = try StepForm(varied).setting(path, to: values[Int(level)]) ?? varied
            case .parameter(_, let path, let law):
                let value = law.quantile(Double(bitPattern: level))
                varied = try StepForm(varied).setting(path, to: value) ?? varied
            case .seed:
                varied = varied.seeded(level)
            case .leftOut, .weightNoise: break
            }
        }
        return varied
    }

    private static func order(_ source: UncertaintySource) -> Int {
        switch source {
        case .choice: 0
        case .parameter: 1
        case .seed, .leftOut, .weightNoise: 2
        }
    }

    /// A factor that could not change anything is a mistake.
    private func check() throws(IndexError) {
        let choices = factors.compactMap { factor -> [Step]? in
            if case .choice(_, let alternatives) = factor.source { return alternatives.map(\.step) }
            return nil
        }
        guard choices.count <= 1 else {
            throw IndexError(.parameter, "Two factors choose how the step is taken.", at: .init(step: step.name))
        }
        let ways = choices.first ?? [step]
        for way in ways where way.method.kind != step.method.kind {
            throw IndexError(
                .parameter, "The alternative \(way.name) is another kind of step.", at: .init(step: step.name))
        }
        for factor in factors {
            switch factor.source {
            case .parameter(_, let path, let law):
                var found = false
                for way in ways where try StepForm(way).setting(path, to: law.quantile(0.5)) != nil { found = true }
                guard found else {
                    throw IndexError(
                        .parameter, "The step has no number at \(path.joined(separator: ".")).",
                        at: .init(step: step.name))
                }
            case .seed:
                guard ways.contains(where: { $0.seeded(1) != $0.seeded(2) }) else {
                    throw IndexError(.parameter, "The step has no seed.", at: .init(step: step.name))
                }
            case .choice, .leftOut, .weightNoise: break
            }
        }
    }
}

extension Step {
    /// The same step with another seed; itself where nothing in it is random.
    func seeded(_ seed: UInt64) -> Step {
        guard case .impute(.draw(let scope, _)) = method else { return self }
        return Step(.impute(.draw(scope: scope, seed: seed)), name: name)
    }
}

/// A step as it is encoded, in which numbers have paths.
struct StepForm {
    private let step: Step

    init(_ step: Step) {
        self.step = step
    }

    /// The step with another number at the path; nil where there is none.
    ///
    /// - Throws: `IndexError` where the step does not take the number.
    func setting(_ path: [String], to value: Double) throws(IndexError) -> Step? {
        do {
            let form = try JSONSerialization.jsonObject(with: JSONEncoder().encode(step))
            guard let changed = Self.replace(form, path[...], value) else { return nil }
            return try JSONDecoder().decode(Step.self, from: JSONSerialization.data(withJSONObject: changed))
        } catch {
            throw IndexError(
                .parameter, "The step does not take \(value) at \(path.joined(separator: ".")).",
                at: .init(step: step.name))
        }
    }

    private static func replace(_ form: Any, _ path: ArraySlice<String>, _ value: Double) -> Any? {
        guard let key = path.first else { return form is NSNumber ? value : nil }
        let rest = path.dropFirst()
        if var object = form as? [String: Any] {
            guard let old = object[key], let new = replace(old, rest, value) else { return nil }
            object[key] = new
            return object
        }
        if var list = form as? [Any], let place = Int(key), list.indices.contains(place) {
            guard let new = replace(list[place], rest, value) else { return nil }
            list[place] = new
            return list
        }
        return nil
    }
}
