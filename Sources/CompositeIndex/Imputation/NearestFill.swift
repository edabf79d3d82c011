/// Fills a gap with the mean of the units that are most alike.
///
/// The distance of two units is √(Σ (zᵢ − zⱼ)² / m) over the m indicators that both have, in standard deviations (z). Units
/// as near as the k-th nearest all count, so the order of the units does not matter. Source: OECD/JRC Handbook (2008), p. 55
/// (hot deck); O. Troyanskaya et al., Bioinformatics 17 (2001), p. 521, for k nearest neighbours.
struct NearestFill {
    /// How many neighbours count.
    let neighbours: Int

    /// - Throws: `IndexError` for fewer than one neighbour, and for a gap with no unit to compare with.
    func fill(_ data: IndexData) throws(IndexError) -> NumberGrid {
        guard neighbours >= 1 else { throw IndexError(.parameter, "At least one neighbour is needed.") }
        let old = data.values
        let standard = NumberGrid(rows: old.rows, columns: (0..<old.columns).map { Self.standardised(old.column($0)) })
        var values = old
        for row in 0..<old.rows where old.row(row).contains(where: \.isNaN) {
            let distances = (0..<old.rows).map { $0 == row ? .nan : Self.distance(standard.row(row), standard.row($0)) }
            for column in 0..<old.columns where old.isMissing(row, column) {
                let able = distances.indices.filter { !distances[$0].isNaN && !old.isMissing($0, column) }
                    .sorted { (distances[$0], $0) < (distances[$1], $1) }
                guard let last = able.prefix(neighbours).last else {
                    throw IndexError(
                        .noData, "No other unit has a value here and another indicator in common.",
                        at: .init(unit: data.units[row].code, indicator: data.hierarchy.nodes[column].code))
                }
                let near = able.filter { distances[$0] <= distances[last] }.sorted()
                values[row, column] = Sample(near.map { old[$0, column] }).mean ?? .nan
            }
        }
        return values
    }

    /// In standard deviations; a constant tells nothing about likeness and is left out.
    private static func standardised(_ column: [Double]) -> [Double] {
        let sample = Sample(column)
        guard let mean = sample.mean, let deviation = sample.standardDeviation, deviation > 0 else {
            return column.map { _ in .nan }
        }
        return column.map { ($0 - mean) / deviation }
    }

    private static func distance(_ first: ArraySlice<Double>, _ second: ArraySlice<Double>) -> Double {
        var sum = 0.0
        var count = 0
        for (one, other) in zip(first, second) where !one.isNaN && !other.isNaN {
            sum += (one - other) * (one - other)
            count += 1
        }
        return count == 0 ? .nan : (sum / Double(count)).squareRoot()
    }
}
