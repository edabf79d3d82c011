/// The method as it stands, with nothing varied: what runs are compared with.
struct NominalRun: Sendable {
    /// Per unit of the base data; missing for units that are screened out.
    let scores: [Double]
    /// 0 for a missing score.
    let doubledRanks: [Int]
    private(set) var agreement: ScaleAgreement?

    init(_ before: [Step], _ aggregate: Step, data: IndexData, target: String) throws(IndexError) {
        var state = PreparedState(data: data)
        for step in before { state = try state.taking(step) }
        let table = try TableMaker(base: data, target: target, noise: nil).table(state, aggregate: aggregate)
        var scores = [Double](repeating: .nan, count: data.units.count)
        switch table {
        case .means(let programme):
            try programme.run([WeightDraw()][...], in: MeanProgramme.Room(for: programme)) { _, found in
                for unit in scores.indices { scores[unit] = found[unit] }
            }
        case .pipeline(let pipeline): scores = try pipeline.scores(WeightDraw())
        }
        scores = Settling.scores(scores)
        self.scores = scores
        var ranks = [UInt16](repeating: 0, count: scores.count)
        let sorter = RankSorter(units: scores.count)
        scores.withUnsafeBufferPointer { from in
            ranks.withUnsafeMutableBufferPointer { to in
                if let from = from.baseAddress, let to = to.baseAddress { sorter.rank(from, into: to) }
            }
        }
        doubledRanks = ranks.map { Int($0) }
    }

    /// The same, with what is known of the scales of the runs.
    func with(_ agreement: ScaleAgreement) -> NominalRun {
        var copy = self
        copy.agreement = agreement
        return copy
    }
}
