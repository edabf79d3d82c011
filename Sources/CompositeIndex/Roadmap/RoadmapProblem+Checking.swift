extension RoadmapProblem {
    /// Checks the actions and numbers them.
    ///
    /// - Throws: `IndexError` `duplicateCode`; `parameter` for a cost or improvement that is not a number from zero up
    ///   and for an unknown action that is needed; `unknownIndicator`; `unknownNode`; `cycle`; `tooLarge` beyond 128
    ///   actions; and as ``FrozenIndex``.
    init(
        _ results: IndexResults, unit: String, goal: RoadmapGoal, actions stated: [RoadmapAction]
    ) throws(IndexError) {
        let actions = stated.sorted { $0.code < $1.code }
        guard actions.count <= Self.greatestCount else {
            throw IndexError(.tooLarge, "\(actions.count) actions are more than \(Self.greatestCount).")
        }
        for (first, second) in zip(actions, actions.dropFirst()) where first.code == second.code {
            throw IndexError(.duplicateCode, "The action \(first.code) is stated twice.")
        }
        let tree = results.data.hierarchy
        let raises = try actions.map { (action) throws(IndexError) in try Self.raises(of: action, in: tree) }
        var reach = [Double](repeating: 0, count: tree.indicatorCount)
        for (indicator, amount) in raises.flatMap(\.self) { reach[indicator] += amount }
        let index = try FrozenIndex(results, unit: unit, reach: reach)
        let (keys, costUnit) = try Self.keys(of: actions)
        let needs = try Self.needs(of: actions)
        let reached = try Self.closure(of: needs, actions)
        let implied = Self.withSubstitutes(reached, needs, raises, keys)
        self.init(
            index: index, gates: try Self.gates(of: goal, in: results), raises: raises, keys: keys, costUnit: costUnit,
            implied: implied,
            excluded: actions.indices.map { action in
                implied.indices.reduce(0) { $0 | (implied[$1] >> action & 1) << $1 }
            },
            needs: needs)
    }

    private static func gates(
        of goal: RoadmapGoal, in results: IndexResults
    ) throws(IndexError) -> [Gate] {
        let tree = results.data.hierarchy
        guard let scores = results.scores else { throw IndexError(.order, "Nothing was aggregated.") }
        return try goal.gates.map { (gate) throws(IndexError) in
            guard let node = tree.number(of: gate.node) else {
                throw IndexError(.unknownNode, "The goal is on no node of the hierarchy.", at: .init(node: gate.node))
            }
            guard gate.atLeast.isFinite else {
                throw IndexError(.parameter, "The goal has no number as least score.", at: .init(node: gate.node))
            }
            return Gate(node: node, atLeast: gate.atLeast, grain: Grain(of: scores.column(node)))
        }
    }

    private static func raises(
        of action: RoadmapAction, in tree: Hierarchy
    ) throws(IndexError) -> [(indicator: Int, amount: Double)] {
        var raises: [(indicator: Int, amount: Double)] = []
        for (code, amount) in action.raises.sorted(by: { $0.key < $1.key }) {
            guard let indicator = tree.indicators.firstIndex(where: { $0.code == code }) else {
                throw IndexError(
                    .unknownIndicator, "The action \(action.code) raises an indicator that is not there.",
                    at: .init(indicator: code))
            }
            guard amount >= 0, amount.isFinite else {
                throw IndexError(
                    .parameter, "The action \(action.code) raises it by \(amount.shown), not by a number from zero up.",
                    at: .init(indicator: code))
            }
            if amount > 0 { raises.append((indicator, amount)) }
        }
        return raises.sorted { $0.indicator < $1.indicator }
    }

    /// Costs as whole numbers of the largest power of ten below one that makes them all whole, down to a millionth.
    private static func keys(of actions: [RoadmapAction]) throws(IndexError) -> ([Int64], costUnit: Double) {
        for action in actions where !(action.cost >= 0 && action.cost <= 1e9) {
            throw IndexError(
                .parameter,
                "The action \(action.code) costs \(action.cost.shown), not a number from zero to a thousand million.")
        }
        var unit = 1.0
        while unit < 1e6, actions.contains(where: { abs($0.cost * unit - ($0.cost * unit).rounded()) > 1e-9 * unit }) {
            unit *= 10
        }
        return (actions.map { Int64(($0.cost * unit).rounded()) * Int64(actions.count + 1) + 1 }, unit)
    }

    private static func needs(of actions: [RoadmapAction]) throws(IndexError) -> [ActionSet] {
        try actions.map { (action) throws(IndexError) in
            var needs: ActionSet = 0
            for code in action.needs {
                guard let number = actions.firstIndex(where: { $0.code == code }) else {
                    throw IndexError(.parameter, "The action \(action.code) needs \(code), which is no action.")
                }
                needs |= 1 << number
            }
            return needs
        }
    }

    /// Each action with all it needs in turn.
    private static func closure(of needs: [ActionSet], _ actions: [RoadmapAction]) throws(IndexError) -> [ActionSet] {
        var reached = needs
        for _ in needs.indices {
            for action in needs.indices {
                reached[action] = Bits(reached[action]).reduce(reached[action]) { $0 | reached[$1] }
            }
        }
        for (action, set) in reached.enumerated() where set >> action & 1 == 1 {
            throw IndexError(.cycle, "The action \(actions[action].code) needs itself in the end.")
        }
        return reached.enumerated().map { $1 | 1 << $0 }
    }

    /// Adds what is never left out when an action is taken.
    ///
    /// That is an action that does at least as much, needs no more, and comes before it by cost, number and code:
    /// whoever takes only the worse one could swap the two, unless another needs it.
    private static func withSubstitutes(
        _ reached: [ActionSet], _ needs: [ActionSet], _ raises: [[(indicator: Int, amount: Double)]], _ keys: [Int64]
    ) -> [ActionSet] {
        var implied = reached
        let needed = needs.reduce(0, |)
        for worse in needs.indices where needed >> worse & 1 == 0 {
            for better in needs.indices where better != worse && needs[better] & ~needs[worse] == 0 {
                guard (keys[better], better) < (keys[worse], worse) else { continue }
                let does = Dictionary(uniqueKeysWithValues: raises[better].map { ($0.indicator, $0.amount) })
                if raises[worse].allSatisfy({ does[$0.indicator, default: 0] >= $0.amount }) {
                    implied[worse] |= reached[better]
                }
            }
        }
        // What an implied action implies is implied as well.
        for _ in needs.indices {
            for action in needs.indices {
                implied[action] = Bits(implied[action]).reduce(implied[action]) { $0 | implied[$1] }
            }
        }
        return implied
    }

    /// A set with what its members bring along.
    private static func joined(_ set: ActionSet, _ sets: [ActionSet]) -> ActionSet {
        Bits(set).reduce(set) { $0 | sets[$1] }
    }
}
