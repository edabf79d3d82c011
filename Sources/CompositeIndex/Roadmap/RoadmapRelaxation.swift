/// The linear problem whose answer no plan can undercut: shares of actions instead of whole ones.
///
/// Each gate is replaced by tangents to a concave function above the score; each tangent holds for every set that
/// passes the gate. Whatever the multipliers of the tangents, from zero up, the bound that they give is true, so
/// rounding in the simplex method cannot make it wrong. Sources: J. E. Kelley, "The cutting-plane method for solving
/// convex programs", J. Soc. Indust. Appl. Math. 8 (1960), p. 703–712; A. Neumaier, O. Shcherbina, "Safe bounds in
/// linear and mixed-integer linear programming", Math. Program. 99 (2004), p. 283–296.
struct RoadmapRelaxation {
    /// Σ coefficients · shares ≥ least.
    private struct Cut {
        let coefficients: [Double]
        let least: Double
        var lastUsed: Int
    }

    let problem: RoadmapProblem
    private var cuts: [Cut] = []
    private var solved = 0

    private static let greatestCuts = 60

    init(_ problem: RoadmapProblem) { self.problem = problem }

    /// What is known of every plan that takes a set of actions and of the rest only free ones.
    struct Answer {
        /// No such plan has a smaller key.
        var key: Double
        /// The shares of the actions that give this bound.
        var shares: [Double]
        /// How much the bound rises when a free action is taken (positive) or left (negative).
        var prices: [Double]
    }

    /// Solves the linear problem for the free actions.
    mutating func bound(taken: RoadmapProblem.ActionSet, free: RoadmapProblem.ActionSet) -> Answer {
        solved += 1
        let actions = Array(Bits(free))
        let base = Double(problem.key(taken))
        let scale = Double(actions.map { problem.keys[$0] }.max() ?? 1)
        let costs = actions.map { Double(problem.keys[$0]) / scale }
        var shares = [Double](repeating: 0, count: problem.count)
        for action in Bits(taken) { shares[action] = 1 }

        var rows: [[Double]] = []
        var limits: [Double] = []
        var origins: [Int] = []
        for (place, cut) in cuts.enumerated() {
            let left = Bits(taken).reduce(cut.least) { $0 - cut.coefficients[$1] }
            let row = actions.map { cut.coefficients[$0] }
            guard left > 0, let greatest = row.max(), greatest > 0 else { continue }
            rows.append(row.map { -$0 / greatest })
            limits.append(-left / greatest)
            origins.append(place)
        }
        for (place, action) in actions.enumerated() {
            for other in Bits(problem.implied[action] & free) where other != action {
                var row = [Double](repeating: 0, count: actions.count)
                row[place] = 1
                row[actions.firstIndex(of: other) ?? place] = -1
                rows.append(row)
                limits.append(0)
            }
        }
        let trueRows = rows.count
        for place in actions.indices {
            rows.append(actions.indices.map { $0 == place ? 1 : 0 })
            limits.append(1)
        }
        guard let program = try? LinearProgram(maximising: costs.map { -$0 }, rows: rows, limits: limits) else {
            return Answer(key: base, shares: shares, prices: Array(repeating: 0, count: problem.count))
        }
        for (place, action) in actions.enumerated() { shares[action] = program.solution[place] }
        var bound = 0.0
        var reduced = costs
        for row in 0..<trueRows where program.duals[row] > 0 {
            bound -= program.duals[row] * limits[row]
            for place in actions.indices { reduced[place] += program.duals[row] * rows[row][place] }
            if row < origins.count { cuts[origins[row]].lastUsed = solved }
        }
        bound += reduced.reduce(0) { $0 + min(0, $1) }
        var prices = [Double](repeating: 0, count: problem.count)
        for (place, action) in actions.enumerated() { prices[action] = reduced[place] * scale }
        return Answer(key: base + (bound - 1e-9 * (1 + abs(bound))) * scale, shares: shares, prices: prices)
    }

    /// Adds a tangent for each gate that the shares pass neither in truth nor by the function above it.
    ///
    /// - Returns: whether there was one.
    mutating func cut(at shares: [Double]) -> Bool {
        var improvements = [Double](repeating: 0, count: problem.index.scales.count)
        for (action, share) in shares.enumerated() where share > 0 {
            for (indicator, amount) in problem.raises[action] { improvements[indicator] += share * amount }
        }
        var isNew = false
        for gate in problem.gates {
            let (height, slopes) = problem.index.upper(gate.node, improvements)
            let tolerance = 1e-9 * max(1, abs(gate.atLeast))
            guard height < gate.atLeast - 10 * tolerance else { continue }
            let along = zip(slopes, improvements).reduce(0) { $0 + $1.0 * $1.1 }
            add(
                problem.raises.map { raises in raises.reduce(0) { $0 + slopes[$1.indicator] * $1.amount } },
                least: gate.atLeast - tolerance - height + along)
            isNew = true
        }
        return isNew
    }

    /// Some action outside a set that does not reach the goal must be taken.
    mutating func cut(off set: RoadmapProblem.ActionSet) {
        add((0..<problem.count).map { set >> $0 & 1 == 0 ? 1 : 0 }, least: 1)
    }

    private mutating func add(_ coefficients: [Double], least: Double) {
        if cuts.count == Self.greatestCuts, let oldest = cuts.indices.min(by: { cuts[$0].lastUsed < cuts[$1].lastUsed })
        {
            cuts.remove(at: oldest)
        }
        cuts.append(Cut(coefficients: coefficients, least: least, lastUsed: solved))
    }
}
