/// The best set of actions by branch and bound: every set is either looked at or proved not to be better.
///
/// Source: A. H. Land, A. G. Doig, "An automatic method of solving discrete programming problems", Econometrica 28
/// (1960), p. 497–520; the bounds are those of ``RoadmapRelaxation``.
struct RoadmapSearch {
    private struct Branch {
        var taken: RoadmapProblem.ActionSet
        var left: RoadmapProblem.ActionSet
        var bound: Double
    }

    let problem: RoadmapProblem
    private var relaxation: RoadmapRelaxation
    private var open: [Branch] = [Branch(taken: 0, left: 0, bound: 0)]
    /// The best set so far.
    private(set) var best: (key: Int64, set: RoadmapProblem.ActionSet)
    /// How many branches were looked at.
    private(set) var nodes = 0

    /// - Parameter problem: whose goal is reached by taking all actions.
    init(_ problem: RoadmapProblem) {
        self.problem = problem
        relaxation = RoadmapRelaxation(problem)
        best = (problem.key(problem.all), problem.all)
    }

    /// Whether every set was looked at or excluded.
    var isFinished: Bool { open.isEmpty }

    /// No plan has a smaller key than this.
    var bound: Int64 {
        let least = open.map { Self.whole($0.bound) }.min() ?? best.key
        return min(least, best.key)
    }

    /// Goes on as long as it may; the number of branches looked at is told before each.
    mutating func run(goOn: (Int) -> Bool) {
        while let branch = open.last {
            guard canHoldBetter(branch) else {
                open.removeLast()
                continue
            }
            guard goOn(nodes) else { return }
            open.removeLast()
            nodes += 1
            look(at: branch)
        }
    }

    private mutating func look(at branch: Branch) {
        guard var branch = settled(branch) else { return }
        if problem.reachesGoal(branch.taken) { return offer(branch.taken) }
        var answer = relaxation.bound(taken: branch.taken, free: free(branch))
        var rounds = nodes == 1 ? 30 : 4
        while rounds > 1, relaxation.cut(at: answer.shares) {
            answer = relaxation.bound(taken: branch.taken, free: free(branch))
            rounds -= 1
        }
        branch.bound = max(branch.bound, answer.key)
        guard canHoldBetter(branch) else { return }
        let shares = answer.shares
        offer(trimmed(from: shares, branch))
        decide(&branch, by: answer)
        guard let settled = settled(branch), canHoldBetter(settled) else { return }
        branch = settled
        if problem.reachesGoal(branch.taken) { return offer(branch.taken) }
        let whole = Bits(free(branch)).reduce(branch.taken) { shares[$1] > 0.5 ? $0 | problem.implied[$1] : $0 }
        if !problem.reachesGoal(whole) { relaxation.cut(off: widest(whole, branch)) }
        split(branch, shares)
    }

    /// Takes or leaves what would otherwise cost more than the best plan so far.
    private func decide(_ branch: inout Branch, by answer: RoadmapRelaxation.Answer) {
        for action in Bits(free(branch)) {
            let price = answer.prices[action]
            guard price != 0, Self.whole(answer.key + abs(price)) > best.key else { continue }
            if price > 0 { branch.left |= problem.excluded[action] } else { branch.taken |= problem.implied[action] }
        }
    }

    /// Follows what the decisions imply; nil where they rule each other or the goal out.
    private func settled(_ branch: Branch) -> Branch? {
        var branch = branch
        var isSettled = false
        while !isSettled {
            isSettled = true
            guard branch.taken & branch.left == 0 else { return nil }
            let possible = branch.taken | free(branch)
            guard problem.reachesGoal(possible) else { return nil }
            for action in Bits(free(branch)) where free(branch) >> action & 1 == 1 {
                if !problem.reachesGoal(possible & ~problem.excluded[action]) {
                    branch.taken |= problem.implied[action]
                    isSettled = false
                }
            }
        }
        return branch
    }

    /// Both answers to one question; the one that takes the action is looked at first.
    private mutating func split(_ branch: Branch, _ shares: [Double]) {
        let chosen = Bits(free(branch)).min { first, second in
            let (near, far) = (abs(shares[first] - 0.5), abs(shares[second] - 0.5))
            return near != far ? near < far : problem.keys[first] > problem.keys[second]
        }
        guard let chosen else { return }
        open.append(Branch(taken: branch.taken, left: branch.left | problem.excluded[chosen], bound: branch.bound))
        open.append(Branch(taken: branch.taken | problem.implied[chosen], left: branch.left, bound: branch.bound))
    }

    private func free(_ branch: Branch) -> RoadmapProblem.ActionSet { problem.all & ~branch.taken & ~branch.left }

    private func canHoldBetter(_ branch: Branch) -> Bool {
        let least = max(Self.whole(branch.bound), problem.key(branch.taken))
        if least != best.key { return least < best.key }
        // With an equal key, only an earlier list of codes counts; the earliest possible one takes all that is free.
        return problem.isBetter(least, branch.taken | free(branch), than: best)
    }

    /// Keys are whole, so a bound may be rounded up; a millionth is left for rounding.
    private static func whole(_ bound: Double) -> Int64 { Int64((bound * (1 - 1e-12) - 1e-6).rounded(.up)) }

    private mutating func offer(_ set: RoadmapProblem.ActionSet) {
        let key = problem.key(set)
        if problem.isBetter(key, set, than: best) { best = (key, set) }
    }

    /// A set that reaches the goal: the largest shares first, then without what is not needed, the dearest first.
    private func trimmed(from shares: [Double], _ branch: Branch) -> RoadmapProblem.ActionSet {
        var set = branch.taken
        let order = Bits(free(branch)).sorted {
            (-shares[$0], problem.keys[$0], $0) < (-shares[$1], problem.keys[$1], $1)
        }
        for action in order where !problem.reachesGoal(set) { set |= problem.implied[action] }
        for action in Bits(set & ~branch.taken).sorted(by: { (problem.keys[$0], $0) > (problem.keys[$1], $1) }) {
            let smaller = set & ~(problem.excluded[action] & ~branch.taken)
            if smaller != set, problem.isClosed(smaller), problem.reachesGoal(smaller) { set = smaller }
        }
        return set
    }

    /// As many actions as can be added to a set without reaching the goal.
    private func widest(_ set: RoadmapProblem.ActionSet, _ branch: Branch) -> RoadmapProblem.ActionSet {
        var set = set
        for action in Bits(problem.all & ~set) {
            let wider = set | problem.implied[action]
            if !problem.reachesGoal(wider) { set = wider }
        }
        return set
    }
}

extension RoadmapProblem {
    /// Whether a set holds everything that its actions need.
    func isClosed(_ set: ActionSet) -> Bool { Bits(set).allSatisfy { implied[$0] & ~set == 0 } }
}
