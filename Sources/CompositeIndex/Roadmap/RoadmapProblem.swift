/// Actions as numbers, in the order of their codes, with everything that follows from one being taken or left.
struct RoadmapProblem: Sendable {
    /// Sets of actions as bits; action 0 has the lowest bit.
    typealias ActionSet = UInt128

    static let greatestCount = 128

    /// What is to be reached at one node.
    struct Gate: Sendable {
        let node: Int
        let atLeast: Double
        /// How finely the published scores of the node are told apart.
        let grain: Grain

        func isPassed(_ scores: [Double]) -> Bool { grain.settle(scores[node]) >= atLeast }
    }

    let index: FrozenIndex
    var gates: [Gate]
    /// Indicators × actions: the improvement.
    let raises: [[(indicator: Int, amount: Double)]]
    /// Cost in the smallest unit that is stated, times (count + 1), plus 1: orders by cost, then by number of actions.
    let keys: [Int64]
    /// How many of the smallest unit of cost make 1.
    let costUnit: Double
    /// What must be taken with an action: all it needs, directly and in turn, and what is never left out if it is
    /// taken.
    let implied: [ActionSet]
    /// What must be left out with an action.
    let excluded: [ActionSet]
    /// What must be taken before an action, directly.
    let needs: [ActionSet]

    var count: Int { keys.count }
    var all: ActionSet { count == ActionSet.bitWidth ? .max : (1 << count) - 1 }

    /// The improvement of every indicator by a set of actions, added up in the order of their codes.
    func improvements(_ set: ActionSet) -> [Double] {
        var sums = [Double](repeating: 0, count: index.scales.count)
        for action in Bits(set) { for (indicator, amount) in raises[action] { sums[indicator] += amount } }
        return sums
    }

    /// Whether a set passes every gate.
    func reachesGoal(_ set: ActionSet) -> Bool {
        let scores = index.scores(improvements(set))
        return gates.allSatisfy { $0.isPassed(scores) }
    }

    /// The scores of the gates.
    func gateScores(_ set: ActionSet) -> [Double] {
        let scores = index.scores(improvements(set))
        return gates.map { $0.grain.settle(scores[$0.node]) }
    }

    func key(_ set: ActionSet) -> Int64 { Bits(set).reduce(0) { $0 + keys[$1] } }

    /// The cost that a sum of keys stands for.
    func cost(ofKey key: Int64) -> Double { Double(key / Int64(count + 1)) / costUnit }

    /// Whether a set comes before another: by key, then by the codes in ascending order.
    ///
    /// Of two sets of equal size, the one that holds the lowest action in which they differ has the earlier list of
    /// codes.
    func isBetter(_ key: Int64, _ set: ActionSet, than other: (key: Int64, set: ActionSet)) -> Bool {
        if key != other.key { return key < other.key }
        let difference = set ^ other.set
        return difference != 0 && set & (difference & (~difference &+ 1)) != 0
    }
}

/// The numbers of the actions in a set, ascending.
struct Bits: Sequence, IteratorProtocol {
    private var rest: RoadmapProblem.ActionSet

    init(_ set: RoadmapProblem.ActionSet) { rest = set }

    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest &- 1 }
        return rest.trailingZeroBitCount
    }
}
