import Testing

@testable import CompositeIndex

struct RoadmapProbabilityTests {
    private func probability(_ doubt: RoadmapDoubt, goal: Double = 30, of actions: [String] = ["x"]) throws
        -> RoadmapProbability
    {
        try Roadmap(
            from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: [.init("a", atLeast: goal)]),
            actions: [RoadmapAction(code: "x", cost: 1, raises: ["a": 20])]
        ).probability(of: actions, under: doubt, draws: 4000, seed: 5)
    }

    @Test func `without doubt a plan reaches its goal, and nothing does not`() throws {
        #expect(try probability(RoadmapDoubt()).share == 1)
        #expect(try probability(RoadmapDoubt(), of: []).share == 0)
    }

    /// Half of the promised 20 suffices, and every share between 0 and 1 is as likely.
    @Test func `the probability is that of delivering enough`() throws {
        let found = try probability(RoadmapDoubt(leastDelivered: 0))
        #expect(found.interval.contains(0.5) && found.interval.upperBound - found.interval.lowerBound < 0.04)
        let failing = try probability(RoadmapDoubt(failure: 0.3))
        #expect(failing.interval.contains(0.7))
    }

    @Test func `the same seed gives the same probability`() throws {
        let doubt = try RoadmapDoubt(leastDelivered: 0.2, failure: 0.1, weightNoise: 0.3)
        #expect(try probability(doubt) == probability(doubt))
    }

    /// T = (2·40 + 30 + 30) / 4 = 35 with equal noise on all; a weight that rises lifts T, one that falls lowers it.
    @Test func `noise on the weights makes a goal at the border uncertain`() throws {
        let roadmap = try Roadmap(
            from: PlannedIndex().results(), unit: "u", goal: RoadmapGoal(gates: [.init("T", atLeast: 35)]),
            actions: [RoadmapAction(code: "x", cost: 1, raises: ["a": 20])])
        let found = roadmap.probability(of: ["x"], under: try RoadmapDoubt(weightNoise: 0.25), draws: 4000, seed: 1)
        #expect(found.interval.contains(0.5))
    }

    @Test func `a doubt that makes no sense is refused`() {
        #expect(throws: IndexError.self) { try RoadmapDoubt(leastDelivered: 2) }
        #expect(throws: IndexError.self) { try RoadmapDoubt(failure: 1.5) }
        #expect(throws: IndexError.self) { try RoadmapDoubt(weightNoise: 1) }
    }
}
