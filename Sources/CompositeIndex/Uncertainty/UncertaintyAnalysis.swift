/// How sure an index is: the method run many times, each time with other choices where the choices are uncertain.
///
/// All summaries come from one set of runs. For the same data, framework and plan they are the same to the last bit,
/// whatever the number of workers. Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), p. 117–131;
/// M. Saisana, A. Saltelli, S. Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
/// assessment of composite indicators, J. R. Statist. Soc. A 168, 307–323.
public struct UncertaintyAnalysis: Sendable {
    /// The method as it stands.
    public let framework: Framework
    /// What is varied.
    public let plan: UncertaintyPlan

    /// States the method and what is varied.
    public init(_ framework: Framework, plan: UncertaintyPlan) {
        self.framework = framework
        self.plan = plan
    }

    /// Runs the method and adds up.
    ///
    /// - Parameters:
    ///   - data: Units × indicators, before any step.
    ///   - workers: How many chunks of runs are computed at once.
    ///   - progress: Called with the runs that are done and the runs in all, now and then, in ascending order.
    /// - Throws: `IndexError` for a plan that makes no sense with this framework and these data, and for a combination
    ///   of choices under which the index cannot be computed; `cancelled` when the task is cancelled.
    public func run(
        on data: IndexData, workers: Int, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws(IndexError) -> UncertaintyResult {
        try framework.check()
        try plan.check()
        let (runner, nominal) = try await prepare(data, workers)
        let chunks = Self.chunks(runner)
        var sum = UncertaintySums(plan, units: data.units.count)
        var done = 0
        try await ParallelWork.each(
            chunks, workers: workers, work: { chunk throws(IndexError) in try runner.run(chunk) },
            then: { _, outcome in
                sum.add(outcome)
                done += outcome.chunk.points.count * runner.design.rowsPerPoint
                progress(done, runner.design.runs)
            })
        return UncertaintyResult(sum, plan: plan, data: data, nominal: nominal, tiers: tierScheme(in: data))
    }

    private func prepare(
        _ data: IndexData, _ workers: Int
    ) async throws(IndexError) -> (ChunkRunner, NominalRun) {
        guard data.units.count <= RankSorter.mostUnits else {
            throw IndexError(.tooLarge, "Ranks of more than \(RankSorter.mostUnits) units are not kept.")
        }
        if plan.comparesAll, data.units.count > Self.mostCompared {
            throw IndexError(.tooLarge, "All pairs of more than \(Self.mostCompared) units are too many.")
        }
        let (before, aggregate) = try steps()
        let target = plan.node ?? data.hierarchy.nodes[data.hierarchy.top].code
        let noise = try noise(data)
        let leftOut = try leftOut(data)
        let pairs = try pairs(data)
        var variations: [StepVariation] = []
        for step in before + [aggregate] { variations.append(try StepVariation(step, plan: plan.factors)) }
        let nominal = try NominalRun(before, aggregate, data: data, target: target)
        let agreement = try ScaleAgreement(variations)
        let tree = try await PreparationTree(
            variations, maker: TableMaker(base: data, target: target, noise: noise?.law), workers: workers)
        if workers < 1 { throw IndexError(.parameter, "There must be a worker.") }
        let design = SampleDesign(
            factors: plan.factors.count, sampling: plan.sampling, isSplit: plan.splitsVariance, seed: plan.seed)
        let keepsScores = agreement.isSame
        guard !keepsScores || design.sampling.points <= Self.mostScores / data.units.count else {
            throw IndexError(.tooLarge, "So many scores are not kept; take fewer points.")
        }
        return (
            ChunkRunner(
                design: design, tree: tree, leftOut: leftOut, noise: noise?.factor, units: data.units.count,
                nominal: nominal.doubledRanks, pairs: pairs, keepsScores: keepsScores, comparesAll: plan.comparesAll),
            nominal.with(agreement)
        )
    }

    private static let mostCompared = 4096
    /// 2 GB.
    private static let mostScores = 1 << 27
    /// Enough runs to share a table with others, few enough to keep all workers busy.
    private static let runsPerChunk = 1280
    /// Where a run takes long, or tables are made for the chunk and then forgotten.
    private static let slowRunsPerChunk = 48

    /// Chunks of points, none of which reaches over the end of a replicate.
    private static func chunks(_ runner: ChunkRunner) -> [RunChunk] {
        let sampling = runner.design.sampling
        let isFast =
            runner.tree.isShared && runner.tree.tables.allSatisfy { if case .means = $0 { true } else { false } }
        let size = max(1, (isFast ? runsPerChunk : slowRunsPerChunk) / runner.design.rowsPerPoint)
        var chunks: [RunChunk] = []
        var start = 0
        while start < sampling.points {
            let replicate = runner.design.isSplit ? sampling.replicate(of: start) : 0
            var end = min(start + size, sampling.points)
            if runner.design.isSplit { end = min(end, sampling.end(of: replicate)) }
            chunks.append(RunChunk(points: start..<end, replicate: replicate))
            start = end
        }
        return chunks
    }
}
