import Foundation

extension ParameterLaw {
    /// The number with the share `u` (0 < u < 1) of the probability below it.
    func quantile(_ u: Double) -> Double {
        switch self {
        case .uniform(let from, let to):
            return from + u * (to - from)
        case .triangular(let from, let mode, let to):
            let middle = (mode - from) / (to - from)
            if u < middle { return from + (u * (to - from) * (mode - from)).squareRoot() }
            return to - ((1 - u) * (to - from) * (to - mode)).squareRoot()
        case .normal(let mean, let deviation):
            return mean + deviation * StandardNormal.quantile(u)
        case .discrete(let values, let probabilities):
            return values[DrawnChoice(probabilities ?? values.map { _ in 1 }).index(u)]
        }
    }

    /// - Throws: `IndexError` where no distribution has these parameters.
    func check() throws(IndexError) {
        let isSound =
            switch self {
            case .uniform(let from, let to): from.isFinite && to.isFinite && from <= to
            case .triangular(let from, let mode, let to):
                from.isFinite && to.isFinite && from <= mode && mode <= to && from < to
            case .normal(let mean, let deviation): mean.isFinite && deviation.isFinite && deviation >= 0
            case .discrete(let values, let probabilities):
                !values.isEmpty && values.allSatisfy(\.isFinite)
                    && DrawnChoice.isSound(probabilities ?? values.map { _ in 1 }, count: values.count)
            }
        guard isSound else { throw IndexError(.parameter, "No distribution is like \(self).") }
    }
}

/// The inverse of the distribution function of a choice: alternatives share the unit interval in their order.
struct DrawnChoice: Hashable, Sendable {
    /// Where each alternative ends.
    private let ends: [Double]

    /// The number of alternatives.
    var count: Int { ends.count }

    init(_ probabilities: [Double]) {
        let sum = probabilities.reduce(0, +)
        var reached = 0.0
        ends = probabilities.map { probability in
            reached += probability
            return reached / sum
        }
    }

    static func isSound(_ probabilities: [Double], count: Int) -> Bool {
        let sum = probabilities.reduce(0, +)
        return probabilities.count == count && probabilities.allSatisfy { $0 >= 0 } && sum > 0 && sum.isFinite
    }

    /// The alternative that u (0 < u < 1) falls on.
    func index(_ u: Double) -> Int {
        var low = 0
        var high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if u < ends[middle] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// The normal distribution around 0 with deviation 1.
enum StandardNormal {
    /// exp(deviation z) for the z with probability u below it.
    static func exponential(of deviation: Double, _ u: Double) -> Double {
        exp(deviation * quantile(u))
    }

    /// The number with the probability `p` (0 < p < 1) below it, by Newton's method on the error function.
    ///
    /// The start is Hastings' rational form (Abramowitz, Stegun 1964, 26.2.23), which is within 4.5e-4.
    static func quantile(_ p: Double) -> Double {
        guard p != 0.5 else { return 0 }
        let tail = min(p, 1 - p)
        let t = (-2 * log(tail)).squareRoot()
        var z =
            t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
        for _ in 0..<3 {
            let above = erfc(z / 2.0.squareRoot()) / 2
            let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
            guard density > 0 else { break }
            z += (above - tail) / density
        }
        return p < 0.5 ? -z : z
    }
}
