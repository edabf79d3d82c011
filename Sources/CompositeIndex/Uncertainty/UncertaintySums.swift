/// The outcomes of all chunks so far.
struct UncertaintySums: Sendable {
    let units: Int
    private(set) var rankCounts: [UInt32]
    private(set) var absences: [Int]
    /// Per pair of units; empty where pairs are not counted.
    private(set) var above: [UInt32]
    /// Per replicate; empty where variances are not split.
    private(set) var sums: [SobolSums<Int>]
    /// By base run.
    private(set) var shifts: [Int]
    /// By base run and unit; empty where scores are not kept.
    private(set) var scores: [Double] = []
    private let baseRows: Int
    private let points: Int

    init(_ plan: UncertaintyPlan, units: Int) {
        self.units = units
        baseRows = plan.splitsVariance ? 2 : 1
        points = plan.sampling.points
        rankCounts = Array(repeating: 0, count: units * (2 * units + 1))
        absences = Array(repeating: 0, count: units)
        above = Array(repeating: 0, count: plan.comparesAll ? units * units : 0)
        shifts = Array(repeating: 0, count: points * baseRows)
        sums = Array(
            repeating: SobolSums(outputs: units + plan.pairs.count, factors: plan.factors.count),
            count: plan.splitsVariance ? plan.sampling.replicates : 0)
    }

    mutating func add(_ outcome: ChunkOutcome) {
        let bins = 2 * units + 1
        rankCounts.withUnsafeMutableBufferPointer { counts in
            var place = 0
            for _ in outcome.shifts.indices {
                for unit in 0..<units {
                    counts[unit * bins + Int(outcome.ranks[place])] += 1
                    place += 1
                }
            }
        }
        for unit in 0..<units { absences[unit] += outcome.absences[unit] }
        for place in above.indices { above[place] += outcome.above[place] }
        if let part = outcome.sums { sums[outcome.chunk.replicate].add(part) }
        let start = outcome.chunk.points.lowerBound * baseRows
        for (run, shift) in outcome.shifts.enumerated() { shifts[start + run] = shift }
        guard !outcome.scores.isEmpty else { return }
        if scores.isEmpty { scores = Array(repeating: 0, count: points * baseRows * units) }
        scores.replaceSubrange(start * units..<start * units + outcome.scores.count, with: outcome.scores)
    }
}
