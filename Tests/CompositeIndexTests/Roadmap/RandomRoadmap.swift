@testable import CompositeIndex

/// A random index of six units and six indicators in two groups, and random actions of its first unit.
struct RandomRoadmap {
    let results: IndexResults
    let actions: [RoadmapAction]
    let goal: RoadmapGoal
    /// The same as numbers.
    let problem: RoadmapProblem

    init(count: Int, random: inout IndexRandom) throws {
        let groups = ["P", "Q"]
        let indicators = (0..<6).map { number in
            IndicatorInfo(
                code: "i\(number)", direction: random.below(4) == 0 ? .down : .up, weight: Double(1 + random.below(4)),
                goalposts: Goalposts(lower: number == 0 ? 1 : 0, upper: 100, logarithmic: number == 0),
                parent: groups[number / 3])
        }
        let tree = try Hierarchy(
            indicators: indicators,
            aggregates: [.init(code: "P", weight: 2, parent: "T"), .init(code: "Q", parent: "T"), .init(code: "T")])
        let values = NumberGrid((0..<6).map { _ in (0..<6).map { _ in 10 + Double(random.below(800)) / 10 } })
        let data = try IndexData(
            units: (0..<6).map { UnitInfo(code: "u\($0)") }, hierarchy: tree, values: values)
        let results = try Pipeline(Self.framework(random: &random)).run(data)
        self.results = results
        var actions: [RoadmapAction] = []
        for number in 0..<count {
            var raises: [String: Double] = [:]
            for _ in 0...random.below(3) { raises["i\(random.below(6))"] = Double(1 + random.below(30)) }
            let needs = number > 0 && random.below(4) == 0 ? ["a\(random.below(number))"] : []
            actions.append(
                RoadmapAction(
                    code: "a\(number)", cost: Double(random.below(30)) / 2, raises: raises, needs: needs))
        }
        random.shuffle(&actions)
        self.actions = actions
        let nodes = random.below(2) == 0 ? ["T"] : ["P", "Q", "i1"]
        var problem = try RoadmapProblem(results, unit: "u0", goal: RoadmapGoal(gates: []), actions: actions)
        let start = problem.index.scores(problem.improvements(0))
        let end = problem.index.scores(problem.improvements(problem.all))
        let scores = try results.scores.orThrow()
        goal = RoadmapGoal(
            gates: try nodes.map { node in
                let number = try tree.number(of: node).orThrow()
                let grain = Grain(of: scores.column(number))
                let least = grain.settle(start[number] + random.uniform() * (end[number] - start[number]))
                problem.gates.append(.init(node: number, atLeast: least, grain: grain))
                return .init(node, atLeast: least)
            })
        self.problem = problem
    }

    private static func framework(random: inout IndexRandom) throws -> Framework {
        let hundred = Scale(from: 1, to: 100)
        let normalisers: [Normaliser] = [
            .minMax(scale: hundred), .goalposts(scale: hundred, cap: true), .percentileRank,
            .zScore(mean: 50, deviation: 10),
            .fractionOfMaximum, .rank,
        ]
        let methods: [AggregationMethod] = [
            .arithmetic, .geometric, .harmonic, .power(exponent: 2), .orderedWeights(weights: [0.2, 0.3, 0.5]),
        ]
        let normaliser = normalisers[random.below(normalisers.count)]
        let isPositive = normaliser != .percentileRank
        let lower = methods[isPositive ? random.below(5) : 0]
        let upper = methods[isPositive ? random.below(4) : 0]
        let treatment: OutlierTreatment = random.below(2) == 0 ? .none : .fences(multiple: 0.5)
        return Framework(
            name: "Random",
            steps: [
                Step(.treat(treatment)), Step(.normalise(Normalisation(normaliser))),
                Step(.aggregate(Aggregation(lower, upper))),
            ])
    }

    /// The best set by looking at all: by cost, then number, then codes; actions ascend by code.
    func byLookingAtAll() throws -> (cost: Double, codes: [String]) {
        let sorted = actions.sorted { $0.code < $1.code }
        let cents = sorted.map { Int(($0.cost * 2).rounded()) }
        let needs = sorted.map { action in
            action.needs.reduce(0) { set, code in set | 1 << (sorted.firstIndex { $0.code == code } ?? 0) }
        }
        var best: (cost: Int, codes: [String])?
        for set in 0..<(1 << sorted.count) {
            let taken = sorted.indices.filter { set >> $0 & 1 == 1 }
            guard taken.allSatisfy({ needs[$0] & ~set == 0 }) else { continue }
            let cost = taken.reduce(0) { $0 + cents[$1] }
            if let best, (cost, taken.count) > (best.cost, best.codes.count) { continue }
            let codes = taken.map { sorted[$0].code }
            if let best, (cost, taken.count) == (best.cost, best.codes.count),
                !codes.lexicographicallyPrecedes(best.codes)
            {
                continue
            }
            if problem.reachesGoal(RoadmapProblem.ActionSet(set)) { best = (cost, codes) }
        }
        return (Double(try best.orThrow().cost) / 2, try best.orThrow().codes)
    }
}
