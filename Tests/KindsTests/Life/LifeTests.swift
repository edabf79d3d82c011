import TestSupport
import Testing

@testable import Kinds

@Suite struct LifeTests {
    private func life() throws -> Life { try #require(try initiative().life) }

    private func taken(
        _ id: String, _ step: String, from: String, after seen: Set<String> = [], as roles: Set<Life.Who> = [.author]
    ) -> TakenStep {
        TakenStep(id: id, step: step, from: from, seen: seen, roles: roles)
    }

    @Test func `a thing begins in the first state, and steps lead on`() throws {
        let life = try life()
        #expect(life.state(after: []).state == "proposed" && life.state(after: []).last == nil)
        let begun = taken("a", "begin", from: "proposed")
        let done = taken("b", "finish", from: "running", after: ["a"])
        #expect(life.state(after: [begun]).state == "running")
        #expect(life.state(after: [done, begun]).state == "done")
        #expect(life.state(after: [done, begun]).counted == ["a", "b"])
    }

    @Test func `who may not, or from where it may not be, changes nothing`() throws {
        let life = try life()
        let steps = [
            taken("a", "begin", from: "proposed", as: [.desk]), taken("b", "finish", from: "proposed"),
            taken("c", "finish", from: "running"), taken("d", "dance", from: "proposed"),
            taken("e", "begin", from: "proposed", as: []),
        ]
        let state = life.state(after: steps)
        #expect(state.state == "proposed" && state.counted.isEmpty)
        #expect(
            state.ignored == [
                "a": .notAllowed, "b": .outOfPlace, "c": .outOfPlace, "d": .unknownStep, "e": .notAllowed,
            ])
    }

    @Test func `of two that saw nothing of each other the one further down counts, until somebody has seen both`()
        throws
    {
        let life = try life()
        let begun = taken("a", "begin", from: "proposed")
        let done = taken("b", "finish", from: "running", after: ["a"])
        let stopped = taken("c", "stop", from: "running", after: ["a"], as: [.desk])
        #expect(life.state(after: [begun, done, stopped]).state == "stopped")
        #expect(life.state(after: [begun, done, stopped]).last == "c")
        let resumed = taken("d", "resume", from: "stopped", after: ["a", "b", "c"])
        #expect(life.state(after: [stopped, resumed, begun, done]).state == "running")
        // Who saw only one of the two says where that led.
        let blind = taken("e", "resume", from: "stopped", after: ["a", "c"])
        #expect(life.state(after: [begun, done, stopped, blind]).state == "done")
    }

    @Test func `what follows a step that is not here is believed, and the page can say so`() throws {
        let life = try life()
        let done = taken("b", "finish", from: "running", after: ["a"])
        let state = life.state(after: [done])
        #expect(state.state == "done" && state.missing == ["a"] && state.ignored.isEmpty)
        // Nobody comes from where no step leads, whatever they saw.
        #expect(life.state(after: [taken("c", "finish", from: "proposed", after: ["a"])]).state == "proposed")
    }

    @Test func `who claims to have seen what saw them changes nothing`() throws {
        let life = try life()
        let state = life.state(after: [
            taken("a", "begin", from: "proposed", after: ["b"]), taken("b", "begin", from: "proposed", after: ["a"]),
            taken("c", "begin", from: "proposed", after: ["c"]), taken("d", "finish", from: "running", after: ["a"]),
        ])
        #expect(state.state == "proposed")
        #expect(state.ignored == ["a": .circular, "b": .circular, "c": .circular, "d": .circular])
    }

    /// Steps as several organisations take them who hear of each other late, and a few that nobody should have taken.
    private func history(_ seed: UInt64, _ life: Life) -> [TakenStep] {
        var random = Seeded(state: seed)
        var steps: [TakenStep] = []
        var known: [[Int]] = [[], [], []]
        for number in 0..<Int.random(in: 1...14, using: &random) {
            let who = Int.random(in: 0..<3, using: &random)
            let roles: Set<Life.Who> = [[.author], [.desk], [.author, .desk]][who]
            let seen = known[who].map { steps[$0] }
            let here = life.state(after: seen).state
            let isWild = Int.random(in: 0..<8, using: &random) == 0
            let possible = life.steps.filter { isWild || $0.from.contains(here) }
            guard let step = possible.randomElement(using: &random) else { continue }
            steps.append(
                TakenStep(id: "s\(number)", step: step.name, from: here, seen: Set(seen.map(\.id)), roles: roles))
            known[who].append(steps.count - 1)
            if Bool.random(using: &random) {
                let other = Int.random(in: 0..<3, using: &random)
                known[other] = Array(Set(known[other] + known[who])).sorted()
            }
        }
        return steps
    }

    @Test func `whatever the order, the state is the same; also where some are withdrawn or missing, or come twice`()
        throws
    {
        let life = try life()
        var (states, hasMissing) = (Set<String>(), 0)
        for seed in 0..<400 {
            var random = Seeded(state: UInt64(seed) &* 77)
            let steps = history(UInt64(seed), life)
            // What one gateway has is what another has, though it came otherwise.
            let here = steps.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
            let first = life.state(after: here)
            for _ in 0..<6 {
                let again = (here + here.prefix(3)).shuffled(using: &random)
                #expect(life.state(after: again) == first, "\(seed)")
            }
            states.insert(first.state)
            if !first.missing.isEmpty { hasMissing += 1 }
            #expect(Set(first.counted).isDisjoint(with: first.ignored.keys))
            #expect(first.counted.count + first.ignored.count == here.count)
            // Every counted step was one that its author might take from there.
            for id in first.counted {
                let taken = try #require(here.first { $0.id == id })
                let step = try #require(life.step(taken.step))
                #expect(step.from.contains(taken.from) && !taken.roles.isDisjoint(with: step.who))
            }
        }
        #expect(states.count == 4 && hasMissing > 50)
    }

    @Test func `more steps than anybody takes are bounded, and decided alike`() throws {
        let life = try life()
        let steps = (0..<3_000).map { taken("s\($0)", "begin", from: "proposed", after: $0 > 0 ? ["s\($0 - 1)"] : []) }
        let took = ownTime {
            let state = life.state(after: steps)
            #expect(life.state(after: steps.reversed()) == state)
            #expect(state.counted.count + state.ignored.count == Life.mostSteps)
        }
        #expect(took < .seconds(30))
    }
}
