/// The way from normalised indicators to the score of one node where every level is a mean f⁻¹(Σ w f(x)).
///
/// Below a node, levels with the same mean as the node's own melt into one weighted sum over f of the indicators: only
/// where the mean changes must scores be computed between. A hierarchy with one mean is a single sum, however many levels
/// it has. f of the indicators is computed once, in tiles of four units: the kernel reads them one after the other.
struct MeanProgramme: Sendable {
    /// One weighted sum.
    struct Sum: Sendable {
        let kind: MeanKind
        /// The node whose score it gives.
        let node: Int
        /// Indicators, and where their tiles begin.
        let leaves: [Int]
        let firstColumn: Int
        /// Nodes with a sum of their own that comes before, and its number.
        let inner: [(node: Int, sum: Int)]
    }

    /// Units in one tile.
    static let tile = 4

    let units: Int
    /// Units, filled up to whole tiles.
    let paddedUnits: Int
    let weights: WeightTree
    /// In the order of computation; the last one gives the score that is asked for.
    let sums: [Sum]
    /// Per sum: tile by tile, leaf by leaf, four units.
    let columns: [Double]
    /// Nodes whose share is multiplied onto that of their children, from the top down.
    let melted: [Int]

    /// The longest list of leaves.
    var mostLeaves: Int { sums.map(\.leaves.count).max() ?? 0 }
}

extension MeanProgramme {
    /// Prepares the way to a node's score; nil where a level is no such mean, or a value is missing that may be skipped.
    ///
    /// - Parameters:
    ///   - rows: The row of each unit in `data`; nil for a unit that is not there, whose score is missing.
    ///   - target: The node that is asked for, by its number in the hierarchy of `data`.
    /// - Throws: `IndexError` for a missing value, and for a value that a mean does not take.
    init?(
        data: IndexData, rows: [Int?], aggregation: Aggregation, weights: WeightTree, target: Int
    ) throws(IndexError) {
        let nodes = data.hierarchy.nodes
        var kinds = [MeanKind?](repeating: nil, count: nodes.count)
        for node in data.hierarchy.aggregateNumbers {
            guard let kind = MeanKind(aggregation.method(of: nodes[node])) else { return nil }
            kinds[node] = kind
        }
        var sums: [Sum] = []
        var melted: [Int] = []
        var columnCount = 0
        func add(_ root: Int, _ kind: MeanKind) -> Int {
            var leaves: [Int] = []
            var inner: [(node: Int, sum: Int)] = []
            var open = [root]
            while let node = open.popLast() {
                for child in nodes[node].children {
                    // Noise multiplies, so what weighs nothing never will.
                    guard weights.isUsed(child) else { continue }
                    guard let childKind = kinds[child] else {
                        leaves.append(child)
                        continue
                    }
                    if childKind == kind {
                        melted.append(child)
                        open.append(child)
                    } else {
                        inner.append((child, add(child, childKind)))
                    }
                }
            }
            sums.append(Sum(kind: kind, node: root, leaves: leaves, firstColumn: columnCount, inner: inner))
            columnCount += leaves.count
            return sums.count - 1
        }
        guard let kind = kinds[target] else { return nil }
        _ = add(target, kind)
        self.sums = sums
        self.melted = melted.sorted(by: >)
        self.weights = weights
        units = rows.count
        paddedUnits = (rows.count + Self.tile - 1) / Self.tile * Self.tile
        var columns = [Double](repeating: .nan, count: columnCount * paddedUnits)
        for sum in sums {
            for (unit, row) in rows.enumerated() {
                guard let row else { continue }
                let (tile, lane) = unit.quotientAndRemainder(dividingBy: Self.tile)
                var place = sum.firstColumn * paddedUnits + tile * sum.leaves.count * Self.tile + lane
                for leaf in sum.leaves {
                    let value = data.values[row, leaf]
                    if value.isNaN {
                        if case .skip? = aggregation.missing { return nil }
                        throw IndexError(
                            .missingValue, "A mean cannot be taken without the value.",
                            at: .init(unit: data.units[row].code, indicator: nodes[leaf].code))
                    }
                    guard sum.kind.takes(value) else {
                        throw IndexError(
                            .nonPositive, "The value \(value) has no place in a \(sum.kind) mean.",
                            at: .init(unit: data.units[row].code, indicator: nodes[leaf].code))
                    }
                    columns[place] = sum.kind.inward(value)
                    place += Self.tile
                }
            }
        }
        self.columns = columns
    }
}
