/// Something a unit can do to score higher.
public struct RoadmapAction: Codable, Hashable, Sendable {
    /// Its identifier, unique among the actions.
    public var code: String
    /// Its name for people.
    public var name: String
    /// What it costs, from zero up, in any currency; exact to six decimals.
    public var cost: Double
    /// How far it improves indicators, by their code: from zero up, in the unit of the indicator after denominators,
    /// upwards where more is better and downwards where less is.
    public var raises: [String: Double]
    /// The codes of the actions that must be taken before.
    public var needs: [String]

    /// States an action.
    public init(code: String, name: String? = nil, cost: Double, raises: [String: Double], needs: [String] = []) {
        self.code = code
        self.name = name ?? code
        self.cost = cost
        self.raises = raises
        self.needs = needs
    }
}
