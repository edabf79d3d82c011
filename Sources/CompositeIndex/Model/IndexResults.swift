/// What became of the data when a framework was applied: every stage, and the scores.
public struct IndexResults: Hashable, Sendable {
    /// The method.
    public let framework: Framework
    /// What went in.
    public let input: IndexData
    /// One for each step of the framework, in order.
    public internal(set) var stages: [Stage]
    /// What came out: the units and the hierarchy after screening, with the normalised values.
    public internal(set) var data: IndexData
    /// Units × nodes of the hierarchy of `data`: indicators as normalised, then aggregates, the index last.
    ///
    /// Nil where the framework does not aggregate.
    public internal(set) var scores: NumberGrid?
    /// The weights that were used, one group for each aggregate of the hierarchy of ``data``, in its order.
    public internal(set) var weights: [GroupWeights]
    /// The index of each unit pooled over several imputations; empty where the framework does not ask for them.
    ///
    /// The stages and scores show the data with each gap filled by the mean of the draws; the pooled estimate differs from
    /// the score as far as the rest of the method is not linear. Nil for a unit without a score.
    public internal(set) var pooled: [PooledEstimate?] = []

    /// The scores of the index itself, one for each unit.
    public var index: [Double] {
        guard let scores else { return [] }
        return scores.column(scores.columns - 1)
    }

    /// The ranks of the index, 1 for the greatest score; equal scores share the smallest of their ranks.
    public var ranks: [Int?] { competitionRanks(index) }
}

/// A step that was taken: the data after it, and what it did.
public struct Stage: Hashable, Sendable {
    /// The step of the framework.
    public let step: Step
    /// The data after the step.
    public internal(set) var data: IndexData
    /// What was done.
    public internal(set) var report: StageReport
}

/// What a step did.
public enum StageReport: Hashable, Sendable {
    /// The availability of data, unit by unit and indicator by indicator of what went in.
    case screened(ScreeningReport)
    /// The indicators that were divided, with the code of their denominator.
    case denominated([String: String])
    /// The cells that were filled.
    case imputed([FilledCell])
    /// What was done to each indicator, in the order of the columns.
    case treated([TreatmentReport])
    /// Every indicator is on the common scale.
    case normalised
    /// The weights of the children of each aggregate.
    case weighed([GroupWeights])
    /// Units × nodes: see ``IndexResults/scores``.
    case aggregated(NumberGrid)
    /// The number of each unit's tier, 0 for the best; nil without score.
    case tiered([Int?])
    /// How many stages each unit has reached, from 0.
    case staged([Int])
}

/// How much data there is, and who had to go.
public struct ScreeningReport: Hashable, Sendable {
    /// One for each unit that went in: its code, the share of indicators with a value, the share of values not zero, and
    /// whether it stays.
    public var units: [Line]
    /// The same for each indicator that went in.
    public var indicators: [Line]

    /// The availability of data for one unit or indicator.
    public struct Line: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// The share (0 to 1) of values that are there.
        public var available: Double
        /// The share (0 to 1) of the values that are there and not zero.
        public var nonZero: Double
        /// Whether it stays.
        public var stays: Bool
    }
}

/// A missing value that was filled in.
public struct FilledCell: Hashable, Sendable {
    /// The row.
    public var row: Int
    /// The column.
    public var column: Int
    /// What it was filled with.
    public var value: Double
}

/// What was done about the outliers of one indicator.
public struct TreatmentReport: Hashable, Sendable {
    /// The indicator.
    public var indicator: String
    /// Skewness G1 before and after; NaN where it cannot be computed.
    public var skewness: BeforeAfter
    /// Excess kurtosis G2 before and after; NaN where it cannot be computed.
    public var kurtosis: BeforeAfter
    /// The rows whose values were set to another value, in the order in which this was done.
    public var winsorised: [Int]
    /// The transformation that was applied.
    public var transformation: Transformation?
    /// Whether the limits hold at the end; true where there are none.
    public var isWithinLimits: Bool

    /// A statistic before and after.
    public struct BeforeAfter: Hashable, Sendable {
        /// Before.
        public var before: Double
        /// After.
        public var after: Double
    }
}

/// The weights of the children of one aggregate, in the order of ``Hierarchy/Node/children``.
public enum GroupWeights: Hashable, Sendable {
    /// The same for every unit; they add up to 1.
    case common([Double])
    /// Units × children, where every unit has its own (benefit of the doubt).
    ///
    /// The score is the sum of weight times value; the weights need not add up to 1.
    case perUnit(NumberGrid)
}
