/// Tiers by the score of one node: a unit belongs to the first tier whose threshold it reaches.
public struct TierScheme: Codable, Hashable, Sendable {
    /// A tier and its least score.
    public struct Tier: Codable, Hashable, Sendable {
        /// Its name for people.
        public var name: String
        /// The least score that belongs to it; nil for the lowest tier, which takes the rest.
        public var from: Double?

        /// States a tier.
        public init(_ name: String, from: Double?) {
            self.name = name
            self.from = from
        }
    }

    /// The code of the node whose score counts; nil for the index itself.
    public var node: String?
    /// From the best to the lowest.
    public var tiers: [Tier]

    /// States the tiers.
    public init(node: String? = nil, tiers: [Tier]) {
        self.node = node
        self.tiers = tiers
    }
}

/// Maturity stages with gates: a stage is reached only when it and all below are.
public struct MaturityScheme: Codable, Hashable, Sendable {
    /// What a stage asks of one node.
    public struct Gate: Codable, Hashable, Sendable {
        /// The code of an indicator or aggregate.
        public var node: String
        /// The least score of it, on the common scale.
        public var atLeast: Double

        /// States a gate.
        public init(_ node: String, atLeast: Double) {
            self.node = node
            self.atLeast = atLeast
        }
    }

    /// A stage and its gates.
    public struct Stage: Codable, Hashable, Sendable {
        /// Its name for people.
        public var name: String
        /// All of them must be passed.
        public var gates: [Gate]

        /// States a stage.
        public init(_ name: String, gates: [Gate]) {
            self.name = name
            self.gates = gates
        }
    }

    /// What a unit is called that has not reached the first stage.
    public var ground: String
    /// From the lowest to the highest.
    public var stages: [Stage]

    /// States the stages.
    public init(ground: String, stages: [Stage]) {
        self.ground = ground
        self.stages = stages
    }
}
