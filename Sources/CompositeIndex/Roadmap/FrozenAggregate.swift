import Foundation

/// One aggregate of one unit, as a function of the scores of its children.
struct FrozenAggregate: Sendable {
    /// The children that count: with a score and a weight above zero.
    let children: [Int]
    /// Their weights; they add up to one.
    private(set) var weights: [Double]
    let method: AggregationMethod
    /// The children's scores at the start.
    let start: [Double]

    /// - Throws: `IndexError` `notMonotone` for a method under which a better child can lower the unit's score, or
    ///   under which it depends on the scores of the others.
    init(children: [Int], weights: [Double], method: AggregationMethod, start: [Double]) throws(IndexError) {
        switch method {
        case .mazziottaPareto:
            throw IndexError(.notMonotone, "The penalty for imbalance can make a better child lower the score.")
        case .borda, .copeland, .kemeny:
            throw IndexError(.notMonotone, "The score depends on how the others compare, not on the unit alone.")
        case .arithmetic, .geometric, .harmonic, .power, .orderedWeights: break
        }
        let isOrdered = if case .orderedWeights = method { true } else { false }
        let kept = children.indices.filter { !start[$0].isNaN && (weights[$0] > 0 || isOrdered) }
        self.children = kept.map { children[$0] }
        let sum = kept.reduce(0) { $0 + weights[$1] }
        self.weights = kept.map { weights[$0] / sum }
        self.start = kept.map { start[$0] }
        self.method = method
    }

    /// The same with other weights for the children that count.
    func weighted(_ weights: [Double]) -> FrozenAggregate {
        var copy = self
        let sum = weights.reduce(0, +)
        copy.weights = weights.map { $0 / sum }
        return copy
    }

    /// The score from the children's scores.
    func score(_ values: [Double]) -> Double {
        switch method {
        case .arithmetic: WeightedMean.arithmetic(values, weights: weights)
        case .geometric: WeightedMean.geometric(values, weights: weights)
        case .harmonic: WeightedMean.harmonic(values, weights: weights)
        case .power(let exponent): WeightedMean.power(values, weights: weights, exponent: exponent)
        case .orderedWeights(let places):
            zip(values.sorted(by: >), Self.shares(places)).reduce(0) { $0 + $1.0 * $1.1 }
        case .mazziottaPareto, .borda, .copeland, .kemeny: preconditionFailure("refused at the start")
        }
    }

    /// A concave function that is nowhere below ``score(_:)``, and its slope for each child.
    ///
    /// The means of exponent up to 1, and ordered weights that do not fall from the greatest to the least child, are
    /// concave themselves. For exponents p above 1 the inequality of Minkowski gives M(v) ≤ M(s) + Σ wᵢ^(1/p) (vᵢ − sᵢ)
    /// from the start s on; for other ordered weights no child has more than the greatest weight.
    func upper(_ values: [Double]) -> (height: Double, slopes: [Double]) {
        let power: Double
        switch method {
        case .arithmetic: return (score(values), weights)
        case .orderedWeights(let places):
            let shares = Self.shares(places)
            guard zip(shares, shares.dropFirst()).allSatisfy(<=) else {
                return line(Array(repeating: shares.max() ?? 1, count: values.count), values)
            }
            var slopes = weights
            let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
            for (place, child) in order.enumerated() { slopes[child] = shares[place] }
            return (score(values), slopes)
        case .geometric: power = 0
        case .harmonic: power = -1
        case .power(let exponent): power = exponent
        case .mazziottaPareto, .borda, .copeland, .kemeny: preconditionFailure("refused at the start")
        }
        guard power <= 1 else { return line(weights.map { pow($0, 1 / power) }, values) }
        let height = score(values)
        return (height, zip(values, weights).map { $1 * pow($0 / height, power - 1) })
    }

    private func line(_ slopes: [Double], _ values: [Double]) -> (height: Double, slopes: [Double]) {
        let rise = values.indices.reduce(0) { $0 + slopes[$1] * (values[$1] - start[$1]) }
        return (score(start) + rise, slopes)
    }

    private static func shares(_ places: [Double]) -> [Double] {
        let sum = places.reduce(0, +)
        return places.map { $0 / sum }
    }
}
