/// Several random completions of the data, one after the other from one seed.
///
/// Each is taken through the rest of the method; how far the results differ says how much the gaps make uncertain. Source:
/// D. B. Rubin, *Multiple Imputation for Nonresponse in Surveys* (1987), ch. 3; OECD/JRC Handbook (2008), p. 58–61.
public struct MultipleImputation: Hashable, Sendable {
    /// How many completions.
    public let draws: Int
    /// Which indicators a multivariate normal takes together.
    public let scope: ImputationScope
    /// Where chance starts.
    public let seed: UInt64

    /// - Throws: `IndexError` for fewer than two draws, of which no variance can be told.
    public init(draws: Int, scope: ImputationScope, seed: UInt64) throws(IndexError) {
        guard draws >= 2 else { throw IndexError(.parameter, "Multiple imputation needs at least two draws.") }
        guard draws <= 10_000 else { throw IndexError(.tooLarge, "More than 10,000 draws are refused.") }
        self.draws = draws
        self.scope = scope
        self.seed = seed
    }

    /// The single draws as steps of their own, each with its seed.
    public var single: [Imputation] {
        (1...draws).map { draw in
            var random = IndexRandom(seed: seed, stream: UInt64(draw))
            return .draw(scope: scope, seed: random.next())
        }
    }

    /// The mean of all draws for every gap.
    func meanFill(_ data: IndexData) throws(IndexError) -> NumberGrid {
        var sums = [Double](repeating: 0, count: data.values.values.count)
        for method in single {
            let full = try method.apply(to: data).0.values.values
            for cell in sums.indices { sums[cell] += full[cell] }
        }
        let means = sums.indices.map { cell in
            let old = data.values.values[cell]
            return old.isNaN ? sums[cell] / Double(draws) : old
        }
        return NumberGrid(rows: data.values.rows, columns: data.values.columns, values: means)
    }
}
