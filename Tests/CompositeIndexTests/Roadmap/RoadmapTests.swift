import Foundation
import Testing

@testable import CompositeIndex

struct RoadmapTests {
    /// With CONCORD_LONG_TESTS up to 16 actions, which takes minutes without optimisation.
    @Test func `a thousand random roadmaps are the best of all sets`() throws {
        let most = ProcessInfo.processInfo.environment["CONCORD_LONG_TESTS"] == nil ? 7 : 16
        var random = IndexRandom(seed: 2024)
        for round in 0..<1000 {
            let roadmap = try RandomRoadmap(count: 1 + round % most, random: &random)
            let found = try Roadmap(
                from: roadmap.results, unit: "u0", goal: roadmap.goal, actions: roadmap.actions
            ).plan()
            let best = try roadmap.byLookingAtAll()
            #expect(found.isProved && found.bound == found.cost && found.gap == 0)
            #expect(found.cost == best.cost && found.actions.sorted() == best.codes, "round \(round)")
        }
    }

    @Test func `no function above the scores is ever below them, wherever its tangent is taken`() throws {
        var random = IndexRandom(seed: 77)
        for _ in 0..<60 {
            let roadmap = try RandomRoadmap(count: 6, random: &random)
            let problem = roadmap.problem
            for _ in 0..<5 {
                let shares = (0..<6).map { _ in random.uniform() }
                var place = problem.improvements(0)
                for (action, share) in shares.enumerated() {
                    for (indicator, amount) in problem.raises[action] { place[indicator] += share * amount }
                }
                let set = RoadmapProblem.ActionSet(random.below(64))
                let (there, scores) = (problem.improvements(set), problem.index.scores(problem.improvements(set)))
                for node in scores.indices {
                    let (height, slopes) = problem.index.upper(node, place)
                    let tangent = slopes.indices.reduce(height) { $0 + slopes[$1] * (there[$1] - place[$1]) }
                    #expect(tangent >= scores[node] - 1e-9 * max(1, abs(scores[node])))
                }
            }
        }
    }

    @Test func `the scores of a plan are those of the pipeline with the improved data`() throws {
        let index = PlannedIndex()
        let actions = [
            RoadmapAction(code: "x", cost: 3, raises: ["a": 5, "c": 10]),
            RoadmapAction(code: "y", cost: 2, raises: ["b": 10]),
        ]
        let plan = try Roadmap(
            from: index.results(), unit: "u", goal: RoadmapGoal(gates: [.init("T", atLeast: 32)]), actions: actions
        ).plan()
        #expect(plan.actions.sorted() == ["x", "y"])
        // c counts down, so an improvement lowers it.
        let improved = try index.results(changing: [25, 40, 60])
        #expect(isNear(try #require(plan.steps.last?.scores.first), improved.index[0]))
        #expect(isNear(plan.start[0], try index.results().index[0]))
        #expect(plan.steps.map(\.spent) == (plan.actions == ["x", "y"] ? [3, 5] : [2, 5]))
    }

    @Test func `of equal costs the fewest actions count, then the codes`() throws {
        func plan(_ actions: [RoadmapAction]) throws -> [String] {
            try Roadmap(
                from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: [.init("a", atLeast: 30)]),
                actions: actions
            ).plan().actions
        }
        let one = RoadmapAction(code: "z", cost: 2, raises: ["a": 10])
        let halves = ["x", "y"].map { RoadmapAction(code: $0, cost: 1, raises: ["a": 5]) }
        #expect(try plan(halves + [one]) == ["z"])
        let twin = RoadmapAction(code: "m", cost: 2, raises: ["a": 12])
        #expect(try plan([one, twin]) == ["m"])
        let cheaper = RoadmapAction(code: "zz", cost: 1.999999, raises: ["a": 10])
        #expect(try plan([one, twin, cheaper]) == ["zz"])
    }

    @Test func `what is needed before comes before, and is paid for`() throws {
        let actions = [
            RoadmapAction(code: "law", cost: 4, raises: [:]),
            RoadmapAction(code: "cirt", cost: 5, raises: ["a": 20], needs: ["law"]),
            RoadmapAction(code: "drill", cost: 1, raises: ["b": 20], needs: ["cirt"]),
            RoadmapAction(code: "school", cost: 11, raises: ["a": 20, "b": 20]),
        ]
        let gates = [MaturityScheme.Gate("a", atLeast: 40), .init("b", atLeast: 50)]
        let plan = try Roadmap(
            from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: gates), actions: actions
        ).plan()
        #expect(plan.actions == ["law", "cirt", "drill"])
        #expect(plan.steps.map(\.spent) == [4, 9, 10])
        #expect(plan.steps.map(\.scores) == [[20, 30], [40, 30], [40, 50]])
    }

    @Test func `a goal that is reached already asks for nothing`() throws {
        let plan = try Roadmap(
            from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: [.init("a", atLeast: 20)]),
            actions: [RoadmapAction(code: "x", cost: 0, raises: ["a": 1])]
        ).plan()
        #expect(plan.actions == [] && plan.cost == 0 && plan.isProved)
    }

    @Test func `where the search is stopped the gap is stated, and more search never widens it`() throws {
        var random = IndexRandom(seed: 12)
        // Costs that follow effects closely leave little to choose by.
        let actions = (0..<18).map { number in
            let amount = Double(2 + random.below(50)) / 10
            return RoadmapAction(code: "a\(number)", cost: 10 * amount + 7, raises: ["a": amount])
        }
        let goal = RoadmapGoal(gates: [.init("T", atLeast: 34.9)])
        let roadmap = try Roadmap(from: PlannedIndex().results(), unit: "u", goal: goal, actions: actions)
        let proved = roadmap.plan()
        #expect(proved.isProved && proved.nodes > 0)
        var last: RoadmapPlan?
        for limit in [0, proved.nodes / 3, proved.nodes / 2, proved.nodes, proved.nodes + 1] {
            let plan = roadmap.plan { $0 < limit }
            #expect(plan.bound <= proved.cost && plan.cost >= proved.cost)
            #expect(plan.isProved == (limit >= proved.nodes))
            if let last { #expect(plan.cost <= last.cost && plan.bound >= last.bound) }
            last = plan
        }
        #expect(roadmap.plan { _ in false }.gap == 1)
    }

    @Test(arguments: [AggregationMethod.mazziottaPareto(penalty: true), .borda, .copeland, .kemeny])
    func `a framework that is not monotone is refused`(method: AggregationMethod) throws {
        let results = try PlannedIndex().results(method: method)
        #expect {
            try Roadmap(from: results, unit: "u", goal: RoadmapGoal(gates: []), actions: [])
        } throws: {
            ($0 as? IndexError)?.code == .notMonotone && ($0 as? IndexError)?.place.node == "T"
        }
    }

    @Test func `a scale on which improvement can cost points is refused`() throws {
        let scale = Normaliser.categories(
            bands: [.init(from: 0, points: 5), .init(from: 30, points: 2)], byQuantile: false)
        let results = try PlannedIndex().results(normaliserOfFirst: scale)
        #expect {
            try Roadmap(
                from: results, unit: "u", goal: RoadmapGoal(gates: []),
                actions: [RoadmapAction(code: "x", cost: 1, raises: ["a": 20])])
        } throws: {
            ($0 as? IndexError)?.code == .notMonotone && ($0 as? IndexError)?.place.indicator == "a"
        }
    }

    private static let mistakes: [(IndexError.Code, [RoadmapAction])] = [
        (.duplicateCode, [.init(code: "x", cost: 1, raises: [:]), .init(code: "x", cost: 1, raises: [:])]),
        (.parameter, [.init(code: "x", cost: -1, raises: [:])]),
        (.parameter, [.init(code: "x", cost: .nan, raises: [:])]),
        (.parameter, [.init(code: "x", cost: 1, raises: ["a": -1])]),
        (.parameter, [.init(code: "x", cost: 1, raises: [:], needs: ["y"])]),
        (.unknownIndicator, [.init(code: "x", cost: 1, raises: ["T": 1])]),
        (
            .cycle,
            [
                .init(code: "x", cost: 1, raises: [:], needs: ["y"]),
                .init(code: "y", cost: 1, raises: [:], needs: ["x"]),
            ]
        ),
        (.infeasible, [.init(code: "x", cost: 1, raises: ["a": 1])]),
    ]

    @Test(arguments: mistakes)
    func `actions that make no sense are refused`(code: IndexError.Code, actions: [RoadmapAction]) throws {
        let results = try PlannedIndex().results()
        #expect {
            try Roadmap(
                from: results, unit: "u", goal: RoadmapGoal(gates: [.init("T", atLeast: 99)]), actions: actions)
        } throws: {
            ($0 as? IndexError)?.code == code
        }
    }

    /// As many as the Global Cybersecurity Index has questions.
    @Test func `83 actions have a plan that is proved the cheapest`() throws {
        let actions = (0..<83).map { RoadmapAction(code: "x\(100 + $0)", cost: Double(1 + $0), raises: ["a": 1]) }
        let plan = try Roadmap(
            from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: [.init("a", atLeast: 30)]),
            actions: actions
        ).plan()
        #expect(plan.isProved && plan.cost == 55)
        #expect(plan.actions.sorted() == (100..<110).map { "x\($0)" })
    }

    @Test func `more than 128 actions are refused`() throws {
        let many = (0..<129).map { RoadmapAction(code: "x\($0)", cost: 1, raises: [:]) }
        #expect(throws: IndexError(.tooLarge, "129 actions are more than 128.")) {
            try Roadmap(from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: []), actions: many)
        }
    }

    @Test func `tiers and stages are goals`() throws {
        let tree = try PlannedIndex().results().data.hierarchy
        let tiers = TierScheme(tiers: [.init("high", from: 60), .init("low", from: nil)])
        #expect(try RoadmapGoal(tier: "high", of: tiers, in: tree).gates == [.init("T", atLeast: 60)])
        #expect(throws: IndexError.self) { try RoadmapGoal(tier: "low", of: tiers, in: tree) }
        let stages = MaturityScheme(
            ground: "none",
            stages: [
                .init("one", gates: [.init("a", atLeast: 10)]), .init("two", gates: [.init("b", atLeast: 20)]),
                .init("three", gates: [.init("T", atLeast: 90)]),
            ])
        let goal = try RoadmapGoal(stage: "two", of: stages)
        #expect(goal.gates == [.init("a", atLeast: 10), .init("b", atLeast: 20)])
        #expect(throws: IndexError.self) { try RoadmapGoal(stage: "four", of: stages) }
    }
}
