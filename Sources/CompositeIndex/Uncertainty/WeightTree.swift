/// What varies in the weights of one run.
struct WeightDraw: Sendable {
    /// The place of the left-out indicator in the hierarchy of the base data; nil for none.
    var leftOut: Int?
    /// Where the noise of all weights comes from; nil for no noise.
    var noise: UInt64?
}

/// The weights of a prepared hierarchy, and the way from them to the share of every node.
struct WeightTree: Sendable {
    /// Per node its parent's children as a run of numbers in `children`; empty for indicators.
    private let firstChild: [Int]
    private let children: [Int]
    private let aggregates: Range<Int>
    private let weights: [Double]
    /// The number of the same node in the hierarchy of the base data.
    private let baseNumbers: [Int]
    private let isNoisy: [Bool]
    private let noise: WeightNoise?
    /// By number in the base data; nil where the indicator is not there.
    private let indicators: [Int?]

    var nodeCount: Int { weights.count }

    init(hierarchy: Hierarchy, weights: [Double], base: Hierarchy, noise: (law: WeightNoise, levels: [Int]?)?) {
        var first = [0]
        for node in hierarchy.nodes { first.append(first[first.count - 1] + node.children.count) }
        firstChild = first
        children = hierarchy.nodes.flatMap(\.children)
        aggregates = hierarchy.aggregateNumbers
        self.weights = weights
        self.noise = noise?.law
        let numbers = Dictionary(uniqueKeysWithValues: base.nodes.enumerated().map { ($1.code, $0) })
        let baseNumbers = hierarchy.nodes.map { numbers[$0.code] ?? 0 }
        self.baseNumbers = baseNumbers
        isNoisy = baseNumbers.map { noise?.levels?.contains(base.nodes[$0].level) ?? true }
        var indicators = [Int?](repeating: nil, count: base.indicatorCount)
        for column in 0..<hierarchy.indicatorCount { indicators[baseNumbers[column]] = column }
        self.indicators = indicators
    }

    /// Whether the node weighs anything.
    func isUsed(_ node: Int) -> Bool { weights[node] > 0 }

    /// The place of an indicator of the base data among the columns; nil where it is not there.
    func column(of indicator: Int) -> Int? { indicators[indicator] }

    /// The weight of every node in this run, of which only the ratios between siblings matter.
    func noisy(_ draw: WeightDraw) -> [Double] {
        var all = weights
        if let seed = draw.noise, let noise {
            all.withUnsafeMutableBufferPointer { add(noise, KeyedHash(seed: seed), to: $0) }
        }
        return all
    }

    /// Writes the weight of every node in this run, such that siblings add up to 1.
    ///
    /// An aggregate all of whose children are left out has the weight 0 itself. Children stand before their parents, so
    /// one pass upwards is enough.
    func fill(_ draw: WeightDraw, into shares: UnsafeMutableBufferPointer<Double>) {
        for node in weights.indices { shares[node] = weights[node] }
        if let seed = draw.noise, let noise { add(noise, KeyedHash(seed: seed), to: shares) }
        if let leftOut = draw.leftOut, let column = indicators[leftOut] { shares[column] = 0 }
        firstChild.withUnsafeBufferPointer { firstChild in
            children.withUnsafeBufferPointer { children in
                for node in aggregates {
                    var sum = 0.0
                    for place in firstChild[node]..<firstChild[node + 1] { sum += shares[children[place]] }
                    if sum > 0 {
                        for place in firstChild[node]..<firstChild[node + 1] { shares[children[place]] /= sum }
                    } else {
                        shares[node] = 0
                    }
                }
            }
        }
    }

    private func add(_ noise: WeightNoise, _ key: KeyedHash, to shares: UnsafeMutableBufferPointer<Double>) {
        for node in weights.indices where isNoisy[node] {
            let u = key.with(baseNumbers[node]).unit
            switch noise {
            case .uniform(let relative): shares[node] *= 1 + relative * (2 * u - 1)
            case .logNormal(let deviation): shares[node] *= StandardNormal.exponential(of: deviation, u)
            }
        }
    }

    /// The children of a node.
    func children(of node: Int) -> ArraySlice<Int> {
        children[firstChild[node]..<firstChild[node + 1]]
    }
}
