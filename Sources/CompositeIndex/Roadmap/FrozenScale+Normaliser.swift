import Foundation

extension Normaliser {
    /// The score of a value, with all that the method took from the units as it was.
    ///
    /// Beyond the best unit nothing more is scored where that unit marks the end of the scale.
    /// - Parameters:
    ///   - column: the values of all units that were normalised.
    ///   - row: the unit; methods that count units compare it with the others.
    ///   - reference: the value of the unit of reference, where the method names one.
    /// - Returns: the function, and the values at which it bends if it is of straight pieces.
    func frozen(
        over column: [Double], row: Int, info: IndicatorInfo, reference: Double?
    ) throws(IndexError) -> (scale: @Sendable (Double) -> Double, bends: [Double]?) {
        let sample = Sample(column)
        let sign = info.direction.sign
        guard let low = sample.minimum, let high = sample.maximum, let mean = sample.mean else {
            throw IndexError(.noData, "No unit has a value.")
        }
        let isUp = info.direction == .up
        let best = isUp ? high : low
        switch self {
        case .minMax(let scale):
            let width = scale.to - scale.from
            return (
                { min(scale.to, scale.from + width * ((isUp ? $0 - low : high - $0) / (high - low))) }, [best]
            )
        case .zScore(let center, let deviation):
            let spread = sample.standardDeviation ?? 1
            return ({ center + deviation * (sign * ($0 - mean) / spread) }, [])
        case .rank: return (Self.midRank(column, row, sign), nil)
        case .percentileRank:
            let rank = Self.midRank(column, row, sign)
            let others = Double(sample.count - 1)
            return ({ 100 * (rank($0) - 1) / others }, nil)
        case .borda:
            let rank = Self.midRank(column, row, sign)
            return ({ rank($0) - 1 }, nil)
        case .distanceToMaximum:
            return ({ sign * ($0 - best) >= 0 ? 1 : 1 - abs(best - $0) / abs(best) }, [best])
        case .distanceToReference(_, let cap):
            let reference = reference ?? mean
            let most = cap ? 1 : Double.infinity
            return ({ min(most, 1 + sign * ($0 - reference) / abs(reference)) }, cap ? [reference] : [])
        case .distanceToTarget(let stated, let cap):
            guard let target = info.target else { throw IndexError(.missingTarget, "The metadata state no target.") }
            let way = sign * (target - (isUp ? low : high))
            let most = cap ? 1 : Double.infinity
            let (from, width) = (stated.from, stated.to - stated.from)
            return ({ from + width * min(most, 1 - sign * (target - $0) / way) }, cap ? [target] : [])
        case .goalposts:
            guard let posts = info.goalposts else {
                throw IndexError(.missingGoalposts, "The metadata state no goalposts.")
            }
            // One value is normalised without looking at any other.
            let scale: @Sendable (Double) -> Double = { [self] value in
                (try? apply(to: [value], of: info))?.first ?? NumberGrid.missing
            }
            return (scale, posts.logarithmic ? nil : [posts.lower, posts.upper])
        case .fractionOfMaximum:
            if isUp { return ({ min(1, $0 / high) }, [high]) }
            return ({ $0 <= low ? 1 : low / $0 }, nil)
        case .categories(let bands, let byQuantile):
            let sorted = Sample(column.map { sign * $0 }).values.sorted()
            let thresholds = bands.map { byQuantile ? Sample.quantile($0.from, ofSorted: sorted) : sign * $0.from }
            return ({ value in bands[thresholds.lastIndex { sign * value >= $0 } ?? 0].points }, nil)
        case .aroundMean(let band):
            let width = band * abs(mean)
            return ({ $0 - mean > width ? sign : mean - $0 > width ? -sign : 0 }, nil)
        case .asIs: return ({ sign * $0 }, [])
        }
    }

    /// The mid-rank from the worst that a value would have among the other units.
    private static func midRank(_ column: [Double], _ row: Int, _ sign: Double) -> @Sendable (Double) -> Double {
        let others = column.enumerated().filter { $0.offset != row && !$0.element.isNaN }.map { sign * $0.element }
        return { value in
            let own = sign * value
            let (worse, equal) = others.reduce(into: (0, 0)) { counts, other in
                if other < own { counts.0 += 1 } else if other == own { counts.1 += 1 }
            }
            return Double(worse) + Double(equal) / 2 + 1
        }
    }
}
