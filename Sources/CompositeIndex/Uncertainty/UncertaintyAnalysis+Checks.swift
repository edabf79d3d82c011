/// What the plan names must be in the framework and in the data.
extension UncertaintyAnalysis {
    /// The steps up to the aggregation, and the aggregation.
    func steps() throws(IndexError) -> (before: [Step], aggregate: Step) {
        guard let place = framework.steps.firstIndex(where: { $0.method.kind == .aggregate }) else {
            throw IndexError(.order, "The framework does not aggregate, so there is nothing to rank.")
        }
        let before = Array(framework.steps[..<place])
        let names = Set((before + [framework.steps[place]]).map(\.name))
        for factor in plan.factors {
            guard let step = factor.source.step, !names.contains(step) else { continue }
            throw IndexError(
                .unknownStep, "The factor \(factor.name) changes a step that is not taken before the scores are known.",
                at: .init(step: step))
        }
        for step in before {
            if case .impute(.multiple) = step.method {
                throw IndexError(
                    .parameter, "Draw the missing values with a seed as factor instead of pooling several draws.",
                    at: .init(step: step.name))
            }
        }
        return (before, framework.steps[place])
    }

    func noise(_ data: IndexData) throws(IndexError) -> (law: (law: WeightNoise, levels: [Int]?), factor: Int)? {
        for (number, factor) in plan.factors.enumerated() {
            guard case .weightNoise(let law, let levels) = factor.source else { continue }
            if let stranger = levels?.first(where: { !(1..<data.hierarchy.levelCount).contains($0) }) {
                throw IndexError(.parameter, "No weights stand on level \(stranger) of the hierarchy.")
            }
            return ((law, levels), number)
        }
        return nil
    }

    func leftOut(
        _ data: IndexData
    ) throws(IndexError) -> (factor: Int, draw: DrawnChoice, indicators: [Int?])? {
        for (number, factor) in plan.factors.enumerated() {
            guard case .leftOut(let none, let codes) = factor.source else { continue }
            let tree = data.hierarchy
            var indicators: [Int] = []
            for code in codes ?? tree.indicators.map(\.code) {
                guard let indicator = tree.number(of: code), indicator < tree.indicatorCount else {
                    throw IndexError(
                        .unknownIndicator, "The left-out indicator is not there.", at: .init(indicator: code))
                }
                indicators.append(indicator)
            }
            guard tree.indicatorCount > 1, !indicators.isEmpty || none == 1 else {
                throw IndexError(.parameter, "There is no indicator that could be left out.")
            }
            let each = (1 - none) / Double(max(1, indicators.count))
            return (number, DrawnChoice([none] + indicators.map { _ in each }), [nil] + indicators)
        }
        return nil
    }

    func pairs(_ data: IndexData) throws(IndexError) -> [(one: Int, other: Int)] {
        var pairs: [(one: Int, other: Int)] = []
        for pair in plan.pairs {
            var rows: [Int] = []
            for code in [pair.one, pair.other] {
                guard let row = data.row(of: code) else {
                    throw IndexError(.unknownUnit, "The unit of a pair is not there.", at: .init(unit: code))
                }
                rows.append(row)
            }
            pairs.append((rows[0], rows[1]))
        }
        return pairs
    }

    /// The tiers of the framework for the node that is looked at; nil where it has none.
    func tierScheme(in data: IndexData) -> TierScheme? {
        let top = data.hierarchy.nodes[data.hierarchy.top].code
        for step in framework.steps {
            if case .tier(let scheme) = step.method, (scheme.node ?? top) == (plan.node ?? top) { return scheme }
        }
        return nil
    }
}

extension Sampling {
    /// One past the last point of a replicate.
    func end(of replicate: Int) -> Int {
        switch self {
        case .sobol(let points, _): (replicate + 1) * points
        case .pseudoRandom(let points, _): ((replicate + 1) * points + replicates - 1) / replicates
        }
    }
}
