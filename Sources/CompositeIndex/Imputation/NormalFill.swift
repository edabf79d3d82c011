/// Fills gaps under a multivariate normal, block by block of indicators.
struct NormalFill {
    /// The most indicators in a block: a round of the estimate costs up to units × indicators³.
    static let greatestBlock = 100

    /// Which indicators make a block.
    let scope: ImputationScope

    /// Hands each block that has gaps to `complete`, in standard deviations, and takes it back without gaps.
    ///
    /// Units that have no value in a block at all are not shown to `complete`; their gaps get the mean.
    /// - Throws: `IndexError` for a constant indicator, for blocks with fewer than two units more than indicators, and for
    ///   blocks of more than 100 indicators.
    func fill(
        _ data: IndexData, by complete: (NumberGrid) throws(IndexError) -> NumberGrid
    ) throws(IndexError) -> NumberGrid {
        var values = data.values
        for block in blocks(of: data.hierarchy) {
            let part = data.values.keeping(columns: block)
            guard part.values.contains(where: \.isNaN) else { continue }
            guard block.count <= Self.greatestBlock else {
                throw IndexError(
                    .tooLarge,
                    "A multivariate normal of \(block.count) indicators takes too long; at most \(Self.greatestBlock), or by siblings."
                )
            }
            let scales = try block.map { (column) throws(IndexError) in
                try scale(of: data.values.column(column), data.hierarchy.nodes[column].code)
            }
            let rows = (0..<part.rows).filter { row in part.row(row).contains { !$0.isNaN } }
            guard rows.count >= block.count + 2 else {
                throw IndexError(
                    .tooFewValues,
                    "\(rows.count) units do not determine a multivariate normal of \(block.count) indicators; take them by siblings.",
                    at: .init(indicator: data.hierarchy.nodes[block[0]].code))
            }
            var standard = part.keeping(rows: rows)
            for (place, scale) in scales.enumerated() {
                standard.setColumn(place, standard.column(place).map { ($0 - scale.mean) / scale.deviation })
            }
            let full: NumberGrid
            do { full = try complete(standard) } catch {
                throw error.within(indicator: data.hierarchy.nodes[block[0]].code)
            }
            for (place, column) in block.enumerated() {
                for row in 0..<values.rows where values.isMissing(row, column) {
                    values[row, column] = scales[place].mean
                }
                for (short, row) in rows.enumerated() where data.values.isMissing(row, column) {
                    values[row, column] = scales[place].mean + scales[place].deviation * full[short, place]
                }
            }
        }
        return values
    }

    private func blocks(of hierarchy: Hierarchy) -> [[Int]] {
        let all = Array(0..<hierarchy.indicatorCount)
        switch scope {
        case .all: return [all]
        case .siblings:
            return hierarchy.aggregateNumbers.map { node in
                hierarchy.nodes[node].children.filter { $0 < hierarchy.indicatorCount }
            }.filter { !$0.isEmpty }
        }
    }

    private func scale(of column: [Double], _ code: String) throws(IndexError) -> (mean: Double, deviation: Double) {
        let sample = Sample(column)
        guard let mean = sample.mean, let deviation = sample.standardDeviation, deviation > 0 else {
            throw IndexError(.constant, "The indicator has no variance to fit a normal to.", at: .init(indicator: code))
        }
        return (mean, deviation)
    }
}
