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
        guard let low = sample.minimum, let high = sample.maximum else {
            throw IndexError(.noData, "No unit has a value.")
        }
        guard let score = try score(over: column, sample, info, reference) else {
            let rank = Self.midRank(column, row, info.direction.sign)
            let points = try points(among: sample)
            return ({ points(rank($0)) }, nil)
        }
        let isUp = info.direction == .up
        let best = isUp ? high : low
        let isAhead: @Sendable (Double) -> Bool = { isUp ? $0 >= best : $0 <= best }
        switch self {
        case .minMax(let scale): return ({ min(scale.to, score($0)) }, [best])
        case .distanceToMaximum: return ({ isAhead($0) ? 1 : score($0) }, [best])
        case .fractionOfMaximum: return ({ isAhead($0) ? 1 : score($0) }, isUp ? [best] : nil)
        case .distanceToReference(_, let cap): return (score, cap ? [reference ?? sample.mean ?? best] : [])
        case .distanceToTarget(_, let cap): return (score, cap ? info.target.map { [$0] } : [])
        case .goalposts:
            return (score, info.goalposts.flatMap { $0.logarithmic ? nil : [$0.lower, $0.upper] })
        case .categories, .aroundMean, .rank, .percentileRank, .borda: return (score, nil)
        case .zScore, .asIs: return (score, [])
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
