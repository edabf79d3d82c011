import Foundation

/// Methods that measure by a reference: the best value, a unit, a target, goalposts.
extension Normaliser {
    /// 1 − |best − x| / |best|, where best is the maximum, or the minimum where less is better.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 85–86 (distance to a reference), with the group leader as reference.
    static func distanceToMaximum(_ sample: Sample, _ direction: Direction) throws(IndexError) -> Score {
        let best = (direction == .up ? sample.maximum : sample.minimum) ?? .nan
        guard best != 0 else {
            throw IndexError(.parameter, "The best value is zero, so no distance can be measured relative to it.")
        }
        return { 1 - abs(best - $0) / abs(best) }
    }

    /// 1 + (x − r) / |r|, which is x / r for positive r; 1 − (x − r) / |r| where less is better.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 85–86 (distance to a reference), where the average is one, too.
    static func distanceToReference(_ sign: Double, _ reference: Double, cap: Bool) throws(IndexError) -> Score {
        guard reference != 0 else {
            throw IndexError(.parameter, "The reference is zero, so no distance can be measured relative to it.")
        }
        return { value in
            let score = 1 + sign * (value - reference) / abs(reference)
            return cap && score > 1 ? 1 : score
        }
    }

    /// from + (to − from) · s with s = 1 − (t − x) / (t − min); where less is better s = 1 − (x − t) / (max − t); s is capped
    /// at 1 where asked.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 85–86 (distance to a reference), with the target as reference and the distance
    /// of the worst unit as unit of length.
    static func distanceToTarget(
        _ sample: Sample, _ info: IndicatorInfo, _ scale: Scale, cap: Bool
    ) throws(IndexError) -> Score {
        try scale.check()
        guard let target = info.target else { throw IndexError(.missingTarget, "The metadata state no target.") }
        let worst = (info.direction == .up ? sample.minimum : sample.maximum) ?? .nan
        let sign = info.direction.sign
        let way = sign * (target - worst)
        guard way > 0 else {
            throw IndexError(
                .parameter, "Every unit is at the target \(target.shown) or beyond, so no way to it can be measured.")
        }
        return { value in
            let share = 1 - sign * (target - value) / way
            return scale.from + (scale.to - scale.from) * (cap && share > 1 ? 1 : share)
        }
    }

    /// from + (to − from) · (x − lower) / (upper − lower), of logarithms where the goalposts say so; mirrored where less is
    /// better; values beyond the goalposts are set to them where asked.
    ///
    /// Source: UNDP, *Human Development Report 2023/24*, technical note 1; OECD/JRC Handbook (2008), p. 85.
    static func goalposts(
        _ column: [Double], _ info: IndicatorInfo, _ scale: Scale, cap: Bool
    ) throws(IndexError) -> Score {
        try scale.check()
        guard let posts = info.goalposts else {
            throw IndexError(.missingGoalposts, "The metadata state no goalposts.")
        }
        guard posts.lower < posts.upper, posts.lower.isFinite, posts.upper.isFinite,
            !posts.logarithmic || posts.lower > 0
        else {
            throw IndexError(.parameter, "The goalposts \(posts.lower.shown) and \(posts.upper.shown) make no sense.")
        }
        if posts.logarithmic, !cap, column.contains(where: { $0 <= 0 }) {
            throw IndexError(.nonPositive, "A value that is not positive has no logarithm.")
        }
        let measure: Score = { posts.logarithmic ? ($0 > 0 ? log($0) : .nan) : $0 }
        let isUp = info.direction == .up
        let (low, high) = (measure(posts.lower), measure(posts.upper))
        return { value in
            guard !value.isNaN else { return value }
            let inside = cap ? min(max(value, posts.lower), posts.upper) : value
            let share = (measure(inside) - low) / (high - low)
            return scale.from + (scale.to - scale.from) * (isUp ? share : 1 - share)
        }
    }

    /// x / max; min / x where less is better; values are not negative, and positive where they are divided by.
    ///
    /// Source: OECD/JRC Handbook (2008), p. 85 (distance to a reference): the ratio to the leader.
    static func fractionOfMaximum(_ sample: Sample, _ direction: Direction) throws(IndexError) -> Score {
        let (low, high) = (sample.minimum ?? .nan, sample.maximum ?? .nan)
        guard direction == .up ? low >= 0 && high > 0 : low > 0 else {
            throw IndexError(.nonPositive, "A share of the best value needs positive values.")
        }
        return { direction == .up ? $0 / high : low / $0 }
    }
}
