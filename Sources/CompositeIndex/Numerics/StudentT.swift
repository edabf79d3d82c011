import Foundation

/// Student's t distribution.
struct StudentT {
    /// ν, positive; infinite for the normal distribution.
    let degreesOfFreedom: Double

    init(_ degreesOfFreedom: Double) {
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// P(T ≤ t) = 1 − I(ν/(ν + t²); ν/2, 1/2)/2 for t ≥ 0.
    ///
    /// Source: M. Abramowitz, I. A. Stegun, *Handbook of Mathematical
    /// Functions* (1964), 26.5.27 and 26.7.1.
    func probability(upTo t: Double) -> Double {
        guard degreesOfFreedom < 1e10 else { return erfc(-t / 2.0.squareRoot()) / 2 }
        let (square, half) = (t * t, degreesOfFreedom / 2)
        if square < degreesOfFreedom {
            // Near the middle the mass between −t and t is the small number, and so the exact one.
            let inside = IncompleteBeta.value(square / (degreesOfFreedom + square), a: 0.5, b: half)
            return t >= 0 ? 0.5 + inside / 2 : 0.5 - inside / 2
        }
        let tail = IncompleteBeta.value(degreesOfFreedom / (degreesOfFreedom + square), a: half, b: 0.5) / 2
        return t >= 0 ? 1 - tail : tail
    }

    /// The t below which lies the share `p` in (0, 1), by halving an interval until it holds two neighbouring numbers.
    func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1)
        var (low, high) = (-1.0, 1.0)
        while probability(upTo: low) > p, low > -1e300 { low *= 2 }
        while probability(upTo: high) < p, high < 1e300 { high *= 2 }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return middle }
            if probability(upTo: middle) < p { low = middle } else { high = middle }
        }
    }
}

/// The regularised incomplete beta function I(x; a, b).
enum IncompleteBeta {
    /// By the continued fraction on the side of its symmetry on which it converges fast.
    static func value(_ x: Double, a: Double, b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return x < (a + 1) / (a + b + 2) ? fraction(x, a: a, b: b) : 1 - fraction(1 - x, a: b, b: a)
    }

    /// The continued fraction of Abramowitz and Stegun (1964), 26.5.8, evaluated by the method of Lentz.
    private static func fraction(_ x: Double, a: Double, b: Double) -> Double {
        let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
        let tiny = 1e-300
        var (result, c, d) = (1.0, 1.0, 0.0)
        for step in 0..<10_000 {
            let m = Double(step / 2)
            let term: Double =
                if step == 0 { 1 } else if step.isMultiple(of: 2) {
                    m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                } else {
                    -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
                }
            d = 1 + term * d
            d = 1 / (d == 0 ? tiny : d)
            c = 1 + term / c
            if c == 0 { c = tiny }
            result *= c * d
            if abs(1 - c * d) < 1e-16 { break }
        }
        return front * (result - 1)
    }
}
