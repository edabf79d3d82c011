package import CompositeIndex

extension MeasureDomain {
    /// What a unit wants to reach.
    package enum Goal: Sendable {
        /// A tier or a maturity stage of the framework, by its name.
        case standing(String)
        /// A least score of each of these nodes.
        case profile([MaturityScheme.Gate])
    }

    /// The way of a unit to its goal.
    package struct Way: Sendable {
        package let plan: RoadmapPlan
        package let probability: RoadmapProbability
        /// The gates that are to be passed, in the order of the plan's scores.
        package let gates: [MaturityScheme.Gate]
    }

    /// The cheapest set of actions by which a unit reaches a goal, in an order in which they can be taken.
    ///
    /// - Parameters:
    ///   - doubt: what about the actions and the weights is not certain.
    ///   - goOn: asked now and then, with the number of branches looked at; where it says no, the best plan so far is given with its gap.
    /// - Throws: `MeasureError`.
    package func plan(
        _ unit: String, to goal: Goal, with actions: [RoadmapAction], in edition: FiledEdition, doubt: RoadmapDoubt,
        seed: UInt64, goOn: (Int) -> Bool
    ) throws(MeasureError) -> Way {
        let results = try edition.computed()
        do {
            let target = try Self.target(goal, in: results)
            let roadmap = try Roadmap(from: results, unit: unit, goal: target, actions: actions)
            let plan = roadmap.plan(goOn: goOn)
            return Way(
                plan: plan, probability: roadmap.probability(of: plan.actions, under: doubt, seed: seed),
                gates: target.gates)
        } catch {
            throw MeasureError(error)
        }
    }

    private static func target(_ goal: Goal, in results: IndexResults) throws(IndexError) -> RoadmapGoal {
        switch goal {
        case .profile(let gates): RoadmapGoal(gates: gates)
        case .standing(let name): try target(name, in: results)
        }
    }

    private static func target(_ name: String, in results: IndexResults) throws(IndexError) -> RoadmapGoal {
        var known: [String] = []
        for step in results.framework.steps {
            switch step.method {
            case .tier(let scheme):
                if scheme.tiers.contains(where: { $0.name == name }) {
                    return try RoadmapGoal(tier: name, of: scheme, in: results.data.hierarchy)
                }
                known += scheme.tiers.map(\.name)
            case .stage(let scheme):
                if scheme.stages.contains(where: { $0.name == name }) {
                    return try RoadmapGoal(stage: name, of: scheme)
                }
                known += scheme.stages.map(\.name)
            default: continue
            }
        }
        throw IndexError(
            .parameter,
            known.isEmpty
                ? "The framework has no tiers and no stages; name a score instead."
                : "There is no tier or stage \(name); there are: \(known.joined(separator: ", ")).")
    }
}
