import CompositeIndex
import HTML

/// The hierarchy with the weights as given and as they turn out.
struct HierarchySection {
    let results: IndexResults

    init(_ results: IndexResults) { self.results = results }

    /// Whether any part works against the index, or for hardly anything.
    func findings(_ shares: VarianceShares?) -> [Finding] {
        guard let shares = shares?.shares else { return [] }
        let tree = results.data.hierarchy
        let against = (0..<tree.indicatorCount).filter { shares[$0] < 0 }.map { tree.nodes[$0].code }
        if against.isEmpty {
            return [Finding(.fine, "Every indicator contributes to what tells units apart in the index.")]
        }
        return [
            Finding(
                .weak,
                "Pulling against the index that they are part of: \(Finding.names(against)).")
        ]
    }

    var html: Markup {
        let weights = OutlineWeights(results)
        let tree = results.data.hierarchy
        let shares = VarianceShares(results, weights: weights.inIndex)
        func node(_ number: Int) -> HierarchyChart.Node {
            HierarchyChart.Node(
                name: tree.nodes[number].name, given: weights.inIndex[number],
                effective: shares.map { $0.shares[number] } ?? .nan, children: tree.nodes[number].children.map(node))
        }
        let note =
            shares == nil
            ? """
            Weights in per cent of the index. What each part contributes to its variance can't be said here: that takes an index that is a \
            weighted sum of parts without gaps, with the same weights for all units.
            """
            : """
            Weights in per cent of the index. The table says beside each what it contributes in effect: the share of the variance of the \
            index that comes with it. Below zero, it pulls against the index.
            """
        return HierarchyChart(
            root: node(tree.top), words: .init(name: "Part", given: "Weight, %", effective: "Effect, %")
        ).chart(title: "Weights from the index down to the indicators", note: note).html()
    }
}

/// What each node contributes to the variance of an index that is a weighted sum: w · cov(node, index) / var(index).
///
/// The shares of the children of a node add up to that of the node. Source: P. Paruolo, M. Saisana, A. Saltelli (2013), Ratings and
/// rankings: voodoo or science?, J. R. Statist. Soc. A 176, 609–634, section 2, on weights that are not importance.
struct VarianceShares {
    let shares: [Double]

    /// Nil where the index is no weighted sum of its parts, or is the same for all units.
    init?(_ results: IndexResults, weights: [Double]) {
        guard let scores = results.scores else { return nil }
        let isSum = results.stages.allSatisfy { stage in
            guard case .aggregate(let choice) = stage.step.method else { return true }
            return (choice.levels + (choice.overrides ?? [:]).map(\.value)).allSatisfy { $0 == .arithmetic }
        }
        let isCommon = results.weights.allSatisfy { if case .common = $0 { true } else { false } }
        guard isSum, isCommon, !scores.values.contains(where: \.isNaN) else { return nil }
        let index = scores.column(scores.columns - 1)
        let variance = Self.covariance(index, index)
        guard variance > 0 else { return nil }
        shares = (0..<scores.columns).map { weights[$0] * Self.covariance(scores.column($0), index) / variance }
    }

    private static func covariance(_ left: [Double], _ right: [Double]) -> Double {
        let (a, b) = (mean(left), mean(right))
        return zip(left, right).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
