/// The nodes in which a unit stands best and worst among all units.
public struct StrengthsAndWeaknesses: Hashable, Sendable {
    /// How a unit stands in one node.
    public struct Standing: Hashable, Sendable {
        /// The code of the node.
        public let node: String
        /// The unit's score.
        public let score: Double
        /// The unit's rank, 1 for the best; ties share the best rank.
        public let rank: Int
        /// The number of units with a score in the node.
        public let units: Int
        /// The score less the mean of all units, in standard deviations; nil where all are equal.
        public let deviations: Double?
    }

    /// From the best down.
    public let strengths: [Standing]
    /// From the worst up; nothing stands in both lists.
    public let weaknesses: [Standing]

    /// Ranks the unit in each node by the share of units that it is ahead of.
    ///
    /// - Parameters:
    ///   - unit: the row.
    ///   - scores: units × nodes; more is better.
    ///   - nodes: the columns to look at, as a rule those of the indicators.
    ///   - codes: the codes of all columns.
    ///   - count: how many of each are wanted at most.
    public init(of unit: Int, in scores: NumberGrid, nodes: [Int], codes: [String], count: Int = 5) {
        let standings = nodes.compactMap { node -> Standing? in
            let column = scores.column(node)
            guard let rank = competitionRanks(column)[unit] else { return nil }
            let sample = Sample(column)
            let spread = sample.isConstant ? nil : sample.standardDeviation
            return Standing(
                node: codes[node], score: column[unit], rank: rank, units: sample.count,
                deviations: spread.flatMap { spread in sample.mean.map { (column[unit] - $0) / spread } })
        }
        let sorted = standings.sorted { ahead($0) > ahead($1) }
        let half = min(count, sorted.count / 2)
        strengths = Array(sorted.prefix(half))
        weaknesses = Array(sorted.suffix(half).reversed())
        func ahead(_ standing: Standing) -> (Double, Double) {
            (1 - Double(standing.rank) / Double(standing.units), standing.deviations ?? 0)
        }
    }
}
