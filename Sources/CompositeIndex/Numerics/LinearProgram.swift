/// The greatest value of a linear objective under linear limits: maximise c·x subject to A x ≤ b and x ≥ 0.
///
/// Simplex on the condensed tableau: first the dual method to a feasible corner, then the primal method to the best
/// one; Bland's rule takes over where the greedy choice has not ended soon, so it ends always. The duals come with the
/// solution: c·x = b·y proves that it is the best. Source: R. J. Vanderbei, *Linear Programming*, 4th ed. (2014),
/// chapters 2, 3 and 5; R. G. Bland, "New finite pivoting rules for the simplex method", Math. Oper. Res. 2 (1977), p.
/// 103–107.
struct LinearProgram {
    /// The best point.
    let solution: [Double]
    /// The objective there.
    let value: Double
    /// What one unit more of each limit is worth, from zero up.
    let duals: [Double]

    /// - Parameters:
    ///   - objective: c, one number per variable.
    ///   - rows: A, one row per limit.
    ///   - limits: b, one number per row.
    /// - Throws: `IndexError` `infeasible` where no point keeps all limits or the objective has no bound,
    ///   `notConverged` where rounding does not let the optimum be proved.
    init(maximising objective: [Double], rows: [[Double]], limits: [Double]) throws(IndexError) {
        precondition(rows.count == limits.count && rows.allSatisfy { $0.count == objective.count })
        var tableau = Tableau(objective: objective, rows: rows, limits: limits)
        try tableau.makeFeasible()
        try tableau.makeOptimal()
        solution = tableau.solution
        duals = tableau.duals
        value = zip(objective, solution).reduce(0) { $0 + $1.0 * $1.1 }
        try Self.prove(objective, rows, limits, solution, duals, value)
    }

    /// Feasible on both sides and equal values: nothing better exists.
    private static func prove(
        _ objective: [Double], _ rows: [[Double]], _ limits: [Double], _ x: [Double], _ y: [Double], _ value: Double
    ) throws(IndexError) {
        let size = 1 + (objective + limits + x + y).reduce(0) { max($0, abs($1)) }
        let tolerance = 1e-7 * size
        let dual = zip(limits, y).reduce(0) { $0 + $1.0 * $1.1 }
        var isSound = abs(dual - value) <= tolerance * Double(1 + x.count)
        for (row, limit) in zip(rows, limits) {
            isSound = isSound && zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } <= limit + tolerance
        }
        if !isSound { throw IndexError(.notConverged, "Rounding does not let the best point be proved.") }
    }
}

/// A dictionary in the sense of Vanderbei: basic = limit − Σ row · nonbasic, objective = value + Σ gain · nonbasic.
private struct Tableau {
    private let variables: Int
    private let width: Int
    private let height: Int
    /// `height` rows of coefficients and their limit; the last row holds the gains and minus the value.
    private var cells: [Double]
    /// Which variable stands in each row; from `variables` on they are slacks.
    private var basic: [Int]
    private var nonbasic: [Int]

    private static let smallest = 1e-10

    init(objective: [Double], rows: [[Double]], limits: [Double]) {
        variables = objective.count
        width = objective.count + 1
        height = rows.count
        cells = []
        cells.reserveCapacity((rows.count + 1) * width)
        for (row, limit) in zip(rows, limits) {
            cells += row
            cells.append(limit)
        }
        cells += objective
        cells.append(0)
        basic = (0..<rows.count).map { objective.count + $0 }
        nonbasic = Array(0..<objective.count)
    }

    var solution: [Double] {
        var x = [Double](repeating: 0, count: variables)
        for (row, variable) in basic.enumerated() where variable < variables { x[variable] = max(0, limit(row)) }
        return x
    }

    var duals: [Double] {
        var y = [Double](repeating: 0, count: height)
        for (column, variable) in nonbasic.enumerated() where variable >= variables {
            y[variable - variables] = max(0, -gain(column))
        }
        return y
    }

    /// The dual method; where gains are positive it goes on as if there were none, which finds a corner all the same.
    mutating func makeFeasible() throws(IndexError) {
        let keepsGains = !nonbasic.indices.contains { gain($0) > Self.smallest }
        for step in 0..<pivotLimit {
            let isGreedy = step < greedyLimit
            let candidates = (0..<height).filter { limit($0) < -Self.smallest }
            guard
                let leaving = candidates.min(by: {
                    isGreedy ? (limit($0), basic[$0]) < (limit($1), basic[$1]) : basic[$0] < basic[$1]
                })
            else { return }
            var entering: Int?
            var best = (ratio: Double.infinity, variable: Int.max)
            for column in nonbasic.indices {
                let coefficient = cells[leaving * width + column]
                guard coefficient < -Self.smallest else { continue }
                let ratio = keepsGains ? max(0, -gain(column)) / -coefficient : 0
                if (ratio, nonbasic[column]) < best {
                    best = (ratio, nonbasic[column])
                    entering = column
                }
            }
            guard let entering else { throw IndexError(.infeasible, "No choice keeps all limits at once.") }
            pivot(leaving, entering)
        }
        throw IndexError(.notConverged, "No corner was found within \(pivotLimit) steps.")
    }

    /// The primal method.
    mutating func makeOptimal() throws(IndexError) {
        for step in 0..<pivotLimit {
            let isGreedy = step < greedyLimit
            let candidates = nonbasic.indices.filter { gain($0) > Self.smallest }
            guard
                let entering = candidates.min(by: {
                    isGreedy
                        ? (-gain($0), nonbasic[$0]) < (-gain($1), nonbasic[$1]) : nonbasic[$0] < nonbasic[$1]
                })
            else { return }
            var leaving: Int?
            var best = (ratio: Double.infinity, variable: Int.max)
            for row in 0..<height {
                let coefficient = cells[row * width + entering]
                guard coefficient > Self.smallest else { continue }
                let ratio = max(0, limit(row)) / coefficient
                if (ratio, basic[row]) < best {
                    best = (ratio, basic[row])
                    leaving = row
                }
            }
            guard let leaving else { throw IndexError(.infeasible, "The objective grows without bound.") }
            pivot(leaving, entering)
        }
        throw IndexError(.notConverged, "The best corner was not found within \(pivotLimit) steps.")
    }

    private var greedyLimit: Int { 20 * (height + width) }
    private var pivotLimit: Int { 400 * (height + width) }

    private func limit(_ row: Int) -> Double { cells[row * width + width - 1] }
    private func gain(_ column: Int) -> Double { cells[height * width + column] }

    private mutating func pivot(_ leaving: Int, _ entering: Int) {
        let width = width
        cells.withUnsafeMutableBufferPointer { cells in
            let head = leaving * width
            let scale = 1 / cells[head + entering]
            for column in 0..<width { cells[head + column] *= scale }
            cells[head + entering] = scale
            for row in 0...height where row != leaving {
                let start = row * width
                let factor = cells[start + entering]
                guard factor != 0 else { continue }
                cells[start + entering] = 0
                for column in 0..<width { cells[start + column] -= factor * cells[head + column] }
            }
        }
        swap(&basic[leaving], &nonbasic[entering])
    }
}
