/// A number and the interval that it lies in with the stated confidence.
public struct IntervalEstimate: Codable, Hashable, Sendable {
    public let value: Double
    public let low: Double
    public let high: Double
}

/// What one factor contributes to the variance of one output, as shares of that variance.
public struct FactorIndices: Codable, Hashable, Sendable {
    /// The factor alone: V(E(Y|X)) / V(Y).
    public let first: IntervalEstimate
    /// The factor with all its interactions: E(V(Y|all others)) / V(Y).
    public let total: IntervalEstimate
}

/// Where the variance of one output comes from.
public enum VarianceSplit: Codable, Hashable, Sendable {
    /// The output was the same in every run: there is no variance to split.
    case neverMoves
    /// The output moved, but not in the runs its variance is taken from: more runs are needed to split it.
    case movesTooRarely
    /// In some runs the output is not there: the unit was screened out or had no score.
    case notAlwaysThere
    /// Variance, in squared units of the output, and the indices of each factor.
    case indices(variance: Double, factors: [FactorIndices])

    /// The split of the same output in another unit; shares stay as they are.
    func scaled(by unit: Double) -> VarianceSplit {
        guard case .indices(let variance, let factors) = self else { return self }
        return .indices(variance: variance * unit * unit, factors: factors)
    }
}

/// First-order and total indices from sums per replicate.
///
/// First order: V_i = 1/N Σ (b − c)(ab_i − a) (Saltelli et al. 2010, table 2, row b, here centred by the mean c, which
/// does not change what is estimated and takes much of its noise away). Total: E_i = 1/2N Σ (a − ab_i)² (M. J. W. Jansen
/// 1999, Analysis of variance designs for model output, Comput. Phys. Commun. 117, 35–43; Saltelli 2010, row f). The
/// variance is that of A and B together. Both are divided after pooling all replicates.
struct SobolIndices {
    /// Sums of one output in one replicate, as plain numbers: points, values, squares, then three per factor.
    private typealias Line = [Double]

    let sampling: Sampling
    let confidence: Double
    let seed: UInt64

    /// The split of every output.
    func splits<Number>(of replicates: [SobolSums<Number>], number: (Number) -> Double) -> [VarianceSplit] {
        guard let one = replicates.first else { return [] }
        let drawn = resamples(of: replicates.count)
        return (0..<one.outputs).map { output in
            if replicates.allSatisfy({ $0.neverMoved(output) }) { return .neverMoves }
            let lines = replicates.map { [Double($0.points)] + $0.line(of: output).map(number) }
            return split(lines, drawn)
        }
    }

    private func split(_ lines: [Line], _ drawn: [[Int]]) -> VarianceSplit {
        let pooled = Self.sum(lines)
        let variance = Self.variance(pooled, mean: Self.mean(pooled))
        guard variance > 0 else { return .movesTooRarely }
        let values = Self.shares(pooled)
        let ranges: [(low: Double, high: Double)]
        switch sampling {
        case .sobol:
            ranges = spread(lines, pooled: pooled, variance: variance, shares: values)
        case .pseudoRandom:
            guard let found = bootstrap(lines, drawn) else { return .movesTooRarely }
            ranges = found
        }
        let estimates = zip(values, ranges).map { IntervalEstimate(value: $0, low: $1.low, high: $1.high) }
        return .indices(
            variance: variance,
            factors: stride(from: 0, to: estimates.count, by: 2).map {
                FactorIndices(first: estimates[$0], total: estimates[$0 + 1])
            })
    }

    /// Student's interval from the spread of independent scrambles, by the linearised ratio: r_k = V_ik − S_i V_k.
    private func spread(_ lines: [Line], pooled: Line, variance: Double, shares: [Double]) -> [(Double, Double)] {
        let count = Double(lines.count)
        let mean = Self.mean(pooled)
        let factor = StudentT(Double(lines.count - 1)).quantile((1 + confidence) / 2)
        let each = lines.map { (Self.parts($0, mean: mean), Self.variance($0, mean: mean)) }
        return shares.enumerated().map { place, share in
            let squares = each.reduce(0) { sum, one in
                let residual = one.0[place] - share * one.1
                return sum + residual * residual
            }
            let half = factor * (squares / (count * (count - 1))).squareRoot() / variance
            return (share - half, share + half)
        }
    }

    /// Percentile interval; A, B and all A_B of a block are drawn together.
    ///
    /// Nil where a sample has no variance.
    private func bootstrap(_ lines: [Line], _ drawn: [[Int]]) -> [(low: Double, high: Double)]? {
        var columns: [[Double]] = []
        let flat = lines.flatMap(\.self)
        var pooled = Line(repeating: 0, count: lines[0].count)
        for sample in drawn {
            for place in pooled.indices { pooled[place] = 0 }
            pooled.withUnsafeMutableBufferPointer { pooled in
                flat.withUnsafeBufferPointer { flat in
                    for one in sample {
                        let start = one * pooled.count
                        for place in 0..<pooled.count { pooled[place] += flat[start + place] }
                    }
                }
            }
            let shares = Self.shares(pooled)
            if columns.isEmpty { columns = Array(repeating: [], count: shares.count) }
            guard shares.allSatisfy(\.isFinite) else { return nil }
            for (place, share) in shares.enumerated() { columns[place].append(share) }
        }
        return columns.map { column in
            let sorted = column.sorted()
            let tail = (1 - confidence) / 2
            let low = Int((tail * Double(sorted.count - 1)).rounded(.down))
            return (sorted[low], sorted[sorted.count - 1 - low])
        }
    }

    /// The same draws for every output, so outputs stay comparable.
    private func resamples(of count: Int) -> [[Int]] {
        guard case .pseudoRandom(_, let resamples) = sampling else { return [] }
        let key = KeyedHash(seed: seed).with(0xB007)
        return (0..<resamples).map { sample in
            (0..<count).map { Int(key.with(sample).with($0).unit * Double(count)) }
        }
    }

    private static func sum(_ lines: [Line]) -> Line {
        lines.dropFirst().reduce(into: lines[0]) { sum, line in
            for place in sum.indices { sum[place] += line[place] }
        }
    }

    private static func mean(_ line: Line) -> Double { line[1] / (2 * line[0]) }

    /// Mean square distance from a stated mean.
    private static func variance(_ line: Line, mean: Double) -> Double {
        max(0, (line[2] - 2 * mean * line[1]) / (2 * line[0]) + mean * mean)
    }

    /// First-order and total part of the variance, factor by factor.
    private static func parts(_ line: Line, mean: Double) -> [Double] {
        var parts: [Double] = []
        for place in stride(from: 3, to: line.count, by: 3) {
            parts.append((line[place] - mean * line[place + 1]) / line[0])
            parts.append(line[place + 2] / (2 * line[0]))
        }
        return parts
    }

    private static func shares(_ line: Line) -> [Double] {
        let mean = mean(line)
        let variance = variance(line, mean: mean)
        return parts(line, mean: mean).map { $0 / variance }
    }
}
