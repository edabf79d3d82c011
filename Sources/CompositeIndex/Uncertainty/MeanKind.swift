import Foundation

/// A mean of the form f⁻¹(Σ w f(x)): the means whose levels can be gone through as sums.
enum MeanKind: Hashable, Sendable {
    case arithmetic
    case geometric
    case harmonic
    case power(Double)

    /// Nil for methods that are no such mean.
    init?(_ method: AggregationMethod) {
        switch method {
        case .arithmetic, .power(exponent: 1): self = .arithmetic
        case .geometric, .power(exponent: 0): self = .geometric
        case .harmonic, .power(exponent: -1): self = .harmonic
        case .power(let exponent): self = .power(exponent)
        case .borda, .copeland, .kemeny, .mazziottaPareto, .orderedWeights: return nil
        }
    }

    /// f.
    @inline(__always)
    func inward(_ value: Double) -> Double {
        switch self {
        case .arithmetic: value
        case .geometric: log(value)
        case .harmonic: 1 / value
        case .power(let exponent): pow(value, exponent)
        }
    }

    /// The inverse of f.
    @inline(__always)
    func outward(_ sum: Double) -> Double {
        switch self {
        case .arithmetic: sum
        case .geometric: exp(sum)
        case .harmonic: 1 / sum
        case .power(let exponent): pow(sum, 1 / exponent)
        }
    }

    /// Whether the mean is defined for the value.
    @inline(__always)
    func takes(_ value: Double) -> Bool {
        switch self {
        case .arithmetic: true
        case .geometric, .harmonic, .power: value > 0
        }
    }
}
