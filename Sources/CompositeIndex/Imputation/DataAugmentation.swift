/// One random completion of data with gaps, from the posterior of a multivariate normal.
///
/// Starts at the estimate of greatest likelihood and alternates 100 times: draw the missing values given the parameters, then
/// the parameters given the full data, Σ ~ W⁻¹(n − 1, S) and μ ~ N(x̄, Σ/n) under the usual prior |Σ|^(−(p+1)/2). Source: J. L.
/// Schafer, *Analysis of Incomplete Multivariate Data* (1997), §5.4; OECD/JRC Handbook (2008), p. 59–60 (Markov chain).
struct DataAugmentation {
    /// Where chance starts.
    let seed: UInt64
    /// How often the two draws alternate.
    static let rounds = 100

    /// - Throws: `IndexError` as ``MultivariateNormal``.
    func draw(_ data: NumberGrid) throws(IndexError) -> NumberGrid {
        var random = IndexRandom(seed: seed)
        let patterns = MissingPattern.all(in: data)
        var normal = try MultivariateNormal(fittedTo: data)
        var full = try complete(data, patterns, normal, &random)
        for _ in 1..<Self.rounds {
            normal = try Self.posterior(of: full, &random)
            full = try complete(data, patterns, normal, &random)
        }
        return full
    }

    private func complete(
        _ data: NumberGrid, _ patterns: [MissingPattern], _ normal: MultivariateNormal, _ random: inout IndexRandom
    ) throws(IndexError) -> NumberGrid {
        var full = data
        for pattern in patterns where !pattern.missing.isEmpty {
            let part = try normal.conditional(on: pattern)
            let factor = try CholeskyFactor(of: part.covariance).lower
            for row in pattern.rows {
                let center = part.mean(given: data.row(row))
                let noise = Self.normals(center.count, &random)
                for (place, column) in pattern.missing.enumerated() {
                    full[row, column] = (0...place).reduce(center[place]) { $0 + factor[place, $1] * noise[$1] }
                }
            }
        }
        return full
    }

    /// A draw of the parameters given full data.
    private static func posterior(
        of full: NumberGrid, _ random: inout IndexRandom
    ) throws(IndexError) -> MultivariateNormal {
        let (count, size) = (full.rows, full.columns)
        let means = (0..<size).map { full.column($0).reduce(0, +) / Double(count) }
        var scatter = NumberGrid(rows: size, columns: size, filledWith: 0)
        for one in 0..<size {
            for other in 0..<size {
                for row in 0..<count {
                    scatter[one, other] += (full[row, one] - means[one]) * (full[row, other] - means[other])
                }
            }
        }
        let covariance = try inverseWishart(scatter, degreesOfFreedom: count - 1, &random)
        let factor = try CholeskyFactor(of: covariance).lower
        let noise = normals(size, &random)
        let mean = (0..<size).map { place in
            (0...place).reduce(means[place]) { $0 + factor[place, $1] * noise[$1] / Double(count).squareRoot() }
        }
        return MultivariateNormal(mean: mean, covariance: covariance)
    }

    /// Σ = W⁻¹ with W ~ Wishart(ν, S⁻¹), by the triangle of Bartlett: W = L A Aᵀ Lᵀ with S⁻¹ = L Lᵀ.
    ///
    /// Source: M. S. Bartlett, Proc. R. Soc. Edinb. 53 (1933), p. 260; Schafer (1997), §5.4.2.
    private static func inverseWishart(
        _ scatter: NumberGrid, degreesOfFreedom: Int, _ random: inout IndexRandom
    ) throws(IndexError) -> NumberGrid {
        let size = scatter.rows
        let lower = try CholeskyFactor(of: try CholeskyFactor(of: scatter).inverse).lower
        var triangle = NumberGrid(rows: size, columns: size, filledWith: 0)
        for row in 0..<size {
            for column in 0..<row { triangle[row, column] = random.normal() }
            triangle[row, row] = normals(degreesOfFreedom - row, &random).reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        var root = NumberGrid(rows: size, columns: size, filledWith: 0)
        for row in 0..<size {
            for column in 0...row {
                for inner in column...row { root[row, column] += lower[row, inner] * triangle[inner, column] }
            }
        }
        var wishart = NumberGrid(rows: size, columns: size, filledWith: 0)
        for row in 0..<size {
            for column in 0..<size {
                for inner in 0...min(row, column) { wishart[row, column] += root[row, inner] * root[column, inner] }
            }
        }
        return try CholeskyFactor(of: wishart).inverse
    }

    private static func normals(_ count: Int, _ random: inout IndexRandom) -> [Double] {
        var draws: [Double] = []
        for _ in 0..<count { draws.append(random.normal()) }
        return draws
    }
}
