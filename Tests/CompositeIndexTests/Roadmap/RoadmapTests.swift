import Foundation
import Testing

@testable import CompositeIndex

struct RoadmapTests {
    @Test func `a thousand random roadmaps are the best of all sets`() throws {
        // The full range is looked at where there is time for it; the number of actions is what costs.
        let most = ProcessInfo.processInfo.environment["CONCORD_LONG_TESTS"] == nil ? 8 : 16
        var random = IndexRandom(seed: 2024)
        var nodes = 0
        for round in 0..<1000 {
            let count = 1 + round % most
            let roadmap = try RandomRoadmap(count: count, random: &random)
            let found = try Roadmap(
                from: roadmap.results, unit: "u0", goal: roadmap.goal, actions: roadmap.actions
            ).plan()
            let best = try roadmap.byLookingAtAll()
            #expect(found.isProved && found.bound == found.cost && found.gap == 0)
            #expect(found.cost == best.cost && found.actions.sorted() == best.codes, "round \(round)")
            nodes += found.nodes
        }
        print("roadmap nodes", nodes)
    }
}
