/// What an uncertainty analysis found.
///
/// Units are in the order of the data. Intervals hold the plan's share of the runs; ranks are middle ranks, 1 for the
/// greatest score.
public struct UncertaintyResult: Hashable, Sendable {
    /// The codes of the units.
    public let units: [String]
    /// The names of the factors.
    public let factors: [String]
    /// The runs that the summaries are taken from: one per point, or two (A and B) where variances are split.
    public let runs: Int
    /// All runs, with those that only the split of variances needs.
    public let evaluations: Int
    /// The scores of the method as it stands; missing (NaN) for units that are screened out.
    public let nominalScores: [Double]
    /// Their ranks; missing (NaN) where the score is.
    public let nominalRanks: [Double]
    /// The ranks of each unit over the runs; nil for a unit that never has one.
    public let ranks: [RankSummary?]
    /// The scales on which scores of these runs stand.
    public let scales: [String]
    /// The scores of each unit over the runs, nil for a unit that never has one; nil where scales differ.
    public let scores: [ScoreSummary?]?
    /// Units × places: the share of the runs in which the unit takes the place.
    ///
    /// A middle rank between two places counts half for each. Where a unit is not always ranked, its shares add up to less
    /// than 1.
    public let rankProbabilities: NumberGrid
    /// The share of the runs in which each unit is in each tier; nil without tiers in the framework, and where scales
    /// differ.
    public let tiers: TierProbabilities?
    /// Units × units: the share of the runs in which the one of the row stands strictly above that of the column.
    public let above: NumberGrid?
    /// How far ranks are from those of the method as it stands, the mean over all units of one run.
    public let meanRankShift: ScoreSummary
    /// Where the variance of each unit's rank comes from, in squared ranks.
    public let splits: [VarianceSplit]?
    /// Where the variance of the difference of ranks comes from, in the order of the plan's pairs.
    public let pairSplits: [VarianceSplit]?
}

/// The rank of one unit over many runs.
public struct RankSummary: Hashable, Sendable {
    /// The least rank that half of the runs do not exceed.
    public let median: Double
    /// The best rank of the interval.
    public let low: Double
    /// The worst rank of the interval.
    public let high: Double
    /// The mean rank.
    public let mean: Double
    /// The mean distance from the rank of the method as it stands; missing (NaN) where that has none.
    public let meanShift: Double
    /// The share of the runs in which the unit has a rank.
    public let presence: Double
}

/// A number over many runs.
public struct ScoreSummary: Hashable, Sendable {
    /// The middle.
    public let median: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double
    /// The mean.
    public let mean: Double
}

/// How likely each tier is for each unit.
public struct TierProbabilities: Hashable, Sendable {
    /// The tiers, from the best to the lowest.
    public let tiers: [String]
    /// Units × tiers: shares of the runs.
    public let shares: NumberGrid
}
