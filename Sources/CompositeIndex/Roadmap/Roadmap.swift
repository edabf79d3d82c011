/// The way of one unit to a goal: which actions, in which order, at which cost.
///
/// The data of the others, treatment, normalisation and weights stay as they were when the results were computed, so a
/// plan promises scores under the published edition; a framework under which an improvement can lower a score is
/// refused.
public struct Roadmap: Sendable {
    private let problem: RoadmapProblem
    private let codes: [String]

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - results: of the index, with scores.
    ///   - unit: the code of the unit.
    ///   - goal: what is to be reached.
    ///   - actions: at most 128.
    /// - Throws: `IndexError` `notMonotone` for a framework with Mazziotta–Pareto or comparison by pairs, or an
    ///   indicator whose score falls on the way; `infeasible` where all actions together do not reach the goal; and for
    ///   actions, goals and units that make no sense.
    public init(
        from results: IndexResults, unit: String, goal: RoadmapGoal, actions: [RoadmapAction]
    ) throws(IndexError) {
        let problem = try RoadmapProblem(results, unit: unit, goal: goal, actions: actions)
        let reached = problem.gateScores(problem.all)
        for (gate, score) in zip(goal.gates, reached) where !(score >= gate.atLeast) {
            throw IndexError(
                .infeasible, "All actions together reach \(score.shown), not \(gate.atLeast.shown).",
                at: .init(unit: unit, node: gate.node))
        }
        self.problem = problem
        codes = actions.map(\.code).sorted()
    }

    /// The cheapest set that reaches the goal; of those the one with the fewest actions, then the earliest by code.
    ///
    /// - Parameter goOn: asked before each branch of the search, with the number of branches looked at so far; where it
    ///   says no, the best plan so far is given with the gap that is left. The first plan needs no search.
    public func plan(goOn: (_ nodes: Int) -> Bool = { _ in true }) -> RoadmapPlan {
        var search = RoadmapSearch(problem)
        search.run(goOn: goOn)
        let cost = problem.cost(ofKey: search.best.key)
        return RoadmapPlan(
            steps: steps(search.best.set), cost: cost,
            bound: search.isFinished ? cost : problem.cost(ofKey: search.bound), isProved: search.isFinished,
            nodes: search.nodes, start: problem.gateScores(0))
    }

    /// How likely a plan reaches the goal when neither effects nor weights are certain.
    ///
    /// - Parameters:
    ///   - actions: the codes of the plan; unknown ones have no effect.
    ///   - doubt: what is drawn.
    ///   - draws: how many times, at least one.
    ///   - seed: of the draws.
    public func probability(
        of actions: [String], under doubt: RoadmapDoubt, draws: Int = 10_000, seed: UInt64
    ) -> RoadmapProbability {
        let set = codes.indices.reduce(RoadmapProblem.ActionSet(0)) { actions.contains(codes[$1]) ? $0 | 1 << $1 : $0 }
        return RoadmapProbability(problem, set, doubt, draws: max(1, draws), seed: seed)
    }

    /// Takes what is possible and closes most of the gap for its cost; of equals the earliest by code.
    private func steps(_ set: RoadmapProblem.ActionSet) -> [RoadmapPlan.Step] {
        var steps: [RoadmapPlan.Step] = []
        var (taken, spent) = (RoadmapProblem.ActionSet(0), Int64(0))
        while taken != set {
            let before = shortfall(taken)
            let possible = Bits(set & ~taken).filter { problem.needs[$0] & ~taken == 0 }
            let worth = possible.map { action in
                (before - shortfall(taken | 1 << action)) / Double(problem.keys[action])
            }
            guard let place = worth.indices.max(by: { worth[$0] < worth[$1] || (worth[$0] == worth[$1] && $0 > $1) })
            else { break }
            taken |= 1 << possible[place]
            spent += problem.keys[possible[place]]
            steps.append(
                RoadmapPlan.Step(
                    action: codes[possible[place]], spent: problem.cost(ofKey: spent), scores: problem.gateScores(taken)
                ))
        }
        return steps
    }

    private func shortfall(_ set: RoadmapProblem.ActionSet) -> Double {
        zip(problem.gates, problem.gateScores(set)).reduce(0) { $0 + max(0, $1.0.atLeast - $1.1) }
    }
}
