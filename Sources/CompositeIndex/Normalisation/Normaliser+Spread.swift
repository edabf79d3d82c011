import Foundation

/// Methods that measure by the spread of the values.
extension Normaliser {
    /// from + (to − from) · (x − min) / (max − min); (max − x) where less is better.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 85 (min-max).
    static func minMax(_ sample: Sample, _ direction: Direction, _ scale: Scale) throws(IndexError) -> Score {
        try scale.check()
        guard let low = sample.minimum, let high = sample.maximum, low < high else { throw constant }
        let width = scale.to - scale.from
        return { value in
            scale.from + width * ((direction == .up ? value - low : high - value) / (high - low))
        }
    }

    /// mean + deviation · (x − x̄) / s with the standard deviation s of divisor n − 1; negated where less is better.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 84 (standardisation).
    static func zScore(
        _ sample: Sample, _ sign: Double, _ mean: Double, _ deviation: Double
    ) throws(IndexError) -> Score {
        guard mean.isFinite, deviation > 0, deviation.isFinite else {
            throw IndexError(.parameter, "The scale of mean \(mean) and deviation \(deviation) makes no sense.")
        }
        guard let center = sample.mean, let spread = sample.standardDeviation, spread > 0 else { throw constant }
        return { mean + deviation * (sign * ($0 - center) / spread) }
    }

    /// 100 · (r − 1) / (n − 1) with the mid-rank r from the worst.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 30, table 3 (ranking), as a share.
    static func percentileRank(_ sample: Sample) throws(IndexError) -> Score {
        guard sample.count > 1 else {
            throw IndexError(.tooFewValues, "A share of the other units needs at least two units with a value.")
        }
        let others = Double(sample.count - 1)
        return { 100 * ($0 - 1) / others }
    }

    /// 1, 0, −1 for x above, within, below x̄ ± p|x̄|; negated where less is better.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 86 (indicators above or below the mean).
    static func aroundMean(_ sample: Sample, _ sign: Double, _ band: Double) throws(IndexError) -> Score {
        guard band >= 0, band.isFinite else {
            throw IndexError(.parameter, "The band \(band) is not a number from zero up.")
        }
        let mean = sample.mean ?? .nan
        let reach = band * abs(mean)
        return { value in
            value.isNaN ? value : value - mean > reach ? sign : mean - value > reach ? -sign : 0
        }
    }

    /// The points of the best band that is reached.
    ///
    /// With quantiles, the threshold of a band is that quantile (definition 7) of the values from the worst up. Source:
    /// OECD/JRC Handbook (2008), p. 30, table 3 (categorical scales).
    static func categories(
        _ column: [Double], _ sign: Double, _ bands: [Band], byQuantile: Bool
    ) throws(IndexError) -> Score {
        guard !bands.isEmpty, bands.allSatisfy({ $0.from.isFinite && $0.points.isFinite }) else {
            throw IndexError(.parameter, "A categorical scale needs bands of numbers.")
        }
        let thresholds: [Double]
        if byQuantile {
            guard bands.allSatisfy({ (0...1).contains($0.from) }) else {
                throw IndexError(.parameter, "A quantile lies between 0 and 1.")
            }
            let sorted = Sample(column.map { sign * $0 }).values.sorted()
            thresholds = bands.map { Sample.quantile($0.from, ofSorted: sorted) }
        } else {
            thresholds = bands.map { sign * $0.from }
        }
        let order = byQuantile ? bands.map(\.from) : thresholds
        guard zip(order, order.dropFirst()).allSatisfy(<) else {
            throw IndexError(.parameter, "The bands do not go from the worst to the best.")
        }
        return { value in
            guard !value.isNaN else { return value }
            return bands[thresholds.lastIndex { sign * value >= $0 } ?? 0].points
        }
    }

    static var constant: IndexError {
        IndexError(.constant, "All values are equal, so the indicator cannot be put on a scale of its own spread.")
    }
}

extension Scale {
    /// - Throws: `IndexError` unless the ends are ascending numbers.
    func check() throws(IndexError) {
        guard from < to, from.isFinite, to.isFinite else {
            throw IndexError(.parameter, "The scale from \(from) to \(to) is not ascending.")
        }
    }
}
