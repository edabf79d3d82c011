/// How one indicator of one unit scores when it improves, with all parameters of treatment and normalisation as they
/// were.
struct FrozenScale: Sendable {
    /// The score after an improvement from zero up, in the unit of the indicator.
    let score: @Sendable (Double) -> Double
    /// A concave function that is nowhere below ``score``, up to the greatest improvement.
    let hull: ConcaveHull

    private static let steps = 256

    /// - Parameters:
    ///   - start: the value of the unit before treatment.
    ///   - direction: whether the improvement is added or subtracted.
    ///   - reach: the greatest improvement.
    ///   - treatments: in order, see ``treatment(before:after:_:)``.
    ///   - bends: for a scale of straight pieces, the treated values at which it bends; nil for any other scale.
    ///   - scale: the score of a treated value.
    /// - Throws: `IndexError` `notMonotone` where an improvement lowers the score.
    init(
        start: Double, direction: Direction, reach: Double, treatments: [Treatment], bends: [Double]?,
        scale: @escaping @Sendable (Double) -> Double
    ) throws(IndexError) {
        let sign = direction.sign
        let score: @Sendable (Double) -> Double = { improvement in
            scale(treatments.reduce(start + sign * improvement) { $1.value($0) })
        }
        self.score = score
        guard reach > 0 else {
            hull = ConcaveHull(of: [(0, score(0))])
            return
        }
        var marks = (0...Self.steps).map { reach * Double($0) / Double(Self.steps) }
        let isStraight = bends != nil && treatments.allSatisfy(\.isStraight)
        if isStraight {
            let all = (bends ?? []) + treatments.flatMap(\.bends)
            marks = ([0, reach] + all.map { sign * ($0 - start) }.filter { $0 > 0 && $0 < reach }).sorted()
        }
        let heights = marks.map(score)
        for (earlier, later) in zip(heights, heights.dropFirst()) where !(later >= earlier - 1e-9 * abs(earlier)) {
            throw IndexError(.notMonotone, "Improving it can lower its score from \(earlier) to \(later).")
        }
        // Between marks a rising function is at most what it is at the next one; a straight piece is known exactly.
        let points = marks.indices.map { place in
            (place: marks[place], height: isStraight ? heights[place] : heights[min(place + 1, marks.count - 1)])
        }
        hull = ConcaveHull(of: points)
    }

    /// A step of outlier treatment for one indicator, with its parameters as they were.
    struct Treatment: Sendable {
        /// The treated value.
        let value: @Sendable (Double) -> Double
        /// Where it bends, if it is of straight pieces.
        let bends: [Double]
        /// Whether it is.
        let isStraight: Bool
    }

    /// What a treatment did to a column, as a function.
    ///
    /// Values beyond the treated ones count as the nearest treated one.
    /// - Throws: `IndexError` `parameter` for a Box–Cox power, which is not kept with the results.
    static func treatment(
        before: [Double], after: [Double], _ report: TreatmentReport
    ) throws(IndexError) -> Treatment {
        let (old, new) = (Sample(before), Sample(after))
        guard let low = old.minimum, let high = old.maximum, let least = new.minimum, let greatest = new.maximum,
            low < high
        else { return Treatment(value: { $0 }, bends: [], isStraight: true) }
        switch report.transformation {
        case nil where report.winsorised.isEmpty: return Treatment(value: { $0 }, bends: [], isStraight: true)
        case nil:
            return Treatment(value: { min(max($0, least), greatest) }, bends: [least, greatest], isStraight: true)
        case .logarithm:
            let frozen = Transformation.frozenLogarithm(of: old, from: low, to: high)
            return Treatment(value: { frozen(min(max($0, low), high)) }, bends: [], isStraight: false)
        case .boxCox:
            throw IndexError(.parameter, "A Box–Cox power cannot be frozen; treat outliers otherwise.")
        }
    }
}
