/// Applies a framework to data, step by step.
///
/// Each step is a pure function from data and a choice to data and a report of what was done. They stand in the folders
/// `Screening`, `Denominators`, `Imputation`, `Outliers`, `Normalisation`, `Weights`, `Aggregation` and `Tiers`.
public struct Pipeline: Sendable {
    /// The method.
    public let framework: Framework

    /// Prepares the method.
    public init(_ framework: Framework) {
        self.framework = framework
    }

    /// Takes every step in order and keeps its result.
    ///
    /// The weights that a weighting step derives from data are known only when the aggregates are computed; they are then
    /// entered in the report of both steps.
    /// - Throws: `IndexError` that names the step.
    public func run(_ data: IndexData) throws(IndexError) -> IndexResults {
        try framework.check()
        var run = PipelineRun(framework: framework, input: data, weights: nil)
        try run.takeAll()
        try run.pool()
        return run.results
    }

    /// The scores of all nodes under weights from elsewhere; a weighting step is passed over.
    func scores(of data: IndexData, weights: @escaping GivenWeights) throws(IndexError) -> IndexResults {
        try framework.check()
        var run = PipelineRun(framework: framework, input: data, weights: weights)
        try run.takeAll()
        return run.results
    }

    /// Gives the weights below an aggregate from its children's values, in the data that are aggregated.
    typealias GivenWeights = (Hierarchy.Node, NumberGrid, IndexData) throws(IndexError) -> GroupWeights
}

/// The state between steps.
private struct PipelineRun {
    var results: IndexResults
    var weighting = Weighting(.given)
    let weights: Pipeline.GivenWeights?

    init(framework: Framework, input: IndexData, weights: Pipeline.GivenWeights?) {
        self.weights = weights
        results = IndexResults(framework: framework, input: input, stages: [], data: input, scores: nil, weights: [])
    }

    mutating func takeAll() throws(IndexError) {
        let framework = results.framework
        try framework.requireData(of: results.data)
        let lastScreen = framework.steps.lastIndex { $0.method.kind == .screen }
        for (place, step) in framework.steps.enumerated() {
            let before = results.data
            do {
                try take(step)
                // A missing denominator leaves a gap by rule; here a gap is a number that overflowed.
                if step.method.kind == .normalise || step.method.kind == .treat {
                    try results.data.requireNothingLost(since: before)
                }
                if place == lastScreen { try results.data.requireSomeData(counting: framework.readsOtherTimes) }
                try results.data.requireFinite()
            } catch {
                throw error.within(step: step.name)
            }
        }
    }

    private mutating func take(_ step: Step) throws(IndexError) {
        let report: StageReport
        switch step.method {
        case .screen(let choice):
            let (data, screening) = try choice.apply(to: results.data)
            (results.data, report) = (data, .screened(screening))
        case .denominate(let choice):
            let (data, divided) = try choice.apply(to: results.data)
            (results.data, report) = (data, .denominated(divided))
        case .impute(let choice):
            let (data, cells) = try choice.apply(to: results.data)
            (results.data, report) = (data, .imputed(cells))
        case .treat(let choice):
            let (data, treatments) = try choice.apply(to: results.data)
            (results.data, report) = (data, .treated(treatments))
        case .normalise(let choice):
            results.data = try choice.apply(to: results.data)
            report = .normalised
        case .weigh(let choice):
            weighting = choice
            report = .weighed([])
        case .aggregate(let choice):
            let scores = try aggregate(choice)
            for place in results.stages.indices where results.stages[place].step.method.kind == .weigh {
                results.stages[place].report = .weighed(results.weights)
            }
            report = .aggregated(scores)
        case .tier(let choice):
            report = .tiered(try choice.tiers(of: try scores(of: choice.node)))
        case .stage(let choice):
            report = .staged(try choice.stages(of: try aggregated(), in: results.data.hierarchy))
        }
        results.stages.append(Stage(step: step, data: results.data, report: report))
    }

    private mutating func aggregate(_ choice: Aggregation) throws(IndexError) -> NumberGrid {
        let data = results.data
        let (scores, used) =
            if let weights {
                try choice.apply(to: data) { (node, values) throws(IndexError) in try weights(node, values, data) }
            } else {
                try choice.apply(to: data, weighting: weighting)
            }
        try requireNumbers(scores, allowsGaps: choice.missing.map { $0 != .refuse } ?? false)
        let settled = scores.settled()
        (results.scores, results.weights) = (settled, used)
        return settled
    }

    /// Numbers so large that a sum overflows would otherwise end as a silent gap.
    private func requireNumbers(_ scores: NumberGrid, allowsGaps: Bool) throws(IndexError) {
        guard let cell = scores.values.firstIndex(where: { $0.isInfinite || ($0.isNaN && !allowsGaps) }) else { return }
        throw IndexError(
            .infinite, "The score is not a finite number.",
            at: .init(
                unit: results.data.units[cell / scores.columns].code,
                node: results.data.hierarchy.nodes[cell % scores.columns].code))
    }

    private func aggregated() throws(IndexError) -> NumberGrid {
        guard let scores = results.scores else { throw IndexError(.order, "Nothing was aggregated.") }
        return scores
    }

    private func scores(of node: String?) throws(IndexError) -> [Double] {
        let tree = results.data.hierarchy
        guard let node else { return try aggregated().column(tree.top) }
        guard let number = tree.number(of: node) else {
            throw IndexError(.unknownNode, "The tiers are on no node of the hierarchy.", at: .init(node: node))
        }
        return try aggregated().column(number)
    }

    /// Takes every draw of a multiple imputation through the whole method.
    mutating func pool() throws(IndexError) {
        let framework = results.framework
        guard results.scores != nil else { return }
        for (place, step) in framework.steps.enumerated() {
            guard case .impute(.multiple(let draws, let scope, let seed)) = step.method else { continue }
            var indices: [[Double]] = []
            for method in try MultipleImputation(draws: draws, scope: scope, seed: seed).single {
                var single = framework
                single.steps[place].method = .impute(method)
                let draw = try Pipeline(single).run(results.input)
                guard draw.data.unitCodes == results.data.unitCodes else {
                    throw IndexError(
                        .order, "The draws leave other units after screening; screen before imputation.",
                        at: .init(step: step.name))
                }
                indices.append(draw.index)
            }
            results.pooled = try results.data.units.indices.map { (unit) throws(IndexError) in
                let estimates = indices.map { $0[unit] }
                return estimates.contains(where: \.isNaN) ? nil : try PooledEstimate(estimates)
            }
        }
    }
}
