/// The cheapest set of actions that reaches a goal, in an order in which they can be taken.
public struct RoadmapPlan: Hashable, Sendable {
    /// One step of the plan.
    public struct Step: Hashable, Sendable {
        /// The code of the action.
        public let action: String
        /// What has been spent when it is done.
        public let spent: Double
        /// The scores of the goal's gates when it is done, in their order.
        public let scores: [Double]
    }

    /// The codes of the unit and of its actions, in the order to take them: what is needed before comes before, and of
    /// what is possible the one that closes most of the gap for its cost.
    public let steps: [Step]
    /// The sum of the costs.
    public let cost: Double
    /// No set of actions that reaches the goal costs less; equal to ``cost`` where the plan is proved the cheapest.
    public let bound: Double
    /// Whether no better plan exists: none cheaper, of the same cost none with fewer actions, then none earlier by
    /// code.
    public let isProved: Bool
    /// The number of sets of decisions that were looked at.
    public let nodes: Int
    /// The scores of the goal's gates at the start, in their order.
    public let start: [Double]

    /// How much cheaper a plan could still be, as a share of the cost; 0 where the plan is proved the cheapest.
    public var gap: Double { cost > 0 ? (cost - bound) / cost : 0 }
    /// The codes of the actions, in the order to take them.
    public var actions: [String] { steps.map(\.action) }
}
