/// A multivariate normal distribution, and what it says about values that are missing.
struct MultivariateNormal {
    /// One mean per indicator.
    private(set) var mean: [Double]
    /// Indicators × indicators.
    private(set) var covariance: NumberGrid

    /// States the distribution.
    init(mean: [Double], covariance: NumberGrid) {
        self.mean = mean
        self.covariance = covariance
    }

    /// The estimate of greatest likelihood from data with gaps, by expectation–maximisation.
    ///
    /// E: x̂ and C of each unit, see ``conditional(on:)``. M: μ = Σ x̂ / n, Σ = Σ (x̂x̂ᵀ + C) / n − μμᵀ. It stops when no
    /// number changes by more than 1e-10 (the data come in standard deviations); 10,000 rounds are the limit. Source: A. P.
    /// Dempster, N. M. Laird, D. B. Rubin, J. R. Statist. Soc. B 39 (1977), p. 1–38; R. J. A. Little, D. B. Rubin,
    /// *Statistical Analysis with Missing Data*, 2nd ed. (2002), §11.2.1; OECD/JRC Handbook (2008), p. 57–58.
    /// - Throws: `IndexError` `singular` where indicators depend on each other, `notConverged` at the limit.
    init(fittedTo data: NumberGrid) throws(IndexError) {
        self.init(
            mean: (0..<data.columns).map { Sample(data.column($0)).mean ?? 0 },
            covariance: NumberGrid(rows: data.columns, columns: data.columns, filledWith: 0))
        for column in 0..<data.columns { covariance[column, column] = Sample(data.column(column)).variance ?? 1 }
        let patterns = MissingPattern.all(in: data)
        for _ in 0..<10_000 {
            let next = try maximised(data, patterns)
            let change = zip(next.mean + next.covariance.values, mean + covariance.values).reduce(0) {
                max($0, abs($1.0 - $1.1))
            }
            self = next
            if change < 1e-10 { return }
        }
        throw IndexError(
            .notConverged,
            "The estimate of the multivariate normal did not settle in 10,000 rounds; too much is missing.")
    }

    /// The data with every gap replaced by its mean given the unit's other values.
    func conditionalMeans(of data: NumberGrid) throws(IndexError) -> NumberGrid {
        var full = data
        for pattern in MissingPattern.all(in: data) where !pattern.missing.isEmpty {
            let part = try conditional(on: pattern)
            for row in pattern.rows {
                for (column, value) in zip(pattern.missing, part.mean(given: data.row(row))) {
                    full[row, column] = value
                }
            }
        }
        return full
    }

    /// The normal distribution of the missing values given the observed ones.
    ///
    /// x̂ = μₘ + Σₘₒ Σₒₒ⁻¹ (xₒ − μₒ), C = Σₘₘ − Σₘₒ Σₒₒ⁻¹ Σₒₘ.
    func conditional(on pattern: MissingPattern) throws(IndexError) -> ConditionalNormal {
        let (observed, missing) = (pattern.observed, pattern.missing)
        let factor = try CholeskyFactor(of: covariance.keeping(rows: observed).keeping(columns: observed))
        let slopes = missing.map { column in factor.solve(observed.map { covariance[$0, column] }) }
        var rest = NumberGrid(rows: missing.count, columns: missing.count)
        for (row, one) in missing.enumerated() {
            for (column, other) in missing.enumerated() {
                rest[row, column] = zip(slopes[row], observed).reduce(covariance[one, other]) {
                    $0 - $1.0 * covariance[$1.1, other]
                }
            }
        }
        return ConditionalNormal(
            observed: observed, slopes: slopes,
            missingMean: missing.map { mean[$0] }, observedMean: observed.map { mean[$0] }, covariance: rest)
    }

    private func maximised(_ data: NumberGrid, _ patterns: [MissingPattern]) throws(IndexError) -> MultivariateNormal {
        let (count, size) = (Double(data.rows), data.columns)
        var full = data
        var sums = NumberGrid(rows: size, columns: size, filledWith: 0)
        for pattern in patterns where !pattern.missing.isEmpty {
            let part = try conditional(on: pattern)
            for row in pattern.rows {
                for (column, value) in zip(pattern.missing, part.mean(given: data.row(row))) {
                    full[row, column] = value
                }
            }
            for (i, one) in pattern.missing.enumerated() {
                for (j, other) in pattern.missing.enumerated() {
                    sums[one, other] += Double(pattern.rows.count) * part.covariance[i, j]
                }
            }
        }
        let means = (0..<size).map { full.column($0).reduce(0, +) / count }
        for one in 0..<size {
            for other in 0...one {
                var sum = sums[one, other]
                for row in 0..<full.rows { sum += (full[row, one] - means[one]) * (full[row, other] - means[other]) }
                sums[one, other] = sum / count
                sums[other, one] = sum / count
            }
        }
        return MultivariateNormal(mean: means, covariance: sums)
    }
}

/// What is known of the missing values of units that lack the same indicators.
struct ConditionalNormal {
    let observed: [Int]
    /// For each missing indicator the coefficients of the observed ones.
    let slopes: [[Double]]
    let missingMean: [Double]
    let observedMean: [Double]
    /// Missing × missing.
    let covariance: NumberGrid

    /// The mean of each missing value given a unit's values.
    func mean(given row: ArraySlice<Double>) -> [Double] {
        missingMean.indices.map { place in
            var sum = missingMean[place]
            for (term, column) in observed.enumerated() {
                sum += slopes[place][term] * (row[row.startIndex + column] - observedMean[term])
            }
            return sum
        }
    }
}

/// Units that lack the same indicators.
struct MissingPattern {
    let observed: [Int]
    let missing: [Int]
    private(set) var rows: [Int]

    /// The patterns of a grid in the order of their first unit.
    static func all(in data: NumberGrid) -> [MissingPattern] {
        var patterns: [MissingPattern] = []
        for row in 0..<data.rows {
            let missing = (0..<data.columns).filter { data.isMissing(row, $0) }
            if let known = patterns.firstIndex(where: { $0.missing == missing }) {
                patterns[known].rows.append(row)
            } else {
                let observed = (0..<data.columns).filter { !data.isMissing(row, $0) }
                patterns.append(MissingPattern(observed: observed, missing: missing, rows: [row]))
            }
        }
        return patterns
    }
}
