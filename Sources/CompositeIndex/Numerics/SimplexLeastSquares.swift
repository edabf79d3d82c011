/// The mean of columns, weighted by shares of one, that comes closest to a target.
enum SimplexLeastSquares {
    /// The least |A v − t|² over v ≥ 0 with Σ v = 1, and the proved distance of the objective from its least value.
    ///
    /// Accelerated projected gradient with restarts; it ends when the Frank–Wolfe gap ∇f·v − min ∇f, which bounds the
    /// distance from the least value of a convex function, is at most the tolerance. Sources: B. O'Donoghue, E. Candès,
    /// "Adaptive Restart for Accelerated Gradient Schemes", Found. Comput. Math. 15 (2015), p. 715–732; M. Jaggi,
    /// "Revisiting Frank–Wolfe", ICML 2013.
    static func solve(
        _ a: NumberGrid, _ target: [Double], tolerance: Double, maximumRounds: Int
    ) throws(IndexError) -> (shares: [Double], gap: Double) {
        let n = a.columns
        // The trace bounds the greatest eigenvalue of 2 AᵀA, so that no step is too long.
        let step = 1 / (2 * a.values.reduce(0) { $0 + $1 * $1 })
        var v = WeightShares.equal(n)
        var ahead = v
        var momentum = 1.0
        for _ in 0..<maximumRounds {
            let gradient = gradient(at: v, a, target)
            let gap = zip(gradient, v).reduce(0) { $0 + $1.0 * $1.1 } - (gradient.min() ?? 0)
            if gap <= tolerance { return (v, max(0, gap)) }
            let slope = Self.gradient(at: ahead, a, target)
            let next = projected(zip(ahead, slope).map { $0 - step * $1 })
            let turnsBack = zip(slope, zip(next, v)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) } > 0
            let grown = turnsBack ? 1 : (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
            let pull = turnsBack ? 0 : (momentum - 1) / grown
            ahead = zip(next, v).map { $0 + pull * ($0 - $1) }
            v = next
            momentum = grown
        }
        throw IndexError(.notConverged, "The closest weights were not found within \(maximumRounds) rounds.")
    }

    private static func gradient(at v: [Double], _ a: NumberGrid, _ target: [Double]) -> [Double] {
        var gradient = [Double](repeating: 0, count: v.count)
        for row in 0..<a.rows {
            let rest = zip(a.row(row), v).reduce(-target[row]) { $0 + $1.0 * $1.1 }
            for column in v.indices { gradient[column] += 2 * rest * a[row, column] }
        }
        return gradient
    }

    /// The nearest point with all shares from zero up and the sum one.
    private static func projected(_ point: [Double]) -> [Double] {
        var (sum, shift) = (0.0, 0.0)
        for (index, value) in point.sorted(by: >).enumerated() {
            sum += value
            let candidate = (sum - 1) / Double(index + 1)
            if value > candidate { shift = candidate }
        }
        return point.map { max(0, $0 - shift) }
    }
}
