extension MaturityScheme {
    /// How many stages each unit has reached, from 0, by the gate rule: a stage counts only when all below it do.
    ///
    /// A missing score passes no gate.
    /// - Parameter scores: units × nodes of the hierarchy.
    /// - Throws: `IndexError` for a gate on an unknown node or with a limit that is not a number.
    public func stages(of scores: NumberGrid, in hierarchy: Hierarchy) throws(IndexError) -> [Int] {
        let gates = try numbered(in: hierarchy)
        let scores = scores.settled()
        return (0..<scores.rows).map { row in
            gates.firstIndex { !$0.allSatisfy { scores[row, $0.node] >= $0.atLeast } } ?? gates.count
        }
    }

    /// What a unit still has to raise for the next stage: the gates of that stage and of those below that it does not pass.
    ///
    /// - Throws: as ``stages(of:in:)``.
    public func openGates(of row: Int, in scores: NumberGrid, _ hierarchy: Hierarchy) throws(IndexError) -> [Gate] {
        let gates = try numbered(in: hierarchy)
        let scores = scores.settled()
        guard let next = gates.firstIndex(where: { !$0.allSatisfy { scores[row, $0.node] >= $0.atLeast } }) else {
            return []
        }
        return zip(stages[next].gates, gates[next]).filter { !(scores[row, $1.node] >= $1.atLeast) }.map(\.0)
    }

    private func numbered(in hierarchy: Hierarchy) throws(IndexError) -> [[(node: Int, atLeast: Double)]] {
        var all: [[(node: Int, atLeast: Double)]] = []
        for stage in stages {
            var gates: [(node: Int, atLeast: Double)] = []
            for gate in stage.gates {
                guard let node = hierarchy.number(of: gate.node) else {
                    throw IndexError(
                        .unknownNode, "The gate of stage \(stage.name) is on no node of the hierarchy.",
                        at: .init(node: gate.node))
                }
                guard gate.atLeast.isFinite else {
                    throw IndexError(
                        .parameter, "The gate of stage \(stage.name) has no number as limit.",
                        at: .init(node: gate.node))
                }
                gates.append((node, gate.atLeast))
            }
            all.append(gates)
        }
        return all
    }
}
