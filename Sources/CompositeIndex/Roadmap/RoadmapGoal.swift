/// What a unit wants to reach: a least score of one or more nodes, all at once.
public struct RoadmapGoal: Codable, Hashable, Sendable {
    /// All of them must be passed.
    public var gates: [MaturityScheme.Gate]

    /// States a profile.
    public init(gates: [MaturityScheme.Gate]) {
        self.gates = gates
    }

    /// The least score of a tier.
    ///
    /// - Parameter hierarchy: whose top counts where the scheme names no node.
    /// - Throws: `IndexError` `parameter` for an unknown tier, and for the lowest one, which asks for nothing.
    public init(tier name: String, of scheme: TierScheme, in hierarchy: Hierarchy) throws(IndexError) {
        guard let tier = scheme.tiers.first(where: { $0.name == name }) else {
            throw IndexError(.parameter, "There is no tier \(name).")
        }
        guard let least = tier.from else {
            throw IndexError(.parameter, "The tier \(name) takes every unit, so it is no goal.")
        }
        gates = [.init(scheme.node ?? hierarchy.nodes[hierarchy.top].code, atLeast: least)]
    }

    /// All gates of a maturity stage and of those below it.
    ///
    /// - Throws: `IndexError` `parameter` for an unknown stage.
    public init(stage name: String, of scheme: MaturityScheme) throws(IndexError) {
        guard let place = scheme.stages.firstIndex(where: { $0.name == name }) else {
            throw IndexError(.parameter, "There is no stage \(name).")
        }
        gates = scheme.stages[...place].flatMap(\.gates)
    }
}
