/// What becomes of the ranks when one indicator or aggregate is left out, each in turn.
///
/// Source: OECD/JRC Handbook (2008), §1.7, p. 34, and §7, p. 117–118 ("inclusion and exclusion of individual
/// indicators").
public struct LeaveOneOut: Hashable, Sendable {
    /// The index without one node.
    public struct Omission: Hashable, Sendable {
        /// The code of the node.
        public let node: String
        /// The rank of each unit without it; nil for a unit without a score.
        public let ranks: [Int?]
        /// The mean of the absolute change in rank over the units that have both ranks.
        public let meanShift: Double
        /// The greatest absolute change.
        public let greatestShift: Int
        /// Kendall's τ_b between the scores with and without it; nil where one of them is the same for all.
        public let agreement: Double?
    }

    /// The ranks with everything.
    public let ranks: [Int?]
    /// One for each node, in the order given.
    public let omissions: [Omission]

    /// Computes the index once for each node.
    ///
    /// - Parameters:
    ///   - nodes: the codes of the nodes to leave out.
    ///   - scores: the index with everything, one score per unit.
    ///   - scoring: the index without a node, for the same units in the same order.
    public init(
        of nodes: [String], scores: [Double], scoring: (String) throws(IndexError) -> [Double]
    ) throws(IndexError) {
        let ranks = competitionRanks(scores)
        var omissions: [Omission] = []
        for node in nodes {
            let without = try scoring(node)
            let newRanks = competitionRanks(without)
            let shifts = zip(ranks, newRanks).compactMap { old, new in
                old.flatMap { old in new.map { abs($0 - old) } }
            }
            omissions.append(
                Omission(
                    node: node, ranks: newRanks,
                    meanShift: Double(shifts.reduce(0, +)) / Double(max(1, shifts.count)),
                    greatestShift: shifts.max() ?? 0,
                    agreement: Correlation.kendall.coefficient(scores, without)))
        }
        self.ranks = ranks
        self.omissions = omissions
    }
}
